// SPDX-License-Identifier: EUPL-1.2
// One SQL for both databases: what DIALECT.md promises, asked of both.
#include <cmath>
#include <limits>

#include "store/testing_items.h"

using items::insert;
using store::Argument;
using store::ConstraintBroken;
using store::Sql;
using store::Transaction;

namespace {

class Dialect : public items::Items {
protected:
    void SetUp() override
    {
        items::Items::SetUp();
        store->write([](Transaction& transaction) {
            transaction.execute(items::insert_whole_item, 1, "alfa", 1.5, true);
            transaction.execute(items::insert_whole_item, 2, "Beta", nullptr, 0);
            transaction.execute(items::insert_whole_item, 3, "àncora", -0.25, nullptr);
            transaction.execute(items::insert_part, 1, 1, "x");
            transaction.execute(items::insert_part, 1, 2, nullptr);
        });
    }

    // All the rows: columns parted by a comma, rows by a space, null as "-".
    std::string ask(const std::string& text, const std::vector<Argument>& arguments = {})
    {
        const Sql sql(text);
        std::string answer;
        store->write([&](Transaction& transaction) {
            answer.clear();
            const auto rows = transaction.query_all(sql, arguments);
            while (rows->next()) {
                answer += answer.empty() ? "" : " ";
                for (int column = 0; column < rows->columns(); ++column) {
                    answer += column == 0 ? "" : ",";
                    answer += rows->is_null(column) ? "-" : std::string(rows->text(column));
                }
            }
        });
        return answer;
    }

    std::int64_t change(const std::string& text)
    {
        const Sql sql(text);
        std::int64_t changed = 0;
        store->write([&](Transaction& transaction) { changed = transaction.count_changed(sql); });
        return changed;
    }
};

std::int64_t integer(std::int64_t value) { return value; }

} // namespace

TEST_P(Dialect, every_statement_of_the_program_prepares)
{
    ASSERT_GT(store::every_statement().size(), 4U);
    for (const auto* sql : store::every_statement())
        EXPECT_NO_THROW(store->prepare(*sql)) << sql->text();
}

TEST_P(Dialect, a_statement_is_known_while_it_lives)
{
    const auto before = store::every_statement().size();
    int number = 0;
    {
        const Sql sql("select 1");
        number = sql.number();
        EXPECT_EQ(store::every_statement().size(), before + 1);
    }
    EXPECT_EQ(store::every_statement().size(), before);
    EXPECT_GT(Sql("select 2").number(), number);
}

TEST_P(Dialect, parameters_go_by_their_number_and_not_by_their_place)
{
    const std::string casts = "cast($2 as text), cast($1 as text)";
    EXPECT_EQ(ask("select " + casts, {"one", "two"}), "two,one");
    EXPECT_EQ(ask("select word from item where id = $2 or word = $1 or id = $2 order by id",
                  {"alfa", integer(2)}),
              "alfa Beta");
}

TEST_P(Dialect, takes_exactly_the_arguments_that_a_statement_has)
{
    EXPECT_ANY_THROW(ask("select word from item where id = $1"));
    EXPECT_ANY_THROW(ask("select word from item where id = $1", {integer(1), integer(2)}));
    EXPECT_ANY_THROW(ask("select word from item where id = ?", {integer(1)}));
    EXPECT_ANY_THROW(ask("select 1; select 2"));
    EXPECT_ANY_THROW(ask("select \"alfa\" from item"));
    EXPECT_EQ(ask("select word from item where id = $1", {integer(1)}), "alfa");
}

TEST_P(Dialect, values_come_back_as_they_went)
{
    const auto most = std::numeric_limits<std::int64_t>::max();
    const auto least = std::numeric_limits<std::int64_t>::min();
    const std::string odd = "quote ' \" \\ \n tab\t emoji 😀 عربى";
    store->write([&](Transaction& transaction) {
        transaction.execute(items::insert_whole_item, most, odd, 0.1, std::optional<int>());
        transaction.execute(items::insert_whole_item, least, "", 1e300, std::optional(1));
    });
    store->read([&](Transaction& transaction) {
        const auto rows = transaction.query(items::list_items);
        ASSERT_TRUE(rows->next());
        EXPECT_EQ(rows->columns(), 4);
        EXPECT_EQ(rows->name(1), "word");
        EXPECT_EQ(rows->integer(0), least);
        EXPECT_FALSE(rows->is_null(1));
        EXPECT_EQ(rows->text(1), "");
        EXPECT_EQ(rows->real(2), 1e300);
        EXPECT_EQ(rows->integer(3), 1);
        for (int row = 0; row < 4; ++row)
            ASSERT_TRUE(rows->next());
        EXPECT_EQ(rows->integer(0), most);
        EXPECT_EQ(rows->text(1), odd);
        EXPECT_EQ(rows->real(2), 0.1);
        EXPECT_TRUE(rows->is_null(3));
        EXPECT_EQ(rows->integer(3), 0);
        EXPECT_EQ(rows->text(3), "");
        EXPECT_FALSE(rows->next());
        EXPECT_FALSE(rows->next());
    });
}

