// SPDX-License-Identifier: EUPL-1.2
// Questions about a statement: asked by the direction or by a check, answered by the city, closed
// with a corrected version or an explanation.
#include <algorithm>

#include "core/house.h"
#include "monitoring/checks.h"
#include "monitoring/entry_rows.h"
#include "monitoring/indicator.h"
#include "monitoring/periods.h"
#include "monitoring/personal_codes.h"
#include "monitoring/returns.h"
#include "monitoring/rows.h"
#include "monitoring/writing.h"

using core::Context;

namespace monitoring {

namespace {

constexpr int listed_max = 500;
constexpr int statements_at_once = 20;
constexpr std::size_t questions_at_once = 20; // of a statement where everything is off

Question question_of(const std::vector<Entry>& entries, const Entry& asked)
{
    Question question;
    question.id = asked.id;
    question.city = asked.city;
    question.period = asked.period;
    question.statement = asked.statement;
    question.indicator = asked.indicator;
    question.by_itself = !asked.author;
    question.entries = thread_of(entries, asked.id);
    question.state = state_of_question(question.entries);
    for (const auto& entry : question.entries)
        if (entry.kind == "closing" && !question.closed_because)
            question.closed_because = entry.reason;
    return question;
}

// One that was taken back is not there.
std::optional<Question> find_question(Context& context, const Id<Entry>& id)
{
    const auto asked = find_entry(context.store, id);
    if (!asked || asked->kind != "question")
        return std::nullopt;
    const auto entries = standing_of(context, asked->city, asked->period);
    const bool stands =
        std::any_of(entries.begin(), entries.end(), [&](const Entry& one) { return one.id == id; });
    return stands ? std::optional(question_of(entries, *asked)) : std::nullopt;
}

Question get_standing_question(Context& context, const Id<Entry>& id)
{
    auto question = find_question(context, id);
    if (!question)
        throw not_found();
    return std::move(*question);
}

Question get_open_question(Context& context, const Id<Entry>& id)
{
    auto question = get_standing_question(context, id);
    if (question.state == "closed")
        throw Problem(409, "monitoring.question_closed");
    return question;
}

} // namespace

QuestionList list_questions(Context& context, const ListQuestions& wish)
{
    std::string period;
    if (wish.period)
        period = to_string(get_period(*wish.period));
    QuestionList list;
    for (const auto& asked :
         questions_of(context.store, wish.city.value_or(""), period, listed_max)) {
        auto question = find_question(context, asked.id);
        if (question && (!wish.state || question->state == *wish.state))
            list.items.push_back(std::move(*question));
    }
    return list;
}

Question get_question(Context& context, const GetQuestion& wish)
{
    return get_standing_question(context, wish.id);
}

Question ask_question(Context& context, const AskQuestion& wish)
{
    const auto card = get_latest(context, wish.statement);
    if (wish.indicator && find_indicator(context.catalogue(), *wish.indicator) == nullptr)
        refuse("indicator", "monitoring.unknown_indicator", {{"indicator", *wish.indicator}});
    refuse_personal_codes("words", wish.words);

    auto entry = new_entry(context, wish.id, "question", card.city, card.period);
    entry.thread = entry.id;
    entry.statement = card.id;
    entry.indicator = wish.indicator;
    entry.words = wish.words;
    write_entry(context, entry);
    return get_standing_question(context, entry.id);
}

Question reply(Context& context, const Reply& wish)
{
    const auto question = get_open_question(context, wish.question);
    refuse_personal_codes("words", wish.words);

    auto entry = new_entry(context, wish.id, "reply", question.city, question.period);
    entry.thread = question.id;
    entry.words = wish.words;
    write_entry(context, entry);
    return get_standing_question(context, question.id);
}

Question close_question(Context& context, const CloseQuestion& wish)
{
    const auto question = get_open_question(context, wish.question);
    refuse_personal_codes("words", wish.words);

    auto entry = new_entry(context, wish.id, "closing", question.city, question.period);
    entry.thread = question.id;
    entry.reason = wish.reason;
    entry.words = wish.words;
    write_entry(context, entry);
    return get_standing_question(context, question.id);
}

// ---- by itself

namespace {

Finding finding_of(const Entry& question)
{
    Finding finding;
    finding.check = question.finding.value_or("");
    finding.indicator = question.indicator.value_or("");
    finding.timeframe = question.timeframe.value_or("period");
    finding.breakdown = question.breakdown.value_or("total");
    finding.cell = question.cell.value_or("");
    finding.value = question.value;
    finding.low = question.low;
    finding.high = question.high;
    finding.other = question.other.value_or("");
    return finding;
}

Entry by_itself(Context& context, const StatementCard& card, const std::string& kind,
                const std::string& what)
{
    // The same statement asks the same once, however often it is looked at.
    const Id<Entry> id(named_uuid(kind + " " + to_string(card.id) + " " + what));
    auto entry = new_entry(context, id, kind, card.city, card.period);
    entry.author.reset();
    entry.author_name.reset();
    return entry;
}

Entry question_by_itself(Context& context, const StatementCard& card, const Finding& finding)
{
    auto entry = by_itself(context, card, "question",
                           finding.check + " " + finding.indicator + " " + finding.timeframe + " " +
                               finding.breakdown + " " + finding.cell + " " + finding.other);
    entry.thread = entry.id;
    entry.statement = card.id;
    entry.indicator = finding.indicator;
    entry.finding = finding.check;
    entry.timeframe = finding.timeframe;
    entry.breakdown = finding.breakdown;
    if (!finding.cell.empty())
        entry.cell = finding.cell;
    entry.value = finding.value;
    entry.low = finding.low;
    entry.high = finding.high;
    if (!finding.other.empty())
        entry.other = finding.other;
    return entry;
}

std::optional<double> total_in(const std::vector<Value>& values, const std::string& indicator)
{
    for (const auto& value : values)
        if (value.indicator == indicator && value.breakdown == "total" && value.window == "period")
            return value.value;
    return std::nullopt;
}

// Does a new version settle what an older one was asked? Who asks of a figure waits until it is
// another; who asks of nothing in particular, until there is another version.
bool is_settled(Context& context, const Entry& question, const StatementCard& card,
                const std::vector<Value>& values, const std::vector<Finding>& findings)
{
    if (question.statement == card.id)
        return false;
    if (question.finding) {
        const auto asked = finding_of(question);
        return std::none_of(findings.begin(), findings.end(),
                            [&](const Finding& finding) { return is_same_matter(finding, asked); });
    }
    if (!question.indicator || !question.statement)
        return true;
    return total_in(values, *question.indicator) !=
           total_in(totals_of(context.store, *question.statement), *question.indicator);
}

// What was asked before, and is open or was explained at the very number, is not asked again.
bool was_asked(const std::vector<Entry>& entries, const Finding& finding)
{
    return std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) {
        if (entry.kind != "question" || !entry.finding)
            return false;
        const auto asked = finding_of(entry);
        return is_same_matter(asked, finding) &&
               (asked.value == finding.value ||
                state_of_question(thread_of(entries, entry.id)) != "closed");
    });
}

