// SPDX-License-Identifier: EUPL-1.2
// Whose large body is read, by its head alone: who could not do the act does not fill the memory
// either.
#include <algorithm>

#include "core/asked.h"

namespace core {

std::size_t House::large_body_bytes(const Request& head)
{
    if (const auto* dialect = dialect_of(head.path))
        return head.header("authorization").empty() ? 0 : dialect->body_bytes;
    std::vector<std::pair<std::string, std::string>> places;
    const auto takes_files = [&](const Act& act) {
        return act.body_bytes > 0 && act.method == head.method &&
               path_fits(act.path, head.path, places);
    };
    const auto act = std::find_if(acts_.begin(), acts_.end(), takes_files);
    if (act == acts_.end())
        return 0;
    try {
        const auto actor = settings_.identify ? settings_.identify(*this, head) : std::nullopt;
        if (!actor)
            throw Problem(401, "core.log_in_first");
        if (!may_ask(*actor, *act))
            throw not_found();
        return act->body_bytes;
    } catch (...) {
        throw problem_of(std::current_exception());
    }
}

} // namespace core
