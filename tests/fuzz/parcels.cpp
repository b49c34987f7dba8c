// SPDX-License-Identifier: EUPL-1.2
#include <sodium.h>

#include "network/box.h"
#include "network/parcels.h"
#include "tests/fuzz/inputs.h"

namespace fuzz {

namespace {

void must(bool holds, const std::string& what)
{
    if (!holds)
        throw Broken(what);
}

std::string_view take_line(std::string_view& bytes)
{
    const auto line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
    return line;
}

void try_heading(std::string_view bytes)
{
    const auto heading = network::read_heading(bytes);
    if (!heading)
        return;
    must(heading->turn >= 0, "a turn below nothing");
    const auto again = network::read_heading(network::write_heading(*heading));
    must(again && again->from == heading->from && again->turn == heading->turn &&
             again->signature == heading->signature,
         "a heading that is read otherwise once it was written");
}

void try_card(std::string_view bytes)
{
    const auto card = network::read_card(bytes);
    if (!card)
        return;
    must(network::read_card(network::write_card(*card)) == card, "a card that changes");
    const auto digits = network::fingerprint_of(*card);
    must(digits.size() == 35 && network::is_fingerprint(digits, *card), "no fingerprint");
    must(!network::is_signed(card->sign_key, "nobody has signed this", card->sign_key),
         "a signature of nobody's");
}

void try_answer(std::string_view bytes)
{
    const auto answer = network::read_meeting_answer(std::string(bytes));
    if (!answer)
        return;
    const auto text = to_json(*answer);
    const auto again = network::read_meeting_answer(text);
    must(again && to_json(*again) == text, "an answer that is read otherwise: " + text);
    static const store::Seal nobody(std::array<std::uint8_t, 32>{});
    for (const auto& parcel : answer->parcels)
        must(!network::open_box(nobody, parcel.body), "a box that anybody opens");
}

} // namespace

void try_parcel(std::string_view bytes)
{
    static const int ready = sodium_init();
    must(ready >= 0, "no libsodium");
    try_heading(take_line(bytes));
    try_card(take_line(bytes));
    try_answer(bytes);
}

} // namespace fuzz
