// SPDX-License-Identifier: EUPL-1.2
#include "base/zip.h"

#include <zip.h>

#include <ctime>

#include "base/problem.h"

namespace {

using Why = ZipUnreadable::Why;
using OpenEntry = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;

// The first instant that a zip can name; without it, each writing would be another file.
constexpr std::time_t no_time = 315'532'800; // 1980-01-01

zip_t* open_bytes(std::string_view bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    auto* zip = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (source && !zip)
        zip_source_free(source);
    zip_error_fini(&error);
    if (!zip)
        throw ZipUnreadable(Why::broken);
    return zip;
}

std::string bytes_of(zip_source_t* source)
{
    zip_stat_t stat;
    ENSURE(zip_source_stat(source, &stat) == 0);
    std::string bytes(stat.size, '\0');
    ENSURE(zip_source_open(source) == 0);
    const auto count = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    ENSURE(count == static_cast<zip_int64_t>(bytes.size()));
    return bytes;
}

} // namespace

struct ZipReader::Inside {
    zip_t* zip = nullptr;
    ZipLimits limits;
    std::size_t unpacked = 0; // so far
};

bool begins_as_zip(std::string_view bytes)
{
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

ZipReader::ZipReader(std::string_view bytes, const ZipLimits& limits)
    : inside_(std::make_unique<Inside>(Inside{open_bytes(bytes), limits}))
{
    if (static_cast<std::size_t>(zip_get_num_entries(inside_->zip, 0)) <= limits.entries)
        return;
    zip_discard(inside_->zip);
    throw ZipUnreadable(Why::too_many);
}

ZipReader::~ZipReader() { zip_discard(inside_->zip); }

std::vector<std::string> ZipReader::names() const
{
    std::vector<std::string> names;
    const auto count = zip_get_num_entries(inside_->zip, 0);
    for (zip_int64_t i = 0; i < count; ++i)
        if (const auto* name = zip_get_name(inside_->zip, static_cast<zip_uint64_t>(i), 0))
            names.emplace_back(name);
    return names;
}

std::optional<std::string> ZipReader::find(const std::string& name) const
{
    const auto place = zip_name_locate(inside_->zip, name.c_str(), ZIP_FL_NOCASE);
    if (place < 0)
        return std::nullopt;
    const OpenEntry file(zip_fopen_index(inside_->zip, static_cast<zip_uint64_t>(place), 0),
                         &zip_fclose);
    if (!file)
        throw ZipUnreadable(Why::broken);
    std::string entry;
    std::string piece(64 * 1024, '\0');
    while (true) {
        const auto length = zip_fread(file.get(), piece.data(), piece.size());
        if (length < 0)
            throw ZipUnreadable(Why::broken);
        if (length == 0)
            return entry;
        entry.append(piece, 0, static_cast<std::size_t>(length));
        inside_->unpacked += static_cast<std::size_t>(length);
        if (entry.size() > inside_->limits.entry_bytes ||
            inside_->unpacked > inside_->limits.whole_bytes)
            throw ZipUnreadable(Why::too_large);
    }
}

std::string write_zip(const ZipEntries& entries)
{
    ENSURE(!entries.empty()); // libzip writes no zip without any
    auto* source = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    ENSURE(source);
    zip_source_keep(source);
    auto* zip = zip_open_from_source(source, ZIP_TRUNCATE, nullptr);
    ENSURE(zip);
    for (const auto& [name, text] : entries) {
        auto* entry = zip_source_buffer(zip, text.data(), text.size(), 0);
        const auto place = zip_file_add(zip, name.c_str(), entry, ZIP_FL_ENC_UTF_8);
        ENSURE(place >= 0);
        zip_file_set_mtime(zip, static_cast<zip_uint64_t>(place), no_time, 0);
    }
    ENSURE(zip_close(zip) == 0);
    auto bytes = bytes_of(source);
    zip_source_free(source);
    return bytes;
}
