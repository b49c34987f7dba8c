// SPDX-License-Identifier: EUPL-1.2
#include "core/house.h"

#include <algorithm>
#include <condition_variable>
#include <set>
#include <stdexcept>

#include "core/log.h"
#include "core/metrics.h"
#include "core/readers.h"
#include "core/rows.h"

namespace core {

const Catalogue& Context::catalogue() const { return house.catalogue_of(actor.store); }

std::string Context::language() const
{
    const auto wanted = request.header("accept-language");
    return wanted.empty() ? actor.language : house.words().choose(wanted);
}

const City& Context::city() const
{
    const auto* city = catalogue().find_city(actor.store);
    ENSURE(city != nullptr);
    return *city;
}

namespace {

// A phone that was off for half a year is told that it was done, no more what was answered.
constexpr std::int64_t answer_seconds_max = 180 * 86'400;

void forget_answers(store::Store& store, Instant now)
{
    store.write([&](store::Transaction& transaction) {
        forget_answers_before(transaction, now.plus_seconds(-answer_seconds_max));
    });
}

} // namespace

namespace {

std::vector<NotHeld> not_held_by_core()
{
    return {{"core_mail", "the address of who works here, forgotten once the mail has left"},
            {"core_receipt", "answers, sealed for half a year; an erasure forgets those that name "
                             "the person (core/receipts.h)"}};
}

} // namespace

House::House(HouseSettings settings)
    : settings_(std::move(settings)),
      metrics_(std::make_unique<Metrics>()),
      readers_(std::make_unique<Readers>(settings_.reader_threads, settings_.reader_queue_max))
{
    not_held_ = not_held_by_core();
    for (const auto& module : settings_.modules) {
        holdings_.insert(holdings_.end(), module.holdings.begin(), module.holdings.end());
        not_held_.insert(not_held_.end(), module.not_held.begin(), module.not_held.end());
        phone_forms_.insert(phone_forms_.end(), module.phone_forms.begin(),
                            module.phone_forms.end());
    }
    std::set<std::string> names;
    for (const auto& module : settings_.modules)
        for (const auto& act : module.acts) {
            ENSURE(act.name.starts_with(module.name + "."));
            ENSURE(names.insert(act.name).second);
            where_[act.name] = act.only_on.value_or(module.where);
            acts_.push_back(act);
        }
}

House::~House() { stop(); }

void House::add_place(const std::string& slug, store::Settings settings)
{
    ENSURE(!places_.contains(slug));
    const auto where = slug == network_slug ? Where::network : Where::city;
    auto store = store::Store::open(settings);
    const auto applied = store->migrate(migrations(where), views(where));
    if (!applied.empty())
        log(Level::info, "migrated", {{"store", slug}, {"steps", std::to_string(applied.size())}});
    forget_answers(*store, now());
    auto& place = places_[slug] = std::make_unique<Place>(slug, std::move(store));
    for (const auto& module : settings_.modules)
        if (module.opened && (module.where == Where::both || module.where == where))
            module.opened(*this, *place);
}

const Catalogue& House::catalogue_of(std::string_view slug) const
{
    const auto* place = find_place(slug);
    const auto* chosen = place ? place->catalogue.load() : nullptr;
    return chosen ? *chosen : catalogue_;
}

void House::use_catalogue(std::string_view slug, std::shared_ptr<const Catalogue> catalogue)
{
    auto* place = find_place(slug);
    ENSURE(place);
    const std::scoped_lock lock(releases_mutex_);
    releases_.push_back(std::move(catalogue));
    place->catalogue = releases_.back().get();
}

std::vector<CatalogueEntry> House::entries_of(const Catalogue& catalogue) const
{
    auto all = code_entries(catalogue);
    for (const auto& module : settings_.modules)
        if (module.entries)
            for (auto& entry : module.entries(catalogue))
                all.push_back(std::move(entry));
    return all;
}

void House::check_catalogue(const Catalogue& catalogue, store::Transaction* transaction) const
{
    for (const auto& module : settings_.modules)
        if (module.check_catalogue)
            module.check_catalogue(catalogue, transaction);
}

std::vector<CodeUse> House::code_uses() const
{
    std::vector<CodeUse> all;
    for (const auto& holding : holdings_)
        for (const auto& held : holding.fields)
            if (!held.list.empty() && !held.sealed())
                all.push_back({held.list, holding.table, held.name});
    return all;
}

Place* House::find_place(std::string_view slug)
{
    const auto found = places_.find(slug);
    return found == places_.end() ? nullptr : found->second.get();
}

const Place* House::find_place(std::string_view slug) const
{
    const auto found = places_.find(slug);
    return found == places_.end() ? nullptr : found->second.get();
}

std::vector<Place*> House::places()
{
    std::vector<Place*> all;
    for (const auto& [slug, place] : places_)
        all.push_back(place.get());
    return all;
}

const Act* House::find_act(std::string_view name) const
{
    const auto found =
        std::find_if(acts_.begin(), acts_.end(), [&](const Act& act) { return act.name == name; });
    return found == acts_.end() ? nullptr : &*found;
}

const Dialect* House::dialect_of(std::string_view path) const
{
    for (const auto& module : settings_.modules)
        if (module.dialect && path.starts_with(module.dialect->prefix))
            return &*module.dialect;
    return nullptr;
}

bool House::may_ask(const Actor& actor, const Act& act) const
{
    const auto where = where_.find(act.name)->second;
    const auto here = actor.store == network_slug ? Where::network : Where::city;
    const bool may = act.links ? actor.link : actor.roles.any_of(act.who);
    return may && (where == Where::both || where == here);
}

const Receiver* House::find_receiver(std::string_view kind, std::string_view slug) const
{
    const auto here = slug == network_slug ? Where::network : Where::city;
    for (const auto& module : settings_.modules)
        for (const auto& receiver : module.receivers)
            if (receiver.kind == kind && (receiver.where == Where::both || receiver.where == here))
                return &receiver;
    return nullptr;
}

namespace {

// Waits for an answer that may come from another thread.
Response wait_for(const std::function<void(Reply)>& ask)
{
    struct Waiting {
        std::mutex mutex;
        std::condition_variable wake;
        std::optional<Response> response;
    };
    const auto waiting = std::make_shared<Waiting>();
    ask([waiting](Response response) {
        const std::scoped_lock lock(waiting->mutex);
        waiting->response = std::move(response);
        waiting->wake.notify_one();
    });
    std::unique_lock lock(waiting->mutex);
    waiting->wake.wait(lock, [&] { return waiting->response.has_value(); });
    return std::move(*waiting->response);
}

} // namespace

Response House::answer(const Request& request)
{
    return wait_for([&](Reply reply) { answer(request, std::move(reply)); });
}

Response House::ask(const Actor& actor, const Request& request)
{
    return wait_for([&](Reply reply) { ask(actor, request, std::move(reply)); });
}

void House::stop()
{
    if (readers_)
        readers_->stop();
    for (const auto& [slug, place] : places_)
        place->store->stop();
}

} // namespace core
