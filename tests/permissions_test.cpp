// SPDX-License-Identifier: EUPL-1.2
// Every act of the house, asked with its own example from OpenAPI: by a guest, by every role that
// may not, by the roles that may but of another city, and by those who may. Nothing here names an
// act, so that a new one is asked too.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "app/cast.h"
#include "app/house.h"
#include "core/reporting_samples.h"
#include "core/returns_samples.h"
#include "core/samples.h"
#include "core/testing.h"
#include "people/people.h"
#include "screening/screening.h"
#include "tests/cast_house.h"
#include "tests/example.h"
#include "tests/samples_of_roma.h"

namespace {

using tests::CastHouse;
using tests::example_of;
using Parameter = std::tuple<std::string, test_stores::Engine>;

// A partner's program, which has a token and no log-in.
constexpr auto machine_of_roma = "machine@roma";
// The city itself, as it visits the network: it has no role.
constexpr auto link_of_roma = "roma@rete";

// One of the cast for each role and kind of store.
const std::vector<std::pair<std::string, core::Role>>& members()
{
    static const std::vector<std::pair<std::string, core::Role>> all{
        {"giulia@roma", core::mobile_unit_operator}, {"paola@roma", core::desk_operator},
        {"sara@roma", core::social_worker},          {"marco@roma", core::city_coordinator},
        {"ricerca@roma", core::researcher},          {"dpo@roma", core::data_protection_officer},
        {"ines@roma", core::minors_worker},          {"admin@roma", core::administrator},
        {"elvira@roma", core::workshop_leader},      {"noemi@roma", core::interviewer},
        {"fulvia@roma", core::survey_researcher},    {"tullio@roma", core::survey_researcher},
        {machine_of_roma, core::reporting_partner},  {"direzione@rete", core::network_direction},
        {"ricerca@rete", core::researcher},          {"dpo@rete", core::data_protection_officer},
        {"admin@rete", core::administrator},         {link_of_roma, core::reporting_partner},
    };
    return all;
}

const std::set<std::string>& things_of_roma()
{
    static const std::set<std::string> all = [] {
        std::set<std::string> ids;
        for (const auto* json : tests::samples_of_roma)
            ids.insert(std::string(json).substr(1, 36));
        return ids;
    }();
    return all;
}

const core::House& papers()
{
    static const auto house = app::house_without_stores();
    return *house;
}

enum class Which { all, closed_to_guests };

std::vector<std::string> acts(Which which)
{
    std::vector<std::string> names;
    for (const auto& act : papers().acts())
        if (which == Which::all || !act.guests)
            names.push_back(act.name);
    return names;
}

std::string everything_in(const core::Request& request)
{
    auto text = request.path + request.body;
    for (const auto& [name, value] : request.query)
        text += value;
    return text;
}

// Is this the refusal with that code? A dialect says it in words only.
bool says(const core::Response& response, const std::string& code)
{
    return response.body.find("\"" + code + "\"") != std::string::npos ||
           response.body.find(papers().words().say("it", "problem." + code)) != std::string::npos;
}

bool speaks_of_roma(const std::string& text)
{
    return std::any_of(things_of_roma().begin(), things_of_roma().end(),
                       [&](const std::string& id) { return text.find(id) != std::string::npos; });
}

std::string store_of(const std::string& login) { return login.substr(login.find('@') + 1); }

bool is_empty_list(const core::Response& response)
{
    if (response.status != 200)
        return false;
    const auto document = JsonDocument::parse(response.body);
    const auto items = document.root().member("items");
    return items.kind() == JsonView::Kind::list && items.size() == 0;
}

// Of each kind of thing an example of the papers, and one that tells of Samuel, whom the équipe
// for minors has in its care.
constexpr std::pair<const char*, const char*> guarded_samples[] = {
    {core::samples::amina, core::samples::samuel},
    {core::samples::ibrahima, core::samples::samuel},
    {core::samples::contact_amina, core::samples::contact_samuel},
    {core::samples::contact_unnamed, core::samples::contact_samuel},
    {core::samples::contact_cancelled, core::samples::contact_samuel},
    {core::samples::case_amina, core::samples::case_samuel},
    {core::samples::case_luca, core::samples::case_samuel},
    {core::samples::case_closed, core::samples::case_samuel},
    {core::samples::intervention, core::samples::intervention_samuel},
    {core::samples::intervention_cancelled, core::samples::intervention_samuel},
    {core::samples::goal, core::samples::goal_samuel},
    {core::samples::goal_cancelled, core::samples::goal_samuel},
    {core::samples::action, core::samples::action_samuel},
    {core::samples::action_cancelled, core::samples::action_samuel},
    {core::samples::handover_sent, core::samples::referral_sent_samuel},
    {core::samples::referral, core::samples::referral_samuel},
    {core::samples::referral_refused, core::samples::referral_samuel},
    {core::samples::referral_step, core::samples::step_samuel},
    {core::samples::screening, core::samples::screening_samuel},
    {core::samples::screening_cancelled, core::samples::screening_samuel},
    {core::samples::screening_amina, core::samples::screening_samuel},
    {core::samples::note, core::samples::note_samuel},
    {core::samples::note_cancelled, core::samples::note_samuel},
    {core::samples::appointment, core::samples::appointment_samuel},
    {core::samples::appointment_cancelled, core::samples::appointment_samuel},
    {core::samples::vulnerability, core::samples::vulnerability_samuel},
    {core::samples::vulnerability_cancelled, core::samples::vulnerability_samuel},
    {core::samples::attachment, core::samples::attachment_samuel},
    {core::samples::attachment_cancelled, core::samples::attachment_samuel},
    {core::samples::assessment, core::samples::assessment_samuel},
    {core::samples::assessment_open, core::samples::assessment_samuel},
    {core::samples::assessment_cancelled, core::samples::assessment_samuel},
    {core::samples::desk_visit, core::samples::desk_visit_samuel},
    {core::samples::desk_visit_called, core::samples::desk_visit_samuel},
    {core::samples::desk_visit_expected, core::samples::desk_visit_samuel},
    {core::samples::desk_visit_cancelled, core::samples::desk_visit_samuel},
    {core::samples::enrolment, core::samples::enrolment_samuel},
    {core::samples::enrolment_waiting, core::samples::enrolment_samuel},
    {core::samples::enrolment_cancelled, core::samples::enrolment_samuel},
    {core::samples::housing_stay, core::samples::housing_stay_samuel},
    {core::samples::housing_stay_ended, core::samples::housing_stay_samuel},
    {core::samples::housing_stay_promised, core::samples::housing_stay_samuel},
    {core::samples::housing_stay_cancelled, core::samples::housing_stay_samuel},
    {core::samples::housing_request, core::samples::housing_request_samuel},
    {core::samples::housing_request_declined, core::samples::housing_request_samuel},
    {core::samples::housing_request_cancelled, core::samples::housing_request_samuel},
    {core::samples::housing_support, core::samples::housing_support_samuel},
    {core::samples::housing_support_cancelled, core::samples::housing_support_samuel},
    {core::samples::housing_instalment, core::samples::housing_instalment_samuel},
    {core::samples::housing_instalment_cancelled, core::samples::housing_instalment_samuel},
    {core::samples::rights_request, core::samples::rights_request_samuel},
    {core::samples::rights_request_answered, core::samples::rights_request_samuel},
    {core::samples::rights_request_granted, core::samples::rights_request_samuel},
    {core::samples::rights_request_approved, core::samples::rights_request_samuel},
    {core::samples::civic_participant, core::samples::civic_participant_samuel},
    {core::samples::civic_participant_cancelled, core::samples::civic_participant_samuel},
    {core::samples::civic_membership, core::samples::civic_membership_samuel},
    {core::samples::civic_membership_cancelled, core::samples::civic_membership_samuel},
};

const std::vector<std::pair<std::string, std::string>>& guarded_instead()
{
    static const auto all = [] {
        const auto bare = [](const char* json) { return std::string(json).substr(1, 36); };
        std::vector<std::pair<std::string, std::string>> ids;
        for (const auto& [usual, guarded] : guarded_samples)
            ids.emplace_back(bare(usual), bare(guarded));
        const auto screened =
            parse_id<screening::Screening>(bare(core::samples::screening_samuel)).value();
        const auto warning = to_string(screening::warning_id(screened, "CHILD_ALONE"));
        for (const auto* usual : {core::samples::warning_open, core::samples::warning_answered})
            ids.emplace_back(bare(usual), warning);
        const auto samuel = parse_id<people::Person>(bare(core::samples::samuel)).value();
        const auto amina = parse_id<people::Person>(bare(core::samples::amina)).value();
        ids.emplace_back(bare(core::samples::pair), to_string(people::pair_id(samuel, amina)));
        return ids;
    }();
    return all;
}

std::string replaced(std::string text,
                     const std::vector<std::pair<std::string, std::string>>& words)
{
    for (const auto& [word, other] : words)
        for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at))
            text.replace(at, word.size(), other);
    return text;
}

