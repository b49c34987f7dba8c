// SPDX-License-Identifier: EUPL-1.2
#include "survey/xlsform/functions.h"

#include <algorithm>

namespace xlsform {

// Of the ODK XForms specification, those that ODK Collect and the browser work out alike. Not
// here, and refused by name: what differs from one run to the next (random, uuid), what is fetched
// from elsewhere (pulldata, instance), what belongs to maps, and floor and ceiling, which Collect
// does not know.
const std::vector<Function>& functions()
{
    static const std::vector<Function> all{
        {"abs", 1, 1, "."},
        {"boolean", 1, 1, "."},
        {"boolean-from-string", 1, 1, "."},
        {"coalesce", 2, 2, "."},
        {"concat", 1, arguments_max, "e"},
        {"contains", 2, 2, "."},
        {"count", 1, 1, "n"},
        {"count-non-empty", 1, 1, "n"},
        {"count-selected", 1, 1, "."},
        {"date", 1, 1, "."},
        {"decimal-date-time", 1, 1, "."},
        {"ends-with", 2, 2, "."},
        {"false", 0, 0, ""},
        {"format-date", 2, 2, ".t"},
        {"if", 3, 3, "."},
        {"indexed-repeat", 3, 7, "nn.n.n."},
        {"int", 1, 1, "."},
        {"join", 2, arguments_max, ".e"},
        {"jr:choice-name", 2, 2, ".t"},
        {"max", 1, arguments_max, "e"},
        {"min", 1, arguments_max, "e"},
        {"normalize-space", 1, 1, "."},
        {"not", 1, 1, "."},
        {"now", 0, 0, ""},
        {"number", 1, 1, "."},
        {"once", 1, 1, "."},
        {"position", 1, 1, "n"},
        {"pow", 2, 2, "."},
        {"regex", 2, 2, ".t"},
        {"round", 1, 2, "."},
        {"selected", 2, 2, "."},
        {"selected-at", 2, 2, "."},
        {"starts-with", 2, 2, "."},
        {"string", 1, 1, "."},
        {"string-length", 1, 1, "."},
        {"substr", 2, 3, "."},
        {"sum", 1, 1, "n"},
        {"today", 0, 0, ""},
        {"translate", 3, 3, "."},
        {"true", 0, 0, ""},
    };
    return all;
}

const Function* find_function(std::string_view name)
{
    const auto& all = functions();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Function& one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace xlsform
