// SPDX-License-Identifier: EUPL-1.2
// Which services somebody looks for.
#pragma once

#include <string>
#include <vector>

#include "directory/acts.h"

namespace directory {

class LookedFor {
public:
    explicit LookedFor(const ListServices& wish);
    bool fits(const Service& service) const;

private:
    ListServices wish_;
    std::vector<std::string> words_; // folded
};

} // namespace directory
