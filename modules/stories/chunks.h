// SPDX-License-Identifier: EUPL-1.2
// A file in pieces: how they are known, and how they are put together again.
#pragma once

#include <string>
#include <string_view>

#include "stories/acts.h"
#include "stories/rows.h"

namespace stories {

// SHA-256 as 64 hex digits: what a browser can work out too.
std::string hash_of(std::string_view bytes);

int chunk_count(std::int64_t bytes);
std::int64_t chunk_length(std::int64_t bytes, int number);
Id<ChunkRow> chunk_id(const Id<File>& file, int number);

// [begin, end) of a file that is all there.
std::string read_part(store::Transaction& transaction, const FileRow& file, std::int64_t begin,
                      std::int64_t end);

} // namespace stories
