// SPDX-License-Identifier: EUPL-1.2
// The chain of the journal: whoever changes the table behind the program's back is found out.
#include "core/journal.h"

#include <gtest/gtest.h>

#include "core/house.h"
#include "store/seal.h"
#include "store/testing.h"

using namespace core;

namespace {

// What somebody with the database in hand would do.
const store::Sql alter_outcome{"update core_journal set outcome = 'done' where sequence = 3"};
const store::Sql alter_person{"update core_journal set person = 'x' where sequence = 1"};
const store::Sql remove_middle{"delete from core_journal where sequence = 3"};
const store::Sql remove_first{"delete from core_journal where sequence = 1"};
const store::Sql remove_end{"delete from core_journal where sequence >= 4"};
const store::Sql close_gap{"update core_journal set sequence = sequence - 1 where sequence = 4"};
const store::Sql forge_hash{
    "update core_journal set outcome = 'done', hash = $1 where sequence = 3"};

class Journal : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    Journal()
    {
        store_->migrate(migrations(Where::city), views(Where::city));
        for (int i = 1; i <= 5; ++i)
            append(i == 3 ? "core.not_found" : "done");
    }

    void append(const std::string& outcome)
    {
        store_->write([&](store::Transaction& transaction) {
            append_to_journal(transaction, {Instant{1000}, "somebody", "people.get_person", "thing",
                                            "person", "care", outcome});
        });
    }

    template <class... Values> void tamper(const store::Sql& sql, const Values&... values)
    {
        store_->write(
            [&](store::Transaction& transaction) { transaction.execute(sql, values...); });
    }

    JournalCheck check(const std::optional<JournalHead>& known = std::nullopt)
    {
        JournalCheck found;
        store_->read(
            [&](store::Transaction& transaction) { found = verify_journal(transaction, known); });
        return found;
    }

    // "altered at 3"; "" when the chain holds.
    std::string fault(const std::optional<JournalHead>& known = std::nullopt)
    {
        const auto found = check(known);
        return found.fault.empty() ? "" : found.fault + " at " + std::to_string(found.fault_at);
    }

    JournalHead head()
    {
        JournalHead found;
        store_->read(
            [&](store::Transaction& transaction) { found = head_of_journal(transaction); });
        return found;
    }

    std::unique_ptr<store::Store> store_ =
        store::Store::open(test_stores::fresh(GetParam(), "roma"));
};

} // namespace

INSTANTIATE_TEST_SUITE_P(Both, Journal, test_stores::both(), ::testing::PrintToStringParamName());

TEST_P(Journal, that_nobody_touched_holds)
{
    EXPECT_EQ(fault(), "");
    EXPECT_EQ(check().lines, 5);
    EXPECT_EQ(check().head.sequence, 5);
    EXPECT_EQ(check().head.hash, head().hash);
    const auto known = head();
    append("done");
    EXPECT_EQ(fault(known), "");
}

TEST_P(Journal, shows_an_altered_line)
{
    tamper(alter_outcome);
    EXPECT_EQ(fault(), "altered at 3");
}

TEST_P(Journal, shows_an_altered_first_line)
{
    tamper(alter_person);
    EXPECT_EQ(fault(), "altered at 1");
}

TEST_P(Journal, shows_a_removed_line)
{
    tamper(remove_middle);
    EXPECT_EQ(fault(), "missing at 3");
}

TEST_P(Journal, shows_a_removed_first_line)
{
    tamper(remove_first);
    EXPECT_EQ(fault(), "missing at 1");
}

TEST_P(Journal, shows_a_removed_line_whose_gap_was_closed)
{
    tamper(remove_middle);
    tamper(close_gap);
    EXPECT_EQ(fault(), "altered at 3");
}

TEST_P(Journal, shows_a_cut_end_to_who_wrote_down_its_head)
{
    const auto known = head();
    tamper(remove_end);
    EXPECT_EQ(fault(), ""); // the chain itself cannot know
    EXPECT_EQ(fault(known), "cut at 4");
}

TEST_P(Journal, shows_an_end_that_was_cut_and_written_anew)
{
    const auto known = head();
    tamper(remove_end);
    append("done");
    append("core.not_found");
    EXPECT_EQ(fault(), "");
    EXPECT_EQ(fault(known), "replaced at 5");
}

TEST_P(Journal, shows_a_line_that_was_forged_without_the_key)
{
    const store::Seal other_key(std::array<std::uint8_t, 32>{1});
    tamper(forge_hash, other_key.mark("journal", "anything"));
    EXPECT_EQ(fault(), "altered at 3");
}

TEST_P(Journal, that_is_empty_holds)
{
    const auto empty = store::Store::open(test_stores::fresh(GetParam(), "milano"));
    empty->migrate(migrations(Where::city), views(Where::city));
    empty->read([](store::Transaction& transaction) {
        const auto found = verify_journal(transaction);
        EXPECT_EQ(found.fault, "");
        EXPECT_EQ(found.lines, 0);
        EXPECT_EQ(verify_journal(transaction, JournalHead{2, "x"}).fault, "cut");
    });
}

TEST_P(Journal, tells_apart_lines_whose_parts_run_together)
{
    // "ab" + "c" and "a" + "bc", under one key, are two lines with two hashes.
    std::vector<std::string> hashes;
    for (const auto& [thing, person] :
         std::vector<std::pair<std::string, std::string>>{{"ab", "c"}, {"a", "bc"}}) {
        store_->write([&](store::Transaction& transaction) {
            static const store::Sql clear{"delete from core_journal"};
            transaction.execute(clear);
            append_to_journal(transaction, {Instant{1}, "x", "y", thing, person, "", "done"});
            hashes.push_back(head_of_journal(transaction).hash);
        });
    }
    EXPECT_NE(hashes[0], hashes[1]);
}
