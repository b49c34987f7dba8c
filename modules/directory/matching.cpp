// SPDX-License-Identifier: EUPL-1.2
#include "directory/matching.h"

#include <algorithm>

#include "core/text.h"

namespace directory {

namespace {

bool has(const std::vector<std::string>& codes, const std::optional<std::string>& wanted)
{
    return !wanted || std::find(codes.begin(), codes.end(), *wanted) != codes.end();
}

} // namespace

LookedFor::LookedFor(const ListServices& wish)
    : wish_(wish), words_(core::words_of(core::folded(wish.text.value_or(""))))
{
}

// Every word must begin one of the service's: "amb mars" finds the Ambulatorio of via Marsala.
bool LookedFor::fits(const Service& service) const
{
    if (service.status != "active" && !wish_.all.value_or(false))
        return false;
    if (!has(service.areas, wish_.area) || !has(service.languages, wish_.language))
        return false;
    if (wish_.open_now.value_or(false) && !service.is_open.value_or(false))
        return false;
    if (words_.empty())
        return true;
    const auto known = core::words_of(core::folded(service.name + " " + service.organisation + " " +
                                                   service.address.value_or("")));
    return std::all_of(words_.begin(), words_.end(), [&](const std::string& word) {
        return std::any_of(known.begin(), known.end(),
                           [&](const std::string& one) { return one.starts_with(word); });
    });
}

} // namespace directory
