// SPDX-License-Identifier: EUPL-1.2
#include "headcount/door.h"

#include "base/base64.h"
#include "base/problem.h"
#include "core/house.h"

namespace headcount {

namespace {

constexpr std::int64_t minutes_5 = 5LL * 60 * 1000;
constexpr int pieces_max = 512; // 240 MB

[[noreturn]] void refuse_message() { throw Problem(403, "headcount.not_believed"); }

bool is_of_network(const Said& said) { return said.from == core::network_slug; }

Attempt attempt_of(const Said& said) { return {Uuid(said.round), said.attempt}; }

} // namespace

Door::Door(std::string self, Known known, Now now, Note note)
    : self_(std::move(self)), known_(std::move(known)), now_(std::move(now)), note_(std::move(note))
{
}

std::string Door::answer(std::string_view message)
{
    std::string line = to_string(now_());
    Answered answered;
    try {
        answered = done(believed(message, line), line);
        line += " done";
    } catch (const Problem& problem) {
        answered = Answered();
        answered.code = problem.status == 400 || problem.code == "core.input_invalid"
                            ? "headcount.not_understood"
                            : problem.code;
        line += " " + *answered.code;
    } catch (const std::exception&) {
        answered = Answered();
        answered.code = "headcount.not_understood";
        line += " headcount.not_understood";
    }
    note_(line);
    return to_json(answered);
}

Said Door::believed(std::string_view message, std::string& line)
{
    auto said = read_said(message, known_);
    if (said.what.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") != std::string::npos)
        refuse_message(); // a line of the journal stays one line
    line += " " + said.from + " " + said.what + " " + to_string(said.round) + " " +
            std::to_string(said.attempt);
    check_new(said);
    return said;
}

// What was said once is not believed again: whoever overheard a city cannot use up what it may have
// evaluated. Nor what was said to another.
void Door::check_new(const Said& said)
{
    const auto now = now_();
    const std::scoped_lock lock(mutex_);
    std::erase_if(nonces_, [&](const auto& one) {
        return now.milliseconds - one.second.milliseconds > 2 * minutes_5;
    });
    const bool is_late = std::abs(now.milliseconds - said.at.milliseconds) > minutes_5;
    if (said.to != self_ || is_late || said.nonce.size() < 16 ||
        !nonces_.emplace(said.from + " " + said.nonce, now).second)
        refuse_message();
}

Answered KeyDoor::done(const Said& said, std::string& line)
{
    const auto attempt = attempt_of(said);
    Answered answered;
    if (said.what == "open" && is_of_network(said)) {
        room_.open(attempt);
    } else if (said.what == "destroy" && is_of_network(said)) {
        room_.destroy(attempt.round);
    } else if (said.what == "is_open") {
        answered.open = room_.is_open(attempt);
    } else if (said.what == "evaluated" && said.cities.size() == 1 &&
               (is_of_network(said) || said.from == said.cities[0])) {
        answered.evaluated = room_.evaluated(attempt, said.cities[0]);
    } else if (said.what == "evaluate" && !is_of_network(said)) {
        const auto elements = once::read_elements(decoded(said.bytes));
        line += " " + std::to_string(elements.size());
        answered.bytes =
            to_base64(once::write_elements(room_.evaluate(attempt, said.from, elements)));
    } else {
        refuse_message();
    }
    return answered;
}

Answered CounterDoor::done(const Said& said, std::string& line)
{
    const auto attempt = attempt_of(said);
    Answered answered;
    if (said.what == "open" && is_of_network(said)) {
        room_.open(attempt);
    } else if (said.what == "destroy" && is_of_network(said)) {
        room_.destroy(attempt.round);
        forget_pieces(attempt.round, "");
    } else if (said.what == "is_open") {
        answered.open = room_.is_open(attempt);
    } else if (said.what == "received" && is_of_network(said)) {
        for (const auto& city : room_.received(attempt))
            answered.cities.push_back(city);
    } else if (said.what == "compare" && is_of_network(said)) {
        const auto most = static_cast<std::size_t>(said.links_max.value_or(0));
        answered.bytes = to_base64(once::write_overlap(room_.compare(attempt, said.cities, most)));
    } else if (said.what == "receive" && !is_of_network(said)) {
        const auto piece = decoded(said.bytes);
        line += " " + std::to_string(piece.size());
        take_piece(said, piece);
    } else if (said.what == "give_back" && !is_of_network(said)) {
        room_.give_back(attempt.round, said.from);
        forget_pieces(attempt.round, said.from);
    } else {
        refuse_message();
    }
    return answered;
}

// In their order; the first begins anew.
void CounterDoor::take_piece(const Said& said, const std::string& piece)
{
    const auto attempt = attempt_of(said);
    if (!room_.is_open(attempt))
        throw Problem(409, "headcount.no_key");
    const auto number = said.piece.value_or(0);
    const auto pieces = said.pieces.value_or(1);
    if (pieces > pieces_max)
        throw Problem(429, "headcount.too_many");
    std::string whole;
    {
        const std::scoped_lock lock(mutex_);
        auto& come = pieces_[{attempt, said.from}];
        if (number == 0)
            come.clear();
        if (static_cast<std::size_t>(number) != come.size() || number >= pieces)
            throw Problem(422, "headcount.broken_parcel");
        come.push_back(piece);
        if (number + 1 < pieces)
            return;
        for (const auto& one : come)
            whole += one;
        pieces_.erase({attempt, said.from});
    }
    room_.receive(attempt, said.from, whole);
}

void CounterDoor::forget_pieces(const Uuid& round, const std::string& city)
{
    const std::scoped_lock lock(mutex_);
    std::erase_if(pieces_, [&](const auto& one) {
        const auto& [attempt, from] = one.first;
        return attempt.round == round && (city.empty() || from == city);
    });
}

} // namespace headcount