TEST_P(Dialect, values_that_only_one_database_would_take_are_taken_by_neither)
{
    using namespace std::string_literals;
    EXPECT_THROW(ask("select cast($1 as text)", {"a\0b"s}), std::logic_error);
    EXPECT_THROW(ask("select cast($1 as double precision)", {std::nan("")}), std::logic_error);
    EXPECT_ANY_THROW(ask("update item set id = $1 where id = 1 returning id", {"no number"}));
    EXPECT_ANY_THROW(ask("update item set id = $1 where id = 1 returning id", {1.5}));
}

TEST_P(Dialect, an_effect_answers_how_many_rows_it_changed)
{
    EXPECT_EQ(change("update item set flag = 1"), 3);
    EXPECT_EQ(change("update item set flag = 1 where id > 1"), 2);
    EXPECT_EQ(change("update item set flag = 1 where id > 9"), 0);
    EXPECT_EQ(change("insert into item (id, word) values (1, 'z') on conflict do nothing"), 0);
    EXPECT_EQ(change("delete from part"), 2);
    EXPECT_EQ(change("select * from item"), 0);
}

TEST_P(Dialect, a_statement_has_run_even_when_nobody_asks_for_its_rows)
{
    const Sql sql("insert into item (id, word) values ($1, 'new') returning id");
    store->write([&](Transaction& transaction) { transaction.query(sql, 9); });
    EXPECT_EQ(items::ids(*store).count(9), 1U);
    EXPECT_THROW(store->write([&](Transaction& transaction) { transaction.query(sql, 9); }),
                 ConstraintBroken);
}

TEST_P(Dialect, a_statement_may_be_run_while_its_rows_are_read)
{
    const Sql later("select id from item where id > $1 order by id");
    std::string pairs;
    store->read([&](Transaction& transaction) {
        const auto outer = transaction.query(later, 0);
        while (outer->next()) {
            const auto inner = transaction.query(later, outer->integer(0));
            while (inner->next())
                pairs += std::string(outer->text(0)) + std::string(inner->text(0)) + " ";
        }
    });
    EXPECT_EQ(pairs, "12 13 23 ");
}

TEST_P(Dialect, broken_rules_are_named)
{
    const auto rule = [&](const std::string& text) -> std::string {
        try {
            change(text);
        } catch (const ConstraintBroken& broken) {
            return broken.constraint;
        }
        return "nothing broken";
    };
    EXPECT_EQ(rule("insert into item (id, word) values (9, 'alfa')"),
              on_sqlite() ? "item.word" : "item_word_key");
    EXPECT_EQ(rule("insert into item (id, word) values (1, 'new')"),
              on_sqlite() ? "item.id" : "item_pkey");
    EXPECT_EQ(rule("update item set flag = 7 where id = 1"), "item_flag");
    EXPECT_EQ(rule("update item set word = null where id = 1"), "item.word");
    EXPECT_EQ(rule("insert into part (item, number) values (77, 1)"),
              on_sqlite() ? "FOREIGN KEY constraint failed" : "part_item_fkey");
    EXPECT_EQ(rule("delete from item where id = 1"),
              on_sqlite() ? "FOREIGN KEY constraint failed" : "part_item_fkey");
    EXPECT_EQ(rule("update item set flag = 1 where id = 1"), "nothing broken");
}

TEST_P(Dialect, a_statement_that_the_database_does_not_understand_is_our_mistake)
{
    EXPECT_THROW(change("selekt 1"), std::runtime_error);
    EXPECT_THROW(change("select nothing from nowhere"), std::runtime_error);
    EXPECT_THROW(store->prepare(Sql("select nothing from item")), std::runtime_error);
    EXPECT_EQ(ask("select count(*) from item"), "3");
}

TEST_P(Dialect, text_is_compared_by_its_bytes)
{
    EXPECT_EQ(ask("select word from item order by word"), "Beta alfa àncora");
    EXPECT_EQ(ask("select word from item where word like 'a%'"), "alfa");
    EXPECT_EQ(ask("select word from item where word like 'b%'"), "");
    EXPECT_EQ(ask("select word from item where word > 'alfa'"), "àncora");
}

