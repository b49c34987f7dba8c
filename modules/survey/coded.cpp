// SPDX-License-Identifier: EUPL-1.2
#include "survey/coded.h"

#include <algorithm>

using core::Context;

namespace survey {

bool Coded::is_disputed() const { return by_two() && codings[0].themes != codings[1].themes; }

std::optional<std::vector<std::string>> Coded::agreed() const
{
    if (decision)
        return decision->themes;
    if (by_two() && !is_disputed())
        return codings[0].themes;
    return std::nullopt;
}

const CodingRow* Coded::of(const Id<core::Account>& coder) const
{
    for (const auto& one : codings)
        if (one.coder == coder)
            return &one;
    return nullptr;
}

std::string Coded::state_for(const Id<core::Account>& coder) const
{
    if (decision)
        return "DECIDED";
    if (by_two())
        return is_disputed() ? "DISPUTED" : "AGREED";
    return of(coder) == nullptr ? "TO_CODE" : "WAITING";
}

std::map<Id<AnswerRow>, Coded> coded_in(Context& context, const Id<Wave>& wave)
{
    std::map<Id<AnswerRow>, Coded> found;
    for (auto& row : codings_in(context.store, wave))
        found[row.answer].codings.push_back(std::move(row));
    for (auto& row : decisions_in(context.store, wave))
        found[row.answer].decision = std::move(row);
    return found;
}

Coded coded_of(Context& context, const Id<AnswerRow>& answer)
{
    return {codings_of(context.store, answer), find_decision(context.store, answer)};
}

std::vector<OpenPlace> open_places_of(Context& context, const Answered& answered, Words words)
{
    std::map<Id<Interview>, const InterviewRow*> interviews;
    for (const auto& contact : answered.contacts)
        interviews[contact.id] = &contact;
    auto rows = words == Words::yes ? open_answers(context.store, answered.wave.id, "")
                                    : open_places(context.store, answered.wave.id);
    std::vector<OpenPlace> places;
    for (auto& row : rows) {
        const auto found = interviews.find(row.interview);
        if (found == interviews.end())
            continue;
        const auto& open = answered.version_of(*found->second).places.open;
        if (std::find(open.begin(), open.end(), row.question) != open.end())
            places.push_back({std::move(row), found->second});
    }
    return places;
}

std::string label_of_question(Context& context, const Answered& answered,
                              const InterviewRow& interview, const std::string& path)
{
    const auto& version = answered.version_of(interview);
    const auto found = version.places.nodes.find(path);
    if (found == version.places.nodes.end())
        return path;
    const auto& labels = found->second->label;
    for (const auto& language : {context.language(), version.read->form.default_language})
        if (const auto label = labels.find(language); label != labels.end())
            return label->second;
    return labels.empty() ? found->second->name : labels.begin()->second;
}

} // namespace survey
