// SPDX-License-Identifier: EUPL-1.2
#include "network/acts.h"
#include "network/links.h"
#include "network/releases.h"

namespace network {

namespace {

std::vector<core::Receiver> receivers()
{
    auto all = receivers_of_releases();
    all.push_back(receiver_of_keys());
    return all;
}

std::vector<core::Act> acts_of_links()
{
    using namespace core;
    constexpr auto linkers = may(network_direction, administrator);
    constexpr auto watchers = linkers | data_protection_officer;
    return {
        act("network.list_links", "GET /api/network/links", watchers, list_links),
        act("network.admit_link", "POST /api/network/links", linkers, admit_link),
        act("network.stop_link", "POST /api/network/links/{id}/stop", linkers, stop_link),
        act("network.resume_link", "POST /api/network/links/{id}/resume", linkers, resume_link),
        act("network.list_parcels", "GET /api/network/links/{id}/parcels", watchers, list_parcels),
        act("network.ask_parcels", "GET /api/network/parcels", {}, ask_parcels)
            .for_links()
            .on(Where::network)
            .with_answer("application/json"),
        act("network.bring_parcels", "POST /api/network/parcels", {}, bring_parcels, nullptr,
            refuse_parcel)
            .for_links()
            .on(Where::network)
            .with_answer("application/json")};
}

std::vector<core::Act> acts_of_releases()
{
    using namespace core;
    constexpr auto publishers = may(network_direction);
    constexpr auto takers = may(city_coordinator, administrator);
    constexpr auto readers = takers | publishers | may(researcher, data_protection_officer);
    return {
        act("network.get_draft", "GET /api/network/draft", publishers, get_draft)
            .on(Where::network),
        act("network.put_draft_file", "PUT /api/network/draft", publishers, put_draft_file)
            .on(Where::network),
        act("network.drop_draft_file", "DELETE /api/network/draft", publishers, drop_draft_file)
            .on(Where::network),
        act("network.publish_release", "POST /api/network/releases", publishers, publish_release)
            .on(Where::network),
        act("network.get_catalogue_file", "GET /api/network/catalogue_file", readers,
            get_catalogue_file),
        act("network.list_releases", "GET /api/network/releases", readers, list_releases),
        act("network.get_release", "GET /api/network/releases/{id}", readers, get_release),
        act("network.take_release", "POST /api/network/releases/{id}/take", takers, take_release,
            try_release)
            .on(Where::city),

        act("network.list_extensions", "GET /api/network/extensions", readers, list_extensions)
            .on(Where::city),
        act("network.add_extension", "POST /api/network/extensions", takers, add_extension)
            .on(Where::city),
        act("network.retire_extension", "POST /api/network/extensions/{id}/retire", takers,
            retire_extension)
            .on(Where::city),
        act("network.restore_extension", "POST /api/network/extensions/{id}/restore", takers,
            restore_extension)
            .on(Where::city)};
}

} // namespace

core::Module module()
{
    using namespace core;
    Module network{
        "network",
        Where::both,
        {
            act("network.list_cities", "GET /api/network/cities", everyone, list_cities),
            act("network.list_districts", "GET /api/network/districts", everyone, list_districts),
            act("network.list_vocabularies", "GET /api/network/vocabularies", everyone,
                list_vocabularies),
            act("network.list_targets", "GET /api/network/targets",
                may(network_direction, researcher), list_targets)
                .on(Where::network),
            act("network.set_target", "PUT /api/network/targets", may(network_direction),
                set_target)
                .on(Where::network),
        },
        {},
        {{"network.carry", carry}},
        {},
        {},
        {},
        receivers(),
        check_targets,
        target_entries,
        use_release_of};
    for (auto acts_of : {acts_of_links, acts_of_releases})
        for (auto& act : acts_of())
            network.acts.push_back(std::move(act));
    return network;
}

} // namespace network
