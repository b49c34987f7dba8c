// SPDX-License-Identifier: EUPL-1.2
#include "base/problem.h"

#include <stdexcept>

Problem::Problem(int status, std::string code, Facts facts, std::vector<FieldError> errors)
    : status(status), code(std::move(code)), facts(std::move(facts)), errors(std::move(errors))
{
}

Problem not_found() { return Problem(404, "core.not_found"); }

void refuse(const std::string& field, const std::string& code, Facts facts)
{
    throw Problem(422, "core.input_invalid", {}, {{field, code, std::move(facts)}});
}

void ensure_failed(const char* condition, const char* file, int line)
{
    throw std::logic_error(std::string("ENSURE failed: ") + condition + " at " + file + ":" +
                           std::to_string(line));
}
