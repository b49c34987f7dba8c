// SPDX-License-Identifier: EUPL-1.2
// A small module for the tests of core: plants, some of them somebody's. It has one act of every
// kind that the path treats in its own way.
#pragma once

#include <atomic>
#include <future>
#include <memory>
#include <string>

#include "core/house.h"
#include "core/rows.h"
#include "core/testing.h"
#include "store/rows.h"

namespace garden {

struct Plant {
    static constexpr const char* title = "Plant";
    static constexpr const char* table = "garden_plant";
    Id<Plant> id;
    std::string gender; // a vocabulary that is there
    std::optional<std::string> keeper;
    std::optional<Id<Plant>> person;

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Plant::id), field("gender", &Plant::gender).one_of("gender"),
                          field("keeper", &Plant::keeper).sealed(Mark::identity).up_to(20),
                          field("person", &Plant::person));
    }
};

struct Wanted {
    static constexpr const char* title = "WantedPlant";
    Id<Plant> id;

    static constexpr auto fields() { return std::tuple(field("id", &Wanted::id)); }
};

struct Listing {
    static constexpr const char* title = "PlantListing";
    std::optional<int> limit;
    std::optional<bool> kept;

    static constexpr auto fields()
    {
        return std::tuple(field("limit", &Listing::limit).between(1, 200),
                          field("kept", &Listing::kept));
    }
};

struct Count {
    static constexpr const char* title = "PlantCount";
    int plants = 0;

    static constexpr auto fields() { return std::tuple(field("plants", &Count::plants)); }
};

struct Watering {
    static constexpr const char* title = "Watering";
    Id<Plant> id;
    std::string how;
    bool prepared = false; // not a field: what `before` found

    static constexpr auto fields()
    {
        return std::tuple(field("id", &Watering::id), field("how", &Watering::how));
    }
};

struct Knock {
    static constexpr const char* title = "Knock";
    std::string place;
    std::string word;

    static constexpr auto fields()
    {
        return std::tuple(field("place", &Knock::place), field("word", &Knock::word).secret());
    }
};

struct Gate {
    static constexpr const char* title = "GardenGate";
    std::string place;
    std::optional<int> number;

    static constexpr auto fields()
    {
        return std::tuple(field("place", &Gate::place).sample(R"("roma")"),
                          field("number", &Gate::number));
    }
};

// What the acts did outside the store, and what may hold them up.
struct Yard {
    std::atomic<int> planted = 0;   // times that the act `plant` ran
    std::atomic<int> committed = 0; // effects after a commit
    std::shared_future<void> gate;  // slow_count waits for it
    std::atomic<int> waiting = 0;   // at the gate now
};

inline Yard& yard()
{
    static Yard one;
    return one;
}

inline const store::Sql count_plants{"select count(*) from garden_plant"};
inline const store::Sql delete_plant{"delete from garden_plant where id = $1"};

inline const store::Sql& select_plant()
{
    static const store::Sql sql("select " + store::columns<Plant>() +
                                " from garden_plant where id = $1");
    return sql;
}

inline Plant plant(core::Context& context, const Plant& wish)
{
    ++yard().planted;
    store::insert_row(context.store, wish);
    context.after_commit([] { ++yard().committed; });
    if (wish.gender == "U") // after its row is written, to see it taken back
        throw Problem(409, "garden.no_room", {{"beds", "0"}});
    return wish;
}

inline Plant get_plant(core::Context& context, const Wanted& wanted)
{
    const auto found = store::find_row<Plant>(context.store, select_plant(), wanted.id);
    if (!found)
        throw not_found();
    return *found;
}

inline Count count(core::Context& context)
{
    return {static_cast<int>(context.store.number(count_plants))};
}

inline Count slow_count(core::Context& context)
{
    ++yard().waiting;
    yard().gate.wait();
    --yard().waiting;
    return count(context);
}

inline Count list(core::Context&, const Listing& listing) { return {listing.limit.value_or(50)}; }

inline void uproot(core::Context& context, const Wanted& wanted)
{
    if (context.store.count_changed(delete_plant, wanted.id) == 0)
        throw not_found();
}

inline void prepare_water(core::Context&, Watering& watering) { watering.prepared = true; }

