// SPDX-License-Identifier: EUPL-1.2
// Parcels between houses: the network in one, a city in another, and between them a road that a
// test can cut at either end.
#include <mutex>

#include "base/embedded.h"
#include "core/log.h"
#include "core/testing.h"
#include "network/links.h"
#include "network/releases.h"
#include "network/visits.h"
#include "store/rows.h"

namespace network {

namespace {

using test_stores::Engine;

const core::Actor direction = test_house::actor("direzione@rete", core::network_direction);

// What was taken in, in each store, in its order; read once all is still.
std::map<std::string, std::vector<std::string>> taken;
std::mutex taking;

void take_letter(core::Context& context, const core::Parcel& parcel)
{
    if (parcel.body == "no")
        throw Problem(409, "core.conflict");
    context.after_commit([to = context.actor.store, text = parcel.from + ": " + parcel.body] {
        const std::scoped_lock lock(taking);
        taken[to].push_back(text);
    });
}

core::Module letters()
{
    core::Module module{"letters", core::Where::both, {}};
    module.receivers = {{"letters.letter", core::Where::both, take_letter}};
    return module;
}

enum class Road { open, cut_before, cut_after };

// Houses as programs: each has its stores, and a city that is alone reaches the network by a road.
class Parcels : public ::testing::TestWithParam<Engine> {
protected:
    Parcels()
    {
        core::set_log_level("off");
        taken.clear();
        rete_ = make({"rete", "milano"}, {});
        roma_ = make({"roma"}, [this](core::Request request, core::Reply reply) {
            travel(std::move(request), reply);
        });
    }
    ~Parcels() override
    {
        roma_->stop();
        rete_->stop();
    }

    std::unique_ptr<core::House> make(const std::vector<std::string>& slugs, core::Handler door)
    {
        core::HouseSettings settings;
        settings.modules = {network::module(), letters()};
        settings.now = [this] { return now_; };
        settings.identify = identify_link;
        settings.network_door = std::move(door);
        auto house = std::make_unique<core::House>(std::move(settings));
        for (const auto& slug : slugs)
            house->add_place(slug, test_stores::fresh(GetParam(), slug));
        return house;
    }

    void travel(core::Request request, const core::Reply& reply)
    {
        core::Response lost;
        lost.status = 0;
        lost.body = "cut";
        ++travelled_;
        last_request_ = request;
        if (change_)
            change_(request);
        if (road_ == Road::cut_before)
            return reply(lost);
        auto answer = rete_->answer(request);
        if (change_answer_)
            change_answer_(answer);
        reply(road_ == Road::cut_after ? lost : answer);
    }

    core::House& house_of(const std::string& slug) { return slug == "roma" ? *roma_ : *rete_; }
    core::Place& place(const std::string& slug) { return *house_of(slug).find_place(slug); }

    void in(const std::string& slug, const std::function<void(core::Context&)>& work)
    {
        auto& house = house_of(slug);
        place(slug).store->write([&](store::Transaction& transaction) {
            const core::Request nobody;
            const auto actor = core::system_of(slug);
            core::Context context(house, transaction, place(slug).kept, actor, nobody, now_);
            work(context);
        });
    }

    // Each side admits the other, by its card and fingerprint.
    void link()
    {
        admit("roma", test_house::actor("ada@roma", core::administrator), "rete");
        admit("rete", direction, "roma");
        pass(); // the city has tried in vain before, and learns of the others now
    }
    std::string admit(const std::string& here, const core::Actor& who, const std::string& there,
                      const std::string& fingerprint = "")
    {
        const auto own = own_card_of(place(there));
        const auto response = house_of(here).ask(
            who,
            test_house::request("POST /api/network/links",
                                R"({"id":")" + to_string(make_uuid(system_now())) +
                                    R"(","card":")" + own.card + R"(","fingerprint":")" +
                                    (fingerprint.empty() ? own.fingerprint : fingerprint) + "\"}"));
        return test_house::outcome_of(response);
    }

