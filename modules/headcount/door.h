// SPDX-License-Identifier: EUPL-1.2
// A key server, or the counter, in a process of its own: who may say what to it. The network opens,
// destroys and asks what came; a city has evaluated, sends and takes back for itself alone.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "headcount/said.h"

namespace headcount {

class Door {
public:
    // `known`: public keys by slug; `note` is told a line for each thing done or refused, of which
    // nothing but who asked for how much can be known.
    using Known = std::map<std::string, std::string>;
    using Now = std::function<Instant()>;
    using Note = std::function<void(const std::string&)>;
    Door(std::string self, Known known, Now now, Note note);
    virtual ~Door() = default;

    // Never throws: a problem is answered as its code.
    std::string answer(std::string_view message);

protected:
    // Throws a Problem; adds to the line how much it was.
    virtual Answered done(const Said& said, std::string& line) = 0;

private:
    Said believed(std::string_view message, std::string& line);
    void check_new(const Said& said);

    const std::string self_;
    const Known known_;
    const Now now_;
    const Note note_;
    std::mutex mutex_;
    std::map<std::string, Instant> nonces_; // of the last minutes
};

class KeyDoor : public Door {
public:
    KeyDoor(KeyServer& room, Known known, Now now, Note note)
        : Door(to_key_server, std::move(known), std::move(now), std::move(note)), room_(room)
    {
    }

private:
    Answered done(const Said& said, std::string& line) override;

    KeyServer& room_;
};

class CounterDoor : public Door {
public:
    CounterDoor(Counter& room, Known known, Now now, Note note)
        : Door(to_counter, std::move(known), std::move(now), std::move(note)), room_(room)
    {
    }

private:
    Answered done(const Said& said, std::string& line) override;
    void take_piece(const Said& said, const std::string& piece);
    void forget_pieces(const Uuid& round, const std::string& city);

    Counter& room_;
    std::mutex mutex_;
    // Of each city what has come of its encodings, until they are whole.
    std::map<std::pair<Attempt, std::string>, std::vector<std::string>> pieces_;
};

} // namespace headcount
