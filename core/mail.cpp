// SPDX-License-Identifier: EUPL-1.2
#include "core/mail.h"

#include <algorithm>

#include "core/house.h"
#include "core/rows.h"

namespace core {

namespace {

constexpr std::int64_t minute = 60;
constexpr std::int64_t wait_seconds_max = 4 * 60 * minute;
constexpr std::int64_t useful_seconds = 24 * 60 * minute;
constexpr int tries_before_the_longest_wait = 8;

std::int64_t wait_after(int tries)
{
    return std::min(wait_seconds_max, minute << std::min(tries - 1, tries_before_the_longest_wait));
}

} // namespace

void post_mail(Context& context, const std::string& recipient, std::string subject,
               std::string text)
{
    ENSURE(context.house.sends_mail());
    Mail mail;
    mail.id = Id<Mail>::make(context.now);
    mail.recipient = recipient;
    mail.subject = std::move(subject);
    mail.text = std::move(text);
    mail.made_at = context.now;
    mail.try_at = context.now;
    insert_mail(context.store, mail);
}

void note_sent(store::Transaction& transaction, Mail mail, Instant now)
{
    ++mail.tries;
    mail.recipient.reset();
    mail.try_at.reset();
    mail.sent_at = now;
    update_mail(transaction, mail);
}

bool note_failed(store::Transaction& transaction, Mail mail, Instant now)
{
    ++mail.tries;
    const auto next = now.plus_seconds(wait_after(mail.tries));
    const bool is_tried_again = next < mail.made_at.plus_seconds(useful_seconds);
    if (is_tried_again) {
        mail.try_at = next;
    } else {
        mail.recipient.reset();
        mail.try_at.reset();
    }
    update_mail(transaction, mail);
    return is_tried_again;
}

} // namespace core
