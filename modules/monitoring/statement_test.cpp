// SPDX-License-Identifier: EUPL-1.2
// Statements: refused or frozen, numbered and hashed, and their way to the network.
#include "monitoring/statement.h"

#include <gtest/gtest.h>

#include "core/testing.h"
#include "monitoring/rows.h"
#include "monitoring/sent.h"
#include "monitoring/testing_parcels.h"
#include "network/network.h"

namespace monitoring {

namespace {

const auto marco = test_house::actor("marco@roma", core::city_coordinator);
const auto carlo = test_house::actor("carlo@milano", core::city_coordinator);
const auto bruno = test_house::actor("ricerca@roma", core::researcher);
const auto giulia = test_house::actor("giulia@roma", core::mobile_unit_operator, {"um1"});
const auto anna = test_house::actor("direzione@rete", core::network_direction);

std::string id_of(int number)
{
    const auto text = std::to_string(number);
    return "01900000-0000-7000-8000-" + std::string(12 - text.size(), '0') + text;
}

std::string wish(int number, const std::string& period, const std::string& more = "")
{
    return R"({"id":")" + id_of(number) + R"(","period":")" + period + "\"" + more + "}";
}

bool says(const core::Response& response, const std::string& text)
{
    return response.body.find(text) != std::string::npos;
}

} // namespace

class Statements : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    core::Response submit(const core::Actor& actor, int number, const std::string& period,
                          const std::string& more = "")
    {
        return house_.ask(actor, "POST /api/monitoring/statements", wish(number, period, more));
    }

    core::Response reopen(const core::Actor& actor, int number, int statement,
                          const std::string& reason = "Tre uscite in più.")
    {
        return house_.ask(actor, "POST /api/monitoring/reopenings",
                          R"({"id":")" + id_of(number) + R"(","statement":")" + id_of(statement) +
                              R"(","reason":")" + reason + "\"}");
    }

    // What is on its way has arrived, and has been noted, when the writers have done what waits.
    void settle() { network::settle(*house_.house); }

    // What the network says of a statement that comes from there, however it was made.
    std::string arrives(SentStatement sent, const std::string& from)
    {
        const core::Parcel parcel{make_uuid(house_.now),  from,          "rete",
                                  "monitoring.statement", body_of(sent), house_.now};
        return in(house_, "rete",
                  [&](core::Context& context) { receiver_of_statements().take(context, parcel); });
    }

    void sign_in(const std::string& slug, SentStatement& sent)
    {
        const auto text = canonical_text(sent.card, sent.values, sent.left_out);
        in(house_, slug, [&](core::Context& context) {
            const auto signature = network::sign_to_keep(context, text);
            sent.card.public_key = signature.key;
            sent.card.signature = signature.text;
        });
    }

    std::vector<StatementCard> all_in(const std::string& slug)
    {
        std::vector<StatementCard> cards;
        house_.store(slug).read(
            [&](store::Transaction& transaction) { cards = list_all(transaction); });
        return cards;
    }

    test_house::TestHouse house_{GetParam(), {network::module(), module()}};
};

TEST_P(Statements, are_of_quarters_that_are_over)
{
    EXPECT_EQ(submit(marco, 1, "2026-Q3").status, 201);
    const auto running = submit(marco, 2, "2026-Q4");
    EXPECT_EQ(running.status, 409);
    EXPECT_TRUE(says(running, "monitoring.period_running"));
    EXPECT_TRUE(says(running, "2026-12-31"));
    EXPECT_TRUE(says(submit(marco, 3, "2027-Q1"), "monitoring.period_running"));
    EXPECT_TRUE(says(submit(marco, 4, "2026-08"), "monitoring.quarter_needed"));
    EXPECT_TRUE(says(submit(marco, 5, "2026"), "monitoring.quarter_needed"));
    const auto wrong = submit(marco, 6, "2026-Q5");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(says(wrong, "monitoring.not_a_period"));
    settle();
    EXPECT_EQ(all_in("roma").size(), 1U);
    EXPECT_EQ(all_in("rete").size(), 1U);
}

