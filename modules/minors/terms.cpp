// SPDX-License-Identifier: EUPL-1.2
// The terms of a city, and the chore that keeps the clocks and tells the équipe what is over.
#include <algorithm>
#include <map>

#include "access/access.h"
#include "core/house.h"
#include "core/mail.h"
#include "minors/work.h"
#include "store/rows.h"

using core::Context;

namespace minors {

namespace {

constexpr int watched_max = 2000;
constexpr std::size_t told_max = 20; // in one mail

void retell_all(Context& context)
{
    const auto terms = terms_now(context);
    for (auto& row : list_rows(context.store, false, watched_max))
        retell(context, row, terms);
}

// What is over and by when; never of whom.
std::string text_of(Context& context, const std::string& language,
                    const std::vector<DeadlineRow>& rows)
{
    const auto& words = context.house.words();
    auto text = words.say(language, "mail.minors.begins", {}) + "\n\n";
    for (std::size_t i = 0; i < std::min(rows.size(), told_max); ++i) {
        const auto* step = context.catalogue().find_code("minor_step", rows[i].what);
        ENSURE(step);
        text += words.say(language, "mail.minors.line",
                          {{"what", language == "en" ? step->label.en : step->label.it},
                           {"day", to_string(rows[i].due_on)}}) +
                "\n";
    }
    if (rows.size() > told_max)
        text += words.say(language, "mail.minors.more",
                          {{"count", std::to_string(rows.size() - told_max)}}) +
                "\n";
    if (const auto& site = context.house.site(); !site.empty())
        text += "\n" + site + "/#/minors\n";
    return text + "\n" + words.say(language, "mail.minors.ends", {}) + "\n";
}

// Answers whether anybody was there to be told.
bool tell_equipe(Context& context, const std::vector<DeadlineRow>& rows)
{
    bool told = false;
    for (const auto& account : access::list_holders(context, core::minors_worker)) {
        if (!account.email)
            continue;
        const auto subject = context.house.words().say(
            account.language, "mail.minors.subject",
            {{"city", context.city().name}, {"count", std::to_string(rows.size())}});
        core::post_mail(context, *account.email, subject, text_of(context, account.language, rows));
        told = true;
    }
    return told;
}

} // namespace

Clocks list_clocks(Context& context)
{
    Clocks clocks;
    for (auto& term : terms_now(context))
        clocks.items.push_back({term.what, term.start, term.days, term.days_of_network,
                                context.language() == "en" ? term.source_en : term.source_it,
                                term.confirmed});
    return clocks;
}

Clocks set_clock(Context& context, const SetClock& wish)
{
    if (!is_on_a_clock(context.catalogue(), wish.what))
        refuse("what", "minors.not_on_a_clock");
    delete_term(context.store, wish.what);
    if (wish.days)
        store::insert_row(context.store,
                          TermRow{Id<TermRow>(named_uuid("minors term " + wish.what)), wish.what,
                                  *wish.days, context.actor.account, context.now});
    retell_all(context);
    return list_clocks(context);
}

// Which files have a clock that moved or was told of.
std::vector<Uuid> watch_clocks(Context& context)
{
    std::vector<Uuid> touched;
    const auto terms = terms_now(context);
    for (auto& row : list_rows(context.store, false, watched_max))
        if (retell(context, row, terms))
            touched.push_back(row.id);
    if (!context.house.sends_mail())
        return touched;
    auto over = untold_deadlines(context.store, context.today());
    if (over.empty() || !tell_equipe(context, over))
        return touched;
    for (auto& row : over) {
        row.reminded_at = context.now;
        store::update_row(context.store, row);
        touched.push_back(row.file);
    }
    return touched;
}

} // namespace minors
