// SPDX-License-Identifier: EUPL-1.2
// The three places beside the cities: two that hold half of a key each, and one that compares. None
// of them keeps anything but in memory: who is stopped in the middle of a round begins it again,
// with other keys. This is the interface at which they can stand in other processes; unless the
// program is told of others, each is an object of its own here.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "base/id.h"
#include "headcount/once/once.h"

namespace headcount {

// A round begins anew with each attempt.
struct Attempt {
    Uuid round;
    int number = 0;
    auto operator<=>(const Attempt&) const = default;
};

class KeyServer {
public:
    virtual ~KeyServer() = default;
    // Draws half of a key; said again, it changes nothing.
    virtual void open(const Attempt& attempt) = 0;
    virtual bool is_open(const Attempt& attempt) = 0;
    // Throws Problem(409, "headcount.no_key") when it was destroyed or never drawn, and
    // Problem(429, "headcount.too_many") for more than one city may have.
    virtual std::vector<once::Element> evaluate(const Attempt& attempt, const std::string& city,
                                                const std::vector<once::Element>& elements) = 0;
    virtual int evaluated(const Attempt& attempt, const std::string& city) = 0;
    virtual void destroy(const Uuid& round) = 0;
};

class Counter {
public:
    virtual ~Counter() = default;
    // From now on encodings are taken; said again, it changes nothing.
    virtual void open(const Attempt& attempt) = 0;
    virtual bool is_open(const Attempt& attempt) = 0;
    // In place of what came from that city before. Throws Problem(409, "headcount.no_key") when it
    // was destroyed or never opened: who was on the way with its encodings keeps them.
    virtual void receive(const Attempt& attempt, const std::string& city,
                         const std::string& parcel) = 0;
    virtual std::set<std::string> received(const Attempt& attempt) = 0;
    virtual void give_back(const Uuid& round, const std::string& city) = 0;
    // Of these cities, in their order; what was compared is not destroyed yet.
    virtual once::Overlap compare(const Attempt& attempt, const std::vector<std::string>& cities,
                                  std::size_t links_max) = 0;
    virtual void destroy(const Uuid& round) = 0;
};

struct Servers {
    KeyServer& a;
    KeyServer& b;
    Counter& counter;
    bool separate = false; // each of them in another program than this one
};
Servers servers();
// Others in their place, for as long as the program runs.
void use_servers(std::unique_ptr<KeyServer> a, std::unique_ptr<KeyServer> b,
                 std::unique_ptr<Counter> counter, bool separate = false);

// So many encodings a city may have in an attempt: more than any city needs, and far fewer than a
// list of names and dates to be tried out has.
constexpr int evaluated_max = 2'000'000;

class KeyRoom : public KeyServer {
public:
    void open(const Attempt& attempt) override;
    bool is_open(const Attempt& attempt) override;
    std::vector<once::Element> evaluate(const Attempt& attempt, const std::string& city,
                                        const std::vector<once::Element>& elements) override;
    int evaluated(const Attempt& attempt, const std::string& city) override;
    void destroy(const Uuid& round) override;

private:
    struct Drawn {
        std::shared_ptr<const once::KeyShare> share;
        std::map<std::string, int> evaluated;
    };
    std::mutex mutex_;
    std::map<Attempt, Drawn> drawn_;
};

class CountingRoom : public Counter {
public:
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
    std::mutex mutex_;
    std::map<Attempt, std::map<std::string, once::Parcel>> parcels_;
};

} // namespace headcount