TEST_P(Statements, are_numbered_and_the_older_ones_stay)
{
    const auto first = submit(marco, 1, "2026-Q3", R"(,"progress":"Primo invio.")");
    EXPECT_TRUE(says(submit(marco, 2, "2026-Q3"), "monitoring.frozen"));
    EXPECT_EQ(reopen(marco, 101, 1).status, 201);
    const auto second = submit(marco, 2, "2026-Q3", R"(,"progress":"Correzione.")");
    EXPECT_TRUE(says(second, "Tre uscite in più."));
    EXPECT_TRUE(says(submit(marco, 4, "2026-Q3"), "monitoring.frozen")); // once
    EXPECT_TRUE(says(first, R"("version":1)"));
    EXPECT_TRUE(says(second, R"("version":2)"));
    EXPECT_TRUE(says(submit(marco, 3, "2026-Q2"), R"("version":1)"));

    const auto old = house_.ask(marco, "GET /api/monitoring/statements/" + id_of(1));
    EXPECT_EQ(old.status, 200);
    EXPECT_TRUE(says(old, "Primo invio."));
    const auto list = house_.ask(marco, "GET /api/monitoring/statements?period=2026-Q3");
    EXPECT_TRUE(says(list, id_of(1)));
    EXPECT_TRUE(says(list, id_of(2)));
    EXPECT_FALSE(says(list, id_of(3)));
}

TEST_P(Statements, sent_twice_with_one_id_are_one)
{
    const auto first = submit(marco, 1, "2026-Q3");
    EXPECT_EQ(submit(marco, 1, "2026-Q3").body, first.body);
    EXPECT_TRUE(says(submit(marco, 1, "2026-Q2"), "core.id_taken"));
    EXPECT_EQ(all_in("roma").size(), 1U);
}

TEST_P(Statements, reach_the_network_as_they_are)
{
    submit(marco, 1, "2026-Q3", R"(,"progress":"A capo\ne «virgolette».")");
    settle();
    const auto sent = all_in("roma").at(0);
    const auto arrived = all_in("rete").at(0);
    EXPECT_EQ(to_json(arrived), to_json(sent)); // received_at too: it was noted back
    ASSERT_TRUE(sent.received_at.has_value());
    house_.store("rete").read([&](store::Transaction& transaction) {
        EXPECT_GT(values_of(transaction, sent.id).size(), 20U);
        EXPECT_TRUE(altered_statements(transaction).empty());
    });

    const auto read_there = house_.ask(anna, "GET /api/monitoring/statements/" + id_of(1));
    EXPECT_EQ(read_there.status, 200);
    EXPECT_EQ(read_there.body,
              house_.ask(marco, "GET /api/monitoring/statements/" + id_of(1)).body);
}

TEST_P(Statements, carry_the_head_of_the_journal)
{
    submit(marco, 1, "2026-Q3");
    submit(marco, 2, "2026-Q2");
    house_.store("roma").read([&](store::Transaction& transaction) {
        const auto head = last_stated_head(transaction);
        ASSERT_TRUE(head.has_value());
        EXPECT_EQ(head->sequence, 1); // the line of the first submission
        EXPECT_TRUE(core::verify_journal(transaction, head).fault.empty());
        EXPECT_FALSE(
            core::verify_journal(transaction, core::JournalHead{9, head->hash}).fault.empty());
    });
}

TEST_P(Statements, show_when_somebody_changes_a_figure)
{
    submit(marco, 1, "2026-Q3");
    settle();
    for (const auto* change :
         {"update monitoring_value set value = 7 where place = 1",
          "update monitoring_statement set progress = 'another'",
          "update monitoring_statement set signature = null",
          "insert into monitoring_left_out values ('01900000-0000-7000-8000-000000000001', 9, "
          "'NET-01', 'not_found', 3, 0)"}) {
        const store::Sql sql(change);
        house_.store("rete").write([&](store::Transaction& transaction) {
            transaction.execute(sql);
            EXPECT_EQ(altered_statements(transaction),
                      std::vector<std::string>{"roma 2026-Q3, version 1"})
                << change;
        });
    }
}

