// SPDX-License-Identifier: EUPL-1.2
// The rules of the files: who hands a minor over, what the équipe writes down, and the end.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/version.h"
#include "minors/work.h"
#include "store/rows.h"

using core::Context;

namespace minors {

namespace {

constexpr int listed_max = 500;

bool is_made_of(const std::string& text, std::size_t least, std::size_t most, bool letters_too)
{
    const auto fits = [&](char c) {
        return (c >= '0' && c <= '9') ||
               (letters_too && ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.'));
    };
    return text.size() >= least && text.size() <= most &&
           std::all_of(text.begin(), text.end(), fits);
}

// Every fault at once.
void check_details(const FileDetails& details)
{
    std::vector<FieldError> errors;
    const auto fault = [&](const std::string& field, const char* code) {
        errors.push_back({field, code, {}});
    };
    const auto country = [&](const std::string& field, const std::optional<std::string>& code) {
        if (code && !is_made_of(*code, 3, 3, false))
            fault(field, "minors.country_code");
    };
    const auto region = [&](const std::string& field, const std::optional<std::string>& code) {
        if (code && !is_made_of(*code, 2, 2, false))
            fault(field, "minors.region_code");
    };
    country("residence_country", details.residence_country);
    country("father_citizenship", details.father_citizenship);
    country("mother_citizenship", details.mother_citizenship);
    region("residence_region", details.residence_region);
    region("father_region", details.father_region);
    region("mother_region", details.mother_region);
    for (std::size_t i = 0; i < details.benefits.size(); ++i)
        if (!is_made_of(details.benefits[i], 5, 10, true))
            fault("benefits[" + std::to_string(i) + "]", "minors.benefit_code");
    if (details.disability && details.disabled != true)
        fault("disability", "minors.with_disability");
    if (details.disability_certificate && details.disabled != true)
        fault("disability_certificate", "minors.with_disability");
    if (!details.measure) {
        if (details.measure_on)
            fault("measure_on", "minors.with_measure");
        if (details.measure_authority)
            fault("measure_authority", "minors.with_measure");
        if (details.parents_authority)
            fault("parents_authority", "minors.with_measure");
    }
    if (!errors.empty())
        throw Problem(422, "core.input_invalid", {}, std::move(errors));
}

// A human being has one open file, however many records there are of the same one.
void check_no_open_file(Context& context, const Id<people::Person>& person)
{
    const auto same = people::same_persons(context, person);
    if (same.empty())
        throw not_found();
    for (const auto& one : same)
        for (const auto& row : files_of(context.store, one))
            if (!row.closed_on)
                throw Problem(409, "minors.already_entrusted");
}

// The clock of what is over longest stands first; a file without any, last.
bool presses_more(const FileLine& one, const FileLine& other)
{
    const auto rank = [](const FileLine& line) {
        return std::tuple(!line.next, line.next ? line.next->due_on : Date(), line.id);
    };
    return rank(one) < rank(other);
}

FileLine line_of(Context& context, const FileRow& row, const people::Card& card,
                 const std::vector<DeadlineRow>& deadlines)
{
    FileLine line;
    line.id = row.id;
    line.person = row.person;
    line.person_card = card;
    line.unaccompanied = row.unaccompanied;
    line.found_on = row.found_on;
    line.closed_on = row.closed_on;
    if (const auto of_age = birthday(people::birth_of(context, row.person), 18)) {
        line.of_age_on = of_age->on;
        line.of_age_estimated = of_age->estimated;
    }
    for (const auto& deadline : shown_deadlines(deadlines, context.today())) {
        if (deadline.done_on)
            continue;
        line.late += deadline.state == "late" ? 1 : 0;
        if (!line.next)
            line.next = deadline;
    }
    return line;
}

} // namespace

Entrusted entrust_minor(Context& context, const EntrustMinor& wish)
{
    check_no_open_file(context, wish.person);

    FileRow row;
    row.id = wish.id;
    row.person = wish.person;
    row.found_on = wish.found_on;
    row.unaccompanied = wish.unaccompanied;
    row.source = wish.source;
    row.note = wish.note;
    row.opened_by = context.actor.account;
    row.opened_at = context.now;
    row.opened_on = context.today();
    store::insert_row(context.store, row);
    retell(context, row);
    people::guard(context, wish.person);
    return {row.id};
}

Files list_files(Context& context, const ListFiles& wish)
{
    const bool closed = wish.closed.value_or(false);
    const auto rows = list_rows(context.store, closed, listed_max);
    std::vector<Id<people::Person>> persons;
    for (const auto& row : rows)
        persons.push_back(row.person);
    const auto cards = people::find_cards(context, persons);
    std::map<Id<File>, std::vector<DeadlineRow>> deadlines;
    if (!closed)
        for (auto& one : open_deadlines(context.store))
            deadlines[one.file].push_back(one);

    Files list;
    for (const auto& row : rows)
        if (const auto card = cards.find(row.person); card != cards.end()) {
            list.items.push_back(line_of(context, row, card->second, deadlines[row.id]));
            list.late += list.items.back().late > 0 ? 1 : 0;
        }
    if (!closed)
        std::stable_sort(list.items.begin(), list.items.end(), presses_more);
    return list;
}

FileOfPerson find_file_of_person(Context& context, const FileOfPersonPath& wish)
{
    const auto same = people::same_persons(context, wish.person);
    if (same.empty())
        throw not_found();
    std::optional<FileRow> found;
    for (const auto& one : same)
        for (const auto& row : files_of(context.store, one))
            if (!found || (found->closed_on && !row.closed_on))
                found = row;
    return {found ? std::optional(found->id) : std::nullopt};
}

File get_file(Context& context, const FilePath& wish)
{
    return show(context, get_row(context, wish.id));
}

File change_file(Context& context, const ChangeFile& wish)
{
    check_details(wish);
    auto row = get_working(context, wish.id);
    core::check_base(wish.base, show(context, row));
    static_cast<FileDetails&>(row) = wish;
    ++row.version;
    store::update_row(context.store, row);
    retell(context, row);
    return show(context, row);
}

File record_step(Context& context, const RecordStep& wish)
{
    auto row = get_working(context, wish.file);
    StepRow step;
    step.id = wish.id;
    step.file = row.id;
    step.what = wish.what;
    step.done_on = wish.on;
    step.took_part = wish.took_part;
    step.heard = wish.heard;
    step.words = wish.words;
    step.review_on = wish.review_on;
    step.recorded_by = context.actor.account;
    step.recorded_at = context.now;
    store::insert_row(context.store, step);
    retell(context, row);
    return show(context, row);
}

// Said again, it changes nothing.
File undo_step(Context& context, const StepPath& wish)
{
    auto step = find_step(context.store, wish.id);
    if (!step)
        throw not_found();
    auto row = get_working(context, step->file);
    if (!step->undone_at) {
        step->undone_by = context.actor.account;
        step->undone_at = context.now;
        store::update_row(context.store, *step);
        retell(context, row);
    }
    return show(context, row);
}

File close_file(Context& context, const CloseFile& wish)
{
    auto row = get_working(context, wish.id);
    row.closed_by = context.actor.account;
    row.closed_on = wish.on;
    row.closure_reason = wish.reason;
    row.closure_situation = wish.situation;
    row.released = wish.release;
    store::update_row(context.store, row);
    retell(context, row);
    if (wish.release)
        people::release(context, row.person);
    return show(context, row);
}

File reopen_file(Context& context, const FilePath& wish)
{
    auto row = get_row(context, wish.id);
    if (!row.closed_on)
        return show(context, row);
    check_no_open_file(context, row.person);
    row.closed_by.reset();
    row.closed_on.reset();
    row.closure_reason.reset();
    row.closure_situation.reset();
    row.released = false;
    store::update_row(context.store, row);
    retell(context, row);
    people::guard(context, row.person);
    return show(context, row);
}

} // namespace minors
