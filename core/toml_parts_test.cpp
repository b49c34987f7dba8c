// SPDX-License-Identifier: EUPL-1.2
#include "core/toml_parts.h"

#include <gtest/gtest.h>

#include <stdexcept>

using Parts = std::vector<std::pair<std::string, std::string>>;

TEST(TomlParts, are_called_by_the_way_to_them)
{
    const auto parts = core::toml_parts("days = 20\n"
                                        "[quality]\n"
                                        "it = \"Il punteggio\"\n"
                                        "codes = [\"A\", \"B\"]\n"
                                        "[[rule]]\n"
                                        "code = \"ALONE\"\n"
                                        "quiet = true\n"
                                        "[[rule]]\n"
                                        "weight = 0.5\n");
    EXPECT_EQ(parts, (Parts{{"days", "20"},
                            {"quality.codes.1", "A"},
                            {"quality.codes.2", "B"},
                            {"quality.it", "Il punteggio"},
                            {"rule.ALONE.code", "ALONE"},
                            {"rule.ALONE.quiet", "true"},
                            {"rule.2.weight", "0.5"}}));
    EXPECT_THROW(core::toml_parts("days = "), std::runtime_error);
}
