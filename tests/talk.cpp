// SPDX-License-Identifier: EUPL-1.2
#include "tests/talk.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "base/problem.h"
#include "http/target.h"

namespace talk {

namespace {

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::string_view trimmed(std::string_view text)
{
    const auto begins = text.find_first_not_of(" \t\r");
    if (begins == std::string_view::npos)
        return {};
    return text.substr(begins, text.find_last_not_of(" \t\r") - begins + 1);
}

// "purpose care" -> {"purpose", "care"}
std::pair<std::string, std::string> first_word(std::string_view line)
{
    const auto space = std::min(line.find(' '), line.size());
    return {std::string(line.substr(0, space)), std::string(trimmed(line.substr(space)))};
}

bool is_method(std::string_view word)
{
    constexpr std::string_view methods[] = {"GET", "POST", "PUT", "DELETE", "HEAD", "PATCH"};
    return std::find(std::begin(methods), std::end(methods), word) != std::end(methods);
}

bool begins_something(std::string_view line)
{
    const auto [word, rest] = first_word(line);
    return line.starts_with("#") || line.starts_with("=>") || is_method(word) || word == "as" ||
           word == "purpose" || word == "language" || word == "now" || word == "header";
}

// "\xHH" in a body is that byte, so that a talk can say what is not UTF-8.
std::string with_bytes(const std::string& text)
{
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_byte = text.compare(i, 2, "\\x") == 0 && i + 3 < text.size() &&
                             std::isxdigit(static_cast<unsigned char>(text[i + 2])) &&
                             std::isxdigit(static_cast<unsigned char>(text[i + 3]));
        bytes +=
            is_byte ? static_cast<char>(std::stoi(text.substr(i + 2, 2), nullptr, 16)) : text[i];
        i += is_byte ? 3 : 0;
    }
    return bytes;
}

class Reader {
public:
    Reader(const std::string& path, std::string_view text) : text_(text) { talk_.path = path; }

    Talk read()
    {
        while (next_line())
            read_line();
        if (question_)
            fail("the question before has no answer (=> status)");
        if (talk_.title.empty())
            fail("there is no line \"# title: …\"");
        if (talk_.steps.empty())
            fail("nobody asks anything");
        return std::move(talk_);
    }

private:
    bool next_line()
    {
        if (text_.empty())
            return false;
        const auto end = text_.find('\n');
        line_ = trimmed(text_.substr(0, end));
        text_.remove_prefix(end == std::string_view::npos ? text_.size() : end + 1);
        ++number_;
        return true;
    }

    std::string_view peek() const { return trimmed(text_.substr(0, text_.find('\n'))); }

    void read_line()
    {
        constexpr std::string_view title = "# title:";
        if (line_.starts_with(title))
            talk_.title = trimmed(line_.substr(title.size()));
        if (line_.starts_with("=>"))
            return read_answer();
        if (question_) {
            question_->body += std::string(line_) + "\n";
            return;
        }
        if (line_.empty() || line_.starts_with("#"))
            return;
        const auto [word, rest] = first_word(line_);
        if (is_method(word))
            begin_question(word, rest);
        else if (word == "header")
            add_header(rest);
        else
            add_step(word, rest);
    }

    void begin_question(const std::string& method, const std::string& target)
    {
        question_ = Step{};
        question_->line = number_;
        question_->method = method;
        question_->target = target;
        question_->headers = std::move(headers_);
        headers_.clear();
    }

    void read_answer()
    {
        if (!question_)
            fail("an answer that nobody asked for");
        auto step = std::move(*question_);
        question_.reset();
        step.body = with_bytes(std::string(trimmed(step.body)));
        if (step.body.ends_with('\n'))
            step.body.pop_back();
        step.answer_line = number_;
        const auto [status, code] = first_word(trimmed(line_.substr(2)));
        if (status.size() != 3 || status.find_first_not_of("0123456789") != std::string::npos)
            fail("after => stands a status, such as 200");
        step.status = std::stoi(status);
        step.code = code;
        if (!code.empty() && step.status < 400)
            fail("only a problem has a code");
        if (peek().starts_with("{") || peek().starts_with("["))
            while (!text_.empty() && !begins_something(peek()) && next_line())
                step.expected += std::string(line_) + "\n";
        step.expected = trimmed_lines(step.expected);
        talk_.steps.push_back(std::move(step));
    }

