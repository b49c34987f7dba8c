// SPDX-License-Identifier: EUPL-1.2
// The store's own two tables, and the steps of a schema. All of it runs on the writer's connection.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "store/connection.h"

namespace store {

// store_migration: the steps that made the schema, each with its text, so that a backup can be
// restored by a program that has other steps. store_note: what the store must remember about
// itself.
void make_own_tables(Connection& connection);

// What would be sealed under another key could not be read beside what is there: the store
// remembers a mark of its key, and check_key throws std::runtime_error when the key file is another
// one.
void put_key_note(Connection& connection, const Seal& seal);
void check_key(Connection& connection, const Seal& seal, const Settings& settings);

// Of what the views were made, so that they are not made anew at every start.
constexpr const char* views_note = "views";

// The names of the steps not yet applied. Throws std::runtime_error as Store::migrate says.
std::vector<std::string> pending_steps(Connection& connection, const std::string& store,
                                       std::span<const Migration> steps);

// In one transaction: a step that fails leaves the store as it was before all of them.
std::vector<std::string> apply_steps(Connection& connection, const std::string& store,
                                     std::span<const Migration> steps, std::span<const View> views);

// Are these the tables of a store?
bool is_store(const std::vector<std::string>& tables);

} // namespace store
