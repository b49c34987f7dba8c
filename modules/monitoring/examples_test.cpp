// SPDX-License-Identifier: EUPL-1.2
// The worked example of every indicator, counted on both databases and compared figure by figure;
// and the real facts views, which must have what the indicators ask for.
#include <gtest/gtest.h>

#include "core/catalogue.h"
#include "monitoring/count.h"
#include "monitoring/testing_facts.h"

namespace monitoring {

namespace {

using test_stores::Engine;

std::string name_of(const std::string& code)
{
    std::string name;
    for (const char c : code)
        name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
    return name;
}

std::vector<std::string> codes()
{
    std::vector<std::string> codes;
    for (const auto& indicator : indicators())
        codes.push_back(indicator.definition.code);
    return codes;
}

// One figure to a line, so that a difference reads well.
std::vector<std::string> lines_of(const std::vector<Value>& values)
{
    std::vector<std::string> lines;
    for (const auto& value : values)
        lines.push_back(to_json(value));
    std::sort(lines.begin(), lines.end());
    return lines;
}

std::vector<std::string> lines_of(const std::vector<LeftOut>& left_out)
{
    std::vector<std::string> lines;
    for (const auto& one : left_out)
        lines.push_back(to_json(one));
    return lines;
}

} // namespace

class Examples : public ::testing::TestWithParam<std::tuple<Engine, std::string>> {};

TEST_P(Examples, give_what_they_say)
{
    const auto& [engine, code] = GetParam();
    const auto* indicator = find_indicator(code);
    ASSERT_NE(indicator, nullptr);
    const auto& example = indicator->definition.example;
    const auto store = scratch_store(engine);
    fill(*store, example.facts);

    const core::Catalogue catalogue;
    Figures figures;
    store->read([&](store::Transaction& transaction) {
        figures = count_one(transaction, *indicator, lists_of(catalogue, "roma"),
                            *parse_period(example.period), example.as_of);
    });
    leave_out_zeros(figures.values);
    EXPECT_EQ(lines_of(figures.values), lines_of(example.expected));
    EXPECT_EQ(lines_of(figures.left_out), lines_of(example.left_out));
}

INSTANTIATE_TEST_SUITE_P(Both, Examples,
                         ::testing::Combine(test_stores::both(), ::testing::ValuesIn(codes())),
                         [](const auto& one) {
                             return (std::get<0>(one.param) == Engine::sqlite ? "sqlite_"
                                                                              : "postgres_") +
                                    name_of(std::get<1>(one.param));
                         });

TEST(Examples, are_there_for_all_that_was_promised)
{
    const std::vector<std::string> promised{"NET-01", "NET-02",     "NET-03", "PIC-01", "PIC-02",
                                            "PIC-03", "PIC-04",     "SEG-01", "SEG-02", "SEG-02T",
                                            "DQ-01",  "AMIF-O.2.3", "VUL-01"};
    const auto have = codes();
    for (const auto& code : promised)
        EXPECT_NE(std::find(have.begin(), have.end(), code), have.end()) << code;
}

// A reason that no example shows is a reason that nobody has tried.
TEST(Examples, show_every_reason_and_remark)
{
    for (const auto& indicator : indicators()) {
        const auto& definition = indicator.definition;
        for (const auto* list : {&definition.leaves_out, &definition.remarks})
            for (const auto& reason : *list)
                EXPECT_TRUE(std::any_of(
                    definition.example.left_out.begin(), definition.example.left_out.end(),
                    [&](const LeftOut& left) { return left.reason == reason.code; }))
                    << definition.code << " " << reason.code;
    }
}

class FactsViews : public ::testing::TestWithParam<Engine> {};

TEST_P(FactsViews, have_the_agreed_columns_and_answer_every_indicator)
{
    const auto store = store::Store::open(test_stores::fresh(GetParam(), "roma"));
    store->migrate(core::migrations(core::Where::city), core::views(core::Where::city));
    for (const auto& view : agreed_views()) {
        std::string columns;
        for (const auto& column : view.columns)
            columns += (columns.empty() ? "" : ", ") + column;
        const store::Sql sql("select " + columns + " from " + view.name);
        EXPECT_NO_THROW(store->prepare(sql)) << view.name;
    }
    const core::Catalogue catalogue;
    store->read([&](store::Transaction& transaction) {
        const auto figures = count_all(transaction, indicators(), lists_of(catalogue, "roma"),
                                       *parse_period("2026-Q3"), make_date(2026, 11, 23));
        EXPECT_FALSE(figures.values.empty());
        EXPECT_TRUE(figures.left_out.empty());
    });
}

INSTANTIATE_TEST_SUITE_P(Both, FactsViews, test_stores::both(),
                         ::testing::PrintToStringParamName());

} // namespace monitoring
