// SPDX-License-Identifier: EUPL-1.2
// The only file that sees libcurl.
#include "app/postman.h"

#include <curl/curl.h>

#include <cstdio>
#include <ctime>
#include <fstream>
#include <memory>
#include <vector>

#include "app/house.h"
#include "core/log.h"

namespace app {

namespace {

constexpr int mails_a_turn = 50; // of one store
constexpr long seconds_to_connect = 10;
constexpr long seconds_to_send = 30;

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

// "Mon, 23 Nov 2026 21:15:00 +0000" (RFC 5322).
std::string mail_date(Instant instant)
{
    const auto seconds = static_cast<std::time_t>(instant.milliseconds / 1000);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    char text[64];
    std::snprintf(text, sizeof text, "%s, %d %s %d %02d:%02d:%02d +0000", days[parts.tm_wday],
                  parts.tm_mday, months[parts.tm_mon], parts.tm_year + 1900, parts.tm_hour,
                  parts.tm_min, parts.tm_sec);
    return text;
}

// A header in words that any server takes (RFC 2047, "Q"): each of a few whole characters.
std::string encoded_header(const std::string& text)
{
    constexpr std::size_t word_max = 20; // bytes; encoded three times as long, and 75 are allowed
    const auto continues = [&](std::size_t at) {
        return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
    };
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        auto end = std::min(at + word_max, text.size());
        while (continues(end))
            --end;
        out += out.empty() ? "=?utf-8?Q?" : "\r\n =?utf-8?Q?";
        for (; at < end; ++at) {
            char letter[4];
            std::snprintf(letter, sizeof letter, "=%02X", static_cast<unsigned char>(text[at]));
            out += letter;
        }
        out += "?=";
    }
    return out;
}

bool is_this_machine(const std::string& url)
{
    const auto host = url.substr(url.find("://") + 3);
    return host.starts_with("127.0.0.1") || host.starts_with("localhost") ||
           host.starts_with("[::1]");
}

} // namespace

MailServer mail_server_of(const Configuration& configuration)
{
    MailServer server{configuration.mail_server, configuration.mail_user, "",
                      configuration.mail_from};
    if (server.url.empty())
        return server;
    if (!server.url.starts_with("smtp://") && !server.url.starts_with("smtps://"))
        throw Refused("mail.server must begin with smtp:// or smtps://.");
    if (server.from.find('@') == std::string::npos)
        throw Refused("mail.from must say from which address mail is sent, like "
                      "lgnet@comune.example.");
    if (!configuration.mail_password_file.empty()) {
        std::ifstream file(configuration.mail_password_file);
        if (!std::getline(file, server.password))
            throw Refused("Cannot read the password of the mail server from " +
                          configuration.mail_password_file + ".");
    }
    return server;
}

Postman::Postman(MailServer server) : server_(std::move(server))
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
}

void Postman::deliver(core::House& house)
{
    if (server_.url.empty())
        return;
    for (auto* place : house.places()) {
        try {
            if (!deliver_from(*place, house.now()))
                return;
        } catch (const std::exception& error) {
            core::log(core::Level::warning, "mail_not_noted",
                      {{"store", place->slug}, {"why", error.what()}});
        }
    }
}

bool Postman::deliver_from(core::Place& place, Instant now)
{
    std::vector<core::Mail> mails;
    place.store->read([&](store::Transaction& transaction) {
        mails = core::mails_to_try(transaction, now, mails_a_turn);
    });
    for (const auto& mail : mails) {
        if (stopping_)
            return false;
        const auto fault = send(mail, now);
        bool is_tried_again = true;
        place.store->write([&](store::Transaction& transaction) {
            if (fault.empty())
                core::note_sent(transaction, mail, now);
            else
                is_tried_again = core::note_failed(transaction, mail, now);
        });
        if (fault.empty())
            continue;
        core::log(core::Level::warning, is_tried_again ? "mail_not_sent" : "mail_given_up",
                  {{"store", place.slug}, {"mail", to_string(mail.id)}, {"why", fault}});
        return false;
    }
    return true;
}

std::string Postman::send(const core::Mail& mail, Instant now)
{
    const std::unique_ptr<CURL, Closer> session(curl_easy_init());
    const std::unique_ptr<curl_mime, Closer> message(curl_mime_init(session.get()));
    auto* body = curl_mime_addpart(message.get());
    curl_mime_data(body, mail.text.data(), mail.text.size());
    curl_mime_type(body, "text/plain; charset=utf-8");
    curl_mime_encoder(body, "quoted-printable");

    const auto from = "<" + server_.from + ">";
    const auto to = "<" + mail.recipient.value() + ">";
    const auto domain = server_.from.substr(server_.from.find('@'));
    Lines headers;
    headers.add("Date: " + mail_date(now));
    headers.add("From: lgnet " + from);
    headers.add("To: " + to);
    headers.add("Subject: " + encoded_header(mail.subject));
    headers.add("Message-ID: <" + to_string(mail.id) + domain + ">");
    headers.add("Auto-Submitted: auto-generated");
    Lines recipients;
    recipients.add(to);

    const auto set = [&](CURLoption option, auto value) {
        curl_easy_setopt(session.get(), option, value);
    };
    set(CURLOPT_URL, server_.url.c_str());
    set(CURLOPT_MAIL_FROM, from.c_str());
    set(CURLOPT_MAIL_RCPT, recipients.get());
    set(CURLOPT_HTTPHEADER, headers.get());
    set(CURLOPT_MIMEPOST, message.get());
    set(CURLOPT_CONNECTTIMEOUT, seconds_to_connect);
    set(CURLOPT_TIMEOUT, seconds_to_send);
    set(CURLOPT_NOSIGNAL, 1L);
    // Asked many times while it is sent: anything but 0 ends it.
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFODATA, &stopping_);
    set(
        CURLOPT_XFERINFOFUNCTION,
        +[](void* stopping, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
            return static_cast<const std::atomic<bool>*>(stopping)->load() ? 1 : 0;
        });
    // Outside of this machine nothing goes over an open line.
    const bool may_be_open = is_this_machine(server_.url);
    set(CURLOPT_USE_SSL, static_cast<long>(may_be_open ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    if (!server_.user.empty()) {
        set(CURLOPT_USERNAME, server_.user.c_str());
        set(CURLOPT_PASSWORD, server_.password.c_str());
    }
    const auto result = curl_easy_perform(session.get());
    return result == CURLE_OK ? "" : curl_easy_strerror(result);
}

} // namespace app