    void write(const std::string& from, const std::string& to, const std::string& text)
    {
        in(from, [&](core::Context& context) { post(context, to, "letters.letter", text); });
    }

    void settle()
    {
        for (int round = 0; round < 3; ++round) {
            network::settle(*roma_);
            network::settle(*rete_);
        }
    }
    // What both programs do every minute, after whatever pause there is between two tries.
    void pass()
    {
        now_ = now_.plus_seconds(3600);
        for (int round = 0; round < 2; ++round) {
            roma_->do_chores();
            rete_->do_chores();
            settle();
        }
    }

    int waiting(const std::string& slug, const std::string& recipient)
    {
        int count = 0;
        place(slug).store->read([&](store::Transaction& transaction) {
            count = count_waiting(transaction, recipient);
        });
        return count;
    }

    Instant now_ = parse_instant("2026-11-23T21:15:00Z").value();
    std::unique_ptr<core::House> rete_;
    std::unique_ptr<core::House> roma_;
    Road road_ = Road::open;
    int travelled_ = 0;
    core::Request last_request_;
    std::function<void(core::Request&)> change_;
    std::function<void(core::Response&)> change_answer_;
};

using Texts = std::vector<std::string>;

} // namespace

TEST_P(Parcels, go_up_and_down_and_from_city_to_city_in_their_order)
{
    link();
    write("roma", "rete", "one");
    write("roma", "milano", "two");
    write("roma", "rete", "three");
    write("milano", "roma", "four");
    settle(); // the order is kept of one sender, not between two
    write("rete", "roma", "five");
    pass();
    EXPECT_EQ(taken["rete"], (Texts{"roma: one", "roma: three"}));
    EXPECT_EQ(taken["milano"], Texts{"roma: two"});
    EXPECT_EQ(taken["roma"], (Texts{"milano: four", "rete: five"}));
    EXPECT_EQ(waiting("roma", "rete") + waiting("rete", "roma") + waiting("rete", "milano") +
                  waiting("milano", "rete"),
              0);
}

TEST_P(Parcels, from_city_to_city_cannot_be_read_by_the_network)
{
    link();
    write("roma", "milano", "Hodan Warsame");
    write("milano", "roma", "Selam Tesfay");
    settle();
    const store::Sql passed_on("select body from network_outbox where sender <> 'rete'");
    bool seen = false;
    place("rete").store->read([&](store::Transaction& transaction) {
        const auto rows = transaction.query(passed_on);
        while (rows->next()) {
            seen = true;
            EXPECT_EQ(rows->text(0).find("Hodan"), std::string::npos);
            EXPECT_EQ(rows->text(0).find("Selam"), std::string::npos);
        }
    });
    EXPECT_TRUE(seen);
    pass();
    EXPECT_EQ(taken["milano"], Texts{"roma: Hodan Warsame"});
    EXPECT_EQ(taken["roma"], Texts{"milano: Selam Tesfay"});
}

TEST_P(Parcels, wait_while_the_road_is_cut_and_are_tried_later_and_later)
{
    link();
    road_ = Road::cut_before;
    write("roma", "rete", "one");
    settle();
    EXPECT_EQ(taken["rete"], Texts());
    const auto tried = travelled_;
    roma_->do_chores(); // in the same minute: not yet again
    settle();
    EXPECT_EQ(travelled_, tried);
    pass();
    EXPECT_GT(travelled_, tried);
    road_ = Road::open;
    pass();
    EXPECT_EQ(taken["rete"], Texts{"roma: one"});
}

TEST_P(Parcels, are_taken_once_where_the_answer_was_lost)
{
    link();
    road_ = Road::cut_after;
    write("roma", "rete", "one");
    settle();
    EXPECT_EQ(taken["rete"], Texts{"roma: one"});
    EXPECT_EQ(waiting("roma", "rete"), 1);
    pass();
    road_ = Road::open;
    pass();
    EXPECT_EQ(taken["rete"], Texts{"roma: one"});
    EXPECT_EQ(waiting("roma", "rete"), 0);
    road_ = Road::cut_after;
    write("rete", "roma", "two");
    pass();
    EXPECT_EQ(taken["roma"], Texts());
    road_ = Road::open;
    pass();
    EXPECT_EQ(taken["roma"], Texts{"rete: two"});
}

