// SPDX-License-Identifier: EUPL-1.2
#include "app/postman.h"

#include <cstdio>
#include <ctime>
#include <fstream>
#include <vector>

#include "app/call.h"
#include "app/house.h"
#include "core/log.h"

namespace app {

namespace {

constexpr int mails_a_turn = 50; // of one store

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

Postman::Postman(MailServer server) : server_(std::move(server)) {}

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
    const auto domain = server_.from.substr(server_.from.find('@'));
    Letter letter;
    letter.server = server_.url;
    letter.user = server_.user;
    letter.password = server_.password;
    letter.from = "<" + server_.from + ">";
    letter.to = "<" + mail.recipient.value() + ">";
    letter.headers = {"Date: " + mail_date(now),
                      "From: lgnet " + letter.from,
                      "To: " + letter.to,
                      "Subject: " + encoded_header(mail.subject),
                      "Message-ID: <" + to_string(mail.id) + domain + ">",
                      "Auto-Submitted: auto-generated"};
    letter.text = mail.text;
    letter.stopping = &stopping_;
    return app::send(letter);
}

} // namespace app
