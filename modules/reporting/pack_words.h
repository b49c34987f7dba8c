// SPDX-License-Identifier: EUPL-1.2
// How a pack is worded, on paper and as a workbook alike.
#pragma once

#include "reporting/pack.h"

namespace reporting {

// The sentence "page.reporting.<key>" in the language of who asks.
std::string say(core::Context& context, const std::string& key, const Facts& facts = {});
std::string label_of(core::Context& context, const char* list, const std::string& code);
std::string labels_of(core::Context& context, const char* list,
                      const std::vector<std::string>& codes);
std::string day_in(core::Context& context, Date day);
// "1234.50" as "1.234,50", or "1,234.50".
std::string amount_in(core::Context& context, const std::string& amount);

// What is said of the project, of a body, an agreement and an activity: names and values.
using Said = std::vector<std::pair<std::string, std::string>>;
Said general_data(core::Context& context, const Pack& pack);
Said narrative_of(core::Context& context, const Pack& pack);

// Tables, the heads first.
using Lines = std::vector<std::vector<std::string>>;
Lines partners_in(core::Context& context, const Pack& pack);
Lines agreements_in(core::Context& context, const Pack& pack);
Lines activities_in(core::Context& context, const Pack& pack);
// A figure a line: gender and age beside the whole.
Lines figures_in(core::Context& context, const Pack& pack);
// Of what each figure is made, and what is left out of it.
Lines parts_in(core::Context& context, const Pack& pack);
Lines money_in(core::Context& context, const Pack& pack);

} // namespace reporting
