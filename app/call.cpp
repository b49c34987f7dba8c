// SPDX-License-Identifier: EUPL-1.2
#include "app/call.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>

namespace app {

namespace {

constexpr long seconds_to_connect = 10;
constexpr long seconds_to_send = 30; // a letter

struct Closer {
    void operator()(CURL* session) const { curl_easy_cleanup(session); }
    void operator()(curl_mime* message) const { curl_mime_free(message); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

class Lines {
public:
    void add(const std::string& line)
    {
        list_.reset(curl_slist_append(list_.release(), line.c_str()));
    }
    curl_slist* get() const { return list_.get(); }

private:
    std::unique_ptr<curl_slist, Closer> list_;
};

// What all calls have in common.
class Session {
public:
    Session(const std::string& url, long seconds, const std::atomic<bool>* stopping)
    {
        static const auto begun = curl_global_init(CURL_GLOBAL_DEFAULT);
        static_cast<void>(begun);
        session_.reset(curl_easy_init());
        set(CURLOPT_URL, url.c_str());
        set(CURLOPT_FOLLOWLOCATION, 0L);
        set(CURLOPT_SSL_VERIFYPEER, 1L);
        set(CURLOPT_SSL_VERIFYHOST, 2L);
        set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        set(CURLOPT_CONNECTTIMEOUT, seconds_to_connect);
        set(CURLOPT_TIMEOUT, seconds);
        set(CURLOPT_NOSIGNAL, 1L);
        if (stopping == nullptr)
            return;
        // Asked many times meanwhile: anything but 0 ends it.
        set(CURLOPT_NOPROGRESS, 0L);
        set(CURLOPT_XFERINFODATA, stopping);
        set(
            CURLOPT_XFERINFOFUNCTION,
            +[](void* stops, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
                return static_cast<const std::atomic<bool>*>(stops)->load() ? 1 : 0;
            });
    }

    CURL* get() const { return session_.get(); }
    template <class T> void set(CURLoption option, T value)
    {
        curl_easy_setopt(session_.get(), option, value);
    }
    // Empty, or what went wrong.
    std::string perform()
    {
        const auto result = curl_easy_perform(session_.get());
        return result == CURLE_OK ? "" : curl_easy_strerror(result);
    }

private:
    std::unique_ptr<CURL, Closer> session_;
};

bool is_on_this_machine(std::string_view url)
{
    const auto host = url.substr(std::min(url.find("://"), url.size() - 3) + 3);
    for (const std::string_view own : {"127.0.0.1", "localhost", "[::1]"})
        if (host.starts_with(own) &&
            (host.size() == own.size() || host[own.size()] == ':' || host[own.size()] == '/'))
            return true;
    return false;
}

struct Answer {
    core::Response response;
    std::size_t bytes_max = 0;
};

std::size_t take_body(const char* bytes, std::size_t, std::size_t count, void* into)
{
    auto& answer = *static_cast<Answer*>(into);
    auto& body = answer.response.body;
    if (body.size() + count > answer.bytes_max)
        return 0; // ends it
    body.append(bytes, count);
    return count;
}

std::size_t take_header(const char* bytes, std::size_t, std::size_t count, void* into)
{
    const std::string_view line(bytes, count);
    const auto colon = line.find(':');
    const auto value = line.find_first_not_of(' ', std::min(colon, line.size() - 1) + 1);
    if (colon != std::string_view::npos && value != std::string_view::npos) {
        std::string name(line.substr(0, colon));
        for (auto& c : name)
            c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        auto rest = line.substr(value);
        rest = rest.substr(0, rest.find_last_not_of("\r\n") + 1);
        static_cast<Answer*>(into)->response.headers.emplace_back(std::move(name), rest);
    }
    return count;
}

} // namespace

bool may_be_called(std::string_view url)
{
    return url.starts_with("https://") || (url.starts_with("http://") && is_on_this_machine(url));
}

core::Response call(const Call& call)
{
    Answer answer{{}, call.answer_bytes_max};
    answer.response.status = 0;
    if (!may_be_called(call.url)) {
        answer.response.body = "not an https address";
        return answer.response;
    }
    Lines headers;
    for (const auto& [name, value] : call.headers)
        headers.add(name + ": " + value);
    headers.add("Expect:");
    Session session(call.url, call.seconds, call.stopping);
    session.set(CURLOPT_PROTOCOLS_STR, "http,https");
    if (!call.ca_file.empty())
        session.set(CURLOPT_CAINFO, call.ca_file.c_str());
    session.set(CURLOPT_HTTPHEADER, headers.get());
    if (call.method == "POST") {
        session.set(CURLOPT_POST, 1L);
        session.set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(call.body.size()));
        session.set(CURLOPT_POSTFIELDS, call.body.data());
    }
    session.set(CURLOPT_WRITEFUNCTION, take_body);
    session.set(CURLOPT_WRITEDATA, &answer);
    session.set(CURLOPT_HEADERFUNCTION, take_header);
    session.set(CURLOPT_HEADERDATA, &answer);
    if (auto fault = session.perform(); !fault.empty()) {
        answer.response.body = std::move(fault);
        return answer.response;
    }
    long status = 0;
    curl_easy_getinfo(session.get(), CURLINFO_RESPONSE_CODE, &status);
    answer.response.status = static_cast<int>(status);
    return answer.response;
}

std::string send(const Letter& letter)
{
    Session session(letter.server, seconds_to_send, letter.stopping);
    const std::unique_ptr<curl_mime, Closer> message(curl_mime_init(session.get()));
    auto* body = curl_mime_addpart(message.get());
    curl_mime_data(body, letter.text.data(), letter.text.size());
    curl_mime_type(body, "text/plain; charset=utf-8");
    curl_mime_encoder(body, "quoted-printable");
    Lines headers;
    for (const auto& line : letter.headers)
        headers.add(line);
    Lines recipients;
    recipients.add(letter.to);
    session.set(CURLOPT_MAIL_FROM, letter.from.c_str());
    session.set(CURLOPT_MAIL_RCPT, recipients.get());
    session.set(CURLOPT_HTTPHEADER, headers.get());
    session.set(CURLOPT_MIMEPOST, message.get());
    // Outside of this machine nothing goes over an open line.
    const bool may_be_open = is_on_this_machine(letter.server);
    session.set(CURLOPT_USE_SSL, static_cast<long>(may_be_open ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    if (!letter.user.empty()) {
        session.set(CURLOPT_USERNAME, letter.user.c_str());
        session.set(CURLOPT_PASSWORD, letter.password.c_str());
    }
    return session.perform();
}

} // namespace app
