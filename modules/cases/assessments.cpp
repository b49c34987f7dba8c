// SPDX-License-Identifier: EUPL-1.2
// The rules of an assessment. How it stands beside others is worked out whenever it is read: an
// older one that is cancelled changes what a newer one says.
#include "cases/assessments.h"

#include <algorithm>
#include <set>

#include "access/access.h"
#include "cases/assessment_scores.h"
#include "cases/work.h"
#include "store/rows.h"

using core::Context;

namespace cases {

namespace {

// As it is stored: "place=2".
std::string write_answer(const AssessmentAnswer& answer)
{
    return answer.question + "=" + std::to_string(answer.level);
}

AssessmentAnswer read_answer(const std::string& text)
{
    const auto sign = text.find('=');
    ENSURE(sign != std::string::npos);
    return {text.substr(0, sign), std::stoi(text.substr(sign + 1))};
}

// ---- all assessments of a case

struct Written {
    AssessmentRow row;
    std::vector<PartRow> parts; // in the order of signing
};

// Newest first.
std::vector<Written> written_in(Context& context, const Id<Case>& id)
{
    std::vector<Written> all;
    for (auto& row : assessments_of(context.store, id)) {
        auto parts = parts_of(context.store, row.id);
        all.push_back({std::move(row), std::move(parts)});
    }
    return all;
}

// The last one before it that was closed, with the same instrument.
const Written* before(const std::vector<Written>& all, std::size_t place)
{
    if (all[place].row.cancelled_at)
        return nullptr;
    for (auto other = place + 1; other < all.size(); ++other) {
        const auto& row = all[other].row;
        if (row.closed_on && !row.cancelled_at && row.instrument == all[place].row.instrument)
            return &all[other];
    }
    return nullptr;
}

// The score of a dimension is that of the part signed last.
std::optional<int> score_in(const Written& written, const std::string& dimension)
{
    std::vector<int> levels;
    for (const auto& part : written.parts) {
        if (part.dimension != dimension)
            continue;
        levels.clear();
        for (const auto& answer : part.answers)
            levels.push_back(read_answer(answer).level);
    }
    return score_of(levels);
}

std::vector<std::string> professions_in(const Written& written, const std::string& dimension)
{
    std::vector<std::string> found;
    for (const auto& part : written.parts)
        if (part.dimension == dimension)
            found.push_back(part.profession);
    return found;
}

// The dimensions that nobody has signed yet.
std::vector<const InstrumentDimension*> missing_in(Context& context, const Written& written)
{
    std::vector<const InstrumentDimension*> missing;
    const auto* instrument = find_instrument(context.catalogue(), written.row.instrument);
    if (instrument == nullptr)
        return missing;
    for (const auto& dimension : instrument->dimensions)
        if (professions_in(written, dimension.code).empty())
            missing.push_back(&dimension);
    return missing;
}

// ---- answers

AssessmentLine show_line(Context& context, const std::vector<Written>& all, std::size_t place)
{
    const auto& written = all[place];
    const auto& row = written.row;
    AssessmentLine line;
    line.id = row.id;
    line.instrument = row.instrument;
    line.version = row.version;
    line.begun_on = row.begun_on;
    line.begun_by_name = access::name_of(context, row.begun_by);
    line.closed_on = row.closed_on;
    line.cancelled = row.cancelled_at.has_value();
    line.complete = row.closed_on || missing_in(context, written).empty();
    std::set<std::string> professions;
    for (const auto& part : written.parts)
        professions.insert(part.profession);
    line.multidisciplinary = professions.size() >= 2;

    const auto* instrument = find_instrument(context.catalogue(), row.instrument);
    if (instrument == nullptr) // the catalogue has dropped it: what was signed still stands there
        return line;
    const auto* earlier = before(all, place);
    std::vector<Compared> compared;
    for (const auto& dimension : instrument->dimensions) {
        const auto score = score_in(written, dimension.code);
        const auto then = earlier ? score_in(*earlier, dimension.code) : std::nullopt;
        compared.push_back({&dimension, then, score});
        line.dimensions.push_back(
            {dimension.code, score,
             score ? std::optional(level_of(dimension, *score)) : std::nullopt, then,
             trend_of(then, score), professions_in(written, dimension.code)});
    }
    line.warning = warns(compared);
    return line;
}

// What a health profession noted is for health professions, and for who noted it.
AssessmentPart show_part(Context& context, const PartRow& row,
                         const std::optional<std::string>& profession)
{
    AssessmentPart part;
    part.id = row.id;
    part.dimension = row.dimension;
    part.profession = row.profession;
    part.signed_by_name = access::name_of(context, row.signed_by);
    part.signed_on = row.signed_on;
    for (const auto& answer : row.answers)
        part.answers.push_back(read_answer(answer));
    part.own = profession == row.profession;
    const bool reads_note = !is_of_health(context, row.profession) ||
                            is_of_health(context, profession) ||
                            row.signed_by == context.actor.account;
    part.note_withheld = row.note && !reads_note;
    if (reads_note)
        part.note = row.note;
    return part;
}

Assessment show(Context& context, const StoredCase& one, const Id<Assessment>& id)
{
    const auto all = written_in(context, one.id);
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Written& each) { return each.row.id == id; });
    ENSURE(found != all.end());
    Assessment shown;
    static_cast<AssessmentLine&>(shown) =
        show_line(context, all, static_cast<std::size_t>(found - all.begin()));
    shown.case_id = one.id;
    shown.person = one.person;
    shown.own_profession = own_profession(context);
    for (auto part = found->parts.rbegin(); part != found->parts.rend(); ++part)
        shown.parts.push_back(show_part(context, *part, shown.own_profession));
    return shown;
}

