// SPDX-License-Identifier: EUPL-1.2
// A Problem is what we tell the caller when a request cannot go on: a status, a stable code and
// facts. Code never carries sentences; core/words turns code and facts into the reader's language.
// Answered as RFC 9457 application/problem+json. Our own mistakes are ENSURE, never a Problem.
#pragma once

#include <exception>
#include <string>
#include <utility>
#include <vector>

using Facts = std::vector<std::pair<std::string, std::string>>;

// One wrong field of an input: where (a path such as "languages[2]"), what is wrong, and the facts
// that the sentence needs (the limit, the names of the allowed codes).
struct FieldError {
    std::string field;
    std::string code;
    Facts facts;
};

class Problem : public std::exception {
public:
    Problem(int status, std::string code, Facts facts = {}, std::vector<FieldError> errors = {});

    const char* what() const noexcept override { return code.c_str(); }

    int status;
    std::string code;
    Facts facts;
    std::vector<FieldError> errors;
    // The thing as it stands now, as JSON, where that is why the request cannot go on: see
    // core/version.h.
    std::string standing;
};

// What one may not see and what is not there are the same answer, always made here.
Problem not_found();

// The input is refused for one field alone.
[[noreturn]] void refuse(const std::string& field, const std::string& code, Facts facts = {});

[[noreturn]] void ensure_failed(const char* condition, const char* file, int line);

// For what only a mistake of ours can make false. Never reachable by any input.
#define ENSURE(condition)                                                                          \
    do {                                                                                           \
        if (!(condition))                                                                          \
            ensure_failed(#condition, __FILE__, __LINE__);                                         \
    } while (false)
