// SPDX-License-Identifier: EUPL-1.2
// What the house says by e-mail. A mail is written into the store with what it is about, in one
// unit of work, and sent afterwards (app/postman.cpp): nothing is said that was not kept, and what
// could not be sent is tried again. A mail tells that there is something to read in the house and
// never what: no name, no place, no words of anybody. Who it goes to is sealed, and forgotten once
// it has been sent or given up.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "core/context.h"

namespace core {

struct Mail {
    static constexpr const char* title = "Mail";
    static constexpr const char* table = "core_mail";

    Id<Mail> id; // also its Message-ID: one that was sent twice is shown once
    std::optional<std::string> recipient;
    std::string subject;
    std::string text;
    Instant made_at;
    int tries = 0;
    std::optional<Instant> try_at; // none: it was sent, or given up
    std::optional<Instant> sent_at;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Mail::id),
                          field("recipient", &Mail::recipient).sealed(Mark::identity),
                          field("subject", &Mail::subject), field("text", &Mail::text),
                          field("made_at", &Mail::made_at), field("tries", &Mail::tries),
                          field("try_at", &Mail::try_at), field("sent_at", &Mail::sent_at));
    }
};

// To be sent as soon as may be. The house must be one that sends mail (House::sends_mail).
void post_mail(Context& context, const std::string& recipient, std::string subject,
               std::string text);

// ---- for the postman

// Those whose time to be tried has come, oldest first.
std::vector<Mail> mails_to_try(store::Transaction& transaction, Instant now, int limit);
void note_sent(store::Transaction& transaction, Mail mail, Instant now);
// Tried again after 1, 2, 4 ... minutes, and given up after a day, when it would only confuse.
// False: it was given up.
bool note_failed(store::Transaction& transaction, Mail mail, Instant now);

} // namespace core
