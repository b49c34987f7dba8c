// SPDX-License-Identifier: EUPL-1.2
#include "reports/escalation.h"

#include <algorithm>

#include "access/access.h"
#include "core/house.h"
#include "core/mail.h"
#include "reports/clock.h"
#include "reports/work.h"

using core::Context;

namespace reports {

namespace {

constexpr int looked_at_max = 500;
constexpr std::size_t listed_max = 20; // in one mail

// Was it said already, since the clock began to run?
bool was_said(Context& context, const ReportRow& row, const std::string& clock)
{
    const auto steps = steps_of(context.store, row.id);
    return std::any_of(steps.begin(), steps.end(), [&](const StepRow& step) {
        return step.what == "warned" && step.detail == clock && step.at >= row.clock_from;
    });
}

struct Pressing {
    ReportLine report;
    Instant due;
};

std::vector<Pressing> reports_to_tell(Context& context)
{
    std::vector<Pressing> found;
    for (const auto& row : open_reports(context.store, looked_at_max)) {
        auto report = line_of(context, row);
        const bool presses = report.clock == "late" || report.clock == "soon_late";
        if (presses && !was_said(context, row, report.clock))
            found.push_back({std::move(report), due_of(row.clock_from, row.due_at)});
    }
    return found;
}

class Letter {
public:
    Letter(Context& context, const std::string& language)
        : context_(context), language_(language), words_(context.house.words())
    {
    }

    std::string subject(const std::vector<Pressing>& reports) const
    {
        const auto late = std::count_if(reports.begin(), reports.end(), [](const Pressing& one) {
            return one.report.clock == "late";
        });
        return say("subject",
                   {{"city", context_.city().name},
                    {"late", std::to_string(late)},
                    {"soon", std::to_string(static_cast<std::int64_t>(reports.size()) - late)}});
    }

    std::string text(const std::vector<Pressing>& reports) const
    {
        auto text = say("begins") + "\n\n";
        for (std::size_t i = 0; i < std::min(reports.size(), listed_max); ++i)
            text += line(reports[i]) + "\n";
        if (reports.size() > listed_max)
            text += say("more", {{"count", std::to_string(reports.size() - listed_max)}}) + "\n";
        if (const auto& site = context_.house.site(); !site.empty())
            text += "\n" + site + "/#/reports\n";
        return text + "\n" + say("ends") + "\n";
    }

private:
    std::string say(const std::string& what, const Facts& facts = {}) const
    {
        return words_.say(language_, "mail.reports.late_" + what, facts);
    }

    std::string line(const Pressing& one) const
    {
        return say("line." + one.report.clock,
                   {{"number", one.report.number},
                    {"priority", one.report.priority.value_or(say("not_assessed"))},
                    {"day", to_string(local_date(one.due))},
                    {"time", local_clock(one.due)}});
    }

    Context& context_;
    const std::string language_;
    const core::Words& words_;
};

} // namespace

std::vector<Uuid> warn_coordinators(Context& context)
{
    if (!context.house.sends_mail())
        return {};
    auto readers = access::list_holders(context, core::city_coordinator);
    std::erase_if(readers, [](const access::Account& account) { return !account.email; });
    const auto reports = readers.empty() ? std::vector<Pressing>() : reports_to_tell(context);
    if (reports.empty())
        return {};

    std::vector<Uuid> told;
    for (const auto& [report, due] : reports) {
        note_step(context, report.id, "warned", report.clock);
        told.push_back(report.id);
    }
    for (const auto& reader : readers) {
        const Letter letter(context, reader.language);
        core::post_mail(context, *reader.email, letter.subject(reports), letter.text(reports));
    }
    return told;
}

} // namespace reports