    static std::string trimmed_lines(const std::string& text)
    {
        const auto begins = text.find_first_not_of("\n");
        return begins == std::string::npos
                   ? ""
                   : text.substr(begins, text.find_last_not_of("\n") - begins + 1);
    }

    void add_header(const std::string& rest)
    {
        const auto colon = rest.find(':');
        if (colon == std::string::npos)
            fail("a header is written Name: value");
        headers_.push_back(
            {lower(rest.substr(0, colon)), std::string(trimmed(rest.substr(colon + 1)))});
    }

    void add_step(const std::string& word, const std::string& value)
    {
        using enum Step::Kind;
        static const std::map<std::string, Step::Kind> words{
            {"as", as}, {"purpose", purpose}, {"language", language}, {"now", now}};
        const auto found = words.find(word);
        if (found == words.end())
            fail("\"" + word + "\" is no word of a talk");
        // A purpose or a language may be taken away again.
        if (value.empty() && found->second != purpose && found->second != language)
            fail(word + " needs a value");
        if (found->second == now && !parse_instant(value))
            fail(value + " is no instant, such as 2026-11-23T21:15:00Z");
        Step step;
        step.kind = found->second;
        step.line = number_;
        step.value = value;
        talk_.steps.push_back(std::move(step));
    }

    [[noreturn]] void fail(const std::string& why) const
    {
        throw Unreadable(talk_.path + ":" + std::to_string(number_) + ": " + why);
    }

    Talk talk_;
    std::string_view text_;
    std::string_view line_;
    int number_ = 0;
    std::optional<Step> question_;
    std::vector<Header> headers_;
};

// Plays one talk: remembers who is logged in, and what stood at a $name.
class Player {
public:
    Player(const Talk& talk, const Stage& stage) : talk_(talk), stage_(stage) {}

    std::vector<std::string> play()
    {
        for (const auto& step : talk_.steps)
            take(step);
        return std::move(faults_);
    }

private:
    struct Session {
        std::string cookie;
        std::string csrf;
    };

    void take(const Step& step)
    {
        switch (step.kind) {
        case Step::Kind::as:
            who_ = step.value;
            if (who_ != "guest" && !sessions_.contains(who_))
                log_in(step);
            return;
        case Step::Kind::purpose:
            purpose_ = step.value;
            return;
        case Step::Kind::language:
            language_ = step.value;
            return;
        case Step::Kind::now:
            stage_.set_time(parse_instant(step.value).value());
            sessions_of_before_.merge(sessions_); // may have ended; "as" logs in anew
            sessions_.clear();
            return;
        case Step::Kind::ask:
            return ask(step);
        }
    }

    void fault(int line, const std::string& what)
    {
        faults_.push_back(talk_.path + ":" + std::to_string(line) + ": " + what);
    }

    void log_in(const Step& step)
    {
        core::Request request;
        request.method = "POST";
        request.path = "/api/access/session";
        request.headers = {{"content-type", "application/json"}};
        request.remote = "127.0.0.1";
        JsonObject body(request.body);
        body.text("login", who_);
        body.text("password", stage_.password);
        body.close();
        const auto response = stage_.answer(request);
        if (response.status != 200)
            return fault(step.line, who_ + " cannot log in: " + response.body);
        Session session;
        for (const auto& [name, value] : response.headers)
            if (lower(name) == "set-cookie")
                session.cookie = value.substr(0, value.find(';'));
        const auto document = JsonDocument::parse(response.body);
        if (const auto csrf = document.root().member("csrf"); !csrf.is_null())
            session.csrf = csrf.text();
        sessions_of_before_.erase(who_);
        sessions_[who_] = session;
    }

    // What stood at $name, wherever it is written again.
    std::string filled(std::string text) const
    {
        for (const auto& [name, value] : kept_)
            for (auto at = text.find("$" + name); at != std::string::npos;
                 at = text.find("$" + name, at + value.size()))
                text.replace(at, name.size() + 1, value);
        return text;
    }

    void add_session(core::Request& request) const
    {
        const auto now = sessions_.find(who_);
        const auto before = sessions_of_before_.find(who_);
        if (now == sessions_.end() && before == sessions_of_before_.end())
            return;
        const auto& session = now == sessions_.end() ? before->second : now->second;
        request.headers.emplace_back("cookie", session.cookie);
        request.headers.emplace_back("lgnet-csrf", session.csrf);
    }

