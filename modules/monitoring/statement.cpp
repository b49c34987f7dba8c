// SPDX-License-Identifier: EUPL-1.2
#include "monitoring/statement.h"

#include <array>
#include <cstdio>
#include <memory>

#include <sodium.h>

#include "core/log.h"
#include "monitoring/rows.h"

namespace monitoring {

namespace {

void add_line(std::string& text, std::initializer_list<std::string> pieces)
{
    bool first = true;
    for (const auto& piece : pieces) {
        text += first ? "" : "\t";
        text += piece;
        first = false;
    }
    text += '\n';
}

template <class Number> std::string written(const std::optional<Number>& number)
{
    std::string text;
    if (number)
        write_value(text, *number);
    return text.empty() ? "-" : text;
}

// Free text on one line, whatever it holds.
std::string quoted(const std::string& text)
{
    std::string out;
    write_json(out, text);
    return out;
}

} // namespace

// Changing a line here would make every older hash wrong: another form begins with another first
// line.
std::string canonical_text(const StatementCard& card, const std::vector<Value>& values,
                           const std::vector<LeftOut>& left_out)
{
    std::string text;
    add_line(text, {"lgnet statement", "form 1"});
    add_line(text, {"id", to_string(card.id)});
    add_line(text, {"city", card.city});
    add_line(text, {"period", card.period, "version", std::to_string(card.version)});
    add_line(text, {"submitted", to_string(card.submitted_at), to_string(card.submitted_by),
                    quoted(card.submitted_by_name)});
    add_line(text, {"journal", std::to_string(card.journal_sequence), card.journal_hash});
    add_line(text, {"narrative", quoted(card.narrative.value_or(""))});
    for (const auto& one : values)
        add_line(text,
                 {"value", one.indicator, std::to_string(one.version), one.window, one.breakdown,
                  one.cell, written(one.value), written(one.numerator), written(one.denominator),
                  written(one.p90), one.suppressed ? "suppressed" : "shown"});
    for (const auto& one : left_out)
        add_line(text, {"left out", one.indicator, one.reason, std::to_string(one.count),
                        one.counted ? "counted" : "not counted"});
    return text;
}

std::string hash_of(const std::string& text)
{
    std::array<unsigned char, 32> hash{};
    crypto_generichash(hash.data(), hash.size(),
                       reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr,
                       0);
    std::array<char, 65> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    return hex.data();
}

std::vector<std::string> altered_statements(store::Transaction& transaction)
{
    std::vector<std::string> altered;
    for (const auto& card : list_all(transaction)) {
        const auto text = canonical_text(card, values_of(transaction, card.id),
                                         left_out_of(transaction, card.id));
        if (hash_of(text) != card.hash)
            altered.push_back(card.city + " " + card.period + ", version " +
                              std::to_string(card.version));
    }
    return altered;
}

namespace {

struct Parcel {
    StatementCard card;
    std::vector<Value> values;
    std::vector<LeftOut> left_out;
};

void log_failure(const Parcel& parcel, std::exception_ptr failure)
{
    std::string why = "unknown";
    try {
        std::rethrow_exception(failure);
    } catch (const std::exception& error) {
        why = error.what();
    }
    core::log(core::Level::warning, "statement_undelivered",
              {{"city", parcel.card.city}, {"period", parcel.card.period}, {"why", why}});
}

// Runs on the writer of the network's store, and may run again.
void receive(store::Transaction& network, const Parcel& parcel, Instant at)
{
    if (find_statement(network, parcel.card.id))
        return;
    auto card = parcel.card;
    card.received_at = at;
    insert_statement(network, card, parcel.values, parcel.left_out);
}

void send(std::shared_ptr<const Parcel> parcel, store::Store& city, store::Store& network,
          Instant now)
{
    const auto note_in_city = [parcel, &city, now](std::exception_ptr failure) {
        if (failure)
            return log_failure(*parcel, failure);
        city.submit(
            [parcel, now](store::Transaction& transaction) {
                note_received(transaction, parcel->card.id, now);
            },
            // Unnoted, it is sent once more some day, and the network has it already.
            [parcel](std::exception_ptr lost) {
                if (lost)
                    log_failure(*parcel, lost);
            });
    };
    network.submit(
        [parcel, now](store::Transaction& transaction) { receive(transaction, *parcel, now); },
        note_in_city);
}

} // namespace

void deliver_from(core::House& house, core::Place& city)
{
    auto* network = house.find_place(core::network_slug);
    if (network == nullptr) // a city alone: its statements wait
        return;
    try {
        std::vector<std::shared_ptr<const Parcel>> waiting;
        city.store->read([&](store::Transaction& transaction) {
            for (auto& card : list_undelivered(transaction)) {
                auto values = values_of(transaction, card.id);
                auto left_out = left_out_of(transaction, card.id);
                waiting.push_back(std::make_shared<const Parcel>(
                    Parcel{std::move(card), std::move(values), std::move(left_out)}));
            }
        });
        for (auto& parcel : waiting)
            send(std::move(parcel), *city.store, *network->store, house.now());
    } catch (const std::exception& error) {
        core::log(core::Level::warning, "statements_unread",
                  {{"city", city.slug}, {"why", error.what()}});
    }
}

void deliver_waiting(core::House& house)
{
    for (auto* place : house.places())
        if (place->slug != core::network_slug)
            deliver_from(house, *place);
}

} // namespace monitoring
