// SPDX-License-Identifier: EUPL-1.2
#include "headcount/once/parcel.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>

#include "base/problem.h"
#include "headcount/once/bytes.h"

namespace once {

namespace {

constexpr std::string_view form = "LGHC1\n";
constexpr std::size_t persons_max = 2'000'000;

std::uint64_t random_number()
{
    std::uint64_t number = 0;
    randombytes_buf(&number, sizeof number);
    return number;
}

template <class T> void shuffle(std::vector<T>& all)
{
    for (std::size_t i = all.size(); i > 1; --i)
        std::swap(all[i - 1], all[randombytes_uniform(static_cast<std::uint32_t>(i))]);
}

// Encodings look like random bytes to whoever has not both halves of the key: so do these.
void fill_up(std::vector<Encoding>& encodings, std::size_t size)
{
    while (encodings.size() < size) {
        Encoding made;
        randombytes_buf(made.data(), made.size());
        encodings.push_back(made);
    }
    shuffle(encodings);
}

void shape(Sent& person)
{
    const auto size = std::max(person.strong.size(), person.weak.size()) <= few ? few : many;
    fill_up(person.strong, size);
    fill_up(person.weak, size);
}

Sent nobody(bool with_many)
{
    Sent made{random_number(), {}, {}};
    fill_up(made.strong, with_many ? many : few);
    fill_up(made.weak, with_many ? many : few);
    return made;
}

} // namespace

std::vector<std::string> texts_to_blind(const Prepared& prepared)
{
    std::vector<std::string> texts;
    for (const auto& person : prepared.persons) {
        texts.insert(texts.end(), person.strong.begin(), person.strong.end());
        texts.insert(texts.end(), person.weak.begin(), person.weak.end());
    }
    texts.emplace_back(probe_text);
    return texts;
}

Parcel pack(const Prepared& prepared, const std::vector<Encoding>& encodings)
{
    Parcel parcel;
    parcel.tallies = prepared.tallies;
    auto next = encodings.begin();
    std::size_t with_many = 0;
    for (const auto& person : prepared.persons) {
        Sent sent{random_number(), {}, {}};
        const auto weak = next + static_cast<std::ptrdiff_t>(person.strong.size());
        const auto end = weak + static_cast<std::ptrdiff_t>(person.weak.size());
        sent.strong.assign(next, weak);
        sent.weak.assign(weak, end);
        next = end;
        shape(sent);
        with_many += sent.strong.size() == many ? 1 : 0;
        parcel.persons.push_back(std::move(sent));
    }
    parcel.probe = *next;
    const auto real = std::max<std::size_t>(parcel.persons.size(), 1);
    while (parcel.persons.size() % persons_step != 0 || parcel.persons.empty())
        parcel.persons.push_back(
            nobody(randombytes_uniform(static_cast<std::uint32_t>(real)) < with_many));
    shuffle(parcel.persons);
    return parcel;
}

std::vector<Encoding> plain_encodings(const std::vector<std::string>& texts)
{
    std::vector<Encoding> made(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i)
        crypto_generichash(made[i].data(), made[i].size(),
                           reinterpret_cast<const unsigned char*>(texts[i].data()), texts[i].size(),
                           nullptr, 0);
    return made;
}

std::string write_parcel(const Parcel& parcel)
{
    Writer out;
    out.bytes(form.data(), form.size());
    out.bytes(parcel.probe.data(), parcel.probe.size());
    each_figure(parcel.tallies, [&](double value) { out.figure(value); });
    out.number(parcel.persons.size());
    for (const auto& person : parcel.persons) {
        out.number(person.number);
        out.number(person.strong.size());
        for (const auto* some : {&person.strong, &person.weak})
            for (const auto& one : *some)
                out.bytes(one.data(), one.size());
    }
    return out.take();
}

Parcel read_parcel(std::string_view bytes)
{
    Reader in(bytes);
    const auto refuse_if = [](bool broken) {
        if (broken)
            throw Problem(422, "headcount.broken_parcel");
    };
    refuse_if(in.take(form.size()) != form);
    Parcel parcel;
    in.into(parcel.probe);
    each_figure(parcel.tallies, [&](double& value) { value = in.figure(); });
    const auto persons = in.number();
    refuse_if(persons > persons_max);
    for (std::uint64_t i = 0; i < persons; ++i) {
        Sent person;
        person.number = in.number();
        const auto size = in.number();
        refuse_if(size != few && size != many);
        for (auto* some : {&person.strong, &person.weak}) {
            some->resize(size);
            for (auto& one : *some)
                in.into(one);
        }
        parcel.persons.push_back(std::move(person));
    }
    refuse_if(!in.is_at_end());
    return parcel;
}

std::string write_elements(const std::vector<Element>& elements)
{
    std::string bytes;
    for (const auto& one : elements)
        bytes.append(reinterpret_cast<const char*>(one.data()), one.size());
    return bytes;
}

std::vector<Element> read_elements(std::string_view bytes)
{
    if (bytes.size() % sizeof(Element) != 0)
        throw Problem(422, "headcount.no_element");
    std::vector<Element> elements(bytes.size() / sizeof(Element));
    for (std::size_t i = 0; i < elements.size(); ++i)
        std::memcpy(elements[i].data(), bytes.data() + i * sizeof(Element), sizeof(Element));
    return elements;
}

} // namespace once
