// SPDX-License-Identifier: EUPL-1.2
#include "store/seal.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>

#include "base/problem.h"
#include "store/files.h"

namespace store {

namespace {

constexpr std::string_view prefix = "s1.";
constexpr auto nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr auto tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr int base64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

using Key = std::array<std::uint8_t, 32>;

void begin_sodium()
{
    static const int result = sodium_init();
    ENSURE(result >= 0);
}

const unsigned char* bytes(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

std::string hex(const Key& key)
{
    std::array<char, 2 * sizeof(Key) + 1> text{};
    sodium_bin2hex(text.data(), text.size(), key.data(), key.size());
    return text.data();
}

Key keyed_hash(const Key& key, std::string_view text)
{
    Key hash{};
    crypto_generichash(hash.data(), hash.size(), bytes(text), text.size(), key.data(), key.size());
    return hash;
}

// Where a value lives, as the cipher's associated data: what is moved no longer opens.
std::string place(std::string_view table, std::string_view column, std::string_view row)
{
    std::string text(table);
    text.append(1, '\0').append(column).append(1, '\0').append(row);
    return text;
}

void make_key_file(const std::string& path)
{
    Key key{};
    randombytes_buf(key.data(), key.size());
    NewFile file(path);
    file.write(hex(key) + "\n");
    file.finish();
}

Key read_key_file(const std::string& path)
{
    std::ifstream file(path);
    std::string text;
    std::getline(file, text);
    Key key{};
    std::size_t length = 0;
    const int result =
        sodium_hex2bin(key.data(), key.size(), text.data(), text.size(), nullptr, &length, nullptr);
    if (!file || result != 0 || length != key.size() || text.size() != 2 * key.size())
        throw std::runtime_error("The key file " + path +
                                 " does not hold 64 hex digits on its first line.");
    return key;
}

} // namespace

Seal Seal::from_file(const std::string& path, bool create)
{
    begin_sodium();
    if (path.empty())
        throw std::runtime_error("No key file is set for the store.");

    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
        if (errno != ENOENT)
            throw std::runtime_error("Cannot read the key file " + path + ": " +
                                     std::strerror(errno) + ".");
        if (!create)
            throw std::runtime_error("The key file " + path +
                                     " is missing: without it the sealed fields of the store "
                                     "cannot be read; put it back from its safe copy.");
        make_key_file(path);
    } else if ((status.st_mode & S_IRWXO) != 0) {
        throw std::runtime_error("The key file " + path +
                                 " is open to every user of this machine: run chmod 600 on it.");
    }
    return Seal(read_key_file(path));
}

std::string Seal::close(std::string_view plain, std::string_view table, std::string_view column,
                        std::string_view row) const
{
    begin_sodium();
    const auto where = place(table, column, row);
    std::string box(nonce_bytes + plain.size() + tag_bytes, '\0');
    randombytes_buf(box.data(), nonce_bytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(box) + nonce_bytes, nullptr, bytes(plain),
                                               plain.size(), bytes(where), where.size(), nullptr,
                                               bytes(box), key_.data());

    std::string sealed(prefix);
    sealed.resize(prefix.size() + sodium_base64_encoded_len(box.size(), base64));
    sodium_bin2base64(sealed.data() + prefix.size(), sealed.size() - prefix.size(), bytes(box),
                      box.size(), base64);
    sealed.pop_back(); // the terminating zero
    return sealed;
}

std::string Seal::open(std::string_view sealed, std::string_view table, std::string_view column,
                       std::string_view row) const
{
    begin_sodium();
    const auto refuse = [&] {
        throw std::runtime_error("A sealed value of " + std::string(table) + "." +
                                 std::string(column) + ", row " + std::string(row) +
                                 ", does not open: it was altered, moved, or sealed under "
                                 "another key.");
    };
    if (!sealed.starts_with(prefix))
        refuse();
    sealed.remove_prefix(prefix.size());

    std::string box(sealed.size(), '\0'); // base64 is longer than what it stands for
    std::size_t length = 0;
    if (sodium_base642bin(bytes(box), box.size(), sealed.data(), sealed.size(), nullptr, &length,
                          nullptr, base64) != 0 ||
        length < nonce_bytes + tag_bytes)
        refuse();

    const auto where = place(table, column, row);
    std::string plain(length - nonce_bytes - tag_bytes, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            bytes(plain), nullptr, nullptr, bytes(box) + nonce_bytes, length - nonce_bytes,
            bytes(where), where.size(), bytes(box), key_.data()) != 0)
        refuse();
    return plain;
}

std::string Seal::mark(std::string_view purpose, std::string_view text) const
{
    begin_sodium();
    return hex(keyed_hash(keyed_hash(key_, purpose), text));
}

} // namespace store
