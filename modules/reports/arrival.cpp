// SPDX-License-Identifier: EUPL-1.2
// How a report arrives: written down at a desk, sent by a partner's machine, or from the public
// page of the city, without a log-in.
#include "reports/arrival.h"

#include <algorithm>

#include "core/guests.h"
#include "core/spoken_code.h"
#include "reports/clock.h"
#include "reports/email.h"
#include "reports/photo.h"
#include "reports/similarity.h"
#include "reports/work.h"
#include "store/rows.h"

using core::Context;

namespace reports {

namespace {

constexpr auto anonymous_citizen = "101";

// What a report is made of besides its details, however it arrived.
struct Arrival {
    Id<Report> id;
    Id<Ticket> ticket;
    std::string channel;
    std::string source;
    std::optional<std::string> priority;
    std::optional<Reporter> reporter;
    std::optional<Reported> reported;
    std::string sent; // as JSON, to know it again
    std::string jpeg;
};

void check_position(const ReportDetails& details)
{
    if (details.position && !parse_position(*details.position))
        refuse("position", "reports.not_a_position", {{"expected", "41.90123,12.50234"}});
}

bool says_something(const Reporter& reporter)
{
    return reporter.name || reporter.phone || reporter.email || reporter.language;
}

bool says_something(const Reported& reported)
{
    return reported.name || reported.people || reported.apparent_gender || reported.apparent_age ||
           !reported.languages.empty();
}

// Sent before by the same sender, who did not see the answer: the same answer again.
std::optional<ReportRow> find_sent(Context& context, const Arrival& arrival,
                                   const std::string& code_mark, const std::string& sent_mark)
{
    auto row = find_report(context.store, arrival.id);
    if (row && (row->code_mark != code_mark || row->sent_mark != sent_mark))
        throw Problem(409, "core.id_taken");
    return row;
}

void insert_parts(Context& context, const Arrival& arrival)
{
    if (arrival.reporter && says_something(*arrival.reporter)) {
        ReporterRow row;
        static_cast<Reporter&>(row) = *arrival.reporter;
        row.id = Id<ReporterRow>::make(context.now);
        row.report = arrival.id;
        store::insert_row(context.store, row);
    }
    if (arrival.reported && says_something(*arrival.reported)) {
        ReportedRow row;
        static_cast<Reported&>(row) = *arrival.reported;
        row.id = Id<ReportedRow>::make(context.now);
        row.report = arrival.id;
        store::insert_row(context.store, row);
    }
    if (!arrival.jpeg.empty())
        store::insert_row(context.store, PhotoRow{arrival.id, arrival.jpeg});
}

ReportRow insert_report(Context& context, const ReportDetails& details, const Arrival& arrival,
                        const std::string& code_mark, const std::string& sent_mark)
{
    ReportRow row;
    static_cast<ReportDetails&>(row) = details;
    row.id = arrival.id;
    row.number = next_number(context.store);
    row.channel = arrival.channel;
    row.source = arrival.source;
    row.priority = row.first_priority = arrival.priority;
    row.status = arrival.priority ? "assessed" : "received";
    row.received_at = row.event_from = row.clock_from = row.changed_at = context.now;
    row.received_day = local_date(context.now);
    row.received_hour = local_hour(context.now);
    row.due_at = due_after(context.now, minutes_of(context.catalogue(), row.priority));
    if (!context.actor.account.is_nil()) {
        row.recorded_by = context.actor.account;
        row.recorded_by_name = context.actor.name;
    }
    row.code_mark = code_mark;
    row.sent_mark = sent_mark;
    row.has_photo = !arrival.jpeg.empty();
    store::insert_row(context.store, row);
    insert_parts(context, arrival);
    note_step(context, row.id, "received", arrival.channel);
    if (row.priority)
        note_step(context, row.id, "assessed", row.priority);
    return row;
}

Received take_in(Context& context, const ReportDetails& details, const Arrival& arrival)
{
    const auto& seal = context.store.seal();
    const auto code = core::make_code(arrival.id, arrival.ticket);
    const auto code_mark = core::mark_of_code(seal, code_of_report, code);
    const auto sent_mark = seal.mark("reports.sent", arrival.sent);
    auto row = find_sent(context, arrival, code_mark, sent_mark);
    if (!row)
        row = insert_report(context, details, arrival, code_mark, sent_mark);
    context.about(arrival.id);
    return {arrival.id, line_of(context, *row).number, core::spoken(code)};
}

template <class Wish> Arrival arrival_of(const Wish& wish, std::string channel)
{
    Arrival arrival;
    arrival.id = wish.id;
    arrival.ticket = wish.ticket;
    arrival.channel = std::move(channel);
    arrival.reporter = wish.reporter;
    arrival.reported = wish.reported;
    arrival.sent = to_json(wish);
    return arrival;
}

} // namespace

Received record_report(Context& context, const RecordReport& wish)
{
    check_position(wish);
    auto arrival = arrival_of(wish, wish.channel);
    arrival.source = wish.source;
    arrival.priority = wish.priority;
    return take_in(context, wish, arrival);
}

Received send_report(Context& context, const SendReport& wish)
{
    check_position(wish);
    context.kept<core::Gate>().refuse_full(partner_sendings, to_string(context.actor.account),
                                           context.now);
    auto arrival = arrival_of(wish, "partner");
    arrival.source = wish.source;
    context.after_commit(
        [&gate = context.kept<core::Gate>(), account = context.actor.account, now = context.now] {
            gate.count(partner_sendings, to_string(account), now);
        });
    return take_in(context, wish, arrival);
}

void take_public_report(Context& context, SendPublicReport& wish)
{
    core::check_city(context, wish.city);
    context.kept<core::Gate>().pass(sendings, context.request.remote, context.now);
    check_position(wish);
    if (wish.photo)
        wish.jpeg = clean_photo(bytes_of_photo(*wish.photo));
}

Received send_public_report(Context& context, const SendPublicReport& wish)
{
    auto arrival = arrival_of(wish, "public_page");
    arrival.source = wish.source.value_or(anonymous_citizen);
    arrival.jpeg = wish.jpeg;
    return take_in(context, wish, arrival);
}

PublicForm show_public_form(Context& context, const CityPath& wish)
{
    core::check_city(context, wish.city);
    context.kept<core::Gate>().pass(questions, context.request.remote, context.now);
    const auto& catalogue = context.catalogue();
    PublicForm form;
    form.city = wish.city;
    form.name = context.city().name;
    form.partner = context.city().partner;
    for (const auto& district : catalogue.districts(wish.city))
        form.districts.push_back(
            {district.code, district.name,
             district.zone.empty() ? std::nullopt : std::optional(district.zone)});
    for (const auto& code : catalogue.vocabularies().at("report_category"))
        if (!code.retired)
            form.categories.push_back(code.code);
    for (const auto& code : catalogue.vocabularies().at("report_source"))
        if (!code.retired && code.more.at("public") == "yes")
            form.sources.push_back(code.code);
    return form;
}

ReadEmail read_email(Context&, const PastedEmail& wish)
{
    const auto parts = take_apart(wish.text);
    return {parts.from_name, parts.from_address, parts.subject, parts.sent_at, parts.body};
}

} // namespace reports