// Whoever changes it on its way, or signs in a city's name, does not get it in.
TEST_P(Statements, are_taken_with_their_own_hash_and_signature_only)
{
    submit(marco, 1, "2026-Q3", R"(,"progress":"Vero.")");
    settle();
    SentStatement sent;
    house_.store("roma").read([&](store::Transaction& transaction) {
        sent.card = *find_statement(transaction, *parse_id<Statement>(id_of(1)));
        sent.values = values_of(transaction, sent.card.id);
        sent.left_out = left_out_of(transaction, sent.card.id);
    });
    ASSERT_TRUE(sent.card.signature);
    sent.card.id = *parse_id<Statement>(id_of(2));
    sent.card.period = "2026-Q2";
    EXPECT_EQ(arrives(sent, "roma"), "monitoring.statement_altered");
    sent.card.hash = hash_of(canonical_text(sent.card, sent.values, sent.left_out));
    EXPECT_EQ(arrives(sent, "roma"), "monitoring.statement_unsigned");
    sign_in("milano", sent); // it holds, but is not Roma's
    EXPECT_EQ(arrives(sent, "roma"), "monitoring.statement_unsigned");
    EXPECT_EQ(arrives(sent, "milano"), "monitoring.statement_altered");
    sign_in("roma", sent);
    EXPECT_EQ(arrives(sent, "milano"), "monitoring.statement_altered");
    EXPECT_EQ(arrives(sent, "roma"), "taken");
    EXPECT_EQ(arrives(sent, "roma"), "taken"); // again, without harm
    EXPECT_EQ(all_in("rete").size(), 2U);
}

TEST_P(Statements, say_by_which_release_of_the_catalogue_they_were_counted)
{
    EXPECT_TRUE(says(submit(marco, 1, "2026-Q3"), R"("release":0)"));
    auto* roma = house_.house->find_place("roma");
    const auto seventh =
        std::make_shared<const core::Catalogue>(core::CatalogueFiles{{"catalogue/release", "7"}});
    house_.house->use_catalogue(roma->slug, seventh);
    EXPECT_TRUE(says(submit(marco, 2, "2026-Q2"), R"("release":7)"));
    settle();
    EXPECT_TRUE(
        says(house_.ask(anna, "GET /api/monitoring/statements/" + id_of(2)), R"("release":7)"));
}

TEST_P(Statements, refuse_what_stands_for_a_person)
{
    const auto refused = submit(marco, 1, "2026-Q3", R"(,"problems":"Visto RSSMRA80A01H501U.")");
    EXPECT_EQ(test_house::outcome_of(refused),
              "422 problems monitoring.personal_code.codice_fiscale");
    EXPECT_TRUE(all_in("roma").empty());
}

TEST_P(Statements, wait_in_a_city_without_a_network)
{
    test_house::TestHouse alone(GetParam(), {network::module(), module()}, {"roma"});
    EXPECT_EQ(alone.ask(marco, "POST /api/monitoring/statements", wish(1, "2026-Q3")).status, 201);
    network::settle(*alone.house);
    alone.store("roma").read([](store::Transaction& transaction) {
        EXPECT_EQ(network::find_posted(transaction, *parse_uuid(id_of(1))),
                  network::Posted::waiting);
        EXPECT_FALSE(list_all(transaction).at(0).received_at);
    });
}

TEST_P(Statements, of_another_city_are_not_there)
{
    submit(marco, 1, "2026-Q3");
    settle();
    EXPECT_EQ(house_.ask(carlo, "GET /api/monitoring/statements/" + id_of(1)).status, 404);
    EXPECT_FALSE(says(house_.ask(carlo, "GET /api/monitoring/statements"), id_of(1)));
    EXPECT_EQ(house_.ask(giulia, "GET /api/monitoring/statements").status, 404);
    EXPECT_EQ(submit(giulia, 2, "2026-Q3").status, 404);
    EXPECT_EQ(submit(anna, 3, "2026-Q3").status, 404);
}