core::Request about(core::Request request,
                    const std::vector<std::pair<std::string, std::string>>& things)
{
    request.path = replaced(request.path, things);
    request.body = replaced(request.body, things);
    for (auto& [name, value] : request.query)
        value = replaced(value, things);
    return request;
}

// The same things, which nobody has.
std::vector<std::pair<std::string, std::string>> unknown_instead()
{
    auto ids = guarded_instead();
    for (auto& [usual, other] : ids)
        other = to_string(named_uuid("nobody has " + other));
    return ids;
}

// How a refusal sounds when it does not matter whom it is about.
std::string without_ids(std::string text)
{
    for (const auto& ids : {guarded_instead(), unknown_instead()})
        for (const auto& [usual, id] : ids)
            text = replaced(text, {{id, "-"}});
    return text;
}

bool speaks_of_samuel(const std::string& text)
{
    for (const auto& [usual, guarded] : guarded_instead())
        if (text.find(guarded) != std::string::npos)
            return true;
    return text.find("Samuel") != std::string::npos || text.find("Weldu") != std::string::npos;
}

// A worker of Milano with these roles; the account needs no row, since nothing of it is asked for.
core::Actor worker_of_milano(core::Role role)
{
    return test_house::actor("worker@milano", role, {"um1", "coord"});
}

