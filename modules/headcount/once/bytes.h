// SPDX-License-Identifier: EUPL-1.2
// What this library writes and reads as bytes: numbers with the least byte first.
#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "base/problem.h"

namespace once {

class Writer {
public:
    void bytes(const void* data, std::size_t size)
    {
        text_.append(static_cast<const char*>(data), size);
    }
    void number(std::uint64_t value)
    {
        for (int i = 0; i < 8; ++i)
            text_ += static_cast<char>(value >> (8 * i) & 0xff);
    }
    void figure(double value) { number(static_cast<std::uint64_t>(std::llround(value))); }
    void real(double value) { number(std::bit_cast<std::uint64_t>(value)); }
    std::string take() { return std::move(text_); }

private:
    std::string text_;
};

class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}
    std::string_view take(std::size_t size)
    {
        if (rest_.size() < size)
            throw Problem(422, "headcount.broken_parcel");
        const auto taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }
    template <std::size_t N> void into(std::array<unsigned char, N>& bytes)
    {
        std::memcpy(bytes.data(), take(N).data(), N);
    }
    std::uint64_t number()
    {
        const auto bytes = take(8);
        std::uint64_t value = 0;
        for (std::size_t i = 8; i-- > 0;)
            value = value << 8 | static_cast<unsigned char>(bytes[i]);
        return value;
    }
    double figure() { return static_cast<double>(number()); }
    double real() { return std::bit_cast<double>(number()); }
    bool is_at_end() const { return rest_.empty(); }

private:
    std::string_view rest_;
};

// One list of the figures, for writing and for reading.
template <class T, class See> void each_figure(T& tallies, See&& see)
{
    see(tallies.persons);
    see(tallies.taking_part);
    see(tallies.strangers);
    see(tallies.mistaken);
    for (auto& one : tallies.written)
        see(one);
    for (auto* square : {&tallies.same, &tallies.recognised})
        for (auto& row : *square)
            for (auto& one : row)
                see(one);
}

} // namespace once
