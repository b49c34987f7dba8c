// SPDX-License-Identifier: EUPL-1.2
// The house: stores, catalogue, words and acts together, and the one path that every request takes
// (answer.cpp): find the act, identify the actor, ask who may, read the input, begin, do, record in
// the journal, commit, answer.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalogue.h"
#include "core/context.h"
#include "core/module.h"
#include "core/request.h"
#include "core/words.h"
#include "store/store.h"

namespace core {

inline constexpr std::string_view network_slug = "rete";

class Metrics;
class Readers;

// A column that holds codes of a list: what would be orphaned where a release lacks one of them.
struct CodeUse {
    std::string list;
    std::string table;
    std::string column;
};

// A store, and what modules keep in memory beside it.
struct Place {
    explicit Place(std::string slug, std::unique_ptr<store::Store> opened)
        : slug(std::move(slug)), store(std::move(opened)), kept(*store)
    {
    }

    std::string slug; // "roma", "rete"
    std::unique_ptr<store::Store> store;
    Kept kept;
    std::atomic<const Catalogue*> catalogue = nullptr; // null: the program's own
};

using Proved = std::function<void(std::optional<Actor>, std::exception_ptr)>;

struct HouseSettings {
    std::vector<Module> modules;
    // Who asks; nullopt: a guest. Must be quick: it runs before the request is queued.
    std::function<std::optional<Actor>(House&, const Request&)> identify;
    // The same by login and password, for dialects that take them; may take long, and answers once,
    // from any thread: the actor, nobody, or what went wrong.
    std::function<void(House&, const Request&, Proved)> prove;
    std::function<Instant()> now = system_now;
    int reader_threads = 2;
    std::size_t reader_queue_max = 2048;
    bool metrics_for_all = false; // else /metrics answers only to this machine
    bool sends_mail = false;      // somebody takes out what post_mail writes
    std::string site;             // "https://lgnet.example", for mails; may be empty
    std::string version;
    // How the network is reached from the stores of cities where its store is on another machine;
    // may be empty. Answers once, from any thread; status 0: it was not reached, and `body` says
    // why.
    Handler network_door;
};

class House {
public:
    explicit House(HouseSettings settings);
    ~House();

    // Opens a store, brings its schema up to date and adds it. Before any request.
    void add_place(const std::string& slug, store::Settings settings);

    // The path. Never throws; the reply may come from another thread.
    void answer(Request request, Reply reply);
    // The same, waiting: for tests and benches.
    Response answer(const Request& request);
    // The same for somebody who is already known: the command line, imports, the demonstration.
    void ask(const Actor& actor, Request request, Reply reply);
    Response ask(const Actor& actor, const Request& request);

    Place* find_place(std::string_view slug);
    const Place* find_place(std::string_view slug) const;
    std::vector<Place*> places();
    // The program's own, and the one in force in a store: requests under way keep the one that they
    // began with, so none of them is ever thrown away.
    const Catalogue& catalogue() const { return catalogue_; }
    const Catalogue& catalogue_of(std::string_view slug) const;
    void use_catalogue(std::string_view slug, std::shared_ptr<const Catalogue> catalogue);
    // Everything in it as people read it: the codes of the lists, then what the modules say.
    std::vector<CatalogueEntry> entries_of(const Catalogue& catalogue) const;
    // Throws std::runtime_error, which names the fault, where a module cannot work with it.
    void check_catalogue(const Catalogue& catalogue,
                         store::Transaction* transaction = nullptr) const;
    // Where codes stand in rows of persons, and can be read.
    std::vector<CodeUse> code_uses() const;
    const Words& words() const { return words_; }
    const std::vector<Act>& acts() const { return acts_; }
    const Act* find_act(std::string_view name) const;
    // What the modules hold of persons, in their order; and the sealed tables that are no holding.
    const std::vector<Holding>& holdings() const { return holdings_; }
    const std::vector<NotHeld>& not_held() const { return not_held_; }
    // Forms for phones that modules bring beside those of openrosa.
    const std::vector<PhoneForms>& phone_forms() const { return phone_forms_; }
    // Is the act one of this actor's, by role and by store?
    bool may_ask(const Actor& actor, const Act& act) const;
    // How long a body may be beyond the usual one whose head has come: where a file travels in it,
    // and from who may send one. 0: nothing beyond. Throws the Problem of who may not.
    std::size_t large_body_bytes(const Request& head);
    // The dialect that is spoken at an address; null: JSON.
    const Dialect* dialect_of(std::string_view path) const;
    // A Problem as it is answered to who asked for `path`: also for the door's own refusals.
    Response refusal(std::string_view path, const std::string& language,
                     const Problem& problem) const;
    Instant now() const { return settings_.now(); }
    bool sends_mail() const { return settings_.sends_mail; }
    const std::string& site() const { return settings_.site; }
    const Handler& network_door() const { return settings_.network_door; }
    // Who takes in parcels of that kind on a store; null: nobody does.
    const Receiver* find_receiver(std::string_view kind, std::string_view slug) const;

    // Each chore of each module once, in each store; to be called every minute or so.
    void do_chores();

    // No more requests; what was taken is finished and committed.
    void stop();

private:
    struct Asked;
    friend class Context;

    void answer_operations(const Request& request, const Reply& reply);

    // The steps of the path, in answer.cpp.
    void begin(const std::shared_ptr<Asked>& asked, std::optional<Actor> actor);
    void take(const std::shared_ptr<Asked>& asked);
    void check_headers(const Asked& asked) const;
    void find_route(Asked& asked) const;
    void check_permission(Asked& asked);
    void choose_place(Asked& asked, const JsonDocument& document);
    void prepare(const std::shared_ptr<Asked>& asked);
    void write(const std::shared_ptr<Asked>& asked);
    void read(const std::shared_ptr<Asked>& asked);
    void do_otherwise(const std::shared_ptr<Asked>& asked, const Problem& problem);
    // In perform.cpp.
    void perform(Asked& asked, store::Transaction& transaction);
    std::string perform_inside(Context& outer, Kept& kept, const Actor& worker,
                               std::string_view name, std::string_view input,
                               const std::string& purpose);
    void refuse(const std::shared_ptr<Asked>& asked, const Problem& problem);
    void do_chore(Place& place, const Chore& chore);
    static void add_receipt(const Asked& asked, Response& response);
    void reply_problem(Asked& asked, const Problem& problem);
    void reply_done(Asked& asked);
    void send(Asked& asked, Response response);

    HouseSettings settings_;
    Catalogue catalogue_;
    Words words_;
    std::vector<Act> acts_;
    std::vector<Holding> holdings_;
    std::vector<NotHeld> not_held_;
    std::vector<PhoneForms> phone_forms_;
    std::map<std::string, Where, std::less<>> where_; // of each act's module
    std::map<std::string, std::unique_ptr<Place>, std::less<>> places_;
    std::mutex releases_mutex_;
    std::vector<std::shared_ptr<const Catalogue>> releases_;
    std::unique_ptr<Metrics> metrics_;
    std::unique_ptr<Readers> readers_;
};

// The steps and views of a kind of store, in the order of modules.def.
std::vector<store::Migration> migrations(Where where);
std::vector<store::View> views(Where where);

// Papers made from what the acts say of themselves.
std::string describe_openapi(const House& house);
std::string describe_acts(const House& house);          // docs/generated/acts.md
std::string describe_permissions(const House& house);   // docs/generated/permissions.md
std::string describe_personal_data(const House& house); // docs/generated/personal-data.md

} // namespace core
