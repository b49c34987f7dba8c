// SPDX-License-Identifier: EUPL-1.2
// Conversations (*.talk): who asks what, and the exact answer. tests/README.md describes the
// format.
#pragma once

#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/time.h"
#include "core/request.h"

namespace talk {

struct Header {
    std::string name; // in lower case
    std::string value;
};

struct Step {
    enum class Kind { as, purpose, language, now, ask };

    Kind kind = Kind::ask;
    int line = 0;
    std::string value; // of as, purpose, language and now

    // Of a question.
    std::string method;
    std::string target;
    std::vector<Header> headers;
    std::string body;
    int answer_line = 0;
    int status = 0;
    std::string code;     // of a problem; empty: not looked at
    std::string expected; // as JSON, its own words within; empty: not looked at
};

struct Talk {
    std::string path;
    std::string title;
    std::vector<Step> steps;
};

// The file is not written as talks are; what() begins with "path:line: ".
class Unreadable : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

Talk read_talk(const std::string& path, std::string_view text);

// Where the talk takes place.
struct Stage {
    std::function<core::Response(const core::Request&)> answer;
    std::function<void(Instant)> set_time;
    std::string password; // of everybody
};

// What went otherwise than written, each as "path:line: …"; the talk goes on after a fault.
std::vector<std::string> play(const Talk& talk, const Stage& stage);

// What `expected` says that `actual` is not, each as "items[2].name: expected …, got …". `kept`
// takes what stands at a $name.
std::vector<std::string> differences(const std::string& expected, const std::string& actual,
                                     std::map<std::string, std::string>& kept);

} // namespace talk