// ---- what is asked for

struct Place {
    StoredCase one;
    AssessmentRow row;
};

// An assessment, in a case in which work can go on.
Place get_place(Context& context, const Id<Assessment>& id)
{
    auto row = find_assessment(context.store, id);
    if (!row)
        throw not_found();
    auto one = get_working(context, row->case_id);
    return {std::move(one), std::move(*row)};
}

Place get_standing(Context& context, const Id<Assessment>& id)
{
    auto place = get_place(context, id);
    if (place.row.cancelled_at)
        throw not_found();
    return place;
}

// ---- rules

const Instrument& get_instrument(Context& context, const std::string& code)
{
    if (const auto* found = find_instrument(context.catalogue(), code))
        return *found;
    std::string codes;
    for (const auto& one : instruments(context.catalogue()))
        codes += (codes.empty() ? "" : ", ") + one.code;
    refuse("instrument", "unknown_code", {{"value", code}, {"expected", codes}});
}

// The dimension stands in the address: one that is not there is not found.
const InstrumentDimension& get_dimension(Context& context, const AssessmentRow& row,
                                         const std::string& code)
{
    const auto* instrument = find_instrument(context.catalogue(), row.instrument);
    const auto* found = instrument ? find_dimension(*instrument, code) : nullptr;
    if (found == nullptr)
        throw not_found();
    return *found;
}

void check_answers(const InstrumentDimension& dimension, const SignPart& wish)
{
    std::string codes;
    std::set<std::string> known;
    for (const auto& question : dimension.questions) {
        known.insert(question.code);
        codes += (codes.empty() ? "" : ", ") + question.code;
    }
    for (std::size_t i = 0; i < wish.answers.size(); ++i) {
        const auto& code = wish.answers[i].question;
        // Asked once: it is taken out of what may still be answered.
        if (known.erase(code) == 0) {
            const auto place = "answers[" + std::to_string(i) + "].question";
            refuse(place.c_str(), "unknown_code", {{"value", code}, {"expected", codes}});
        }
    }
    if (wish.answers.empty() && !wish.note)
        refuse("note", "cases.nothing_asked");
}

// Ones of the same kind follow each other; what a later one is compared with stays as it is.
void check_nothing_follows(Context& context, const AssessmentRow& row)
{
    for (const auto& other : assessments_of(context.store, row.case_id)) {
        if (other.id == row.id)
            return;
        if (!other.cancelled_at && other.instrument == row.instrument)
            throw Problem(409, "cases.assessment_followed", {{"on", to_string(other.begun_on)}});
    }
}

