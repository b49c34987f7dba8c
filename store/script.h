// SPDX-License-Identifier: EUPL-1.2
// The text of schemas: into single statements, and into the words of SQLite where those differ.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace store {

// The statements of a script, without comments and without the semicolon. A semicolon in quotes or
// in a comment ends nothing.
std::vector<std::string> split_statements(std::string_view script);

// BIGINT and SMALLINT become INTEGER and DOUBLE PRECISION becomes REAL in "create table" and "alter
// table"; a created table becomes STRICT, so that SQLite refuses what PostgreSQL would. Other
// statements stay as they are.
std::string for_sqlite(std::string_view statement);

// BLAKE2b-256 of a text as 64 hex digits: what a step of a schema is recognised by.
std::string checksum(std::string_view text);

} // namespace store
