// SPDX-License-Identifier: EUPL-1.2
#include "survey/figures.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "survey/estimate/domain.h"

using core::Context;

namespace survey {

namespace {

using estimate::Reply;

// Worked out by the form (1 or 0), or chosen.
Reply reply_of(const std::string& code)
{
    if (code == "1" || code == "YES")
        return Reply::yes;
    return code == "0" || code == "NO" ? Reply::no : Reply::unknown;
}

// What a choice means for the figures stands in its column `met`: "yes", "partly" (which is not
// unmet), "no", or nothing, of who prefers not to say. Without that column the code says it.
Reply answered_of(const Answered& answered, const InterviewRow& row, const std::string& need)
{
    const auto& code = answered.value(row, need, "ANSWERED");
    const auto& version = answered.version_of(row);
    const auto* path = version.places.find(need, "ANSWERED");
    if (path == nullptr || code.empty())
        return Reply::unknown;
    const auto& lists = version.read->form.choices;
    if (const auto list = lists.find(version.places.nodes.at(*path)->choices); list != lists.end())
        for (const auto& choice : list->second)
            if (const auto met = choice.columns.find("met");
                choice.name == code && met != choice.columns.end())
                return met->second == "no"   ? Reply::no
                       : met->second.empty() ? Reply::unknown
                                             : Reply::yes;
    return reply_of(code);
}

int district_of(const std::vector<core::District>& districts, const std::string& code)
{
    const auto found = std::find_if(districts.begin(), districts.end(),
                                    [&](const auto& one) { return one.code == code; });
    return found == districts.end() ? static_cast<int>(districts.size()) - 1
                                    : static_cast<int>(found - districts.begin());
}

// Of ten; nullopt: not said.
std::optional<double> share_of(const std::string& text)
{
    double tenths = 0;
    const auto* end = text.data() + text.size();
    if (text.empty() || std::from_chars(text.data(), end, tenths).ptr != end)
        return std::nullopt;
    return tenths < 0 || tenths > 10 ? std::nullopt : std::optional(tenths / 10);
}

bool asks_about_themselves(const Answered& answered, const std::string& respondents,
                           const std::string& need)
{
    for (const auto* version : answered.versions_of(respondents))
        if (version->places.find(need, "HAVE") != nullptr)
            return true;
    return false;
}

bool asks_about_others(const Answered& answered, const std::string& respondents,
                       const std::string& need)
{
    for (const auto* version : answered.versions_of(respondents))
        for (const auto* aspect : {"SHARE_HAVE", "SHARE"})
            if (version->places.find(need, aspect) != nullptr)
                return true;
    return false;
}

class Group {
public:
    Group(Context& context, const Answered& answered, const std::string& respondents, Rake rake,
          const Results& results)
        : answered_(answered),
          districts_(results.districts),
          weighed_(weigh(context, answered, respondents, rake))
    {
        found_.respondents = respondents;
        found_.weighting = weighed_.weighting;
        for (const auto* one : weighed_.interviews)
            district_.push_back(district_of(districts_, one->district));
        if (weighed_.interviews.empty())
            return;
        const estimate::Design design(weighed_.sample);
        std::vector<std::string> of_themselves;
        for (const auto& need : results.needs) {
            if (asks_about_themselves(answered, respondents, need))
                of_themselves.push_back(need);
            else if (asks_about_others(answered, respondents, need))
                tell_of_others(design, need);
        }
        tell_of_themselves(design, of_themselves);
    }

    GroupResults take() { return std::move(found_); }

private:
    void tell_of_themselves(const estimate::Design& design, const std::vector<std::string>& needs)
    {
        estimate::Interviews columns;
        columns.group.assign(weighed_.interviews.size(), 0);
        columns.district = district_;
        columns.groups = 1;
        columns.districts = static_cast<int>(districts_.size());
        for (const auto& need : needs) {
            estimate::NeedColumn column{need, {}};
            for (const auto* one : weighed_.interviews)
                column.answers.push_back(
                    estimate::need_answer(reply_of(answered_.value(*one, need, "HAVE")),
                                          reply_of(answered_.value(*one, need, "ASKED")),
                                          answered_of(answered_, *one, need)));
            columns.needs.push_back(std::move(column));
        }
        for (auto& row : estimate::needs_matrix(design, columns).rows)
            found_.needs[row.need] = std::move(row.cells);
    }