std::vector<Uuid> look_at(Context& context, const StatementCard& card)
{
    const auto values = values_of(context.store, card.id);
    std::vector<std::vector<Value>> earlier;
    for (const auto& before : statements_before(context.store, card.city, card.period,
                                                rules(context.catalogue()).series.quarters_most))
        earlier.push_back(totals_of(context.store, before.id));
    const auto findings =
        check_statement(context.catalogue(), rules(context.catalogue()), values, earlier);
    const auto entries = standing_of(context, card.city, card.period);

    std::vector<Uuid> written;
    const auto write = [&](const Entry& entry) {
        if (find_entry(context.store, entry.id))
            return;
        write_entry(context, entry);
        written.push_back(entry.id);
    };
    for (const auto& question : open_questions(entries)) {
        if (!is_settled(context, question, card, values, findings))
            continue;
        auto closing = by_itself(context, card, "closing", to_string(question.id));
        closing.thread = question.id;
        closing.statement = card.id;
        closing.reason = "corrected";
        write(closing);
    }
    for (const auto& finding : findings)
        if (written.size() < questions_at_once && !was_asked(entries, finding))
            write(question_by_itself(context, card, finding));
    note_checked(context.store, card.id, context.now, static_cast<int>(findings.size()));
    return written;
}

// Nobody is asked about what is long past, nor about what has been replaced.
bool is_asked_after(Context& context, const StatementCard& card)
{
    const auto asked = rules(context.catalogue()).quarters_asked(context.today());
    return std::any_of(asked.begin(), asked.end(),
                       [&](const Period& one) { return to_string(one) == card.period; }) &&
           card.version == last_version(context.store, card.city, card.period);
}

} // namespace

std::vector<Uuid> check_statements(Context& context)
{
    std::vector<Uuid> written;
    if (context.actor.store != core::network_slug)
        return written;
    for (const auto& card : unchecked_statements(context.store, statements_at_once)) {
        if (!is_asked_after(context, card)) {
            note_checked(context.store, card.id, context.now, 0);
            continue;
        }
        const auto some = look_at(context, card);
        written.insert(written.end(), some.begin(), some.end());
    }
    return written;
}

} // namespace monitoring