TEST_P(Statements, are_listed_in_pages)
{
    for (int number = 1; number <= 5; ++number) {
        submit(marco, number, "2026-Q3");
        reopen(marco, 100 + number, number);
        house_.now = house_.now.plus_seconds(number == 3 ? 0 : 60); // two at one moment
    }
    std::string seen;
    std::string after;
    for (int pages = 0; pages < 3; ++pages) {
        const auto answer = house_.ask(marco, "GET /api/monitoring/statements?limit=2" +
                                                  (after.empty() ? "" : "&after=" + after));
        const auto page = JsonDocument::parse(answer.body);
        const auto items = page.root().member("items");
        for (std::size_t i = 0; i < items.size(); ++i)
            seen += std::string(items.at(i).member("version").kind() == JsonView::Kind::integer
                                    ? std::to_string(items.at(i).member("version").integer())
                                    : "?");
        after = page.root().member("next").is_null()
                    ? ""
                    : std::string(page.root().member("next").text());
    }
    EXPECT_EQ(seen, "54321");
    EXPECT_EQ(after, "");
    EXPECT_EQ(house_.ask(marco, "GET /api/monitoring/statements?after=x").status, 422);
}

TEST_P(Statements, are_previewed_as_they_would_go_up)
{
    const auto preview = house_.ask(marco, "GET /api/monitoring/statement?period=2026-Q3");
    EXPECT_EQ(preview.status, 200);
    EXPECT_TRUE(says(preview, R"("version":1)"));
    EXPECT_FALSE(says(preview, R"("hash")"));
    EXPECT_TRUE(all_in("roma").empty());
    EXPECT_TRUE(says(preview, R"("is_frozen":false)"));
    const auto value = [](const core::Response& response) {
        const auto begins = response.body.find(R"("values")");
        return response.body.substr(begins);
    };
    EXPECT_EQ(value(preview), value(submit(marco, 1, "2026-Q3")));
    EXPECT_TRUE(says(house_.ask(marco, "GET /api/monitoring/statement?period=2026-Q3"),
                     R"("is_frozen":true)"));
}

// ---- boards

TEST_P(Statements, boards_of_researchers_are_of_finished_quarters)
{
    EXPECT_EQ(house_.ask(marco, "GET /api/monitoring/board?period=2026-11").status, 200);
    EXPECT_EQ(house_.ask(marco, "GET /api/monitoring/board?period=2026").status, 200);
    const auto board = house_.ask(bruno, "GET /api/monitoring/board?period=2026-Q3");
    EXPECT_EQ(board.status, 200);
    EXPECT_TRUE(says(board, R"("protected_cells":true)"));
    EXPECT_TRUE(says(house_.ask(bruno, "GET /api/monitoring/board?period=2026-11"),
                     "monitoring.quarter_needed"));
    EXPECT_TRUE(says(house_.ask(bruno, "GET /api/monitoring/board?period=2026-Q4"),
                     "monitoring.period_running"));
    EXPECT_EQ(house_.ask(anna, "GET /api/monitoring/board?period=2026-Q3").status, 404);
    EXPECT_EQ(house_.ask(marco, "GET /api/monitoring/network_board?period=2026-Q3").status, 404);
}

namespace {

Value total(const std::string& indicator, double value, int version = 1)
{
    Value one;
    one.indicator = indicator;
    one.version = version;
    one.window = "period";
    one.breakdown = "total";
    one.value = value;
    return one;
}

Value share(const std::string& indicator, std::int64_t above, std::int64_t all)
{
    auto one = total(indicator, static_cast<double>(above) / static_cast<double>(all));
    one.numerator = above;
    one.denominator = all;
    return one;
}

} // namespace

