// SPDX-License-Identifier: EUPL-1.2
#include "store/script.h"

#include <gtest/gtest.h>

using store::for_sqlite;
using store::split_statements;

using Statements = std::vector<std::string>;

TEST(Script, is_split_at_semicolons)
{
    EXPECT_EQ(split_statements("create table a (x text);\n\n create table b (y text) ;"),
              (Statements{"create table a (x text)", "create table b (y text)"}));
    EXPECT_EQ(split_statements("select 1"), (Statements{"select 1"}));
    EXPECT_EQ(split_statements(" ;; \n ; "), Statements{});
}

TEST(Script, is_not_split_inside_quotes)
{
    EXPECT_EQ(split_statements("insert into a values ('one; two', 'it''s; so');select \"a;b\""),
              (Statements{"insert into a values ('one; two', 'it''s; so')", "select \"a;b\""}));
    EXPECT_EQ(split_statements("select '-- no comment', '/* nor this */'; select 2"),
              (Statements{"select '-- no comment', '/* nor this */'", "select 2"}));
}

TEST(Script, loses_its_comments)
{
    EXPECT_EQ(split_statements("-- what; it's for\ncreate table a ( -- why;\n x text);\n-- end"),
              (Statements{"create table a ( \n x text)"}));
    EXPECT_EQ(split_statements("select /* one; two */ 1; -- 'open quote\nselect 2"),
              (Statements{"select \n 1", "select 2"}));
}

TEST(Script, of_a_table_is_strict_and_whole_on_sqlite)
{
    EXPECT_EQ(for_sqlite("create table a (id text primary key, at BIGINT not null, "
                         "share double precision, flag smallint)"),
              "create table a (id text primary key, at integer not null, "
              "share real, flag integer) strict");
    EXPECT_EQ(for_sqlite("alter table a add column n bigint"),
              "alter table a add column n integer");
    EXPECT_EQ(for_sqlite("create table a (precision bigint, double text)"),
              "create table a (precision integer, double text) strict");
    // Words in quotes, and words that only contain the name of a type, stay.
    EXPECT_EQ(for_sqlite("create table a (bigint_x text check (bigint_x <> 'bigint'))"),
              "create table a (bigint_x text check (bigint_x <> 'bigint')) strict");
    EXPECT_EQ(for_sqlite("create view a as select cast(x as bigint) from b"),
              "create view a as select cast(x as bigint) from b");
    EXPECT_EQ(for_sqlite("create index a on b (c)"), "create index a on b (c)");
}

TEST(Script, checksum_is_that_of_the_text)
{
    // BLAKE2b with 32 bytes of "abc", as b2sum --length=256 prints it.
    EXPECT_EQ(store::checksum("abc"),
              "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    EXPECT_NE(store::checksum("abc"), store::checksum("abd"));
}
