// SPDX-License-Identifier: EUPL-1.2
#include "core/holding.h"

#include <algorithm>

namespace core {

const HeldField* Holding::find_field(std::string_view name) const
{
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const HeldField& field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

HeldField& Holding::get_field(std::string_view name)
{
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const HeldField& field) { return field.name == name; });
    ENSURE(found != fields.end());
    return *found;
}

bool Holding::has_sealed() const
{
    return std::any_of(fields.begin(), fields.end(),
                       [](const HeldField& field) { return field.sealed(); });
}

void Holding::take_list(std::string_view name, const char* list)
{
    for (auto& field : fields)
        if (field.name == name && field.list.empty())
            field.list = list;
}

Holding Holding::of_person(std::initializer_list<const char*> columns) const
{
    Holding copy = *this;
    for (const auto* column : columns) {
        copy.get_field(column);
        copy.persons.emplace_back(column);
    }
    return copy;
}

Holding Holding::through(const char* column, const char* above) const
{
    Holding copy = *this;
    copy.get_field(column);
    copy.column = column;
    copy.above = above;
    return copy;
}

Holding Holding::running_until(std::initializer_list<const char*> columns) const
{
    Holding copy = *this;
    for (const auto* column : columns) {
        ENSURE(copy.get_field(column).optional);
        copy.ends.emplace_back(column);
    }
    return copy;
}

Holding Holding::reserved_where(const char* column, const char* value) const
{
    Holding copy = *this;
    copy.get_field(column);
    copy.reserved_column = column;
    copy.reserved_value = value;
    return copy;
}

Holding Holding::untold(std::initializer_list<const char*> columns) const
{
    Holding copy = *this;
    for (const auto* column : columns)
        copy.get_field(column).told = false;
    return copy;
}

Holding Holding::kept(std::initializer_list<const char*> columns) const
{
    Holding copy = untold(columns);
    for (const auto* column : columns)
        copy.get_field(column).kept = true;
    return copy;
}

Holding Holding::month_kept(const char* column) const
{
    Holding copy = *this;
    ENSURE(copy.get_field(column).kind == Kind::date);
    copy.get_field(column).month_kept = true;
    return copy;
}

Holding Holding::not_told() const
{
    Holding copy = *this;
    copy.section.clear();
    return copy;
}

} // namespace core
