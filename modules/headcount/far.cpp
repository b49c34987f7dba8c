// SPDX-License-Identifier: EUPL-1.2
// Key servers and counter that stand elsewhere: from here, and there.
#include <memory>

#include "core/house.h"
#include "headcount/door.h"
#include "headcount/headcount.h"
#include "headcount/remote.h"

namespace headcount {

namespace {

std::string signing_key(core::House& house, const std::string& slug)
{
    auto* place = house.find_place(slug);
    if (place == nullptr)
        throw Problem(409, "headcount.not_believed");
    std::string key;
    place->store->read(
        [&](store::Transaction& transaction) { key = signing_key_of(transaction.seal()); });
    return key;
}

// In whose name is asked what anybody may ask: the network's where its store is here.
std::string self_of(core::House& house)
{
    if (house.find_place(core::network_slug) != nullptr)
        return std::string(core::network_slug);
    return house.places().front()->slug;
}

} // namespace

void use_servers(core::House& house, Elsewhere elsewhere)
{
    const auto key_of = [&house](const std::string& slug) { return signing_key(house, slug); };
    const auto self = self_of(house);
    const bool separate = elsewhere.counter != nullptr;
    std::unique_ptr<Counter> counter = std::make_unique<CountingRoom>();
    if (separate)
        counter = std::make_unique<RemoteCounter>(self, std::move(elsewhere.counter), key_of);
    use_servers(std::make_unique<RemoteKeyServer>(self, std::move(elsewhere.key_server_a), key_of),
                std::make_unique<RemoteKeyServer>(self, std::move(elsewhere.key_server_b), key_of),
                std::move(counter), separate);
}

std::string public_key_of(core::House& house, const std::string& slug)
{
    return public_key_of(signing_key(house, slug));
}

namespace {

// What a server keeps, for as long as it runs.
template <class Room, class DoorOfRoom> struct Standing {
    Room room;
    DoorOfRoom door;
    Standing(Door::Known known, Door::Note note)
        : door(room, std::move(known), system_now, std::move(note))
    {
    }
};

template <class Room, class DoorOfRoom>
std::function<std::string(std::string_view)> open_door(Door::Known known, Door::Note note)
{
    auto standing = std::make_shared<Standing<Room, DoorOfRoom>>(std::move(known), std::move(note));
    return [standing](std::string_view message) { return standing->door.answer(message); };
}

} // namespace

std::function<std::string(std::string_view)>
open_server(Role role, std::map<std::string, std::string> known,
            std::function<void(const std::string&)> note)
{
    return role == Role::key_server
               ? open_door<KeyRoom, KeyDoor>(std::move(known), std::move(note))
               : open_door<CountingRoom, CounterDoor>(std::move(known), std::move(note));
}

} // namespace headcount
