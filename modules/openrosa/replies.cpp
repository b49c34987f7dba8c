// SPDX-License-Identifier: EUPL-1.2
#include "openrosa/replies.h"

#include "core/words.h"
#include "openrosa/xform.h"

namespace openrosa {

namespace {

std::string response_xml(const char* nature, const std::string& sentence)
{
    return std::string("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<OpenRosaResponse xmlns=\"http://openrosa.org/http/response\">"
                       "<message nature=\"") +
           nature + "\">" + as_xml(sentence) + "</message></OpenRosaResponse>\n";
}

// All that is wrong in one sentence: phones show one.
core::Response refusal(const core::Words& words, const std::string& language,
                       const Problem& problem)
{
    auto sentence = words.say(language, "problem." + problem.code, problem.facts);
    for (const auto& error : problem.errors)
        sentence +=
            " " + error.field + ": " + words.say(language, "error." + error.code, error.facts);
    core::Response response;
    response.content_type = xml_type;
    response.body = response_xml("error", sentence);
    return response;
}

void finish(core::Response& response)
{
    response.headers.emplace_back("X-OpenRosa-Version", "1.0");
    response.headers.emplace_back("X-OpenRosa-Accept-Content-Length",
                                  std::to_string(request_bytes_max));
}

} // namespace

core::Dialect dialect()
{
    core::Dialect made;
    made.prefix = "/openrosa/";
    made.headers = {{"x-openrosa-version", "1.0"}};
    made.passwords = true;
    made.body_bytes = request_bytes_max;
    made.refusal = refusal;
    made.finish = finish;
    return made;
}

core::Bytes taken(const std::string& sentence)
{
    return {response_xml("submit_success", sentence), xml_type, 201};
}

} // namespace openrosa
