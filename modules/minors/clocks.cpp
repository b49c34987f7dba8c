// SPDX-License-Identifier: EUPL-1.2
#include "minors/clocks.h"

#include <algorithm>
#include <tuple>

namespace minors {

namespace {

constexpr int of_age = 18;
constexpr int support_ends = 21;

bool is_done(const std::vector<StepRow>& steps, const std::string& what)
{
    return std::any_of(steps.begin(), steps.end(),
                       [&](const StepRow& step) { return step.what == what; });
}

std::optional<Date> first_done(const std::vector<StepRow>& steps, const std::string& what)
{
    std::optional<Date> first;
    for (const auto& step : steps)
        if (step.what == what && (!first || step.done_on < *first))
            first = step.done_on;
    return first;
}

// Where the clock of a term begins in this file; it may not.
std::optional<Date> start_of(const std::string& start, const FileRow& file,
                             const people::Birth& birth, const std::vector<StepRow>& steps)
{
    if (start == "doubted")
        return file.age_doubted_on;
    // The other terms are those of L. 47/2017: of minors who have nobody.
    if (!file.unaccompanied)
        return std::nullopt;
    if (start == "found")
        return file.found_on;
    const auto day = birthday(birth, start == "of_age" ? of_age : support_ends);
    if (!day || (start == "twenty_one" && !is_done(steps, support_asked)))
        return std::nullopt;
    return day->on;
}

std::string column(const core::Code& code, const char* name)
{
    const auto found = code.more.find(name);
    return found == code.more.end() ? std::string() : found->second;
}

} // namespace

std::vector<Term> terms_of(const core::Catalogue& catalogue, const std::vector<TermRow>& own)
{
    std::vector<Term> terms;
    for (const auto& code : catalogue.vocabularies().at("minor_step")) {
        if (column(code, "start").empty() || code.retired)
            continue;
        Term term;
        term.what = code.code;
        term.start = column(code, "start");
        term.days = term.days_of_network = std::stoi(column(code, "days"));
        term.source_it = column(code, "source_it");
        term.source_en = column(code, "source_en");
        term.confirmed = column(code, "confirmed") == "yes";
        for (const auto& row : own)
            if (row.what == term.what)
                term.days = row.days;
        terms.push_back(std::move(term));
    }
    return terms;
}

bool is_on_a_clock(const core::Catalogue& catalogue, const std::string& what)
{
    const auto* code = catalogue.find_code("minor_step", what);
    return code != nullptr && !column(*code, "start").empty();
}

std::optional<Birthday> birthday(const people::Birth& birth, int years)
{
    if (!birth.date)
        return birth.year ? std::optional(Birthday{make_date(*birth.year + years, 1, 1), true})
                          : std::nullopt;
    const auto born = parts(*birth.date);
    const bool leap_day = born.month == 2 && born.day == 29;
    const auto on = leap_day ? make_date(born.year + years, 2, 28).plus_days(1)
                             : make_date(born.year + years, born.month, born.day);
    return Birthday{on, false};
}

std::vector<Due> dues_of(const FileRow& file, const people::Birth& birth,
                         const std::vector<StepRow>& steps, const std::vector<Term>& terms)
{
    std::vector<Due> dues;
    for (const auto& term : terms) {
        const auto start = start_of(term.start, file, birth, steps);
        if (!start)
            continue;
        const Due due{term.what, start->plus_days(term.days), first_done(steps, term.what)};
        if (file.closed_on && !due.done_on && due.due_on > *file.closed_on)
            continue;
        dues.push_back(due);
    }
    std::stable_sort(dues.begin(), dues.end(), [](const Due& one, const Due& other) {
        return std::tie(one.due_on, one.what) < std::tie(other.due_on, other.what);
    });
    return dues;
}

const char* state_of(Date due_on, const std::optional<Date>& done_on, Date today)
{
    if (done_on)
        return *done_on <= due_on ? "done" : "done_late";
    return today > due_on ? "late" : "open";
}

} // namespace minors
