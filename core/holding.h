// SPDX-License-Identifier: EUPL-1.2
// What a module holds of persons: which of its tables tell of whom, and how a row is found from a
// person. Said once, beside the acts, from the structs of the rows; from this alone follow the
// person's own file, the erasure and the retention rules (modules/rights). A test finds a table
// with a sealed column that is in nobody's holdings.
//
//     holding<StoredCase>("case").of_person({"person"}).running_until({"closed_on"})
//     holding<StoredIntervention>("case").through("case_id", "cases_case")
//
// A row that is reached through another one stands after it.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/act.h"

namespace core {

struct HeldField {
    std::string name;
    Kind kind = Kind::text;
    bool many = false;
    bool optional = false;
    Mark mark = Mark::open;
    std::string list;  // the vocabulary of its codes; empty: it holds none
    bool told = true;  // printed in the person's own file
    bool kept = false; // left as it is by an erasure, though sealed: it tells nothing of the person
    bool month_kept = false; // of a day, erasing leaves the month

    bool sealed() const { return mark != Mark::open; }
};

struct Holding {
    std::string table;
    std::string section; // of the person's own file; empty: it is not printed, see not_told
    std::vector<HeldField> fields;
    // Columns that name the person; else the column that names a row of the holding `above`.
    std::vector<std::string> persons;
    std::string column;
    std::string above;
    // While all of these are empty something goes on with the row: nothing of the person is erased.
    std::vector<std::string> ends;
    // Rows with this value in this column are for some alone: counted in the file, not printed.
    std::string reserved_column;
    std::string reserved_value;

    // ---- to be said of it in module.cpp

    Holding of_person(std::initializer_list<const char*> columns) const;
    Holding through(const char* column, const char* above) const;
    Holding running_until(std::initializer_list<const char*> columns) const;
    Holding reserved_where(const char* column, const char* value) const;
    // Of the technique, or of somebody else: not printed, but erased as the rest.
    Holding untold(std::initializer_list<const char*> columns) const;
    // A secret of the house's own that other code still reads.
    Holding kept(std::initializer_list<const char*> columns) const;
    // The day is sealed, its month stands in clear beside it for the numbers and stays.
    Holding month_kept(const char* column) const;
    // What others than the person said or were told: erased, never printed.
    Holding not_told() const;
    // Where the row does not say of which vocabulary a code is, the described value that the module
    // shows does.
    template <Described T> Holding coded_as() const
    {
        Holding copy = *this;
        each_field<T>([&](const auto& one) {
            if (one.about.list != nullptr)
                copy.take_list(one.about.name, one.about.list);
        });
        return copy;
    }

    const HeldField* find_field(std::string_view name) const;
    bool has_sealed() const;

private:
    HeldField& get_field(std::string_view name);
    void take_list(std::string_view name, const char* list);
};

template <class Row> Holding holding(const char* section)
{
    Holding made;
    made.table = Row::table;
    made.section = section;
    each_field<Row>([&]<class S, class V>(const Field<S, V>& one) {
        HeldField field;
        field.name = one.about.name;
        field.kind = detail::kind_within<V>();
        field.many = is_vector<V>::value;
        field.optional = is_optional<V>::value;
        field.mark = one.about.mark;
        field.list = one.about.list != nullptr ? one.about.list : "";
        // Erasing writes an empty text where something must stand.
        ENSURE(!field.sealed() || field.optional || field.many || field.kind == Kind::text);
        made.fields.push_back(std::move(field));
    });
    return made;
}

// A table with a sealed column that is nobody's holding, and why.
struct NotHeld {
    std::string table;
    std::string reason;
};

} // namespace core