TEST_P(Parcels, wait_until_somebody_has_admitted_the_other_side)
{
    write("roma", "rete", "one");
    pass();
    EXPECT_EQ(travelled_, 0);
    admit("roma", test_house::actor("ada@roma", core::administrator), "rete");
    pass();
    EXPECT_GT(travelled_, 0);
    EXPECT_EQ(taken["rete"], Texts());
    admit("rete", direction, "roma");
    pass();
    EXPECT_EQ(taken["rete"], Texts{"roma: one"});
}

TEST_P(Parcels, are_for_who_was_admitted_by_the_fingerprint_of_their_card)
{
    const auto ada = test_house::actor("ada@roma", core::administrator);
    EXPECT_EQ(admit("rete", direction, "roma", "00000 11111 22222 33333 44444 55555"),
              "422 fingerprint network.other_fingerprint");
    EXPECT_EQ(admit("roma", ada, "milano"), "422 card network.card_of_another");
    EXPECT_EQ(admit("rete", direction, "milano"), "409 network.same_program");
    EXPECT_EQ(admit("rete", direction, "roma"), "201");
    EXPECT_EQ(admit("rete", direction, "roma"), "409 network.link_stands");
    EXPECT_EQ(admit("roma", test_house::actor("sara@roma", core::social_worker), "rete"),
              "404 core.not_found");
}

TEST_P(Parcels, are_not_taken_after_the_link_was_stopped_and_are_after_it_was_resumed)
{
    link();
    const auto list = rete_->ask(direction, test_house::request("GET /api/network/links"));
    const auto items = JsonDocument::parse(list.body);
    std::string id;
    for (std::size_t i = 0; i < items.root().member("items").size(); ++i)
        if (items.root().member("items").at(i).member("peer").text() == "roma")
            id = items.root().member("items").at(i).member("id").text();
    const auto change = [&](const std::string& how) {
        return rete_
            ->ask(direction, test_house::request("POST /api/network/links/" + id + "/" + how, "{}"))
            .status;
    };
    EXPECT_EQ(change("stop"), 200);
    write("roma", "rete", "one");
    pass();
    EXPECT_EQ(taken["rete"], Texts());
    EXPECT_EQ(change("resume"), 200);
    pass();
    EXPECT_EQ(taken["rete"], Texts{"roma: one"});
}

TEST_P(Parcels, bring_the_newest_release_to_a_city_that_is_linked_later)
{
    constexpr auto path = "catalogue/vocabularies/contact_outcome.csv";
    std::string body = std::string(R"({"path":")") + path + R"(","text":)";
    write_json(body, std::string(find_embedded(path).value()) + "LEAFLET,Volantino,Leaflet,,\n");
    ASSERT_EQ(
        rete_->ask(direction, test_house::request("PUT /api/network/draft", body + "}")).status,
        200);
    ASSERT_EQ(rete_
                  ->ask(direction, test_house::request("POST /api/network/releases",
                                                       R"({"id":")" + to_string(make_uuid(now_)) +
                                                           R"(","notes":"Nuovo"})"))
                  .status,
              201);
    link();
    const auto expect_one = [&](const std::string& slug) {
        place(slug).store->read([](store::Transaction& transaction) {
            EXPECT_EQ(list_release_rows(transaction).size(), 1U);
            EXPECT_TRUE(refused_inbox(transaction, "rete", 10).empty());
        });
    };
    expect_one("roma");
    expect_one("milano");
    in("rete", [](core::Context& context) { send_newest_release(context, "roma"); });
    pass();
    expect_one("roma");
}

TEST_P(Parcels, reach_a_city_that_the_network_s_program_has_begun_to_serve)
{
    link();
    rete_->add_place("torino", test_stores::fresh(GetParam(), "torino"));
    pass();
    write("roma", "torino", "welcome");
    pass();
    EXPECT_EQ(taken["torino"], Texts{"roma: welcome"});
}

