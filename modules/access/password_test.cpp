// SPDX-License-Identifier: EUPL-1.2
#include "access/password.h"

#include <gtest/gtest.h>

#include "access/access.h"

namespace {

using access::hash_password;
using access::is_password;
using access::password_fault;

TEST(Password, is_hashed_with_argon2id_and_a_salt)
{
    access::set_password_cost(1, 8192);
    const auto hash = hash_password("sette cavalli a Trastevere");
    EXPECT_TRUE(hash.starts_with("$argon2id$")) << hash;
    EXPECT_NE(hash, hash_password("sette cavalli a Trastevere"));
    EXPECT_TRUE(is_password(hash, "sette cavalli a Trastevere"));
    EXPECT_FALSE(is_password(hash, "sette cavalli a trastevere"));
    EXPECT_FALSE(is_password(hash, ""));
    EXPECT_FALSE(is_password("", ""));
}

TEST(Password, is_long_and_not_the_login)
{
    const auto code = [](const std::string& password) {
        const auto fault = password_fault("wanted", password, "giulia");
        return fault ? fault->code : "";
    };
    EXPECT_EQ(code("sette cavalli"), "");
    EXPECT_EQ(code("settecavall"), "access.password_short");
    EXPECT_EQ(code("èèèèèèèèèèèè"), "") << "characters are counted, not bytes";
    EXPECT_EQ(code("èèèèèèèèèèè"), "access.password_short");
    EXPECT_EQ(code("GIULIA-123456"), "access.password_is_login");
    EXPECT_EQ(code("giuliagiuliagiulia"), "") << "long enough without the name";
}

} // namespace
