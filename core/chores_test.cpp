// SPDX-License-Identifier: EUPL-1.2
// What the house does by itself, and the mail that comes of it.
#include <gtest/gtest.h>

#include <stdexcept>

#include "core/journal.h"
#include "core/log.h"
#include "core/mail.h"
#include "core/testing.h"

using namespace core;

namespace {

const Uuid bell = named_uuid("bell");
const store::Sql sealed_recipients{"select recipient from core_mail"};

// Two chores: one that fails, and one that rings a bell by mail, once a day.
Module tower()
{
    Module module{"tower", Where::city, {}};
    module.chores = {
        {"tower.fall", [](Context&) -> std::vector<Uuid> { throw std::runtime_error("it fell"); }},
        {"tower.ring", [](Context& context) -> std::vector<Uuid> {
             if (local_hour(context.now) != 8)
                 return {};
             post_mail(context, "marco@example.org", "Otto", "Sono le otto.");
             return {bell};
         }}};
    return module;
}

class Chores : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    Chores() : house_(GetParam(), {tower()}) { set_log_level("error"); }

    void do_chores_at(const char* instant)
    {
        house_.now = parse_instant(instant).value();
        house_.house->do_chores();
    }

    std::vector<Mail> to_try(const std::string& slug = "roma")
    {
        std::vector<Mail> mails;
        house_.store(slug).read([&](store::Transaction& transaction) {
            mails = mails_to_try(transaction, house_.now, 100);
        });
        return mails;
    }

    template <class Note> void note(const Note& note) { house_.store("roma").write(note); }

    // "system tower.ring": the journal of a store, oldest last.
    std::string journal(const std::string& slug)
    {
        std::string text;
        house_.store(slug).read([&](store::Transaction& transaction) {
            JournalFilter all;
            all.to = house_.now.plus_seconds(1);
            all.before = 1000;
            for (const auto& [sequence, line] : list_journal(transaction, all, 100))
                text += line.actor + " " + line.act + " " + line.thing + "\n";
        });
        return text;
    }

    test_house::TestHouse house_;
};

} // namespace

TEST_P(Chores, are_done_in_each_store_of_their_module_whatever_became_of_another)
{
    do_chores_at("2026-11-23T07:10:00Z"); // ten past eight in Italy
    const auto line = "system tower.ring " + to_string(bell) + "\n";
    EXPECT_EQ(journal("roma"), line);
    EXPECT_EQ(journal("milano"), line);
    EXPECT_EQ(journal("rete"), "");
    do_chores_at("2026-11-23T09:10:00Z"); // nothing to do, nothing to say
    EXPECT_EQ(journal("roma"), line);
}

TEST_P(Chores, leave_mail_whose_reader_is_sealed_and_forgotten_once_it_was_sent)
{
    do_chores_at("2026-11-23T07:10:00Z");
    const auto mails = to_try();
    ASSERT_EQ(mails.size(), 1u);
    EXPECT_EQ(mails[0].recipient, "marco@example.org");
    EXPECT_EQ(mails[0].text, "Sono le otto.");
    const auto stored = [&] {
        std::string text = "none";
        house_.store("roma").read([&](store::Transaction& transaction) {
            const auto rows = transaction.query(sealed_recipients);
            if (rows->next() && !rows->is_null(0))
                text = rows->text(0);
        });
        return text;
    };
    EXPECT_EQ(stored().substr(0, 3), "s1.");

    note([&](store::Transaction& transaction) { note_sent(transaction, mails[0], house_.now); });
    EXPECT_TRUE(to_try().empty());
    EXPECT_EQ(stored(), "none");
}

TEST_P(Chores, leave_mail_that_is_tried_ever_more_rarely_for_a_day)
{
    do_chores_at("2026-11-23T07:10:00Z");
    const auto begun = house_.now;
    std::vector<std::int64_t> minutes;
    bool is_tried_again = true;
    while (is_tried_again) {
        const auto mails = to_try();
        ASSERT_EQ(mails.size(), 1u);
        ASSERT_LT(minutes.size(), 100u);
        minutes.push_back((house_.now.milliseconds - begun.milliseconds) / 60'000);
        note([&](store::Transaction& transaction) {
            is_tried_again = note_failed(transaction, mails[0], house_.now);
        });
        EXPECT_TRUE(to_try().empty());
        while (is_tried_again && to_try().empty())
            house_.now = house_.now.plus_seconds(60);
    }
    EXPECT_EQ(minutes,
              (std::vector<std::int64_t>{0, 1, 3, 7, 15, 31, 63, 127, 255, 495, 735, 975, 1215}));
    house_.now = house_.now.plus_seconds(86'400);
    EXPECT_TRUE(to_try().empty());
}

namespace {

// Looks by the light of day only, and then rings by what it saw.
Module lighthouse()
{
    Module module{"lighthouse", Where::city, {}};
    module.chores = {{"lighthouse.shine",
                      {},
                      [](Context& context) -> std::function<std::vector<Uuid>(Context&)> {
                          if (local_hour(context.now) < 6)
                              return {};
                          const auto seen = std::to_string(local_hour(context.now));
                          return [seen](Context& writing) -> std::vector<Uuid> {
                              post_mail(writing, "marco@example.org", "Ore", seen);
                              return {bell};
                          };
                      }}};
    return module;
}

class LongChores : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    test_house::TestHouse house_{GetParam(), {lighthouse()}};
};

} // namespace

TEST_P(LongChores, look_first_and_write_only_what_they_found)
{
    const auto mails = [&] {
        std::string texts;
        house_.store("roma").read([&](store::Transaction& transaction) {
            for (const auto& mail : mails_to_try(transaction, house_.now, 100))
                texts += mail.text;
        });
        return texts;
    };
    house_.now = parse_instant("2026-11-23T03:10:00Z").value();
    house_.house->do_chores();
    EXPECT_EQ(mails(), "");
    house_.now = parse_instant("2026-11-23T07:10:00Z").value();
    house_.house->do_chores();
    EXPECT_EQ(mails(), "8");
}

INSTANTIATE_TEST_SUITE_P(Both, LongChores, test_stores::both(),
                         ::testing::PrintToStringParamName());
INSTANTIATE_TEST_SUITE_P(Both, Chores, test_stores::both(), ::testing::PrintToStringParamName());
