// SPDX-License-Identifier: EUPL-1.2
// What monitoring may count of stays and of help with the rent.
#include "core/catalogue.h"
#include "housing/testing.h"

namespace {

using test_housing::id;

class Facts : public test_housing::HousingTest {
protected:
    // The rows of a statement of some columns, each in one line.
    std::vector<std::string> lines(const std::string& sql, int columns)
    {
        std::vector<std::string> found;
        house_.store("roma").read([&](store::Transaction& transaction) {
            const auto rows = transaction.query(store::Sql(sql));
            while (rows->next()) {
                std::string line;
                for (int i = 0; i < columns; ++i)
                    line += (i > 0 ? " " : "") + std::string(rows->text(i));
                found.push_back(line);
            }
        });
        return found;
    }

    void set_living(const std::string& code)
    {
        static const store::Sql sql("update housing_stay set living_before = $1,"
                                    " living_after = $1");
        house_.store("roma").write(
            [&](store::Transaction& transaction) { transaction.execute(sql, code); });
    }

    void add_support(const std::string& name, const std::string& kind, const std::string& amount)
    {
        ASSERT_EQ(outcome(sara, "POST /api/housing/supports",
                          R"({"id":")" + id(name) + R"(","person":")" + id("Abacha") +
                              R"(","kind":")" + kind + R"(","amount":")" + amount +
                              R"(","agreed_on":"2026-11-20"})"),
                  "201");
    }

    void add_instalment(const std::string& name, const std::string& support)
    {
        ASSERT_EQ(
            outcome(sara, "POST /api/housing/supports/" + id(support) + "/instalments",
                    R"({"id":")" + id(name) + R"(","due_on":"2026-11-23","amount":"100.00"})"),
            "201");
    }

    static std::string payment(const std::string& name)
    {
        return "PUT /api/housing/instalments/" + id(name) + "/payment";
    }
};

// From the street (1) to a home (14): every code of the list stands somewhere, the same before and
// after.
TEST_P(Facts, know_the_rank_of_every_way_of_living)
{
    ASSERT_EQ(outcome(sara, "POST /api/housing/stays", stay("Abacha", "one")), "201");
    const core::Catalogue catalogue;
    std::vector<int> ranks;
    for (const auto& code : catalogue.vocabularies().at("ethos")) {
        set_living(code.code);
        const auto found = lines("select cast(rank_before as text), cast(rank_after as text)"
                                 " from housing_fact_stay where rank_before = rank_after",
                                 2);
        ASSERT_EQ(found.size(), 1U) << code.code << " has no rank";
        ranks.push_back(std::stoi(found.front()));
    }
    EXPECT_EQ(ranks, (std::vector<int>{1, 2, 9, 9, 9, 12, 11, 11, 10, 10, 13, 13,
                                       5, 5, 5, 8, 8, 4,  3,  3,  3,  6,  7,  14}));
}

// A bed that was kept for who did not come was empty.
TEST_P(Facts, count_no_night_of_who_did_not_come)
{
    ASSERT_EQ(outcome(sara, "POST /api/housing/stays",
                      stay("Abacha", "one", "2026-11-23", "2026-11-30", false)),
              "201");
    house_.now = parse_instant("2026-11-25T10:00:00Z").value();
    const auto abacha = "/api/housing/stays/" + id("stay Abachaone");
    const std::string taken = "select cast(count(*) as text) from housing_fact_night"
                              " where taken = 1 and day < '2026-11-27'";
    ASSERT_EQ(outcome(sara, "PUT " + abacha + "/arrival", R"({"on":"2026-11-23"})"), "200");
    EXPECT_EQ(lines(taken, 1), (std::vector<std::string>{"4"})) << "until somebody writes the end";
    ASSERT_EQ(outcome(sara, "POST " + abacha + "/undo", R"({"state":"running"})"), "200");
    ASSERT_EQ(outcome(sara, "PUT " + abacha + "/end", R"({"on":"2026-11-25","reason":"NOT_COME"})"),
              "200");
    EXPECT_EQ(lines(taken, 1), (std::vector<std::string>{"0"}));
}

// Talks and a guarantee are help from the day on which they were agreed, money once it is paid.
TEST_P(Facts, know_who_had_help_with_the_rent)
{
    const std::string all = "select day, kind, code from housing_fact_support"
                            " order by day, kind, code";
    add_support("talks", "MEDIATION", "0.00");
    add_support("rent", "RENT", "300.00");
    add_instalment("first", "rent");
    add_instalment("second", "rent");
    EXPECT_EQ(lines(all, 3), (std::vector<std::string>{"2026-11-20 MEDIATION ABI.ORI"}))
        << "what was only promised is no help yet";
    ASSERT_EQ(outcome(sara, payment("first"), R"({"paid_on":"2026-11-22"})"), "200");
    ASSERT_EQ(outcome(sara, payment("second"), R"({"paid_on":"2026-11-23"})"), "200");
    EXPECT_EQ(lines(all, 3),
              (std::vector<std::string>{"2026-11-20 MEDIATION ABI.ORI", "2026-11-22 RENT ABI.CONTR",
                                        "2026-11-23 RENT ABI.CONTR"}));
    EXPECT_EQ(lines("select distinct person_key from housing_fact_support", 1),
              (std::vector<std::string>{id("Abacha")}));
    ASSERT_EQ(outcome(sara, payment("second"), R"({"paid_on":null})"), "200");
    ASSERT_EQ(outcome(sara, "DELETE /api/housing/supports/" + id("talks"), ""), "200");
    EXPECT_EQ(lines(all, 3), (std::vector<std::string>{"2026-11-22 RENT ABI.CONTR"}));
}

INSTANTIATE_TEST_SUITE_P(Both, Facts, test_stores::both(), ::testing::PrintToStringParamName());

} // namespace