TEST_P(Parcels, that_are_refused_hold_up_no_other_and_their_sender_knows)
{
    link();
    write("roma", "rete", "no");
    write("roma", "rete", "yes");
    write("rete", "roma", "no");
    write("rete", "roma", "yes");
    pass();
    EXPECT_EQ(taken["rete"], Texts{"roma: yes"});
    EXPECT_EQ(taken["roma"], Texts{"rete: yes"});
    place("roma").store->read([](store::Transaction& transaction) {
        ASSERT_EQ(refused_of(transaction, "rete", 10).size(), 1U);
        EXPECT_EQ(refused_of(transaction, "rete", 10).front().refused, "core.conflict");
        EXPECT_EQ(refused_inbox(transaction, "rete", 10).size(), 1U);
    });
}

TEST_P(Parcels, are_not_taken_from_a_request_that_was_changed_or_said_before)
{
    link();
    write("roma", "rete", "one");
    settle();
    ASSERT_EQ(taken["rete"], Texts{"roma: one"});
    write("roma", "rete", "two");
    settle();
    const auto heard = last_request_;
    EXPECT_EQ(rete_->answer(heard).status, 409) << "said before";
    auto changed = heard;
    changed.body += " ";
    EXPECT_EQ(rete_->answer(changed).status, 401);
    changed = heard;
    for (auto& [name, value] : changed.headers)
        if (name == link_header)
            value.replace(value.find(' ') + 1, 1, "9"); // a later turn
    EXPECT_EQ(rete_->answer(changed).status, 401);
    changed = heard;
    std::erase_if(changed.headers, [](const auto& header) { return header.first == link_header; });
    EXPECT_EQ(rete_->answer(changed).status, 401);
    settle();
    EXPECT_EQ(taken["rete"], (Texts{"roma: one", "roma: two"}));
}

TEST_P(Parcels, of_another_city_or_with_another_signature_are_refused)
{
    link();
    in("roma", [&](core::Context& context) {
        SignedParcel forged;
        forged.id = Id<core::Parcel>::make(now_);
        forged.from = "milano";
        forged.to = "rete";
        forged.kind = "letters.letter";
        forged.body = "forged";
        forged.made_at = now_;
        forged.signature = sign(context.store.seal(), "whatever");
        send_on(context, forged, "rete");
        forged.id = Id<core::Parcel>::make(now_);
        forged.from = "roma";
        send_on(context, forged, "rete");
    });
    write("roma", "rete", "true");
    pass();
    EXPECT_EQ(taken["rete"], Texts{"roma: true"});
    place("roma").store->read([](store::Transaction& transaction) {
        const auto refused = refused_of(transaction, "rete", 10);
        ASSERT_EQ(refused.size(), 2U);
        EXPECT_EQ(refused[0].refused, "network.not_signed");
        EXPECT_EQ(refused[1].refused, "network.not_yours");
    });
}

TEST_P(Parcels, with_the_id_of_another_change_nothing)
{
    link();
    const auto id = make_uuid(now_);
    in("roma", [&](core::Context& context) { post(context, "rete", "letters.letter", "one", id); });
    pass();
    const store::Sql forget("delete from network_outbox");
    place("roma").store->write(
        [&](store::Transaction& transaction) { transaction.execute(forget); });
    in("roma",
       [&](core::Context& context) { post(context, "rete", "letters.letter", "another", id); });
    pass();
    EXPECT_EQ(taken["rete"], Texts{"roma: one"});
    place("roma").store->read([](store::Transaction& transaction) {
        EXPECT_EQ(refused_of(transaction, "rete", 10).at(0).refused, "core.id_taken");
    });
}

TEST_P(Parcels, are_not_believed_to_have_arrived_without_the_network_s_signature)
{
    link();
    change_answer_ = [](core::Response& response) { response.body += " "; };
    write("roma", "rete", "one");
    settle();
    EXPECT_EQ(waiting("roma", "rete"), 1);
    change_answer_ = [](core::Response& response) { response.headers.clear(); };
    pass();
    EXPECT_EQ(waiting("roma", "rete"), 1);
    change_answer_ = nullptr;
    pass();
    EXPECT_EQ(waiting("roma", "rete"), 0);
    EXPECT_EQ(taken["rete"], Texts{"roma: one"});
}