    core::Request request_of(const Step& step, const http::Target& target) const
    {
        core::Request request;
        request.method = step.method;
        request.path = target.path;
        request.query = target.query;
        request.body = filled(step.body);
        request.remote = "127.0.0.1";
        // What the talk says itself comes first, and the first of a name counts.
        for (const auto& header : step.headers)
            request.headers.emplace_back(header.name, filled(header.value));
        add_session(request);
        if (!purpose_.empty())
            request.headers.emplace_back("lgnet-purpose", purpose_);
        if (!language_.empty())
            request.headers.emplace_back("accept-language", language_);
        if (is_of_phone(target.path))
            pack(request);
        else if (!step.body.empty())
            request.headers.emplace_back("content-type", "application/json");
        return request;
    }

    static bool is_of_phone(std::string_view path) { return path.starts_with("/openrosa/"); }

    // As a phone with ODK Collect sends a form: the XML is one part of several.
    static void pack(core::Request& request)
    {
        request.headers.emplace_back("x-openrosa-version", "1.0");
        if (request.body.empty())
            return;
        request.headers.emplace_back("content-type", "multipart/form-data; boundary=talk");
        request.body = "--talk\r\nContent-Disposition: form-data; name=\"xml_submission_file\"; "
                       "filename=\"form.xml\"\r\nContent-Type: text/xml\r\n\r\n" +
                       request.body + "\r\n--talk--\r\n";
    }

    void ask(const Step& step)
    {
        const auto target = http::parse_target(filled(step.target));
        if (!target)
            return fault(step.line, step.target + " is no target of a request");
        const auto response = stage_.answer(request_of(step, *target));
        const auto expected =
            std::to_string(step.status) + (step.code.empty() ? "" : " " + step.code);
        const auto actual =
            std::to_string(response.status) + (step.code.empty() ? "" : " " + code_of(response));
        if (expected != actual)
            return fault(step.answer_line,
                         "expected " + expected + ", got " + actual + ": " + response.body);
        check_problem(step, response);
        if (step.expected.empty())
            return;
        try {
            for (const auto& difference : differences(step.expected, response.body, kept_))
                fault(step.answer_line, difference + "\n  in " + response.body);
        } catch (const Problem& problem) {
            fault(step.answer_line, "what is expected is not JSON: " + step.expected);
        }
    }

    static std::string code_of(const core::Response& response)
    {
        try {
            const auto document = JsonDocument::parse(response.body);
            const auto code = document.root().member("code");
            return code.kind() == JsonView::Kind::text ? std::string(code.text()) : "";
        } catch (const Problem&) {
            return "";
        }
    }

    // Every problem is said in a sentence, in whatever talk it comes.
    void check_problem(const Step& step, const core::Response& response)
    {
        if (response.status < 400)
            return;
        if (is_of_phone(step.target)) {
            if (!response.content_type.starts_with("text/xml") ||
                response.body.find("<message nature=\"error\">") == std::string::npos ||
                response.body.find(">problem.") != std::string::npos)
                fault(step.answer_line, "no OpenRosa error with words: " + response.body);
            return;
        }
        if (step.target.starts_with("/rete")) {
            if (!response.content_type.starts_with("text/html") ||
                response.body.find(">problem.") != std::string::npos)
                fault(step.answer_line, "no page with words: " + response.body);
            return;
        }
        if (!response.content_type.starts_with("application/problem+json"))
            return fault(step.answer_line, "a problem as " + response.content_type);
        const auto document = JsonDocument::parse(response.body);
        const auto title = document.root().member("title");
        if (title.kind() != JsonView::Kind::text || title.text().empty() ||
            title.text().starts_with("problem."))
            fault(step.answer_line, "a problem without words: " + response.body);
        const auto errors = document.root().member("errors");
        for (std::size_t i = 0; i < errors.size(); ++i)
            if (errors.at(i).member("title").text().starts_with("error."))
                fault(step.answer_line, "an error without words: " + response.body);
    }

    const Talk& talk_;
    const Stage& stage_;
    std::vector<std::string> faults_;
    std::string who_ = "guest";
    std::string purpose_;
    std::string language_;
    std::map<std::string, Session> sessions_;
    std::map<std::string, Session> sessions_of_before_; // logged in before the clock was moved
    std::map<std::string, std::string> kept_;
};

} // namespace

Talk read_talk(const std::string& path, std::string_view text) { return Reader(path, text).read(); }

std::vector<std::string> play(const Talk& talk, const Stage& stage)
{
    return Player(talk, stage).play();
}

} // namespace talk