core::Actor actor_of(const std::string& login)
{
    if (login == link_of_roma) {
        auto actor = test_house::actor(login, {});
        actor.link = true;
        return actor;
    }
    return login == machine_of_roma ? test_house::actor(login, core::reporting_partner)
                                    : cast::actor(login);
}

class Permissions : public ::testing::TestWithParam<Parameter> {
protected:
    core::Response ask(const std::string& login, core::Request request)
    {
        if (login == machine_of_roma || login == link_of_roma)
            return cast_house.house().ask(actor_of(login), request);
        const auto& session = cast_house.session(login);
        request.headers.emplace_back("cookie", session.cookie);
        request.headers.emplace_back("lgnet-csrf", session.csrf);
        return cast_house.house().answer(request);
    }

    bool may_ask(const std::string& login)
    {
        return cast_house.house().may_ask(actor_of(login), act);
    }

    core::JournalHead head_of(const std::string& slug)
    {
        core::JournalHead head;
        cast_house.store(slug).read(
            [&](store::Transaction& transaction) { head = core::head_of_journal(transaction); });
        return head;
    }

    Permissions()
        : own_house_(house_of_its_own()),
          cast_house(own_house_ ? *own_house_ : shared_by(readers(), std::get<1>(GetParam())))
    {
    }
    explicit Permissions(CastHouse& shared) : cast_house(shared) {}
    static void TearDownTestSuite() { readers().clear(); }

