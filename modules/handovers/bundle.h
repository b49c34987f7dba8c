// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "handovers/handovers.h"

namespace handovers {

// What another city has sent; none where it is not written as bundles are.
std::optional<Bundle> read_bundle(const core::Context& context, const std::string& json);

// What the answer says to the city of departure.
struct AnswerBox {
    static constexpr const char* title = "HandoverAnswer";

    std::optional<std::string> by_name; // of a yes or a no
    std::optional<std::string> reason;
    std::optional<std::string> words;
    std::optional<Progress> referral; // a hand-over has none: older programs read its answer too

    static constexpr auto fields()
    {
        return std::tuple(field("by_name", &AnswerBox::by_name),
                          field("reason", &AnswerBox::reason).one_of("handover_refusal"),
                          field("words", &AnswerBox::words).up_to(1000),
                          field("referral", &AnswerBox::referral));
    }
};

} // namespace handovers
