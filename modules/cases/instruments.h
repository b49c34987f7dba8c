// SPDX-License-Identifier: EUPL-1.2
// The instruments of assessment, as catalogue/forms/assessment_*.toml says them: dimensions, their
// questions, and the sentences by which each is answered, from 0 (nothing to worry about) to 4
// (grave).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "core/catalogue.h"

namespace cases {

inline constexpr int levels_count = 5;

struct InstrumentLevel {
    static constexpr const char* title = "InstrumentLevel";

    std::string it, en;

    static constexpr auto fields()
    {
        return std::tuple(field("it", &InstrumentLevel::it), field("en", &InstrumentLevel::en));
    }
};

struct InstrumentQuestion {
    static constexpr const char* title = "InstrumentQuestion";

    std::string code;
    std::string it, en;
    std::vector<InstrumentLevel> levels; // the first is 0

    static constexpr auto fields()
    {
        return std::tuple(field("code", &InstrumentQuestion::code),
                          field("it", &InstrumentQuestion::it),
                          field("en", &InstrumentQuestion::en),
                          field("levels", &InstrumentQuestion::levels).at_most(levels_count));
    }
};

struct InstrumentDimension {
    static constexpr const char* title = "InstrumentDimension";

    std::string code;
    std::string it, en;
    int attention = 0; // the scores from which it counts as such
    int serious = 0;
    std::vector<InstrumentQuestion> questions;

    static constexpr auto fields()
    {
        return std::tuple(field("code", &InstrumentDimension::code),
                          field("it", &InstrumentDimension::it),
                          field("en", &InstrumentDimension::en),
                          field("attention", &InstrumentDimension::attention),
                          field("serious", &InstrumentDimension::serious),
                          field("questions", &InstrumentDimension::questions));
    }
};

struct Instrument {
    static constexpr const char* title = "AssessmentInstrument";

    std::string code;
    int version = 1;
    std::string it, en;
    std::vector<InstrumentDimension> dimensions;

    static constexpr auto fields()
    {
        return std::tuple(field("code", &Instrument::code), field("version", &Instrument::version),
                          field("it", &Instrument::it), field("en", &Instrument::en),
                          field("dimensions", &Instrument::dimensions));
    }
};

// Throws std::runtime_error, which names the file, the place in it and the fault.
Instrument read_instrument(std::string_view path, std::string_view toml);
// Those of the catalogue; throws as above.
const std::vector<Instrument>& instruments(const core::Catalogue& catalogue);
const Instrument* find_instrument(const core::Catalogue& catalogue, std::string_view code);
// For core::Module: the instruments ("assessment"), and the questions of each ("assessment_adult"),
// which stay once they were asked.
std::vector<core::CatalogueEntry> instrument_entries(const core::Catalogue& catalogue);
const InstrumentDimension* find_dimension(const Instrument& instrument, std::string_view code);

} // namespace cases
