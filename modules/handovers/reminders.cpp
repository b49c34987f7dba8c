// SPDX-License-Identifier: EUPL-1.2
// Of referrals between cities that wait too long or were refused: who sent them and who took them
// on are told by e-mail that there is something to take up, never of whom.
#include <map>

#include "access/access.h"
#include "core/house.h"
#include "core/mail.h"
#include "handovers/acts.h"
#include "handovers/rows.h"
#include "handovers/stages.h"
#include "store/rows.h"

using core::Context;

namespace handovers {

namespace {

constexpr int looked_at_max = 2000;
constexpr std::size_t listed_max = 20; // in one mail

struct Line {
    Id<Handover> id;
    std::string clock; // the end of its sentence in the words
    Date day;
    std::vector<Id<core::Account>> readers;
};

bool is_new(Context& context, const Line& line)
{
    return !was_reminded(context.store, line.id, line.clock);
}

// Where it was sent from: no answer, no outcome, or a no.
std::vector<Line> lines_of_sent(Context& context)
{
    std::vector<Line> lines;
    for (const auto& row : waiting_sent(context.store, looked_at_max)) {
        const auto waiting = waiting_of(row.state, row.due_on, row, context.today());
        const auto clock = row.state == "refused" ? "to_take_up" : waiting.clock;
        Line line{Id<Handover>(row.id), clock, local_date(row.sent_at), {row.sent_by}};
        if ((waiting.is_late() || row.state == "refused") && is_new(context, line))
            lines.push_back(std::move(line));
    }
    return lines;
}

// Until somebody has said yes it is for who coordinates; a minor for the équipe alone, where the
// city has one.
std::vector<Id<core::Account>> readers_of(Context& context, const ReceivedRow& row)
{
    if (row.state == "accepted")
        return {row.answered_by.value()};
    auto holders =
        access::list_holders(context, row.guarded ? core::minors_worker : core::city_coordinator);
    if (holders.empty())
        holders = access::list_holders(context, core::city_coordinator);
    std::vector<Id<core::Account>> readers;
    for (const auto& holder : holders)
        readers.push_back(holder.id);
    return readers;
}

std::vector<Line> lines_of_received(Context& context)
{
    std::vector<Line> lines;
    for (const auto& row : waiting_received(context.store, looked_at_max)) {
        const auto waiting = waiting_of(row.state, row.due_on, row, context.today());
        if (!waiting.is_late())
            continue;
        Line line{Id<Handover>(row.id), row.state == "sent" ? "to_answer" : "to_close",
                  local_date(row.arrived_at), readers_of(context, row)};
        if (is_new(context, line))
            lines.push_back(std::move(line));
    }
    return lines;
}

std::string text_of(Context& context, const std::string& language, const std::vector<Line>& lines)
{
    const auto& words = context.house.words();
    const auto say = [&](const std::string& what, const Facts& facts = {}) {
        return words.say(language, "mail.handovers." + what, facts);
    };
    auto text = say("begins") + "\n\n";
    for (std::size_t i = 0; i < std::min(lines.size(), listed_max); ++i)
        text += say("line." + lines[i].clock, {{"day", to_string(lines[i].day)}}) + "\n";
    if (lines.size() > listed_max)
        text += say("more", {{"count", std::to_string(lines.size() - listed_max)}}) + "\n";
    if (const auto& site = context.house.site(); !site.empty())
        text += "\n" + site + "/#/handovers\n";
    return text + "\n" + say("ends") + "\n";
}

} // namespace

std::vector<Uuid> remind(Context& context)
{
    if (context.actor.store == core::network_slug || !context.house.sends_mail())
        return {};
    auto lines = lines_of_sent(context);
    for (auto& line : lines_of_received(context))
        lines.push_back(std::move(line));

    std::map<Id<core::Account>, std::vector<Line>> by_reader;
    std::vector<Uuid> told;
    for (const auto& line : lines) {
        bool somebody = false;
        for (const auto& reader : line.readers) {
            const auto account = access::find_account(context, reader);
            if (!account || !account->active || !account->email)
                continue;
            by_reader[reader].push_back(line);
            somebody = true;
        }
        if (!somebody)
            continue;
        store::insert_row(context.store, ReminderRow{Id<ReminderRow>::make(context.now), line.id,
                                                     line.clock, context.now});
        told.push_back(line.id);
    }
    for (const auto& [reader, theirs] : by_reader) {
        const auto account = access::find_account(context, reader);
        const auto subject = context.house.words().say(
            account->language, "mail.handovers.subject",
            {{"city", context.city().name}, {"count", std::to_string(theirs.size())}});
        core::post_mail(context, *account->email, subject,
                        text_of(context, account->language, theirs));
    }
    return told;
}

} // namespace handovers
