// SPDX-License-Identifier: EUPL-1.2
// A part of the addresses that speaks another language than JSON, because its clients know only
// that one: OpenRosa below /openrosa/. The acts there are acts like all others and take the same
// path; a dialect says how a refusal sounds, also to who has asked for something that is not there
// or was turned away at the door.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/problem.h"
#include "core/request.h"

namespace core {

class Words;

struct Dialect {
    std::string prefix; // "/openrosa/"
    // Headers that its clients send with every request: what comes without them is no such client,
    // and no page of another site can send them.
    std::vector<std::pair<std::string, std::string>> headers;
    // Clients may send login and password with each request (RFC 7617).
    bool passwords = false;
    // The largest body that is read from who shows who they are.
    std::size_t body_bytes = 0;

    Response (*refusal)(const Words& words, const std::string& language, const Problem& problem);
    // What every answer carries, refusals too.
    void (*finish)(Response& response);

    // Everything below it is for everybody: what is not there is not there, and no log-in helps.
    bool open = false;
    // What a refusal is made of.
    std::string type = "text/xml";
};

} // namespace core
