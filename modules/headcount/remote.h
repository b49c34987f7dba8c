// SPDX-License-Identifier: EUPL-1.2
// Key servers and the counter in other processes, as a city or the network speaks to them. `self`
// is in whose name is asked what any of them may ask.
#pragma once

#include "headcount/said.h"

namespace headcount {

class RemoteKeyServer : public KeyServer {
public:
    RemoteKeyServer(std::string self, Speaker::Post post, Speaker::KeyOf key_of)
        : self_(std::move(self)), speaker_(to_key_server, std::move(post), std::move(key_of))
    {
    }

    void open(const Attempt& attempt) override;
    bool is_open(const Attempt& attempt) override;
    std::vector<once::Element> evaluate(const Attempt& attempt, const std::string& city,
                                        const std::vector<once::Element>& elements) override;
    int evaluated(const Attempt& attempt, const std::string& city) override;
    void destroy(const Uuid& round) override;

private:
    std::string self_;
    Speaker speaker_;
};

class RemoteCounter : public Counter {
public:
    RemoteCounter(std::string self, Speaker::Post post, Speaker::KeyOf key_of)
        : self_(std::move(self)), speaker_(to_counter, std::move(post), std::move(key_of))
    {
    }

    void open(const Attempt& attempt) override;
    bool is_open(const Attempt& attempt) override;
    void receive(const Attempt& attempt, const std::string& city,
                 const std::string& parcel) override;
    std::set<std::string> received(const Attempt& attempt) override;
    void give_back(const Uuid& round, const std::string& city) override;
    once::Overlap compare(const Attempt& attempt, const std::vector<std::string>& cities,
                          std::size_t links_max) override;
    void destroy(const Uuid& round) override;

private:
    std::string self_;
    Speaker speaker_;
};

} // namespace headcount
