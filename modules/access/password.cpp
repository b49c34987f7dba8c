// SPDX-License-Identifier: EUPL-1.2
#include "access/password.h"

#include <sodium.h>

#include <algorithm>
#include <atomic>
#include <semaphore>

#include "access/access.h"

namespace lgnet::access {

namespace {

constexpr std::size_t characters_min = 12;

struct Cost {
    std::atomic<unsigned long long> operations = crypto_pwhash_OPSLIMIT_INTERACTIVE;
    std::atomic<std::size_t> memory_bytes = crypto_pwhash_MEMLIMIT_INTERACTIVE;
};

Cost cost;

// Two at a time: 128 MB at most, however many want to come in.
std::counting_semaphore<2> places{2};

struct Turn {
    Turn() { places.acquire(); }
    ~Turn() { places.release(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
};

std::size_t characters(const std::string& utf8)
{
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string lower(std::string text)
{
    for (auto& c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

} // namespace

void set_password_cost(unsigned long long operations, std::size_t memory_bytes)
{
    ENSURE(operations >= crypto_pwhash_OPSLIMIT_MIN);
    ENSURE(memory_bytes >= crypto_pwhash_MEMLIMIT_MIN);
    cost.operations = operations;
    cost.memory_bytes = memory_bytes;
}

std::string hash_password(const std::string& password)
{
    const Turn turn;
    char hash[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str(hash, password.data(), password.size(), cost.operations,
                          cost.memory_bytes) != 0)
        throw store::Unavailable("memory", "no memory to hash a password");
    return hash;
}

bool is_password(const std::string& hash, const std::string& password)
{
    const Turn turn;
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

std::optional<FieldError> password_fault(const std::string& field, const std::string& password,
                                         const std::string& login_name)
{
    if (characters(password) < characters_min)
        return FieldError{
            field, "access.password_short", {{"least", std::to_string(characters_min)}}};
    // Also "giuliagiulia" and "giulia123456" say little that the login does not.
    const auto folded = lower(password);
    const auto at = folded.find(lower(login_name));
    if (at != std::string::npos && characters(password) < characters_min + login_name.size())
        return FieldError{field, "access.password_is_login", {}};
    return std::nullopt;
}

} // namespace lgnet::access
