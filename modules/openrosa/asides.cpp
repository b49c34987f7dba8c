// SPDX-License-Identifier: EUPL-1.2
// What was kept aside: seen, recorded after all, or let go.
#include <algorithm>
#include <set>

#include "openrosa/acts.h"
#include "openrosa/forms.h"
#include "openrosa/further.h"
#include "openrosa/recording.h"
#include "openrosa/rows.h"
#include "store/rows.h"

using core::Context;

namespace openrosa {

namespace {

constexpr int listed_max = 200;

AsideRow get_row(Context& context, const Id<Aside>& id)
{
    auto row = find_aside(context.store, id);
    if (!row)
        throw not_found();
    context.about(id);
    return std::move(*row);
}

const char* state_of(const AsideRow& row)
{
    return row.recorded_at ? "recorded" : row.dismissed_at ? "dismissed" : "waiting";
}

// Our own reasons have words of their own; all others are rules of the act.
std::string reason_text(Context& context, const std::string& reason)
{
    const auto word = "form.openrosa.reason_" + reason.substr(reason.find('.') + 1);
    const auto& words = context.house.words();
    return words.say(context.language(),
                     words.knows("it", word) ? word : "form.openrosa.reason_rule");
}

template <class Shown> Shown show(Context& context, const AsideRow& row)
{
    Shown aside;
    aside.id = row.id;
    aside.form = row.form;
    if (const auto* form = find_form(context, row.form))
        aside.form_title = title_of(*form, context.language());
    if (const auto* owner = owner_of(context, row.form))
        aside.form_title = owner->title(context, row.form);
    aside.reason = row.reason;
    aside.reason_text = reason_text(context, row.reason);
    aside.kept_by_phone = row.kept_by_phone;
    aside.sent_by_name = access::name_of(context, row.sent_by);
    aside.received_at = row.received_at;
    aside.state = state_of(row);
    aside.thing = row.thing;
    return aside;
}

Facts facts_in(const std::optional<std::string>& json)
{
    Facts facts;
    if (!json)
        return facts;
    const auto document = JsonDocument::parse(*json);
    document.root().each_member([&](std::string_view name, JsonView value) {
        facts.emplace_back(name, std::string(value.text()));
    });
    return facts;
}

// What the act's reading finds wrong today: question -> sentence.
std::map<std::string, std::string> errors_of(Context& context, const Form& form,
                                             const Submission& submission, const Uuid& id)
{
    std::map<std::string, std::string> errors;
    const auto input = input_of(form, submission, id);
    const auto document = JsonDocument::parse(input.json);
    Reading reading{context.catalogue().lists_of(context.actor.store), context.now, false, {}};
    try {
        form.act->read(reading, document.root());
    } catch (const Problem& problem) {
        for (const auto& [field, code, facts] : problem.errors) {
            auto& text = errors[field.substr(0, field.find('['))];
            text += (text.empty() ? "" : " ") +
                    context.house.words().say(context.language(), "error." + code, facts);
        }
    }
    return errors;
}

std::string_view name_of_kind(Kind kind)
{
    switch (kind) {
    case Kind::boolean:
        return "boolean";
    case Kind::integer:
        return "integer";
    case Kind::real:
        return "real";
    case Kind::date:
        return "date";
    case Kind::instant:
        return "instant";
    default:
        return "text";
    }
}

AsideAnswer answer_to(Context& context, const Form& form, const Question& question,
                      const Submission& submission)
{
    const auto language = context.language();
    AsideAnswer answer;
    answer.question = question.name;
    answer.label = label_of(context.house, language, form, question);
    if (auto hint = hint_of(context.house, language, form, question); !hint.empty())
        answer.hint = std::move(hint);
    if (const auto* value = submission.find(question.name))
        answer.value = *value;
    if (question.is_picture()) {
        answer.kind = "picture";
        return answer;
    }
    answer.kind = name_of_kind(question.field->kind);
    answer.many = question.field->many;
    answer.required = question.field->required;
    for (auto& choice : choices_of(context.house, context.actor.store, language, *question.field))
        answer.choices.push_back({std::move(choice.code), std::move(choice.label)});
    return answer;
}

// An answer that the form has no question for.
AsideAnswer stray(Context& context, const Submission::Answer& sent)
{
    AsideAnswer answer;
    answer.question = sent.question;
    answer.label = sent.question;
    answer.kind = "text";
    answer.asked = false;
    answer.value = sent.text;
    answer.error = context.house.words().say(context.language(), "error.openrosa.not_asked");
    return answer;
}

std::vector<AsideAnswer> answers_of(Context& context, const Form* form,
                                    const Submission& submission, const Uuid& id)
{
    std::vector<AsideAnswer> answers;
    if (form) {
        const auto errors = errors_of(context, *form, submission, id);
        for (const auto& question : form->questions) {
            answers.push_back(answer_to(context, *form, question, submission));
            if (const auto wrong = errors.find(question.name); wrong != errors.end())
                answers.back().error = wrong->second;
        }
    }
    for (const auto& sent : submission.answers)
        if (!form || !form->find_question(sent.question))
            answers.push_back(stray(context, sent));
    return answers;
}

void correct(Submission& submission, const Form& form, const std::vector<CorrectedAnswer>& answers)
{
    if (answers.empty())
        return;
    auto& sent = submission.answers;
    for (const auto& [question, value] : answers) {
        if (!form.find_question(question))
            refuse("answers", "openrosa.not_asked", {{"question", question}});
        std::erase_if(sent, [&, name = question](const auto& one) { return one.question == name; });
        if (value)
            sent.push_back({question, *value});
    }
    // Whoever corrects has seen what nobody asks, and has put it where it belongs.
    std::erase_if(sent, [&](const auto& one) { return !form.find_question(one.question); });
}

// In the name of who was in the street, where they still work here: it is their contact.
core::Actor worker_of(Context& context, const Form& form, const AsideRow& row)
{
    const auto sender = access::find_actor(context, row.sent_by);
    return sender && context.house.may_ask(*sender, *form.act) ? *sender : context.actor;
}

// Of another module: as it was sent, and in nobody else's name.
SubmissionRow record_further(Context& context, const core::PhoneForms& owner,
                             const RecordAside& wish, const AsideRow& row)
{
    if (!wish.answers.empty())
        refuse("answers", "openrosa.not_asked");
    const auto sender = access::find_actor(context, row.sent_by);
    if (!sender)
        throw Problem(409, "openrosa.sender_gone");
    const auto& xml = row.xml.value();
    const auto submission = read_submission(xml);
    return record(context, {owner, submission, xml, row.id, row.mark, *sender});
}

} // namespace

AsideList list_asides(Context& context, const ListAsides& wish)
{
    AsideList list;
    for (const auto& row : asides(context.store, wish.state.value_or("waiting"), listed_max))
        list.items.push_back(show<Aside>(context, row));
    return list;
}

AsideSheet get_aside(Context& context, const AsidePath& wish)
{
    const auto row = get_row(context, wish.id);
    auto sheet = show<AsideSheet>(context, row);
    sheet.pictures = attachments_of(context.store, row.id);
    if (!row.xml)
        return sheet;
    sheet.refusal =
        context.house.words().say(context.language(), "problem." + row.reason, facts_in(row.facts));
    if (owner_of(context, row.form)) {
        // As it is: what was answered is not for who looks at it here.
        sheet.recordable = row.reason != "openrosa.unreadable";
        return sheet;
    }
    const auto submission = read_submission(*row.xml);
    const auto* form = find_form(context, row.form);
    sheet.recordable = form != nullptr;
    sheet.answers = answers_of(context, form, submission, row.id);
    if (!submission.fault.empty())
        sheet.xml = row.xml;
    return sheet;
}

Aside record_aside(Context& context, const RecordAside& wish)
{
    const auto row = get_row(context, wish.id);
    if (row.recorded_at)
        return show<Aside>(context, row);
    if (row.dismissed_at)
        throw Problem(409, "openrosa.aside_dismissed");
    if (const auto* owner = owner_of(context, row.form)) {
        settle(context, row, record_further(context, *owner, wish, row));
        return show<Aside>(context, get_row(context, wish.id));
    }
    const auto* form = find_form(context, row.form);
    if (!form)
        throw Problem(409, "openrosa.unknown_form", {{"form", row.form}});
    auto submission = read_submission(row.xml.value());
    correct(submission, *form, wish.answers);

    const auto recorded =
        record(context, {*form, submission, row.id, row.mark, worker_of(context, *form, row)});
    settle(context, row, recorded);
    return show<Aside>(context, get_row(context, wish.id));
}

Aside dismiss_aside(Context& context, const AsidePath& wish)
{
    auto row = get_row(context, wish.id);
    if (row.recorded_at)
        throw Problem(409, "openrosa.aside_recorded");
    if (!row.dismissed_at) {
        row.dismissed_by = context.actor.account;
        row.dismissed_at = context.now;
        store::update_row(context.store, row);
    }
    return show<Aside>(context, row);
}

Aside restore_aside(Context& context, const RestoreAside& wish)
{
    auto row = get_row(context, wish.id);
    if (row.dismissed_at) {
        row.dismissed_by.reset();
        row.dismissed_at.reset();
        store::update_row(context.store, row);
    }
    return show<Aside>(context, row);
}

} // namespace openrosa
