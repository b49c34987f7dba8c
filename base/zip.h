// SPDX-License-Identifier: EUPL-1.2
// Zip files, read and written by libzip in memory: no name in them ever becomes a path of this
// machine. What comes from outside is bounded while it is being unpacked, whatever sizes it claims.
#pragma once

#include <cstddef>
#include <exception>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct ZipLimits {
    std::size_t entries = 1000;
    std::size_t entry_bytes = 16 * 1024 * 1024; // of one, unpacked
    std::size_t whole_bytes = 64 * 1024 * 1024; // of all that are unpacked, together
};

class ZipUnreadable : public std::exception {
public:
    enum class Why { broken, too_many, too_large };

    explicit ZipUnreadable(Why why) : why(why) {}
    const char* what() const noexcept override { return "a zip that cannot be read"; }

    Why why;
};

// Whether the bytes begin as those of a zip do.
bool begins_as_zip(std::string_view bytes);

// A zip that is looked into; lives no longer than its bytes. Throws ZipUnreadable.
class ZipReader {
public:
    explicit ZipReader(std::string_view bytes, const ZipLimits& limits = {});
    ~ZipReader();
    ZipReader(const ZipReader&) = delete;
    ZipReader& operator=(const ZipReader&) = delete;

    // In the order in which they stand there; folders too, which end with '/'.
    std::vector<std::string> names() const;
    // Small and capital letters are the same; nullopt: there is no such entry.
    std::optional<std::string> find(const std::string& name) const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

// The same entries make the same bytes, always.
using ZipEntries = std::map<std::string, std::string>;
std::string write_zip(const ZipEntries& entries);
