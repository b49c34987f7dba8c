// SPDX-License-Identifier: EUPL-1.2
#include "http/forwarded.h"

#include <gtest/gtest.h>

namespace {

std::string client(const std::string& remote, const std::vector<std::string>& headers,
                   const std::vector<std::string>& proxies = {"127.0.0.1", "10.0.0.7"})
{
    core::Request request;
    request.remote = remote;
    for (const auto& value : headers)
        request.headers.emplace_back("x-forwarded-for", value);
    return http::client_of(request, proxies);
}

} // namespace

TEST(Forwarded, is_believed_of_the_proxies_that_are_named)
{
    EXPECT_EQ(client("127.0.0.1", {"203.0.113.9"}), "203.0.113.9");
    EXPECT_EQ(client("127.0.0.1", {"2001:db8::9"}), "2001:db8::9");
    EXPECT_EQ(client("127.0.0.1", {"203.0.113.9, 10.0.0.7"}), "203.0.113.9") << "two proxies";
    EXPECT_EQ(client("127.0.0.1", {"203.0.113.9", "10.0.0.7"}), "203.0.113.9") << "two headers";
}

TEST(Forwarded, is_believed_of_nobody_else)
{
    EXPECT_EQ(client("203.0.113.9", {"192.0.2.1"}), "203.0.113.9");
    EXPECT_EQ(client("127.0.0.1", {"192.0.2.1, 203.0.113.9"}), "203.0.113.9")
        << "what the client itself wrote stands before what the proxy adds";
    EXPECT_EQ(client("127.0.0.1", {"203.0.113.9"}, {}), "127.0.0.1") << "no proxy is named";
}

TEST(Forwarded, that_is_no_address_is_not_believed)
{
    EXPECT_EQ(client("127.0.0.1", {}), "127.0.0.1");
    EXPECT_EQ(client("127.0.0.1", {""}), "127.0.0.1");
    EXPECT_EQ(client("127.0.0.1", {"203.0.113.9, unknown"}), "127.0.0.1");
    EXPECT_EQ(client("127.0.0.1", {"10.0.0.7"}), "10.0.0.7") << "a proxy asks by itself";
}
