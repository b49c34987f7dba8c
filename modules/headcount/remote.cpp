// SPDX-License-Identifier: EUPL-1.2
#include "headcount/remote.h"

#include <algorithm>

#include "base/base64.h"
#include "base/problem.h"

namespace headcount {

namespace {

constexpr std::size_t elements_a_message = 10'000; // 430 kB
constexpr std::size_t bytes_a_piece = 450'000;     // 600 kB

Said words(const std::string& from, const char* what, const Attempt& attempt)
{
    Said said;
    said.from = from;
    said.what = what;
    said.round = Id<Round>(attempt.round);
    said.attempt = attempt.number;
    return said;
}

} // namespace

void RemoteKeyServer::open(const Attempt& attempt) { speaker_.ask(words(self_, "open", attempt)); }

bool RemoteKeyServer::is_open(const Attempt& attempt)
{
    return speaker_.ask(words(self_, "is_open", attempt)).open.value_or(false);
}

std::vector<once::Element> RemoteKeyServer::evaluate(const Attempt& attempt,
                                                     const std::string& city,
                                                     const std::vector<once::Element>& elements)
{
    std::vector<once::Element> all;
    for (std::size_t begin = 0; begin < elements.size(); begin += elements_a_message) {
        const auto end = std::min(begin + elements_a_message, elements.size());
        const auto at = [&](std::size_t place) {
            return elements.begin() + static_cast<std::ptrdiff_t>(place);
        };
        auto said = words(city, "evaluate", attempt);
        said.bytes = to_base64(once::write_elements({at(begin), at(end)}));
        const auto evaluated = once::read_elements(decoded(speaker_.ask(said).bytes));
        if (evaluated.size() != end - begin)
            throw Problem(422, "headcount.no_element");
        all.insert(all.end(), evaluated.begin(), evaluated.end());
    }
    return all;
}

int RemoteKeyServer::evaluated(const Attempt& attempt, const std::string& city)
{
    auto said = words(self_, "evaluated", attempt);
    said.cities = {city};
    return speaker_.ask(said).evaluated.value_or(0);
}

void RemoteKeyServer::destroy(const Uuid& round)
{
    speaker_.ask(words(self_, "destroy", {round, 0}));
}

void RemoteCounter::open(const Attempt& attempt) { speaker_.ask(words(self_, "open", attempt)); }

bool RemoteCounter::is_open(const Attempt& attempt)
{
    return speaker_.ask(words(self_, "is_open", attempt)).open.value_or(false);
}

void RemoteCounter::receive(const Attempt& attempt, const std::string& city,
                            const std::string& parcel)
{
    const auto pieces =
        std::max<std::size_t>((parcel.size() + bytes_a_piece - 1) / bytes_a_piece, 1);
    for (std::size_t i = 0; i < pieces; ++i) {
        auto said = words(city, "receive", attempt);
        said.bytes = to_base64(std::string_view(parcel).substr(i * bytes_a_piece, bytes_a_piece));
        said.piece = static_cast<int>(i);
        said.pieces = static_cast<int>(pieces);
        speaker_.ask(said);
    }
}

std::set<std::string> RemoteCounter::received(const Attempt& attempt)
{
    const auto cities = speaker_.ask(words(self_, "received", attempt)).cities;
    return {cities.begin(), cities.end()};
}

void RemoteCounter::give_back(const Uuid& round, const std::string& city)
{
    speaker_.ask(words(city, "give_back", {round, 0}));
}

once::Overlap RemoteCounter::compare(const Attempt& attempt, const std::vector<std::string>& cities,
                                     std::size_t links_max)
{
    auto said = words(self_, "compare", attempt);
    said.cities = cities;
    said.links_max = static_cast<int>(links_max);
    auto overlap = once::read_overlap(decoded(speaker_.ask(said).bytes));
    if (overlap.cities.size() != cities.size())
        throw Problem(422, "headcount.broken_parcel");
    return overlap;
}

void RemoteCounter::destroy(const Uuid& round)
{
    speaker_.ask(words(self_, "destroy", {round, 0}));
}

} // namespace headcount
