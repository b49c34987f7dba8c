// SPDX-License-Identifier: EUPL-1.2
#include "core/request.h"

#include <gtest/gtest.h>

TEST(Request, TheFirstOfAName)
{
    core::Request request;
    request.headers = {{"accept", "a"}, {"accept", "b"}};
    request.query = {{"day", "1"}, {"day", "2"}};
    EXPECT_EQ(request.header("accept"), "a");
    EXPECT_EQ(request.header("Accept"), "");
    EXPECT_EQ(request.parameter("day"), "1");
    EXPECT_EQ(request.parameter("month"), "");
}

TEST(Request, ACookieIsFoundByItsWholeName)
{
    core::Request request;
    EXPECT_EQ(request.cookie("lgnet"), "");
    request.headers = {{"cookie", "xlgnet=1;lgnet2=2; lgnet=a=b ;lgnet=late; empty=; bare"}};
    EXPECT_EQ(request.cookie("lgnet"), "a=b");
    EXPECT_EQ(request.cookie("xlgnet"), "1");
    EXPECT_EQ(request.cookie("empty"), "");
    EXPECT_EQ(request.cookie("bare"), "");
    EXPECT_EQ(request.cookie(""), "");
}
