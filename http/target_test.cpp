// SPDX-License-Identifier: EUPL-1.2
#include "http/target.h"

#include <gtest/gtest.h>

using http::parse_target;

TEST(Target, PathAndQueryAreDecoded)
{
    const auto target =
        parse_target("/api/people/na%C3%AFve%20one?name=Z%C3%A9+B%26b&limit=50&bare");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->path, "/api/people/naïve one");
    const decltype(target->query) expected{{"name", "Zé B&b"}, {"limit", "50"}, {"bare", ""}};
    EXPECT_EQ(target->query, expected);
}

TEST(Target, APlusIsASpaceInTheQueryOnly)
{
    const auto target = parse_target("/a+b?c+d=e+f");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->path, "/a+b");
    EXPECT_EQ(target->query.at(0), std::make_pair(std::string("c d"), std::string("e f")));
}

TEST(Target, EmptyPartsAreAllowed)
{
    EXPECT_EQ(parse_target("/")->path, "/");
    EXPECT_EQ(parse_target("/api/")->path, "/api/");
    EXPECT_TRUE(parse_target("/?")->query.empty());
    EXPECT_EQ(parse_target("/?&&a=1&")->query.size(), 1u);
    EXPECT_EQ(parse_target("/a=b?x==y")->query.at(0).second, "=y");
}

TEST(Target, WhatCouldBeReadInTwoWaysIsRefused)
{
    for (const std::string_view target : {"",
                                          "api",
                                          "*",
                                          "http://other/api",
                                          "//../x",
                                          "/..",
                                          "/../etc/passwd",
                                          "/a/./b",
                                          "/a/%2e%2E/b",
                                          "/a%2Fb",
                                          "/a%2fb",
                                          "/%",
                                          "/%4",
                                          "/%zz",
                                          "/%00",
                                          "/a%0d%0ab",
                                          "/a%7Fb",
                                          "/?a=%",
                                          "/?a=%0",
                                          "/?a=%00",
                                          "/?%ff=1",
                                          "/%ff",
                                          "/%c0%af",
                                          "/%ed%a0%80",
                                          "/a#b"})
        EXPECT_FALSE(parse_target(target)) << target;
}