    using Houses = std::map<test_stores::Engine, std::unique_ptr<CastHouse>>;
    static CastHouse& shared_by(Houses& houses, test_stores::Engine engine)
    {
        auto& house = houses[engine];
        if (!house)
            house = std::make_unique<CastHouse>(engine);
        return *house;
    }

    const core::Act& act = *papers().find_act(std::get<0>(GetParam()));

private:
    // What is done in it is done. Who only looks leaves all as it was, and may share it: a house
    // takes long to furnish.
    std::unique_ptr<CastHouse> house_of_its_own() const
    {
        const bool only_looks = !act.writes && !act.discloses;
        return only_looks ? nullptr : std::make_unique<CastHouse>(std::get<1>(GetParam()));
    }
    static Houses& readers()
    {
        static Houses all;
        return all;
    }
    std::unique_ptr<CastHouse> own_house_;

protected:
    CastHouse& cast_house;
};

// One house for all acts of a database: who is refused changes nothing in it but the journal.
class Closed : public Permissions {
protected:
    Closed() : Permissions(house_of(std::get<1>(GetParam()))) {}
    static void TearDownTestSuite() { houses().clear(); }

    void ask_as_guest();
    void ask_as_who_may_not();
    void ask_as_another_city();
    void ask_of_the_guarded(const std::string& login);

private:
    static Houses& houses()
    {
        static Houses all;
        return all;
    }
    static CastHouse& house_of(test_stores::Engine engine)
    {
        // Who reads a journal reads what was tried before.
        if (std::get<0>(GetParam()).find("journal") != std::string::npos)
            houses()[engine].reset();
        return shared_by(houses(), engine);
    }
};

} // namespace

void Closed::ask_as_guest()
{
    const auto response = cast_house.house().answer(example_of(papers(), act, "roma"));
    EXPECT_EQ(response.status, 401) << response.body;
    EXPECT_TRUE(says(response, "core.log_in_first")) << response.body;
}

void Closed::ask_as_who_may_not()
{
    for (const auto& [login, role] : members()) {
        if (may_ask(login))
            continue;
        const auto response = ask(login, example_of(papers(), act, store_of(login)));
        EXPECT_EQ(response.status, 404) << login << ": " << response.body;
        EXPECT_TRUE(says(response, "core.not_found")) << login;
    }
}

void Closed::ask_as_another_city()
{
    const auto request = example_of(papers(), act, "roma");
    const auto before = head_of("roma");
    for (const auto role : core::every_role()) {
        const auto actor = worker_of_milano(role);
        if (!cast_house.house().may_ask(actor, act))
            continue;
        const auto response = cast_house.house().ask(actor, request);
        EXPECT_LT(response.status, 500) << response.body;
        if (speaks_of_roma(request.path)) {
            EXPECT_TRUE(response.status >= 400 || is_empty_list(response))
                << core::name_of(role) << ": " << response.status << " " << response.body;
        }
        // Not even what it named itself was found, or joined to anything.
        if (response.status < 400) {
            EXPECT_FALSE(speaks_of_roma(response.body)) << response.body;
        }
        for (const auto* name : {"Diallo", "Ibrahima", "Ndiaye", "Ferri", "Marchetti"})
            EXPECT_EQ(response.body.find(name), std::string::npos) << response.body;
    }
    EXPECT_EQ(head_of("roma").sequence, before.sequence) << "it was done, or tried, in Roma";
}

