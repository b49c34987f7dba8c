// SPDX-License-Identifier: EUPL-1.2
#include "network/acts.h"

#include "core/house.h"
#include "network/rows.h"

namespace network {

namespace {

// Labels of the catalogue follow the screen that is read, not the language of the account.
bool reads_english(const core::Context& context)
{
    const auto wanted = context.request.header("accept-language");
    return (wanted.empty() ? context.actor.language : context.house.words().choose(wanted)) == "en";
}

bool is_indicator(const core::Context& context, const std::string& code)
{
    return context.catalogue().find_file("catalogue/indicators/" + code + ".toml").has_value();
}

} // namespace

CityList list_cities(core::Context& context)
{
    const bool english = reads_english(context);
    CityList list;
    for (const auto& city : context.catalogue().cities())
        list.items.push_back({city.slug, city.name, city.istat, city.cadastral, city.region,
                              city.longitude, city.latitude, city.partner,
                              english ? city.district_label.en : city.district_label.it});
    return list;
}

DistrictList list_districts(core::Context& context, const ListDistricts& wish)
{
    DistrictList list;
    for (const auto& district : context.catalogue().districts(wish.city))
        list.items.push_back(
            {.code = district.code,
             .name = district.name,
             .zone = district.zone.empty() ? std::nullopt : std::optional(district.zone),
             .column = district.column,
             .row = district.row});
    return list;
}

VocabularyList list_vocabularies(core::Context& context)
{
    VocabularyList list;
    for (const auto& [name, codes] : context.catalogue().vocabularies()) {
        auto& vocabulary = list.items.emplace_back();
        vocabulary.name = name;
        for (const auto& code : codes)
            vocabulary.codes.push_back(
                {code.code, code.label.it, code.label.en,
                 code.group.empty() ? std::nullopt : std::optional(code.group), code.retired});
    }
    return list;
}

TargetList list_targets(core::Context& context, const ListTargets& wish)
{
    return {targets_of(context.store, wish.year)};
}

Target set_target(core::Context& context, const Target& wish)
{
    if (!is_indicator(context, wish.indicator))
        throw Problem(409, "network.unknown_indicator", {{"indicator", wish.indicator}});

    put_target(context.store, wish);
    return wish;
}

} // namespace network
