// SPDX-License-Identifier: EUPL-1.2
#include "referrals/states.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/problem.h"

namespace referrals {

namespace {

using Steps = std::vector<std::string>;

const std::map<std::string, Steps>& told_by_workers()
{
    static const std::map<std::string, Steps> steps{
        {"sent", {"accepted", "refused", "attended", "not_attended", "closed", "revoked"}},
        {"seen", {"accepted", "refused", "attended", "not_attended", "closed", "revoked"}},
        {"accepted", {"attended", "not_attended", "refused", "closed", "revoked"}},
        {"refused", {"closed", "accepted"}},
        {"attended", {"closed"}},
        {"not_attended", {"attended", "closed"}},
    };
    return steps;
}

const std::map<std::string, Steps>& told_by_link()
{
    static const std::map<std::string, Steps> steps{
        {"sent", {"accepted", "refused", "attended", "not_attended"}},
        {"seen", {"accepted", "refused", "attended", "not_attended"}},
        {"accepted", {"attended", "not_attended", "refused"}},
        {"refused", {"accepted"}},
        {"attended", {"closed"}},
        {"not_attended", {"attended"}},
    };
    return steps;
}

const std::string& column(const core::Catalogue& catalogue, const char* list,
                          const std::string& code, const char* name)
{
    const auto* known = catalogue.find_code(list, code);
    ENSURE(known != nullptr);
    return known->more.at(name);
}

bool says_yes(const core::Catalogue& catalogue, const std::string& outcome, const char* name)
{
    return column(catalogue, "referral_outcome", outcome, name) == "yes";
}

std::optional<int> number_of(const core::Catalogue& catalogue, const std::string& mode,
                             const char* name)
{
    const auto& text = column(catalogue, "referral_mode", mode, name);
    if (text.empty())
        return std::nullopt;
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    ENSURE(number > 0);
    return number;
}

} // namespace

std::vector<std::string> steps_after(const std::string& state, Teller teller)
{
    const auto& known = teller == Teller::link ? told_by_link() : told_by_workers();
    const auto found = known.find(state);
    return found == known.end() ? Steps() : found->second;
}

std::vector<NextStep> next_steps(const core::Catalogue& catalogue, const std::string& state,
                                 Teller teller)
{
    std::vector<NextStep> next;
    for (const auto& what : steps_after(state, teller)) {
        next.push_back({what, {}});
        for (const auto& code : catalogue.vocabularies().at("referral_outcome"))
            if (!code.retired && fits(catalogue, what, code.code, teller))
                next.back().outcomes.push_back(code.code);
    }
    return next;
}

bool fits(const core::Catalogue& catalogue, const std::string& what, const std::string& outcome,
          Teller teller)
{
    if (what == "refused")
        return says_yes(catalogue, outcome, "refuses");
    if (what == "revoked")
        return says_yes(catalogue, outcome, "withdraws");
    if (what != "closed")
        return false;
    return teller == Teller::worker || says_yes(catalogue, outcome, "refuses") ||
           says_of_service(catalogue, outcome) == "confirms";
}

bool is_gap(const core::Catalogue& catalogue, const std::string& outcome)
{
    return says_yes(catalogue, outcome, "gap");
}

std::string says_of_service(const core::Catalogue& catalogue, const std::string& outcome)
{
    return column(catalogue, "referral_outcome", outcome, "directory");
}

Due due_of(const core::Catalogue& catalogue, const std::string& mode, Instant sent_at,
           std::optional<Instant> appointment_at)
{
    constexpr std::int64_t hour = 3600;
    Due due;
    if (const auto hours = number_of(catalogue, mode, "answer_hours"))
        due.answer = sent_at.plus_seconds(*hours * hour);
    const auto from = std::max(sent_at, appointment_at.value_or(sent_at));
    due.outcome = from.plus_seconds(number_of(catalogue, mode, "outcome_days").value() * 24 * hour);
    return due;
}

Waiting waiting_of(const ReferralRow& row, Instant now)
{
    if (row.state == "closed" || row.state == "revoked")
        return {"none", std::nullopt};
    if (row.state == "refused")
        return {"to_take_up", std::nullopt};
    if (row.answer_due_at && (row.state == "sent" || row.state == "seen"))
        return {now > *row.answer_due_at ? "answer_late" : "answer_due", row.answer_due_at};
    return {now > row.outcome_due_at ? "outcome_late" : "outcome_due", row.outcome_due_at};
}

} // namespace referrals
