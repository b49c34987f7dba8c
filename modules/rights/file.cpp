// SPDX-License-Identifier: EUPL-1.2
// The person's own file on paper, in their language: what is held, on which basis and for how long,
// and who has opened it. What somebody wrote stands as it was written. Not on it: notes kept to a
// profession, what others said or were told, and the names of those who work here
// (docs/decisions/0019).
#include "cases/cases.h"
#include "paper/sheet.h"
#include "rights/own_file.h"
#include "rights/work.h"

using core::Context;

namespace rights {

namespace {

void write_head(Context& context, paper::Sheet& sheet, const core::SheetWords& words,
                const people::Card& card, std::size_t records)
{
    sheet.title(words.say("title"));
    sheet.text(paper::apart(card.name));
    sheet.fact(words.say("number"), paper::apart(card.number));
    sheet.fact(words.say("printed"), words.moment(context.now));
    sheet.text(words.say("what"));
    if (records > 1)
        sheet.small(words.say("records", {{"count", std::to_string(records)}}));
}

void write_section(paper::Sheet& sheet, const core::SheetWords& words, const FileSection& section)
{
    sheet.heading(section.heading);
    bool is_first = true;
    for (const auto& row : section.rows) {
        if (!is_first)
            sheet.rule();
        is_first = false;
        for (const auto& [name, text] : row)
            sheet.fact(name, text);
    }
    if (section.reserved > 0)
        sheet.small(words.say("reserved", {{"count", std::to_string(section.reserved)}}));
    if (section.cancelled > 0)
        sheet.small(words.say("cancelled", {{"count", std::to_string(section.cancelled)}}));
}

// The legal basis is the controller's to say: room to write it.
void write_law(Context& context, paper::Sheet& sheet, const core::SheetWords& words)
{
    sheet.heading(words.say("basis_title"));
    sheet.text(words.say("basis"));
    sheet.signature(words.say("basis_line"));
    sheet.heading(words.say("retention_title"));
    sheet.text(words.say("retention"));
    for (const auto& rule : rules_of(context))
        sheet.fact(in_words(context, words, "retention_rule", rule.code),
                   words.say("months", {{"count", std::to_string(rule.months)}}) +
                       (rule.confirmed ? "" : " – " + words.say("to_confirm")));
    sheet.heading(words.say("absent_title"));
    sheet.text(words.say("absent"));
}

void write_readers(paper::Sheet& sheet, const core::SheetWords& words,
                   const std::vector<DayOpened>& days)
{
    sheet.heading(words.say("readers_title"));
    sheet.text(words.say("readers"));
    for (const auto& [day, lines] : days) {
        std::string text;
        for (const auto& line : lines)
            text += (text.empty() ? "" : "\n") + line;
        sheet.fact(words.day(day), text);
    }
    if (days.empty())
        sheet.text(words.say("nobody"));
}

// A social worker gives out the file of whom nobody has in charge, or of whom they read the case;
// else whoever coordinates does.
void check_gives_out(Context& context, const people::Card& card)
{
    if (context.actor.roles.any_of(core::city_coordinator) || people::is_guarded(context, card.id))
        return;
    if (card.case_state && !cases::reads_case_of(context, card.id))
        throw Problem(403, "rights.ask_who_coordinates");
}

} // namespace

core::Bytes print_file(Context& context, const PrintFile& wish)
{
    const auto card = people::get_card(context, wish.person);
    check_gives_out(context, card);
    context.concerns(wish.person);
    const auto persons = people::same_persons(context, card.id);
    const core::SheetWords words(context.catalogue(), "rights", wish.language);

    paper::Sheet sheet(wish.language, words.say("title"));
    write_head(context, sheet, words, card, persons.size());
    for (const auto& section : sections_of(context, words, persons))
        write_section(sheet, words, section);
    write_law(context, sheet, words);
    write_readers(sheet, words, opened_by(context, words, persons));
    sheet.rule();
    sheet.text(words.say("rights"));
    sheet.signature(words.say("signature"));
    return {sheet.finish(), "application/pdf", 200};
}

} // namespace rights
