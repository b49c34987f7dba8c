// SPDX-License-Identifier: EUPL-1.2
#include "http/forwarded.h"

#include <arpa/inet.h>

#include <algorithm>

namespace http {

namespace {

bool is_address(const std::string& text)
{
    in6_addr parsed{};
    return inet_pton(AF_INET, text.c_str(), &parsed) == 1 ||
           inet_pton(AF_INET6, text.c_str(), &parsed) == 1;
}

std::string trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos)
        return {};
    return std::string(text.substr(begin, text.find_last_not_of(" \t") - begin + 1));
}

// Every address of every such header, in the order in which proxies added them.
std::vector<std::string> forwarded_for(const core::Request& request)
{
    std::vector<std::string> hops;
    for (const auto& [name, value] : request.headers) {
        if (name != "x-forwarded-for")
            continue;
        std::string_view rest = value;
        while (true) {
            const auto comma = rest.find(',');
            hops.push_back(trimmed(rest.substr(0, comma)));
            if (comma == std::string_view::npos)
                break;
            rest.remove_prefix(comma + 1);
        }
    }
    return hops;
}

} // namespace

std::string client_of(const core::Request& request, const std::vector<std::string>& proxies)
{
    const auto is_proxy = [&](const std::string& address) {
        return std::find(proxies.begin(), proxies.end(), address) != proxies.end();
    };
    auto client = request.remote;
    auto hops = forwarded_for(request);
    while (is_proxy(client) && !hops.empty()) {
        if (!is_address(hops.back()))
            return client;
        client = hops.back();
        hops.pop_back();
    }
    return client;
}

} // namespace http
