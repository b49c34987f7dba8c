// SPDX-License-Identifier: EUPL-1.2
// The rules of the person: one function per act, guards first, one happy path last.
#include "people/acts.h"

#include <algorithm>
#include <cstdio>

#include "core/house.h"
#include "people/identifiers.h"
#include "people/index.h"
#include "people/rows.h"
#include "store/rows.h"

using core::Context;

namespace people {

namespace {

constexpr std::size_t similar_shown_max = 20;
constexpr int found_shown_most = 50;

PersonRow get_row(Context& context, const Id<Person>& id)
{
    auto row = find_row_of(context.store, context.scope(), id);
    if (!row)
        throw not_found();
    return std::move(*row);
}

void check_not_erased(const PersonRow& row)
{
    if (row.erased_at)
        throw Problem(409, "people.erased");
}

// ---- checking

void check_birth(const PersonDetails& details, Date today, std::vector<FieldError>& errors)
{
    const int this_year = parts(today).year;
    if (details.birth_year && *details.birth_year > this_year)
        errors.push_back({"birth_year", "in_the_future", {}});
    if (!details.birth_date)
        return;
    const int year = parts(*details.birth_date).year;
    if (year < 1900)
        errors.push_back({"birth_date", "people.born_too_long_ago", {{"least", "1900-01-01"}}});
    else if (details.birth_year && *details.birth_year != year)
        errors.push_back(
            {"birth_year", "people.birth_year_differs", {{"expected", std::to_string(year)}}});
}

void check_identifiers(const std::vector<Identifier>& identifiers, std::vector<FieldError>& errors)
{
    for (std::size_t i = 0; i < identifiers.size(); ++i)
        if (const auto fault = fault_of_identifier(identifiers[i].kind, identifiers[i].value))
            errors.push_back({"identifiers[" + std::to_string(i) + "].value", *fault, {}});
}

// Who bears no name at all is still known by a nickname or a document; else nobody could be found
// again.
bool can_be_recognised(const PersonDetails& details, const std::vector<Identifier>& identifiers)
{
    return details.given_name || details.family_name || details.nickname ||
           !details.aliases.empty() || !identifiers.empty();
}

// Every fault at once; what follows from what was given is filled in.
template <class Wish> Wish checked(Context& context, Wish wish)
{
    std::vector<FieldError> errors;
    for (auto& identifier : wish.identifiers)
        identifier.value = tidy_identifier(identifier.kind, identifier.value);
    check_birth(wish, context.today(), errors);
    check_identifiers(wish.identifiers, errors);
    if (!can_be_recognised(wish, wish.identifiers))
        errors.push_back({"given_name", "people.nothing_to_recognise_by", {}});
    if (!errors.empty())
        throw Problem(422, "core.input_invalid", {}, std::move(errors));

    if (wish.birth_date)
        wish.birth_year = parts(*wish.birth_date).year;
    wish.birth_year_estimated =
        wish.birth_year && !wish.birth_date && wish.birth_year_estimated == true;
    wish.gender = wish.gender.value_or("U");
    return wish;
}

// ---- writing

void take_details(PersonRow& row, const PersonDetails& details)
{
    static_cast<PersonDetails&>(row) = details;
    row.birth_month =
        details.birth_date ? std::optional(parts(*details.birth_date).month) : std::nullopt;
}

// The identifiers become these; those that stay keep their row.
void write_identifiers(Context& context, const Id<Person>& person,
                       const std::vector<Identifier>& wanted)
{
    const auto same = [](const Identifier& one, const Identifier& other) {
        return one.kind == other.kind && one.value == other.value &&
               one.expires_on == other.expires_on;
    };
    auto present = identifiers_of(context.store, person);
    for (const auto& one : wanted) {
        const auto found = std::find_if(present.begin(), present.end(),
                                        [&](const auto& row) { return same(row, one); });
        if (found != present.end()) {
            present.erase(found);
            continue;
        }
        IdentifierRow row;
        static_cast<Identifier&>(row) = one;
        row.id = Id<IdentifierRow>::make(context.now);
        row.person = person;
        row.added_at = context.now;
        store::insert_row(context.store, row);
    }
    for (const auto& row : present)
        mark_removed(context.store, row.id, context.now);
}

// The index learns of it when it is durable.
void tell_index(Context& context, const PersonRow& row, const std::vector<Identifier>& identifiers)
{
    auto& index = context.kept<Index>();
    Known known{row.id, row.canonical, row.number,
                make_profile(row, identifiers, meetings_of(context.store, row.id)),
                is_guarded(context, row.id)};
    context.after_commit([&index, known = std::move(known)] { index.put(known); });
}

void move_below(Context& context, const Id<Person>& person, const Id<Person>& canonical)
{
    auto& index = context.kept<Index>();
    auto moved = move_to(context.store, person, canonical);
    context.after_commit(
        [&index, moved = std::move(moved), canonical] { index.set_canonical(moved, canonical); });
}

// ---- showing

std::string number_text(Context& context, std::int64_t number)
{
    char digits[24];
    std::snprintf(digits, sizeof digits, "-%06lld", static_cast<long long>(number));
    return context.city().person_prefix + digits;
}

template <class Row> std::string name_of(Context& context, const Row& row)
{
    std::string name = row.given_name.value_or("");
    if (row.family_name)
        name += (name.empty() ? "" : " ") + *row.family_name;
    if (!name.empty())
        return name;
    if (row.nickname)
        return *row.nickname;
    return row.aliases.empty() ? number_text(context, row.number) : row.aliases.front();
}

template <class Value, class Better>
void keep_better(std::optional<Value>& best, const std::optional<Value>& value, Better better)
{
    if (value && (!best || better(*value, *best)))
        best = value;
}

bool open_first(const std::string& state, const std::string&) { return state == "open"; }

// What the work says of one human being: that of every record which is the same person.
PersonRow with_work_of_all(PersonRow row, const std::vector<PersonRow>& everyone)
{
    for (const auto& one : everyone) {
        keep_better(row.first_contact_on, one.first_contact_on, std::less<>());
        keep_better(row.last_contact_on, one.last_contact_on, std::greater<>());
        keep_better(row.engaged_on, one.engaged_on, std::less<>());
        keep_better(row.case_state, one.case_state, open_first);
    }
    return row;
}

Card card_of(Context& context, const CardRow& row)
{
    Card card;
    card.id = row.id;
    card.number = number_text(context, row.number);
    card.name = name_of(context, row);
    card.nickname = row.nickname;
    card.gender = row.gender.value_or("U");
    card.birth_year = row.birth_year;
    card.birth_year_estimated = row.birth_year_estimated.value_or(false);
    card.citizenship = row.citizenship;
    card.last_contact_on = row.last_contact_on;
    card.case_state = row.case_state;
    return card;
}

std::vector<MergedPerson> merged_into(Context& context, const Id<Person>& kept)
{
    std::vector<MergedPerson> merged;
    for (const auto& merge : merges_into(context.store, kept))
        merged.push_back(
            {merge.id, merge.duplicate, name_of(context, get_row(context, merge.duplicate))});
    return merged;
}

Person person_of(Context& context, PersonRow row)
{
    if (row.canonical == row.id)
        row = with_work_of_all(row, rows_with_canonical(context.store, row.id));
    Person person;
    static_cast<PersonDetails&>(person) = row;
    person.id = row.id;
    person.number = number_text(context, row.number);
    const auto identifiers = identifiers_of(context.store, row.id);
    person.identifiers.assign(identifiers.begin(), identifiers.end());
    person.first_contact_on = row.first_contact_on;
    person.last_contact_on = row.last_contact_on;
    person.engaged_on = row.engaged_on;
    person.case_state = row.case_state;
    if (row.canonical != row.id)
        person.same_as = row.canonical;
    person.merged = merged_into(context, row.id);
    person.created_at = row.created_at;
    person.erased_at = row.erased_at;
    return person;
}

// ---- the very likely

// Nobody adds, unseen, a person who is very likely known already.
void check_similar_seen(Context& context, const NewPerson& wish)
{
    std::vector<Id<Person>> seen;
    for (const auto& id : wish.similar_seen)
        if (const auto row = find_row_of(context.store, context.scope(), id))
            seen.push_back(row->canonical);

    int unseen = 0;
    const auto profile = make_profile(wish, wish.identifiers);
    for (const auto& one : context.kept<Index>().alike(profile, context.scope(), similar_shown_max))
        if (one.similarity.must_be_seen &&
            std::find(seen.begin(), seen.end(), one.canonical) == seen.end())
            ++unseen;
    if (unseen > 0)
        throw Problem(409, "people.very_likely_known", {{"count", std::to_string(unseen)}});
}

} // namespace

// ---- acts

SimilarPersons find_similar(Context& context, const FindSimilar& wish)
{
    std::vector<Meeting> meetings;
    if (wish.district)
        meetings.push_back({*wish.district, wish.team.value_or("")});
    const auto profile = make_profile(wish, wish.identifiers, meetings);
    SimilarPersons found;
    for (const auto& one : context.kept<Index>().alike(profile, context.scope(), similar_shown_max))
        if (auto card = find_card(context, one.canonical))
            found.items.push_back(
                {std::move(*card), std::string(one.similarity.strength), one.similarity.reasons});
    return found;
}

Cards search_persons(Context& context, const SearchPersons& wish)
{
    const int limit = wish.limit.value_or(found_shown_most);
    const auto scope = context.scope();
    const auto ids = wish.text
                         ? context.kept<Index>().search(*wish.text, context.city().person_prefix,
                                                        scope, static_cast<std::size_t>(limit))
                         : newest_persons(context.store, scope, limit);
    const auto cards = find_cards(context, ids);
    Cards found;
    for (const auto& id : ids)
        if (const auto card = cards.find(id); card != cards.end())
            found.items.push_back(card->second);
    return found;
}

Person add_person(Context& context, const NewPerson& wish)
{
    const auto person = checked(context, wish);
    check_similar_seen(context, person);

    PersonRow row;
    take_details(row, person);
    row.id = person.id;
    row.number = next_number(context.store);
    row.canonical = person.id;
    row.made_by = context.actor.account;
    row.made_on = context.today();
    row.created_at = row.changed_at = context.now;
    store::insert_row(context.store, row);
    write_identifiers(context, row.id, person.identifiers);
    tell_index(context, row, person.identifiers);
    context.concerns(row.id);
    return person_of(context, row);
}

Person get_person(Context& context, const PersonPath& wish)
{
    context.concerns(wish.id);
    return person_of(context, get_row(context, wish.id));
}

Person change_person(Context& context, const ChangePerson& wish)
{
    auto row = get_row(context, wish.id);
    check_not_erased(row);
    const auto person = checked(context, wish);

    take_details(row, person);
    row.changed_at = context.now;
    write_details(context.store, row);
    write_identifiers(context, row.id, person.identifiers);
    tell_index(context, row, person.identifiers);
    context.concerns(row.id);
    return person_of(context, row);
}

Merge merge_persons(Context& context, const MergePersons& wish)
{
    const auto kept = get_row(context, wish.kept);
    const auto duplicate = get_row(context, wish.duplicate);
    check_not_erased(kept);
    check_not_erased(duplicate);
    // Also keeps the links from ever going round in a circle.
    if (kept.canonical == duplicate.canonical)
        throw Problem(409, "people.already_the_same");
    if (find_merge_of(context.store, duplicate.id))
        throw Problem(409, "people.already_merged",
                      {{"number", number_text(context, duplicate.number)}});

    Merge merge;
    merge.id = wish.id;
    merge.kept = kept.id;
    merge.duplicate = duplicate.id;
    merge.reason = wish.reason;
    merge.merged_by = context.actor.account;
    merge.merged_at = context.now;
    store::insert_row(context.store, merge);
    move_below(context, duplicate.id, kept.canonical);
    // Who is guarded stays so under every record, also when the merge is undone.
    if (is_guarded(context, kept.id) || is_guarded(context, duplicate.id))
        guard(context, kept.id);
    context.concerns(kept.id);
    return merge;
}

Merge undo_merge(Context& context, const MergePath& wish)
{
    auto merge = find_merge(context.store, wish.id);
    if (!merge)
        throw not_found();
    get_row(context, merge->kept);
    if (merge->undone_at)
        return *merge; // a phone that never saw the answer asks again

    merge->undone_by = context.actor.account;
    merge->undone_at = context.now;
    store::update_row(context.store, *merge);
    move_below(context, merge->duplicate, merge->duplicate);
    context.concerns(merge->kept);
    return *merge;
}

// ---- for other modules

std::optional<Person> find_person(Context& context, const Id<Person>& id)
{
    auto row = find_row_of(context.store, context.scope(), id);
    return row ? std::optional(person_of(context, std::move(*row))) : std::nullopt;
}

std::map<Id<Person>, Card> find_cards(Context& context, const std::vector<Id<Person>>& ids)
{
    const auto rows = card_rows(context.store, context.scope(), ids);
    std::map<Id<Person>, Card> cards;
    for (auto row = rows.begin(); row != rows.end();) {
        auto card = card_of(context, *row);
        const auto first = row;
        for (; row != rows.end() && row->canonical == first->canonical; ++row) {
            keep_better(card.last_contact_on, row->last_contact_on, std::greater<>());
            keep_better(card.case_state, row->case_state, open_first);
        }
        for (auto one = first; one != row; ++one)
            cards.emplace(one->id, card);
    }
    return cards;
}

std::optional<Card> find_card(Context& context, const Id<Person>& id)
{
    auto cards = find_cards(context, {id});
    const auto found = cards.find(id);
    return found == cards.end() ? std::nullopt : std::optional(std::move(found->second));
}

Card get_card(Context& context, const Id<Person>& id)
{
    auto card = find_card(context, id);
    if (!card)
        throw not_found();
    return std::move(*card);
}

Birth birth_of(Context& context, const Id<Person>& id)
{
    auto everybody = context.scope();
    everybody.sees_guarded = true;
    const auto row = find_row_of(context.store, everybody, id);
    return row ? Birth{row->birth_date, row->birth_year} : Birth();
}

std::vector<EndingIdentifier> identifiers_ending(Context& context, const Id<Person>& id, Date until)
{
    return identifiers_ending(context.store, id, until);
}

Id<Person> canonical_of(Context& context, const Id<Person>& id)
{
    return get_row(context, id).canonical;
}

std::vector<Id<Person>> same_persons(Context& context, const Id<Person>& id)
{
    std::vector<Id<Person>> same;
    if (const auto row = find_row_of(context.store, context.scope(), id))
        for (const auto& one : rows_with_canonical(context.store, row->canonical))
            same.push_back(one.id);
    return same;
}

void withdraw_person(Context& context, const Id<Person>& id)
{
    const auto row = get_row(context, id);
    const bool merged = row.canonical != id || !merges_into(context.store, id).empty();
    if (merged || row.engaged_on || is_guarded(context, id) ||
        is_named(context.store, context.house.holdings(), id))
        throw Problem(409, "people.person_in_use", {{"number", number_text(context, row.number)}});

    mark_withdrawn(context.store, id, context.now);
    auto& index = context.kept<Index>();
    context.after_commit([&index, id] { index.remove(id); });
}

} // namespace people