inline void water(core::Context& context, const Watering& watering)
{
    ENSURE(watering.prepared);
    get_plant(context, {watering.id});
    ENSURE(watering.how != "with a mistake of ours");
    if (watering.how == "too much") {
        context.store.execute(delete_plant, watering.id);
        context.answer_with(Problem(429, "garden.drowned"));
        context.add_header("Set-Cookie", "wet=1");
    }
}

inline Count knock(core::Context& context, const Knock& knock)
{
    if (knock.word != "please")
        throw Problem(401, "garden.unknown_word");
    return {context.actor.store == "rete" ? -1 : 1};
}

// ---- letters: plants sent by people who write plain text, "id gender" in a line

inline std::string json_of_letter(const std::string& letter)
{
    const auto space = letter.find(' ');
    if (space == std::string::npos)
        throw Problem(400, "garden.unreadable");
    return R"({"id": ")" + letter.substr(0, space) + R"(", "gender": ")" +
           letter.substr(space + 1) + "\"}";
}

inline core::Bytes take_letter(core::Context& context, const Gate&)
{
    // The keeper of the garden plants for everybody else.
    auto worker = context.actor;
    if (context.request.header("in-the-name-of") == "the keeper")
        worker = test_house::actor("keeper@roma", core::social_worker);
    context.perform("garden.plant", json_of_letter(context.request.body), "care", worker);
    return {"planted", "text/plain", 201};
}

inline core::Bytes keep_letter(core::Context& context, const Gate& gate, const Problem& problem)
{
    if (gate.number)
        throw problem; // letters to a number are sent back
    Plant kept;
    kept.id = Id<Plant>(named_uuid(context.request.body));
    kept.gender = "X";
    store::insert_row(context.store, kept);
    if (problem.status == 400)
        context.answer_with(problem);
    return {"kept for " + problem.code, "text/plain", 202};
}

inline core::Bytes show_gate(core::Context&, const Gate& gate)
{
    return {"gate " + std::to_string(gate.number.value_or(0)), "text/plain", 200};
}

inline core::Response refuse_in_plain_text(const core::Words&, const std::string& language,
                                           const Problem& problem)
{
    core::Response response;
    response.content_type = "text/plain";
    response.body = language + ": " + problem.code;
    return response;
}

inline core::Dialect plain_text()
{
    return {"/garden/",
            {{"writes", "plain"}},
            true,
            4096,
            refuse_in_plain_text,
            [](core::Response& response) { response.headers.emplace_back("Written", "plainly"); }};
}

inline core::Module module()
{
    using namespace core;
    const auto named_place = [](JsonView input) -> std::optional<std::string> {
        const auto place = input.member("place");
        if (place.kind() != JsonView::Kind::text)
            return std::nullopt;
        return std::string(place.text());
    };
    return {
        "garden",
        Where::city,
        {
            act("garden.plant", "POST /api/garden/plants", may(social_worker), plant)
                .with_large_body(5000),
            act("garden.get_plant", "GET /api/garden/plants/{id}", city_team, get_plant),
            act("garden.count", "GET /api/garden/count", everyone, count),
            act("garden.slow_count", "GET /api/garden/slow_count", everyone, slow_count),
            act("garden.list", "GET /api/garden/plants", city_team, list),
            act("garden.search", "POST /api/garden/search", city_team, list).reads_only(),
            act("garden.uproot", "DELETE /api/garden/plants/{id}", may(social_worker), uproot),
            act("garden.water", "POST /api/garden/plants/{id}/water", city_team, water,
                prepare_water),
            act("garden.knock", "POST /api/garden/knock", everyone, knock).for_guests(named_place),
            act("garden.take_letter", "POST /garden/{place}/letters", city_team, take_letter,
                nullptr, keep_letter)
                .with_body("text/plain", [](const Lists&) { return std::string("a letter"); })
                .with_answer("text/plain"),
            act("garden.show_gate", "GET /garden/{place}/gate", city_team, show_gate)
                .with_answer("text/plain"),
            act("garden.above", "GET /api/garden/above", everyone, count).on(Where::network),
        },
        plain_text()};
}