// For who is not of the équipe, a guarded person, and whatever tells of one, is nobody: it is
// answered as things are answered that are not there.
void Closed::ask_of_the_guarded(const std::string& login)
{
    const auto example = example_of(papers(), act, "roma");
    if (!act.writes) {
        const auto response = ask(login, example);
        EXPECT_FALSE(speaks_of_samuel(response.body)) << login << ": " << response.body;
    }
    const auto request = about(example, guarded_instead());
    if (everything_in(request) == everything_in(example))
        return;
    const auto response = ask(login, request);
    // What does not look for the thing at all says nothing of it.
    if (response.status < 400) {
        EXPECT_FALSE(speaks_of_samuel(response.body)) << login << ": " << response.body;
        return;
    }
    const auto unknown = ask(login, about(example, unknown_instead()));
    EXPECT_EQ(response.status, unknown.status) << login << ": " << response.body;
    EXPECT_EQ(without_ids(response.body), without_ids(unknown.body)) << login;
}

TEST_P(Closed, to_who_is_not_of_the_equipe_about_who_is_guarded)
{
    // Who controls the readers of a person is shown readers, and neither the person nor the thing.
    if (act.guests || act.name == "access.list_journal")
        return;
    for (const auto& [login, role] : members())
        if (store_of(login) == "roma" && role != core::minors_worker && may_ask(login))
            ask_of_the_guarded(login);
    EXPECT_EQ(cast_house.journal_fault(), "");
}

TEST_P(Closed, to_guests_to_who_may_not_and_to_other_cities)
{
    ask_as_guest();
    ask_as_who_may_not();
    ask_as_another_city();
    EXPECT_EQ(cast_house.journal_fault(), "");
}

TEST_P(Permissions, who_may_is_served)
{
    std::string refused;
    for (const auto& [login, role] : members()) {
        if (!act.guests && !may_ask(login))
            continue;
        const auto slug = store_of(login);
        const auto request = example_of(papers(), act, slug);
        const auto before = head_of(slug);
        const auto response = act.guests ? cast_house.house().answer(request) : ask(login, request);
        if (response.status >= 300) {
            refused += "\n" + login + ": " + std::to_string(response.status) + " " + response.body;
            continue;
        }
        if (act.writes || act.discloses) {
            EXPECT_GT(head_of(slug).sequence, before.sequence) << "the journal does not know of it";
        }
        if (act.receipts) {
            const auto again = ask(login, request);
            EXPECT_EQ(again.status, response.status);
            EXPECT_EQ(again.body, response.body) << "repeated";
        }
        EXPECT_EQ(cast_house.journal_fault(), "");
        return;
    }
    FAIL() << "nobody is served: " << everything_in(example_of(papers(), act, "roma")) << refused;
}

// Who coordinates reads exact figures, but not those of a few minors.
TEST(Figures, of_minors_are_small_for_nobody_but_the_equipe)
{
    CastHouse cast_house(test_stores::Engine::sqlite);
    const auto response = cast_house.ask("marco@roma", "GET /api/monitoring/board?period=2026-Q4");
    ASSERT_EQ(response.status, 200) << response.body;
    const auto document = JsonDocument::parse(response.body);
    const auto values = document.root().member("values");
    int hidden = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto code = values.at(i).member("indicator").text();
        if (code != "MSNA-01" && code != "DQ-02" && code != "VUL-01")
            continue;
        EXPECT_EQ(values.at(i).member("numerator").kind(), JsonView::Kind::null) << code;
        EXPECT_EQ(values.at(i).member("value").kind(), JsonView::Kind::null) << code;
        hidden += values.at(i).member("suppressed").boolean() ? 1 : 0;
    }
    EXPECT_GT(hidden, 0);
}

namespace {

auto of(Which which)
{
    return ::testing::Combine(::testing::ValuesIn(acts(which)), test_stores::both());
}

std::string test_name(const ::testing::TestParamInfo<Parameter>& one)
{
    auto name = std::get<0>(one.param) + "_" + ::testing::PrintToString(std::get<1>(one.param));
    std::replace(name.begin(), name.end(), '.', '_');
    return name;
}

} // namespace

INSTANTIATE_TEST_SUITE_P(Acts, Permissions, of(Which::all), test_name);
INSTANTIATE_TEST_SUITE_P(Acts, Closed, of(Which::closed_to_guests), test_name);