    void tell_of_others(const estimate::Design& design, const std::string& need)
    {
        auto& cells = found_.needs[need];
        cells.resize(districts_.size() + 1);
        const auto set = [&](std::initializer_list<const char*> aspects,
                             estimate::Result estimate::NeedFigures::*figure) {
            std::vector<double> shares;
            std::vector<bool> said;
            for (const auto* one : weighed_.interviews) {
                std::optional<double> share;
                for (const auto* aspect : aspects)
                    if (!share)
                        share = share_of(answered_.value(*one, need, aspect));
                shares.push_back(share.value_or(0));
                said.push_back(share.has_value());
            }
            std::vector<std::uint8_t> within(shares.size());
            for (std::size_t district = 0; district <= districts_.size(); ++district) {
                for (std::size_t i = 0; i < within.size(); ++i)
                    within[i] = said[i] && (district == districts_.size() ||
                                            district_[i] == static_cast<int>(district));
                cells[district].*figure = estimate::proportion(design, shares, within);
            }
        };
        set({"SHARE_HAVE", "SHARE"}, &estimate::NeedFigures::prevalence);
        set({"SHARE_HIDDEN"}, &estimate::NeedFigures::hidden);
        set({"SHARE_UNMET"}, &estimate::NeedFigures::unmet);
    }

    const Answered& answered_;
    const std::vector<core::District>& districts_;
    Weighed weighed_;
    std::vector<int> district_;
    GroupResults found_;
};

std::optional<std::string> reason_of(estimate::Withheld withheld)
{
    switch (withheld) {
    case estimate::Withheld::no:
        return std::nullopt;
    case estimate::Withheld::few_interviews:
        return "FEW_INTERVIEWS";
    case estimate::Withheld::imprecise:
        return "IMPRECISE";
    case estimate::Withheld::nobody:
        return "NOBODY";
    case estimate::Withheld::unknown_variance:
        return "UNKNOWN_VARIANCE";
    }
    return "UNKNOWN_VARIANCE";
}

} // namespace

const estimate::NeedFigures* GroupResults::at(const std::string& need, std::size_t district) const
{
    const auto found = needs.find(need);
    if (found == needs.end())
        return nullptr;
    return &found->second[std::min(district, found->second.size() - 1)];
}

const estimate::NeedFigures* GroupResults::city(const std::string& need) const
{
    return at(need, static_cast<std::size_t>(-1));
}

const GroupResults* Results::find(const std::string& respondents) const
{
    for (const auto& one : groups)
        if (one.respondents == respondents)
            return &one;
    return nullptr;
}

Results results_of(Context& context, const Answered& answered, Rake rake)
{
    Results results;
    results.needs = answered.needs();
    results.districts = context.catalogue().districts(context.city().slug);
    for (const auto& respondents : respondent_groups)
        if (!answered.versions_of(respondents).empty())
            results.groups.push_back(Group(context, answered, respondents, rake, results).take());
    return results;
}

Figure figure_of(const estimate::Result& result)
{
    Figure figure;
    if (result.n == 0 || result.n >= persons_min)
        figure.n = result.n;
    figure.withheld =
        reason_of(result.n == 0 ? estimate::Withheld::few_interviews : result.withheld);
    if (figure.withheld)
        return figure;
    figure.percent = 100 * result.estimate;
    figure.standard_error = 100 * result.standard_error;
    figure.low = 100 * result.low;
    figure.high = 100 * result.high;
    figure.n_effective = result.n_effective;
    figure.design_effect = result.design_effect;
    return figure;
}

std::vector<GroupFigures> groups_of(const Results& results, const std::string& need,
                                    std::size_t district)
{
    std::vector<GroupFigures> groups;
    for (const auto& group : results.groups)
        if (const auto* found = group.at(need, district))
            groups.push_back({group.respondents, figure_of(found->prevalence),
                              figure_of(found->hidden), figure_of(found->unmet)});
    return groups;
}

std::vector<PerceptionGap> gaps_of(const Results& results, const std::string& need,
                                   std::size_t district)
{
    std::vector<PerceptionGap> gaps;
    const auto* served = results.find("MIGRANT");
    const auto* of_served = served == nullptr ? nullptr : served->at(need, district);
    if (of_served == nullptr)
        return gaps;
    for (const auto& group : results.groups) {
        const auto* of_serving = group.at(need, district);
        if (&group == served || of_serving == nullptr)
            continue;
        const auto found = estimate::difference(of_serving->prevalence, of_served->prevalence);
        auto& gap = gaps.emplace_back();
        gap.respondents = group.respondents;
        const bool nobody = of_serving->prevalence.n == 0 || of_served->prevalence.n == 0;
        gap.withheld = reason_of(nobody ? estimate::Withheld::few_interviews : found.withheld);
        if (gap.withheld)
            continue;
        gap.points = 100 * found.estimate;
        gap.standard_error = 100 * found.standard_error;
        gap.low = 100 * found.low;
        gap.high = 100 * found.high;
    }
    return gaps;
}

} // namespace survey
