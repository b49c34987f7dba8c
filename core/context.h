// SPDX-License-Identifier: EUPL-1.2
// What an act is given: the store inside a transaction, who asks, the time, the catalogue.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <typeindex>
#include <utility>
#include <vector>

#include "base/problem.h"
#include "core/actor.h"
#include "core/catalogue.h"
#include "core/request.h"
#include "store/store.h"

namespace core {

class House;

// What a module keeps in memory beside one store, made anew from its committed rows at first need:
// an index of names, a cache of sessions. T has `static std::unique_ptr<T>
// build(store::Transaction&)`, is safe to use from several threads, and takes the same news twice
// without harm: what is committed while it is built reaches it by after_commit too.
class Kept {
public:
    explicit Kept(store::Store& store) : store_(store) {}

    template <class T> T& get()
    {
        const std::scoped_lock lock(mutex_);
        auto& place = things_[std::type_index(typeid(T))];
        if (!place)
            store_.read([&](store::Transaction& transaction) {
                place = std::shared_ptr<void>(T::build(transaction).release(),
                                              [](void* thing) { delete static_cast<T*>(thing); });
            });
        return *static_cast<T*>(place.get());
    }
    // Forgets everything: what is kept is built again. For tests and after an import.
    void clear()
    {
        const std::scoped_lock lock(mutex_);
        things_.clear();
    }

private:
    store::Store& store_;
    std::mutex mutex_;
    std::map<std::type_index, std::shared_ptr<void>> things_;
};

class Context {
public:
    Context(House& house, store::Transaction& store, Kept& kept, const Actor& actor,
            const Request& request, Instant now)
        : house(house), store(store), actor(actor), request(request), now(now), kept_(kept)
    {
    }

    House& house; // only what reaches beyond one store needs it (statements on their way up)
    store::Transaction& store;
    const Actor& actor;
    const Request& request;
    const Instant now;

    Date today() const { return local_date(now); }
    const Catalogue& catalogue() const;
    Scope scope() const { return scope_of(actor); }
    // The language of who reads the answer: what the request asks for, else the account's.
    std::string language() const;
    // The city of the actor's store; ENSUREs that it is one.
    const City& city() const;

    // What the journal line says beside the act: the thing (else the input's id) and the person.
    void about(const Uuid& thing) { thing_ = thing; }
    void concerns(const Uuid& person) { person_ = person; }
    const std::optional<Uuid>& thing() const { return thing_; }
    const std::optional<Uuid>& person() const { return person_; }

    // What the module keeps in memory beside this store.
    template <class T> T& kept() { return kept_.get<T>(); }
    // Runs once what was written is durable; must not throw.
    void after_commit(std::function<void()> effect) { store.after_commit(std::move(effect)); }

    // Does another act (or reads by one) inside this one, which writes, in the same unit of work:
    // who may, its input (JSON), its receipt and its journal line are its own, and so is the
    // Problem that it throws, with which this unit is over. `worker` is in whose name it is done;
    // the journal says who asked. Answers what the act answers.
    std::string perform(std::string_view act, std::string_view input, const std::string& purpose,
                        const Actor& worker);
    std::string perform(std::string_view act, std::string_view input, const std::string& purpose)
    {
        return perform(act, input, purpose, actor);
    }

    // The work is kept, but the answer is this problem: a wrong password that must be counted.
    void answer_with(Problem problem) { problem_ = std::move(problem); }
    const std::optional<Problem>& problem() const { return problem_; }
    // A header of the answer (the session's cookie).
    void add_header(std::string name, std::string value)
    {
        headers_.emplace_back(std::move(name), std::move(value));
    }
    const std::vector<std::pair<std::string, std::string>>& headers() const { return headers_; }

private:
    Kept& kept_;
    std::optional<Uuid> thing_;
    std::optional<Uuid> person_;
    std::optional<Problem> problem_;
    std::vector<std::pair<std::string, std::string>> headers_;
};

} // namespace core
