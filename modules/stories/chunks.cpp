// SPDX-License-Identifier: EUPL-1.2
#include "stories/chunks.h"

#include <algorithm>
#include <array>

#include <sodium.h>

namespace stories {

std::string hash_of(std::string_view bytes)
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size());
    std::array<char, crypto_hash_sha256_BYTES * 2 + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    return hex.data();
}

int chunk_count(std::int64_t bytes)
{
    return static_cast<int>((bytes + chunk_bytes_max - 1) / chunk_bytes_max);
}

std::int64_t chunk_length(std::int64_t bytes, int number)
{
    return std::min(chunk_bytes_max, bytes - number * chunk_bytes_max);
}

Id<ChunkRow> chunk_id(const Id<File>& file, int number)
{
    return Id<ChunkRow>(named_uuid("chunk " + to_string(file) + " " + std::to_string(number)));
}

std::string read_part(store::Transaction& transaction, const FileRow& file, std::int64_t begin,
                      std::int64_t end)
{
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(end - begin));
    for (auto at = begin; at < end;) {
        const int number = static_cast<int>(at / chunk_bytes_max);
        const auto chunk = find_chunk(transaction, file.id, number);
        ENSURE(chunk && chunk->bytes == chunk_length(file.bytes, number));
        const auto offset = at - number * chunk_bytes_max;
        const auto length = std::min(end - at, chunk->bytes - offset);
        bytes.append(chunk->content, static_cast<std::size_t>(offset),
                     static_cast<std::size_t>(length));
        at += length;
    }
    return bytes;
}

} // namespace stories
