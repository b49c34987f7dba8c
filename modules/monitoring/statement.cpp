// SPDX-License-Identifier: EUPL-1.2
#include "monitoring/statement.h"

#include <array>
#include <cstdio>

#include <sodium.h>

#include "monitoring/rows.h"
#include "network/network.h"

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

// What form 2 says beyond the figures.
void add_words(std::string& text, const StatementCard& card)
{
    add_line(text, {"release", written(card.release)});
    add_line(text, {"reopened because", quoted(card.reopened_because.value_or(""))});
    add_line(text, {"progress", quoted(card.progress.value_or(""))});
    add_line(text, {"deviations", quoted(card.deviations.value_or(""))});
    add_line(text, {"problems", quoted(card.problems.value_or(""))});
    add_line(text, {"networks", quoted(card.networks.value_or(""))});
    add_line(text, {"quality", written(card.quality), written(card.completeness),
                    written(card.unremarked), written(card.punctuality), written(card.late_days)});
}

} // namespace

// Changing a line here would make every older hash wrong: another form begins with another first
// line.
std::string canonical_text(const StatementCard& card, const std::vector<Value>& values,
                           const std::vector<LeftOut>& left_out)
{
    std::string text;
    add_line(text, {"lgnet statement", "form " + std::to_string(card.form)});
    add_line(text, {"id", to_string(card.id)});
    add_line(text, {"city", card.city});
    add_line(text, {"period", card.period, "version", std::to_string(card.version)});
    add_line(text, {"submitted", to_string(card.submitted_at), to_string(card.submitted_by),
                    quoted(card.submitted_by_name)});
    add_line(text, {"journal", std::to_string(card.journal_sequence), card.journal_hash});
    if (card.form == 1)
        add_line(text, {"narrative", quoted(card.narrative.value_or(""))});
    else
        add_words(text, card);
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
        const bool is_signed =
            card.form == 1 || (card.public_key && card.signature &&
                               network::holds({*card.public_key, *card.signature}, text));
        if (hash_of(text) != card.hash || !is_signed)
            altered.push_back(card.city + " " + card.period + ", version " +
                              std::to_string(card.version));
    }
    return altered;
}

} // namespace monitoring
