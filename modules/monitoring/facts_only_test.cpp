// SPDX-License-Identifier: EUPL-1.2
#include "monitoring/facts_only.h"

#include <gtest/gtest.h>

#include "base/embedded.h"

namespace monitoring {

TEST(Queries, of_the_catalogue_ask_facts_alone)
{
    int count = 0;
    for (const auto& file : embedded_below("catalogue/indicators/")) {
        if (!file.path.ends_with(".sql"))
            continue;
        EXPECT_EQ(not_allowed_in(file.bytes), "") << file.path;
        ++count;
    }
    EXPECT_GT(count, 40);
}

// Each with what gives it away.
TEST(Queries, of_a_release_can_ask_no_more)
{
    constexpr std::pair<const char*, const char*> attempts[] = {
        {"select login_name as key from access_account", "access_account"},
        {"select c.day from outreach_fact_contact c, access_account a", "access_account"},
        {"select (select name from access_account) as key from outreach_fact_contact",
         "access_account"},
        {"select key from outreach_fact_contact union select name from people_person",
         "people_person"},
        {"select * from outreach_fact_contact c join outreach_fact_tally t on 1 = 1, core_journal",
         "core_journal"},
        {"select day from outreach_fact_contact where exists (select 1 from people_person)",
         "people_person"},
        {"with a as (select 1 from access_account) select * from a", "access_account"},
        {"with access_account as (select 1 from access_account) select * from access_account",
         "access_account"},
        {"with x as (select 1 from x) select 1 from x", "x"},
        {"select * from store_migration", "store_migration"},
        {"select * from pg_catalog.pg_user", "pg_catalog"},
        {"select name from sqlite_master", "sqlite_master"},
        {"select * from outreach_fact_nothing", "outreach_fact_nothing"},
        {"select * from elsewhere.outreach_fact_contact", "elsewhere"},
        {"select * from outreach_fact_contact; drop table access_account", ";"},
        {"delete from outreach_fact_contact", "delete"},
        {"select load_extension('x') as key", "load_extension("},
        {"select pg_sleep(100) from outreach_fact_contact", "pg_sleep("},
        {"select * from \"access_account\"", "\""},
        {"select * from [access_account]", "["},
        {"select 'a' /* ' */ union select name from access_account --'", "/*"},
        {"select 'a\\' union select name from access_account --'", "'"},
        {"select 'never ends", "'"},
        {"select * from outreach_fact_contact natural join access_account", "natural"},
        {"select $3 from outreach_fact_contact", "$3"},
        {"table access_account", "table"},
        {"", "nothing"},
    };
    for (const auto& [sql, wrong] : attempts)
        EXPECT_EQ(not_allowed_in(sql), wrong) << sql;
}

} // namespace monitoring