TEST_P(Parcels, with_keys_are_taken_from_the_network_alone)
{
    link();
    in("milano",
       [](core::Context& context) { post(context, "roma", "network.keys", R"({"items":[]})"); });
    pass();
    place("roma").store->read([](store::Transaction& transaction) {
        EXPECT_TRUE(find_city_key(transaction, "milano").has_value());
        EXPECT_EQ(refused_inbox(transaction, "milano", 10).at(0).outcome, "network.not_yours");
    });
}

TEST_P(Parcels, are_told_again_to_a_city_that_has_forgotten_them)
{
    link();
    write("rete", "roma", "one");
    pass();
    const store::Sql forget_some("delete from network_inbox where kind = 'letters.letter'");
    std::optional<LinkRow> before;
    place("roma").store->read(
        [&](store::Transaction& transaction) { before = standing_link(transaction, "rete"); });
    write("rete", "roma", "two");
    write("rete", "roma", "three");
    pass();
    taken["roma"].clear();
    place("roma").store->write([&](store::Transaction& transaction) {
        transaction.execute(forget_some);
        store::update_row(transaction, *before);
    });
    pass();
    EXPECT_EQ(taken["roma"], (Texts{"rete: two", "rete: three"}));
}

TEST_P(Parcels, are_told_again_to_the_network_where_it_has_forgotten_them)
{
    link();
    write("roma", "rete", "one");
    pass();
    std::optional<LinkRow> before;
    place("rete").store->read(
        [&](store::Transaction& transaction) { before = standing_link(transaction, "roma"); });
    write("roma", "rete", "two");
    write("roma", "milano", "three");
    pass();
    taken.clear();
    const store::Sql forget("delete from network_inbox");
    const store::Sql forget_passed_on("delete from network_outbox where sender = 'roma'");
    place("rete").store->write([&](store::Transaction& transaction) {
        transaction.execute(forget);
        transaction.execute(forget_passed_on);
        store::update_row(transaction, *before);
    });
    pass();
    EXPECT_EQ(taken["rete"], Texts{"roma: two"});
    EXPECT_EQ(taken["milano"], Texts()) << "Milano has it";
}

TEST_P(Parcels, of_a_kind_that_is_not_known_yet_wait_for_a_newer_program)
{
    link();
    in("roma", [](core::Context& context) { post(context, "rete", "letters.card", "later"); });
    pass();
    place("rete").store->read([](store::Transaction& transaction) {
        ASSERT_EQ(waiting_inbox(transaction).size(), 1U);
        EXPECT_EQ(waiting_inbox(transaction).front().body, "later");
    });
    EXPECT_EQ(waiting("roma", "rete"), 0);
    const store::Sql newer("update network_inbox set kind = 'letters.letter'");
    place("rete").store->write(
        [&](store::Transaction& transaction) { transaction.execute(newer); });
    pass();
    EXPECT_EQ(taken["rete"], Texts{"roma: later"});
}

TEST_P(Parcels, are_kept_for_two_weeks_and_no_longer)
{
    link();
    write("roma", "rete", "one");
    pass();
    const auto kept = [&] {
        std::optional<Id<core::Parcel>> id;
        place("roma").store->read(
            [&](store::Transaction& transaction) { id = last_acknowledged(transaction, "rete"); });
        return id.has_value();
    };
    EXPECT_TRUE(kept());
    now_ = now_.plus_seconds(15 * 86'400);
    pass();
    EXPECT_FALSE(kept());
    write("roma", "rete", "two");
    pass();
    EXPECT_EQ(taken["rete"], (Texts{"roma: one", "roma: two"}));
}

INSTANTIATE_TEST_SUITE_P(Both, Parcels, test_stores::both(), ::testing::PrintToStringParamName());

} // namespace network
