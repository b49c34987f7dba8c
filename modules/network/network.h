// SPDX-License-Identifier: EUPL-1.2
// The network itself: its cities and their districts, the words all of them use, the targets that
// the direction sets, and the links over which its stores send each other parcels. Cities and words
// come from the catalogue.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "core/context.h"
#include "core/module.h"

namespace core {
struct Place;
} // namespace core

namespace network {

core::Module module();

// ---- parcels (core/parcel.h), for the modules that send them

struct Link;

// Leaves with this unit of work for the network, for a city (from the network), or for another city
// through the network, which cannot read it. Throws Problem(409, "network.not_reached") where the
// keys of that city are not known. `id`: where the sender has one already; a parcel of that id
// must not have been posted before.
Uuid post(core::Context& context, const std::string& to, const std::string& kind,
          const std::string& body, const std::optional<Uuid>& id = std::nullopt);

// What has become of it; what the other side took in two weeks ago is forgotten.
enum class Posted { never, waiting, arrived, refused };
Posted find_posted(store::Transaction& transaction, const Uuid& id);

// Whether parcels can be posted for that city.
bool is_reached(core::Context& context, const std::string& city);

// When that city has last spoken with this store, the network's.
std::optional<Instant> last_met(core::Context& context, const std::string& city);

// With the key of this store's card, of what must hold when its parcel is forgotten. Each is
// base64.
struct KeptSignature {
    std::string key;
    std::string text;
};
KeptSignature sign_to_keep(core::Context& context, std::string_view text);
bool holds(const KeptSignature& signature, std::string_view text);
// Whether that store is known here by a card with that key.
bool is_key_of(core::Context& context, const std::string& slug, const std::string& key);

// Who asks, by the signature of a linked city; nullopt: nobody who is linked. For
// HouseSettings.identify, of requests that have the header Lgnet-Link.
std::optional<core::Actor> identify_link(core::House& house, const core::Request& request);

// What each program says of itself to whoever links it: its card, and the fingerprint to be read
// aloud.
struct OwnCard {
    std::string card;
    std::string fingerprint;
};
OwnCard own_card_of(core::Place& place);

// Waits until no store of this program has anything under way to another. For tests, the cast and
// the command line.
void settle(core::House& house);

// ---- releases of the catalogue

// The number of the release that a catalogue is; 0: the program's own.
int release_of(const core::Catalogue& catalogue);

// ---- targets

struct Target {
    static constexpr const char* title = "Target";

    std::string city;
    std::string indicator;
    int year = 0;
    double value = 0; // for the whole year, in the unit of the indicator

    static constexpr auto fields()
    {
        return std::tuple(field("city", &Target::city).one_of("city").sample(R"("roma")"),
                          field("indicator", &Target::indicator).up_to(40).sample(R"("NET-01")"),
                          field("year", &Target::year).between(2000, 2100).sample("2026"),
                          field("value", &Target::value)
                              .between(0, 1'000'000'000)
                              .sample("1200")
                              .says("For the whole year, in the unit of the indicator."));
    }
};

// The targets of a year, by city and indicator, as they are set. On the network's store only.
std::vector<Target> targets_of(store::Transaction& transaction, int year);
// The same; in a city its own, of the release that it has taken.
std::vector<Target> targets_of(core::Context& context, int year);

// Sets what catalogue/targets.csv says, for the demonstration; answers how many there were. A
// target that the direction has set since is overwritten.
int load_targets(store::Transaction& transaction);

struct CityItem {
    static constexpr const char* title = "City";

    std::string slug;
    std::string name;
    std::string istat;
    std::string cadastral;
    std::string region;
    double longitude = 0;
    double latitude = 0;
    std::string partner;
    std::string district_label;

    static constexpr auto fields()
    {
        return std::tuple(
            field("slug", &CityItem::slug), field("name", &CityItem::name),
            field("istat", &CityItem::istat), field("cadastral", &CityItem::cadastral),
            field("region", &CityItem::region), field("longitude", &CityItem::longitude),
            field("latitude", &CityItem::latitude), field("partner", &CityItem::partner),
            field("district_label", &CityItem::district_label)
                .says("What this city calls a district, in the reader's language."));
    }
};

struct CityList {
    static constexpr const char* title = "CityList";

    std::vector<CityItem> items;

    static constexpr auto fields() { return std::tuple(field("items", &CityList::items)); }
};

struct ListDistricts {
    static constexpr const char* title = "ListDistricts";

    std::string city;

    static constexpr auto fields()
    {
        return std::tuple(field("city", &ListDistricts::city).one_of("city").sample(R"("roma")"));
    }
};

struct DistrictItem {
    static constexpr const char* title = "District";

    std::string code;
    std::string name;
    std::optional<std::string> zone;
    int column = 0;
    int row = 0;

    static constexpr auto fields()
    {
        return std::tuple(
            field("code", &DistrictItem::code), field("name", &DistrictItem::name),
            field("zone", &DistrictItem::zone).says("The name in everyday use."),
            field("column", &DistrictItem::column).says("Place on the city's tile map."),
            field("row", &DistrictItem::row).says("Place on the city's tile map."));
    }
};

struct DistrictList {
    static constexpr const char* title = "DistrictList";

    std::vector<DistrictItem> items;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &DistrictList::items).at_most(500));
    }
};

struct CodeItem {
    static constexpr const char* title = "Code";

    std::string code;
    std::string it;
    std::string en;
    std::optional<std::string> group;
    bool retired = false;

    static constexpr auto fields()
    {
        return std::tuple(
            field("code", &CodeItem::code), field("it", &CodeItem::it), field("en", &CodeItem::en),
            field("group", &CodeItem::group).says("A code of the list <name>_group."),
            field("retired", &CodeItem::retired).says("Of old records only: not to be chosen."));
    }
};

struct Vocabulary {
    static constexpr const char* title = "Vocabulary";

    std::string name;
    std::vector<CodeItem> codes;

    static constexpr auto fields()
    {
        return std::tuple(field("name", &Vocabulary::name),
                          field("codes", &Vocabulary::codes).at_most(1000));
    }
};

struct VocabularyList {
    static constexpr const char* title = "VocabularyList";

    std::vector<Vocabulary> items;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &VocabularyList::items).at_most(500));
    }
};

struct ListTargets {
    static constexpr const char* title = "ListTargets";

    int year = 0;

    static constexpr auto fields()
    {
        return std::tuple(field("year", &ListTargets::year).between(2000, 2100).sample("2026"));
    }
};

struct TargetList {
    static constexpr const char* title = "TargetList";

    std::vector<Target> items;

    static constexpr auto fields()
    {
        return std::tuple(field("items", &TargetList::items).at_most(5000));
    }
};

} // namespace network
