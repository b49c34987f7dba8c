// SPDX-License-Identifier: EUPL-1.2
#include "survey/answered.h"

#include <algorithm>
#include <tuple>

#include "survey/response.h"
#include "survey/work.h"

using core::Context;

namespace survey {

namespace {

const std::string nothing;

void add(Places& places, const std::vector<xlsform::Node>& nodes)
{
    for (const auto& node : nodes) {
        places.nodes[node.path] = &node;
        if (!node.need.empty() && !node.aspect.empty()) {
            auto& aspects = places.needs[node.need];
            if (aspects.empty())
                places.need_order.push_back(node.need);
            aspects.try_emplace(node.aspect, node.path);
        }
        if (!node.role.empty())
            places.roles[node.role].push_back(node.path);
        if (node.is_free_text())
            places.open.push_back(node.path);
        add(places, node.children);
    }
}

bool comes_before(const AnswerRow& one, const AnswerRow& other)
{
    return std::tie(one.question, one.occurrence) < std::tie(other.question, other.occurrence);
}

// Asked for hundreds of times an interview: found by halves.
void sort(std::vector<AnswerRow>& answers)
{
    std::sort(answers.begin(), answers.end(), comes_before);
}

} // namespace

Places::Places(const xlsform::Form& form)
{
    add(*this, form.nodes);
    // A form that says which of its texts are to be coded is believed.
    if (const auto said = roles.find("OPEN"); said != roles.end())
        open = said->second;
}

const std::string* Places::find(const std::string& need, const std::string& aspect) const
{
    const auto aspects = needs.find(need);
    if (aspects == needs.end())
        return nullptr;
    const auto found = aspects->second.find(aspect);
    return found == aspects->second.end() ? nullptr : &found->second;
}

const std::string* Places::first(const std::string& role) const
{
    const auto found = roles.find(role);
    return found == roles.end() ? nullptr : &found->second.front();
}

Answered::Answered(Context& context, WaveRow row)
    : wave(std::move(row)), contacts(counted_interviews(context.store, wave.id))
{
    read_versions(context);
    for (auto& answer : coded_answers(context.store, wave.id))
        answers_[answer.interview].push_back(std::move(answer));
    for (auto& [interview, answers] : answers_)
        sort(answers);
}

Answered::Answered(Context& context, WaveRow row, const InterviewRow& interview)
    : wave(std::move(row)), contacts{interview}
{
    read_versions(context);
    auto& answers = answers_[interview.id];
    answers = coded_answers_of(context.store, interview.id);
    sort(answers);
}

void Answered::read_versions(Context& context)
{
    for (const auto& contact : contacts) {
        if (versions_.contains(contact.version))
            continue;
        auto version = find_version(context.store, contact.version);
        ENSURE(version);
        auto read = form_of(context, *version);
        Places places(read->form);
        versions_.emplace(contact.version,
                          AskedVersion{std::move(*version), std::move(read), std::move(places)});
    }
}

const AskedVersion& Answered::version_of(const InterviewRow& interview) const
{
    return versions_.at(interview.version);
}

std::vector<const AskedVersion*> Answered::versions_of(const std::string& respondents) const
{
    std::set<Id<VersionLine>> seen;
    for (const auto& contact : contacts)
        if (contact.respondents == respondents && is_interview(contact))
            seen.insert(contact.version);
    std::vector<const AskedVersion*> found;
    for (const auto& id : seen)
        found.push_back(&versions_.at(id));
    std::sort(found.begin(), found.end(), [](const auto* one, const auto* other) {
        return one->row.number < other->row.number;
    });
    return found;
}

const std::vector<AnswerRow>& Answered::answers_of(const Id<Interview>& interview) const
{
    static const std::vector<AnswerRow> none;
    const auto found = answers_.find(interview);
    return found == answers_.end() ? none : found->second;
}

const std::string& Answered::value(const InterviewRow& interview, const std::string& path) const
{
    const auto& answers = answers_of(interview.id);
    AnswerRow wanted;
    wanted.question = path;
    const auto found = std::lower_bound(answers.begin(), answers.end(), wanted, comes_before);
    const bool is_there = found != answers.end() && found->question == path &&
                          found->occurrence.empty() && found->value;
    return is_there ? *found->value : nothing;
}

const std::string& Answered::value(const InterviewRow& interview, const std::string& need,
                                   const std::string& aspect) const
{
    const auto* path = version_of(interview).places.find(need, aspect);
    return path == nullptr ? nothing : value(interview, *path);
}

const std::string& Answered::of_role(const InterviewRow& interview, const std::string& role) const
{
    const auto* path = version_of(interview).places.first(role);
    return path == nullptr ? nothing : value(interview, *path);
}

std::vector<std::string> Answered::needs() const
{
    std::vector<std::string> found;
    for (const auto& [id, version] : versions_)
        for (const auto& need : version.places.need_order)
            if (std::find(found.begin(), found.end(), need) == found.end())
                found.push_back(need);
    return found;
}

bool is_interview(const InterviewRow& row)
{
    return row.disposition == "COMPLETE" || row.disposition == "PARTIAL";
}

bool may_quote(const Answered& answered, const InterviewRow& interview)
{
    return answered.of_role(interview, "QUOTE_CONSENT") == "YES";
}

std::optional<WaveRow> wave_before(Context& context, const WaveRow& wave)
{
    for (auto& one : every_wave(context.store)) // the newest first
        if (one.number < wave.number && !one.removed_at &&
            !counted_interviews(context.store, one.id).empty())
            return std::move(one);
    return std::nullopt;
}

ResponseRates rates_of(Context& context, const WaveRow& wave, const std::string& respondents)
{
    ResponseRates rates;
    rates.respondents = respondents;
    for (const auto& outcome : outcomes_of(context.store, wave.id))
        if (outcome.respondents == respondents)
            count_outcome(rates, outcome.disposition, outcome.interviews);
    work_out(rates);
    return rates;
}

std::string need_name(Context& context, const std::string& need)
{
    const auto* code = context.catalogue().find_code("need_item", need);
    if (code == nullptr)
        return need;
    return context.language() == "it" ? code->label.it : code->label.en;
}

} // namespace survey
