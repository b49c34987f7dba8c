// SPDX-License-Identifier: EUPL-1.2
// The figures for everybody: of the network as a whole, from the statements that cities have sent
// up, and from nothing else. What is small is suppressed here too, totals among it; what counts
// guarded persons, and medians, which cannot be added up, are not there.
#pragma once

#include "monitoring/monitoring.h"

namespace monitoring {

struct PublicFiguresPage {
    static constexpr const char* title = "PublicFiguresPage";

    std::optional<std::string> lang;

    static constexpr auto fields()
    {
        return std::tuple(field("lang", &PublicFiguresPage::lang).up_to(8).says("it or en."));
    }
};

core::Bytes show_public_figures(core::Context& context, const PublicFiguresPage& wish);

// The totals of the network as everybody may read them, in the order of the catalogue. Those that
// are small have lost their numbers, and so have wholes of which a part is small.
std::vector<Value> published_values(const core::Catalogue& catalogue, const NetworkBoard& board);

// "12.345", "12,345"; of a share "48,3%", "48.3%".
std::string written_number(double value, bool is_share, const std::string& language);

} // namespace monitoring