class NetworkBoards : public Statements {
protected:
    void receive(int number, const std::string& city, int version, std::vector<Value> values)
    {
        StatementCard card;
        card.id = *parse_id<Statement>(id_of(number));
        card.city = city;
        card.period = "2026-Q3";
        card.version = version;
        card.submitted_at = house_.now;
        card.submitted_by_name = "somebody";
        card.hash = "h" + std::to_string(number);
        card.received_at = house_.now;
        house_.store("rete").write([&](store::Transaction& transaction) {
            insert_statement(transaction, card, values, {});
        });
    }

    // "value/numerator/denominator/cities" of the network for an indicator.
    std::string network(const std::string& indicator)
    {
        const auto answer = house_.ask(anna, "GET /api/monitoring/network_board?period=2026-Q3");
        const auto board = JsonDocument::parse(answer.body);
        const auto sums = board.root().member("network");
        for (std::size_t i = 0; i < sums.size(); ++i) {
            const auto sum = sums.at(i);
            if (sum.member("indicator").text() != indicator)
                continue;
            const auto number = [&](const char* name) {
                std::string text = "-";
                if (!sum.member(name).is_null()) {
                    text.clear();
                    write_value(text, sum.member(name).real());
                }
                return text;
            };
            return number("value") + " " + number("numerator") + "/" + number("denominator") +
                   " of " + std::to_string(sum.member("cities_counted").integer());
        }
        return "none";
    }
};

TEST_P(NetworkBoards, add_up_what_can_be_added)
{
    auto days = total("PIC-03", 12);
    days.denominator = 30;
    auto other_days = total("PIC-03", 20);
    other_days.denominator = 10;
    receive(1, "roma", 1, {total("NET-02", 100), share("NET-03", 10, 40), days});
    receive(2, "milano", 1, {total("NET-02", 50), share("NET-03", 20, 40), other_days});
    EXPECT_EQ(network("NET-02"), "150 -/- of 2");
    EXPECT_EQ(network("NET-03"), "0.375 30/80 of 2");
    EXPECT_EQ(network("PIC-03"), "- -/40 of 2"); // medians are not added up
    EXPECT_EQ(network("PIC-01"), "none");
}

TEST_P(NetworkBoards, show_the_latest_version_of_each_city)
{
    receive(1, "roma", 1, {total("NET-02", 100)});
    receive(2, "roma", 2, {total("NET-02", 90)});
    receive(3, "milano", 1, {total("NET-02", 1)});
    EXPECT_EQ(network("NET-02"), "91 -/- of 2");
    const auto board = house_.ask(anna, "GET /api/monitoring/network_board?period=2026-Q3");
    EXPECT_TRUE(says(board, id_of(2)));
    EXPECT_FALSE(says(board, id_of(1)));
    EXPECT_TRUE(says(board, R"("city":"trieste","values":[])")); // not sent yet, and shown
}

TEST_P(NetworkBoards, do_not_mix_definitions)
{
    receive(1, "roma", 1, {total("NET-02", 100)});
    receive(2, "milano", 1, {total("NET-02", 50, 2)});
    EXPECT_EQ(network("NET-02"), "50 -/- of 1");
}

TEST_P(NetworkBoards, hold_the_targets_of_the_year)
{
    house_.store("rete").write(
        [](store::Transaction& transaction) { network::load_targets(transaction); });
    const auto board = house_.ask(anna, "GET /api/monitoring/network_board?period=2026-Q3");
    EXPECT_TRUE(says(board, R"({"city":"roma","indicator":"NET-01","value":3600})"));
    const auto other = house_.ask(anna, "GET /api/monitoring/network_board?period=2025-Q3");
    EXPECT_TRUE(says(other, R"("targets":[])"));
}

INSTANTIATE_TEST_SUITE_P(Both, Statements, test_stores::both(),
                         ::testing::PrintToStringParamName());
INSTANTIATE_TEST_SUITE_P(Both, NetworkBoards, test_stores::both(),
                         ::testing::PrintToStringParamName());

} // namespace monitoring
