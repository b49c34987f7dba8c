// SPDX-License-Identifier: EUPL-1.2
// A wave as it was answered, made ready for figures: who was met, what was asked in each version,
// what was said in codes; and what each interview weighs.
#pragma once

#include <map>
#include <memory>
#include <set>

#include "survey/coding_rows.h"
#include "survey/estimate/sample.h"
#include "survey/findings.h"
#include "survey/kept_forms.h"

namespace survey {

inline const std::vector<std::string> respondent_groups{"MIGRANT", "OPERATOR", "BODY"};

// Questions of one version by what they are about.
struct Places {
    // "HOUSING" → "HAVE" → path
    std::map<std::string, std::map<std::string, std::string>> needs;
    std::vector<std::string> need_order; // as they are asked
    std::map<std::string, std::vector<std::string>> roles;
    std::vector<std::string> open; // in own words, to be coded
    std::map<std::string, const xlsform::Node*> nodes;

    explicit Places(const xlsform::Form& form);
    // Null where the version does not ask it.
    const std::string* find(const std::string& need, const std::string& aspect) const;
    const std::string* first(const std::string& role) const;
};

struct AskedVersion {
    VersionRow row;
    std::shared_ptr<const ReadForm> read;
    Places places;
};

class Answered {
public:
    Answered(core::Context& context, WaveRow wave);
    // Of one interview alone: what the writer needs is little.
    Answered(core::Context& context, WaveRow wave, const InterviewRow& interview);

    WaveRow wave;
    // Everybody who was met or tried, and counts; sorted by district, group and id.
    std::vector<InterviewRow> contacts;

    const AskedVersion& version_of(const InterviewRow& interview) const;
    // Those of a group with which somebody was interviewed, the earliest first.
    std::vector<const AskedVersion*> versions_of(const std::string& respondents) const;
    const std::vector<AnswerRow>& answers_of(const Id<Interview>& interview) const;
    // "" where nothing was answered; outside repeats.
    const std::string& value(const InterviewRow& interview, const std::string& path) const;
    const std::string& value(const InterviewRow& interview, const std::string& need,
                             const std::string& aspect) const;
    const std::string& of_role(const InterviewRow& interview, const std::string& role) const;
    // Codes of needs in the order in which they are asked, of all versions.
    std::vector<std::string> needs() const;

private:
    void read_versions(core::Context& context);
    std::map<Id<VersionLine>, AskedVersion> versions_;
    std::map<Id<Interview>, std::vector<AnswerRow>> answers_;
};

// Whether somebody answered: complete, or partial and good for something.
bool is_interview(const InterviewRow& row);
// "I agree to be quoted."
bool may_quote(const Answered& answered, const InterviewRow& interview);

// Of one group: who has a weight, in the order of the sample's columns.
struct Weighed {
    std::vector<const InterviewRow*> interviews;
    estimate::Sample sample;
    Weighting weighting;
};

enum class Rake { no, yes };
Weighed weigh(core::Context& context, const Answered& answered, const std::string& respondents,
              Rake rake = Rake::no);

// The wave before this one, of those with interviews.
std::optional<WaveRow> wave_before(core::Context& context, const WaveRow& wave);

// Of one group, as AAPOR has them.
ResponseRates rates_of(core::Context& context, const WaveRow& wave, const std::string& respondents);

std::string need_name(core::Context& context, const std::string& need);

} // namespace survey