std::string names_of(Context& context, const std::vector<const InstrumentDimension*>& dimensions)
{
    std::string names;
    for (const auto* one : dimensions)
        names += (names.empty() ? "" : ", ") + (context.language() == "it" ? one->it : one->en);
    return names;
}

} // namespace

Instruments list_instruments(Context& context) { return {instruments(context.catalogue())}; }

Assessment begin_assessment(Context& context, const BeginAssessment& wish)
{
    const auto one = get_working(context, wish.case_id);
    const auto& instrument = get_instrument(context, wish.instrument);
    for (const auto& other : assessments_of(context.store, one.id))
        if (other.instrument == instrument.code && !other.closed_on && !other.cancelled_at)
            throw Problem(409, "cases.assessment_open",
                          {{"name", access::name_of(context, other.begun_by)},
                           {"on", to_string(other.begun_on)}});

    AssessmentRow row;
    row.id = wish.id;
    row.case_id = one.id;
    row.instrument = instrument.code;
    row.version = instrument.version;
    row.begun_on = context.today();
    row.begun_by = context.actor.account;
    row.begun_at = context.now;
    store::insert_row(context.store, row);
    return show(context, one, row.id);
}

Assessments list_assessments(Context& context, const AssessmentsOfCase& wish)
{
    const auto [one, opening] = get_readable(context, wish.case_id);
    context.concerns(one.person);
    const auto all = written_in(context, one.id);
    Assessments list;
    for (std::size_t place = 0; place < all.size(); ++place)
        list.items.push_back(show_line(context, all, place));
    return list;
}

Assessment get_assessment(Context& context, const OneAssessment& wish)
{
    const auto row = find_assessment(context.store, wish.id);
    if (!row)
        throw not_found();
    const auto [one, opening] = get_readable(context, row->case_id);
    auto shown = show(context, one, row->id);
    shown.read_only = opening.has_value();
    return shown;
}

Assessment sign_part(Context& context, const SignPart& wish)
{
    const auto [one, row] = get_standing(context, wish.id);
    const auto& dimension = get_dimension(context, row, wish.dimension);
    if (row.closed_on)
        throw Problem(409, "cases.assessment_closed", {{"on", to_string(*row.closed_on)}});
    const auto profession = own_profession(context);
    if (!profession)
        throw Problem(409, "cases.no_profession");
    check_answers(dimension, wish);

    auto part = find_part(context.store, row.id, dimension.code, *profession);
    const bool is_new = !part;
    auto written = part.value_or(PartRow());
    written.answers.clear();
    for (const auto& answer : wish.answers)
        written.answers.push_back(write_answer(answer));
    written.note = wish.note;
    written.signed_by = context.actor.account;
    written.signed_on = context.today();
    written.signed_at = context.now;
    if (is_new) {
        written.id = Id<AssessmentPart>::make(context.now);
        written.assessment = row.id;
        written.dimension = dimension.code;
        written.profession = *profession;
        store::insert_row(context.store, written);
    } else {
        store::update_row(context.store, written);
    }
    return show(context, one, row.id);
}

Assessment close_assessment(Context& context, const OneOpenAssessment& wish)
{
    auto [one, row] = get_standing(context, wish.id);
    if (row.closed_on)
        return show(context, one, row.id);
    const auto missing = missing_in(context, {row, parts_of(context.store, row.id)});
    if (!missing.empty())
        throw Problem(409, "cases.assessment_incomplete",
                      {{"missing", names_of(context, missing)}});
    row.closed_on = context.today();
    row.closed_by = context.actor.account;
    store::update_row(context.store, row);
    return show(context, one, row.id);
}

Assessment cancel_assessment(Context& context, const OneOpenAssessment& wish)
{
    auto [one, row] = get_place(context, wish.id);
    if (row.cancelled_at)
        return show(context, one, row.id);
    check_nothing_follows(context, row);
    row.cancelled_at = context.now;
    store::update_row(context.store, row);
    return show(context, one, row.id);
}

Assessment restore_assessment(Context& context, const OneCancelledAssessment& wish)
{
    auto [one, row] = get_place(context, wish.id);
    if (!row.cancelled_at)
        return show(context, one, row.id);
    check_nothing_follows(context, row);
    row.cancelled_at.reset();
    store::update_row(context.store, row);
    return show(context, one, row.id);
}

} // namespace cases