TEST_P(Dialect, what_both_understand)
{
    const std::vector<std::pair<std::string, std::string>> conversation{
        // upsert, returning
        {"insert into item (id, word) values (1, 'gamma') on conflict (id) do update "
         "set word = excluded.word where item.word <> 'none' returning id, word",
         "1,gamma"},
        {"update item set word = p.note from part p where p.item = item.id and p.number = 1 "
         "returning word",
         "x"},
        {"delete from part where number = 2 returning item", "1"},
        // pages, order, nulls
        {"select id from item where (word, id) > ('Beta', 2) order by word, id limit 1", "1"},
        {"select id from item order by weight desc nulls last", "1 3 2"},
        {"select id from item order by weight nulls first", "2 3 1"},
        {"select id from item where weight is distinct from 1.5 order by id", "2 3"},
        {"select id from item order by id limit 1 offset 1", "2"},
        // counting
        {"select count(*), count(weight), sum(id), min(word), max(id) from item", "3,2,6,Beta,3"},
        {"select count(*) filter (where id > 1) from item", "2"},
        {"select id, row_number() over (order by id desc) from item order by id", "1,3 2,2 3,1"},
        {"select cast(sum(case when flag = 1 then 1 else 0 end) as bigint) from item", "1"},
        {"select coalesce(sum(weight), 0) > 1 and exists (select 1 from part) "
         "from item having count(*) > 9",
         ""},
        // joins, with
        {"select i.id, p.number from item i left join part p on p.item = i.id order by i.id",
         "1,1 2,- 3,-"},
        {"select a.id, b.id from (select 1 as id) a full join (select 2 as id) b "
         "on a.id = b.id order by coalesce(a.id, b.id)",
         "1,- -,2"},
        {"with recursive n (i) as (select 1 union all select i + 1 from n where i < 4) "
         "select i from n order by i",
         "1 2 3 4"},
        {"with listed as materialized (select id from item) select count(*) from listed", "3"},
        {"select id from item where id in (select item from part)", "1"},
        // expressions
        {"select substr('2026-11-23', 1, 7), length('àb'), upper('abc'), replace('aba', 'a', 'c')",
         "2026-11,2,ABC,cbc"},
        {"select 'a' || 'b', 7 / 2, 7 % 2, abs(-3), round(2.567, 1)", "ab,3,1,3,2.6"},
        {"select cast('12' as bigint) + 1, cast(12 as text), nullif(1, 1), coalesce(null, 'x')",
         "13,12,-,x"},
        {"select id from item where word in ('x', 'Beta') and id between 1 and 2 "
         "and not (id = 3) order by id",
         "1 2"},
        {"select trim('  a '), 'a_b' like 'a!_b' escape '!' and true", on_sqlite() ? "a,1" : "a,t"},
    };
    for (const auto& [question, answer] : conversation)
        EXPECT_EQ(ask(question), answer) << question;
}

TEST_P(Dialect, what_is_true_is_read_as_an_integer)
{
    const Sql sql(
        "select exists (select 1 from item), id > 1, word is null from item where id = 1");
    store->read([&](Transaction& transaction) {
        const auto rows = transaction.query(sql);
        ASSERT_TRUE(rows->next());
        EXPECT_EQ(rows->integer(0), 1);
        EXPECT_EQ(rows->integer(1), 0);
        EXPECT_EQ(rows->integer(2), 0);
    });
}

TEST_P(Dialect, what_both_understand_in_a_schema)
{
    const std::vector<store::Migration> more{
        items::steps[0],
        items::steps[1],
        {"items/0003_more",
         "create table more (\n"
         "  id text not null primary key,\n"
         "  begins text not null,\n"
         "  ends text,\n"
         "  share double precision not null default 0,\n"
         "  kind text not null default 'a;b' constraint more_kind check (kind <> ''),\n"
         "  month text generated always as (substr(begins, 1, 7)) stored,\n"
         "  constraint more_period check (ends is null or ends >= begins),\n"
         "  unique (begins, ends));\n"
         "create unique index more_open on more (kind) where ends is null;\n"
         "create index more_folded on more (lower(kind));\n"
         "alter table item add column since bigint not null default 0;\n"
         "alter table part rename column note to remark;\n"
         "alter table item drop column weight;\n"
         "insert into more (id, begins) values ('first', '2026-11-23');"},
    };
    EXPECT_EQ(store->migrate(more, {}), (std::vector<std::string>{"items/0003_more"}));
    EXPECT_EQ(ask("select id, kind, month, share = 0 from more"),
              on_sqlite() ? "first,a;b,2026-11,1" : "first,a;b,2026-11,t");
    EXPECT_EQ(ask("select since from item where id = 1"), "0");
    EXPECT_THROW(change("update more set ends = '2026-11-22'"), ConstraintBroken);
    EXPECT_THROW(change("insert into more (id, begins) values ('second', '2026-11-24')"),
                 ConstraintBroken);
    EXPECT_ANY_THROW(change("update item set since = 'yesterday'"));
}

INSTANTIATE_TEST_SUITE_P(Both, Dialect, test_stores::both(), ::testing::PrintToStringParamName());
