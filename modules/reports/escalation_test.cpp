// SPDX-License-Identifier: EUPL-1.2
#include "reports/escalation.h"

#include <gtest/gtest.h>

#include <map>

#include "core/mail.h"
#include "reports/testing.h"

using test_reports::id;
using test_reports::text_of;

namespace {

class Escalation : public test_reports::Desk {
protected:
    Escalation()
    {
        add_coordinator("marco", "marco.bassi@example.org", "it", true);
        add_coordinator("ines", "ines.roth@example.org", "en", true);
        add_coordinator("ada", std::nullopt, "it", true);            // wants no mail
        add_coordinator("ugo", "ugo.neri@example.org", "it", false); // is gone
    }

    // The mails that were not there before, "to: subject", one a line.
    std::string minutes_later(int minutes)
    {
        later(minutes);
        house_.house->do_chores();
        std::map<std::string, std::string> subjects; // by reader: mails of one moment have no order
        house_.store("roma").read([&](store::Transaction& transaction) {
            for (const auto& mail : core::mails_to_try(transaction, house_.now, 100))
                if (mail.made_at == house_.now) {
                    subjects[*mail.recipient] += mail.subject + "\n";
                    last_text_ = mail.text;
                }
        });
        std::string text;
        for (const auto& [reader, subject] : subjects)
            text += reader + ": " + subject;
        return text;
    }

    std::string warnings_of(const std::string& name)
    {
        const auto document = get(marco, "GET /api/reports/reports/" + id(name));
        const auto steps = document.root().member("steps");
        std::string found;
        for (std::size_t i = 0; i < steps.size(); ++i)
            if (steps.at(i).member("what").text() == "warned")
                found += text_of(steps.at(i), "detail") + " ";
        return found;
    }

    std::string last_text_;

private:
    void add_coordinator(const std::string& name, std::optional<std::string> email,
                         const std::string& language, bool active)
    {
        access::Account account;
        account.id = test_house::actor(name + "@roma", core::city_coordinator).account;
        account.login_name = name;
        account.name = name;
        account.roles = {"city_coordinator"};
        account.language = language;
        account.email = std::move(email);
        account.active = active;
        account.created_at = house_.now;
        house_.store("roma").write([&](store::Transaction& transaction) {
            access::add_account(transaction, account, "lgnet-demo-2026");
        });
    }
};

constexpr const char* soon =
    "ines.roth@example.org: lgnet Roma: reports that are late: 0, soon late: 1\n"
    "marco.bassi@example.org: lgnet Roma: segnalazioni in ritardo: 0, in scadenza: 1\n";
constexpr const char* late =
    "ines.roth@example.org: lgnet Roma: reports that are late: 1, soon late: 0\n"
    "marco.bassi@example.org: lgnet Roma: segnalazioni in ritardo: 1, in scadenza: 0\n";

} // namespace

TEST_P(Escalation, tells_coordinators_before_it_is_late_and_when_it_is_and_once)
{
    record("r1");
    EXPECT_EQ(assess("r1", "P1"), "200");
    EXPECT_EQ(minutes_later(89), "");
    EXPECT_EQ(minutes_later(2), soon);
    EXPECT_EQ(minutes_later(1), "");
    EXPECT_EQ(minutes_later(29), late);
    EXPECT_EQ(minutes_later(600), "");
    EXPECT_EQ(warnings_of("r1"), "soon_late late ");
}

TEST_P(Escalation, says_number_priority_and_hour_and_nothing_of_anybody)
{
    record("r1", R"(,"place":"Via Marsala 42","reporter":{"name":"Rosa Conti"},
                     "reported":{"name":"Samba"})");
    EXPECT_EQ(assess("r1", "P1"), "200");
    ASSERT_NE(minutes_later(91), "");
    EXPECT_NE(last_text_.find("RM-S00001"), std::string::npos) << last_text_;
    EXPECT_NE(last_text_.find("P1"), std::string::npos) << last_text_;
    EXPECT_NE(last_text_.find("00:15"), std::string::npos) << last_text_; // 22:15 and two hours
    for (const auto* word : {"Marsala", "Rosa", "Samba", "uomo", "RM-I", "Termini"})
        EXPECT_EQ(last_text_.find(word), std::string::npos) << last_text_;
}

TEST_P(Escalation, is_silent_where_somebody_acts_and_speaks_again_after_a_reopening)
{
    record("r1");
    EXPECT_EQ(assess("r1", "P1"), "200");
    EXPECT_EQ(offer("r1", "d1"), "201");
    EXPECT_EQ(minutes_later(91), soon); // offered, and nobody has said yes
    EXPECT_EQ(accept(giulia, "d1"), "200");
    EXPECT_EQ(minutes_later(60), "");
    EXPECT_EQ(verify(giulia, "r1", "v1"), "201");
    EXPECT_EQ(close(giulia, "r1"), "200");
    later(1);
    EXPECT_EQ(outcome(paola, "POST /api/reports/reports/" + id("r1") + "/reopen",
                      R"({"note":"È tornato"})"),
              "200");
    EXPECT_EQ(minutes_later(91), soon);
    EXPECT_EQ(warnings_of("r1"), "soon_late soon_late ");
}

TEST_P(Escalation, tells_of_what_nobody_has_assessed_and_all_at_once)
{
    record("r1");
    later(5);
    record("r2");
    EXPECT_EQ(minutes_later(119),
              "ines.roth@example.org: lgnet Roma: reports that are late: 1, soon late: 1\n"
              "marco.bassi@example.org: lgnet Roma: segnalazioni in ritardo: 1, in scadenza: 1\n");
    EXPECT_EQ(warnings_of("r1"), "late ");
    EXPECT_EQ(warnings_of("r2"), "soon_late ");
}

INSTANTIATE_TEST_SUITE_P(Both, Escalation, test_stores::both(),
                         ::testing::PrintToStringParamName());
