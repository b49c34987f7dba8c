// SPDX-License-Identifier: EUPL-1.2
// Takes out the mail that acts and chores have left in the stores (core/mail.h), and brings it to a
// mail server (SMTP, RFC 5321).
#pragma once

#include <atomic>
#include <string>

#include "app/configuration.h"
#include "core/house.h"
#include "core/mail.h"

namespace app {

struct MailServer {
    std::string url; // smtp://host:587, smtps://host:465; empty: no mail is sent
    std::string user;
    std::string password;
    std::string from; // "lgnet@comune.example"
};

// Throws Refused where what is configured cannot be used.
MailServer mail_server_of(const Configuration& configuration);

class Postman {
public:
    explicit Postman(MailServer server);

    // Every mail of every store whose time has come. What cannot be sent stays, and the log says
    // why (never to whom); the next ones then wait for the next turn, because a server that does
    // not answer would be waited for with each of them. A mail whose sending could not be noted
    // down goes out twice, with one Message-ID.
    void deliver(core::House& house);
    // From another thread: lets go of what is being sent, and of all that waits.
    void stop() { stopping_ = true; }

private:
    // False: the turn is over.
    bool deliver_from(core::Place& place, Instant now);
    // Empty, or why the server did not take it.
    std::string send(const core::Mail& mail, Instant now);

    MailServer server_;
    std::atomic<bool> stopping_ = false;
};

} // namespace app
