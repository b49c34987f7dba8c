// SPDX-License-Identifier: EUPL-1.2
// Passwords: Argon2id by libsodium. Hashing takes long and much memory on purpose, so that at most
// two are at work at a time, and never on a store's writer.
#pragma once

#include <optional>
#include <string>

#include "base/problem.h"

namespace lgnet::access {

std::string hash_password(const std::string& password);
bool is_password(const std::string& hash, const std::string& password);

// What is wrong with a password that somebody wants: too short, or the login name itself. There are
// no rules of composition: length is what counts (NIST SP 800-63B).
std::optional<FieldError> password_fault(const std::string& field, const std::string& password,
                                         const std::string& login_name);

} // namespace lgnet::access
