// SPDX-License-Identifier: EUPL-1.2
// What may be asked of this module (module.cpp names who may) and the inputs that only it reads.
#pragma once

#include "people/people.h"

namespace people {

struct FindSimilar : PersonDetails {
    static constexpr const char* title = "FindSimilar";
    std::vector<Identifier> identifiers;
    std::optional<std::string> district;
    std::optional<std::string> team;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            PersonDetails::fields(),
            std::tuple(field("identifiers", &FindSimilar::identifiers).at_most(20),
                       field("district", &FindSimilar::district)
                           .one_of("district")
                           .says("Where somebody was met who is about to be written down"),
                       field("team", &FindSimilar::team).up_to(40).says("By which team")));
    }
};

struct SearchPersons {
    static constexpr const char* title = "SearchPersons";
    std::optional<std::string> text;
    std::optional<int> limit;

    static constexpr auto fields()
    {
        return std::tuple(
            field("text", &SearchPersons::text)
                .sealed(Mark::identity)
                .sample(R"("amina")")
                .says("Names as heard, a number (RM-123), a telephone or an identifier; "
                      "without it the persons last added"),
            field("limit", &SearchPersons::limit).between(1, 200));
    }
};

struct PersonPath {
    static constexpr const char* title = "PersonPath";
    Id<Person> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &PersonPath::id).sample(core::samples::amina));
    }
};

struct ChangePerson : PersonDetails {
    static constexpr const char* title = "ChangePerson";
    Id<Person> id;
    std::vector<Identifier> identifiers;

    static constexpr auto fields()
    {
        return std::tuple_cat(
            std::tuple(field("id", &ChangePerson::id).sample(core::samples::ibrahima)),
            PersonDetails::fields(),
            std::tuple(field("identifiers", &ChangePerson::identifiers).at_most(20)));
    }
};

struct MergePersons {
    static constexpr const char* title = "MergePersons";
    Id<Merge> id;
    Id<Person> kept;
    Id<Person> duplicate;
    std::optional<std::string> reason;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &MergePersons::id).sample(core::samples::new_merge),
            field("kept", &MergePersons::kept).sample(core::samples::amina),
            field("duplicate", &MergePersons::duplicate).sample(core::samples::ibrahima),
            field("reason", &MergePersons::reason).up_to(2000).sealed(Mark::note));
    }
};

struct MergePath {
    static constexpr const char* title = "MergePath";
    Id<Merge> id;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &MergePath::id).sample(core::samples::merge));
    }
};

SimilarPersons find_similar(core::Context& context, const FindSimilar& wish);
Cards search_persons(core::Context& context, const SearchPersons& wish);
Person get_person(core::Context& context, const PersonPath& wish);
Person change_person(core::Context& context, const ChangePerson& wish);
Merge merge_persons(core::Context& context, const MergePersons& wish);
Merge undo_merge(core::Context& context, const MergePath& wish);

} // namespace people
