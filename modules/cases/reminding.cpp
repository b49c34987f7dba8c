// SPDX-License-Identifier: EUPL-1.2
// The mail that says in the evening what waits.
#include <map>

#include "access/access.h"
#include "cases/waiting.h"
#include "cases/waiting_rows.h"
#include "core/house.h"
#include "core/mail.h"
#include "store/rows.h"

using core::Context;

namespace cases {

namespace {

constexpr int sunday = 7;

// Who may have cases, an account once, and has an address.
std::map<Id<core::Account>, access::Account> readers_with_address(Context& context)
{
    std::map<Id<core::Account>, access::Account> found;
    for (const auto role : {core::social_worker, core::city_coordinator})
        for (auto& account : access::list_holders(context, role))
            if (account.email)
                found.emplace(account.id, std::move(account));
    return found;
}

// Documents stay near their end for two months: said every evening they would teach people not to
// read. Alone they are told once a week, before it begins.
bool is_worth_a_mail(const Waiting& waiting, Date today)
{
    const int on_a_clock = waiting.cases_ending + waiting.reviews + waiting.goals + waiting.actions;
    return waiting.tomorrow + on_a_clock > 0 ||
           (waiting.documents > 0 && weekday_of(today) == sunday);
}

// The sentences of the page, so that both say the same; with the day, because a mail server may
// keep a mail until the next.
class Letter {
public:
    Letter(Context& context, const std::string& language, const Waiting& waiting)
        : context_(context), words_(context.house.words()), language_(language), waiting_(waiting)
    {
    }

    std::string subject() const
    {
        if (waiting_.tomorrow == 0)
            return words_.say(language_, "mail.cases.waits", {{"city", context_.city().name}});
        return counted(
            "mail.cases.tomorrow", waiting_.tomorrow,
            {{"city", context_.city().name}, {"day", to_string(context_.today().plus_days(1))}});
    }

    std::string text() const
    {
        auto text =
            words_.say(language_, "mail.cases.begins", {{"day", to_string(context_.today())}}) +
            "\n\n";
        if (waiting_.first_at)
            text += "- " +
                    counted("page.cases.waits.tomorrow", waiting_.tomorrow,
                            {{"time", local_clock(*waiting_.first_at)}}) +
                    "\n";
        text += line("week", waiting_.week) + line("cases_ending", waiting_.cases_ending) +
                line("reviews", waiting_.reviews) + line("goals", waiting_.goals) +
                line("actions", waiting_.actions) + line("documents", waiting_.documents);
        if (const auto& site = context_.house.site(); !site.empty())
            text += "\n" + site + "/#/cases/calendar\n";
        return text + "\n" + words_.say(language_, "mail.cases.ends") + "\n";
    }

private:
    std::string counted(const std::string& key, int number, Facts facts = {}) const
    {
        facts.emplace_back("n", std::to_string(number));
        return words_.say(language_, key + (number == 1 ? ".one" : ".other"), facts);
    }

    std::string line(const std::string& what, int number) const
    {
        return number == 0 ? "" : "- " + counted("page.cases.waits." + what, number) + "\n";
    }

    Context& context_;
    const core::Words& words_;
    const std::string language_;
    const Waiting& waiting_;
};

// Once an evening; false also where it was looked at before, or is not wanted.
bool is_due(Context& context, const Id<core::Account>& account)
{
    auto row = find_reminder(context.store, account);
    if (!row) {
        store::insert_row(context.store, ReminderRow{account, true, context.today()});
        return true;
    }
    if (!row->wanted || row->looked_on == context.today())
        return false;
    row->looked_on = context.today();
    store::update_row(context.store, *row);
    return true;
}

bool remind(Context& context, const access::Account& account)
{
    const auto worker = access::find_actor(context, account.id);
    if (!worker || !is_due(context, account.id))
        return false;
    const auto waiting = what_waits(context, core::scope_of(*worker));
    if (!is_worth_a_mail(waiting, context.today()))
        return false;
    const Letter letter(context, account.language, waiting);
    core::post_mail(context, *account.email, letter.subject(), letter.text());
    return true;
}

} // namespace

std::vector<Uuid> remind_workers(Context& context)
{
    std::vector<Uuid> told;
    if (!context.house.sends_mail() || local_hour(context.now) < reminder_hour)
        return told;
    for (const auto& [id, account] : readers_with_address(context))
        if (remind(context, account))
            told.push_back(id);
    return told;
}

} // namespace cases