// A house with the garden in two cities; people log in with the cookie "lgnet=NAME".
class Garden {
public:
    explicit Garden(test_stores::Engine engine, int reader_threads = 2,
                    std::size_t reader_queue_max = 64)
    {
        core::HouseSettings settings;
        settings.modules = {module()};
        settings.identify = [this](core::House&, const core::Request& request) {
            const auto found = accounts.find(std::string(request.cookie("lgnet")));
            return found == accounts.end() ? std::nullopt : std::optional(found->second);
        };
        // "Basic NAME:secret" is who has a password.
        settings.prove = [this](core::House&, const core::Request& asked, core::Proved done) {
            const auto given = asked.header("authorization");
            for (auto [login, actor] : accounts)
                if (given == "Basic " + login + ":secret") {
                    actor.machine = true; // no browser keeps it
                    return done(actor, nullptr);
                }
            const auto wrong = std::make_exception_ptr(Problem(401, "garden.unknown_word"));
            done(std::nullopt, given.empty() ? nullptr : wrong);
        };
        settings.now = [this] { return now; };
        settings.reader_threads = reader_threads;
        settings.reader_queue_max = reader_queue_max;
        settings.version = "test";
        house = std::make_unique<core::House>(std::move(settings));
        for (const auto* slug : {"roma", "rete"}) {
            house->add_place(slug, test_stores::fresh(engine, slug));
            add_table(*house->find_place(slug)->store, slug);
        }
        add("sara@roma", core::social_worker);
        add("luca@roma", core::social_worker);
        add("paola@roma", core::desk_operator);
        add("ada@roma", core::administrator);
        add("anna@rete", core::network_direction);
        yard().planted = 0;
        yard().committed = 0;
    }

    // "POST /api/garden/plants" as somebody ("" is a guest), with what a browser sends along.
    core::Request request(const std::string& login, std::string_view line, std::string body = {},
                          const std::string& purpose = "care") const
    {
        auto made = test_house::request(line, std::move(body), purpose);
        if (!login.empty()) {
            made.headers.emplace_back("cookie", "theme=dark; lgnet=" + login);
            made.headers.emplace_back("lgnet-csrf", "csrf of " + login);
        }
        return made;
    }

    core::Response ask(const std::string& login, std::string_view line, std::string body = {},
                       const std::string& purpose = "care")
    {
        return house->answer(request(login, line, std::move(body), purpose));
    }

    // The same, under an id that the sender gave to this very request.
    core::Response ask_once(const std::string& login, std::string_view line, std::string once,
                            std::string body = {})
    {
        auto made = request(login, line, std::move(body));
        made.headers.emplace_back("lgnet-once", std::move(once));
        return house->answer(made);
    }

    store::Store& roma() { return *house->find_place("roma")->store; }

    // "actor act thing person purpose outcome" of every line after `skipped`.
    std::vector<core::JournalLine> journal(const std::string& slug = "roma")
    {
        std::vector<core::JournalLine> lines;
        house->find_place(slug)->store->read([&](store::Transaction& transaction) {
            core::each_journal_row(transaction,
                                   [&](const core::JournalRow& row) { lines.push_back(row.line); });
        });
        return lines;
    }

    std::int64_t plants()
    {
        std::int64_t number = 0;
        roma().read(
            [&](store::Transaction& transaction) { number = transaction.number(count_plants); });
        return number;
    }

    std::map<std::string, core::Actor> accounts;
    Instant now = parse_instant("2026-11-23T21:15:00Z").value();
    std::unique_ptr<core::House> house;

private:
    void add(const std::string& login, core::Roles roles)
    {
        auto actor = test_house::actor(login, roles);
        actor.csrf = "csrf of " + login;
        accounts.emplace(login, actor);
    }

    // The garden is in no modules.def, so its step is added behind those of the house.
    static void add_table(store::Store& store, const std::string& slug)
    {
        const auto where = slug == "rete" ? core::Where::network : core::Where::city;
        auto steps = core::migrations(where);
        steps.push_back({"garden/0001_plants",
                         "create table garden_plant (id text not null primary key, gender text not "
                         "null check (gender <> 'M'), keeper text, person text);"});
        store.migrate(steps, core::views(where));
    }
};

} // namespace garden
