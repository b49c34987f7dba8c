// SPDX-License-Identifier: EUPL-1.2
// Open answers of a wave and how far their coding is.
#pragma once

#include "survey/answered.h"
#include "survey/coding.h"

namespace survey {

// Of one answer: what one or two found, and what was decided.
struct Coded {
    std::vector<CodingRow> codings; // who came first, first
    std::optional<DecisionRow> decision;

    bool by_two() const { return codings.size() == 2; }
    bool is_disputed() const;
    // What counts: of both where they found the same, else what was decided.
    std::optional<std::vector<std::string>> agreed() const;
    const CodingRow* of(const Id<core::Account>& coder) const;
    // For whoever asks: what others wrote is not told before one has coded oneself.
    std::string state_for(const Id<core::Account>& coder) const;
};

std::map<Id<AnswerRow>, Coded> coded_in(core::Context& context, const Id<Wave>& wave);
Coded coded_of(core::Context& context, const Id<AnswerRow>& answer);

// Answers to the questions that are to be coded, with who gave them.
struct OpenPlace {
    AnswerRow answer; // without words, unless asked for
    const InterviewRow* interview = nullptr;
};
enum class Words { no, yes };
std::vector<OpenPlace> open_places_of(core::Context& context, const Answered& answered,
                                      Words words = Words::no);

// The question as it was worded, in the reader's language.
std::string label_of_question(core::Context& context, const Answered& answered,
                              const InterviewRow& interview, const std::string& path);

} // namespace survey
