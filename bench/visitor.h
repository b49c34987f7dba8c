// SPDX-License-Identifier: EUPL-1.2
// Giulia of the cast at work: she logs in once, opens an outing, and then records contacts there or
// turns pages of contacts. What she records is made up, always the same way.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "base/time.h"
#include "bench/client.h"

namespace bench {

class Visitor {
public:
    Visitor(int port, const std::string& login, const std::string& password);

    // Opens an outing of last night, to which the contacts will belong, and looks for persons whom
    // they may name.
    void begin_work();
    std::size_t persons() const { return persons_.size(); }

    // Requests, as bytes. In turn a contact with nothing but where and when, one with somebody who
    // has a nickname and much to tell, and one with a person whom the city knows.
    std::string next_contact();
    std::string page_of_contacts() const;
    // The same kinds of contact, but for the person, as a phone with ODK Collect sends them: XML,
    // in a body of several parts, with login and password.
    std::string next_submission();

    // The store's commits and the units of work in them, so far.
    struct Numbers {
        double commits = 0;
        double units = 0;
    };
    Numbers numbers();

private:
    std::string request(const std::string& method, const std::string& path,
                        const std::string& body = {}, const std::string& headers = {}) const;
    Answer ask(const std::string& method, const std::string& path, const std::string& body = {});
    void open_outing();
    void find_persons();
    Instant next_time();
    const std::string& any_of(const std::vector<std::string>& many);

    Connection connection_;
    std::string store_;    // "roma"
    std::string team_;     // the first of hers; "" where she has none
    std::string password_; // "Authorization: Basic …"
    std::string session_;  // the headers of it
    std::string outing_;
    std::vector<std::string> persons_;
    std::mt19937_64 chance_{20261123};
    std::uint64_t contacts_ = 0;
};

} // namespace bench
