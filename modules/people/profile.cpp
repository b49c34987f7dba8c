// SPDX-License-Identifier: EUPL-1.2
#include "people/profile.h"

#include "people/identifiers.h"
#include "people/names.h"

namespace people {

namespace {

constexpr std::size_t identifier_characters_min = 5; // fewer say little, and many have the same

void add_words(NameForm& form, const std::optional<std::string>& name, NamePart part)
{
    if (!name)
        return;
    for (auto& word : name_words(fold(*name))) {
        auto bones = skeleton(word);
        form.push_back({std::move(word), std::move(bones), part});
    }
}

void add_form(Profile& profile, NameForm form)
{
    if (!form.empty())
        profile.forms.push_back(std::move(form));
}

} // namespace

Profile make_profile(const PersonDetails& details, const std::vector<Identifier>& identifiers)
{
    Profile profile;
    NameForm names;
    add_words(names, details.given_name, NamePart::given);
    add_words(names, details.family_name, NamePart::family);
    add_form(profile, std::move(names));
    for (const auto& alias : details.aliases) {
        NameForm form;
        add_words(form, alias, NamePart::alias);
        add_form(profile, std::move(form));
    }
    NameForm nickname;
    add_words(nickname, details.nickname, NamePart::nickname);
    add_form(profile, std::move(nickname));

    profile.birth_date = details.birth_date;
    profile.birth_year = details.birth_date ? parts(*details.birth_date).year : details.birth_year;
    profile.birth_year_estimated = !details.birth_date && details.birth_year_estimated == true;
    const auto gender = details.gender.value_or("U");
    profile.gender = gender == "U" ? "" : gender;
    const auto citizenship = details.citizenship.value_or("ZZ");
    profile.citizenship = citizenship == "ZZ" ? "" : citizenship;
    profile.phone = comparable_phone(details.phone.value_or(""));
    for (const auto& one : identifiers) {
        auto plain = comparable_identifier(one.value);
        if (plain.size() < identifier_characters_min)
            continue;
        if (one.kind == "codice_fiscale")
            profile.codice_fiscale = plain;
        profile.identifiers.push_back(std::move(plain));
    }
    return profile;
}

} // namespace people
