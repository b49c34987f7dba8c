// SPDX-License-Identifier: EUPL-1.2
// Two who change one thing, each without knowing of the other. A thing that may be changed by
// several counts its changes in `version`; a change may say on which version it stands (`base`). On
// another one it changes nothing and is answered what stands now, so that whoever asks can put both
// sides beside each other. A change that says nothing is made all the same.
#pragma once

#include <optional>

#include "base/field.h"
#include "base/problem.h"

namespace core {

template <Described T> void check_base(const std::optional<int>& base, const T& standing)
{
    if (!base || *base == standing.version)
        return;
    Problem problem(409, "core.changed_meanwhile");
    problem.standing = to_json(standing);
    throw problem;
}

} // namespace core
