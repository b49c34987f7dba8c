// SPDX-License-Identifier: EUPL-1.2
#include "network/visits.h"

#include <algorithm>
#include <thread>

#include "core/journal.h"
#include "core/log.h"
#include "network/parcels.h"
#include "store/rows.h"

using core::Context;

namespace network {

namespace {

constexpr auto address = "/api/network/parcels";
constexpr std::int64_t wait_seconds_min = 2;
constexpr std::int64_t wait_seconds_max = 600;

core::Actor link_actor(core::House& house, const std::string& city)
{
    auto* network = house.find_place(core::network_slug);
    ENSURE(network);
    core::Actor actor;
    actor.account = Id<core::Account>(named_uuid("link in this program " + city));
    actor.store = core::network_slug;
    actor.login = city + "@" + actor.store;
    actor.name = city;
    actor.machine = true;
    actor.link = true;
    return actor;
}

// One visit, which keeps itself alive from one answer to the next.
class Visit : public std::enable_shared_from_this<Visit> {
public:
    Visit(core::House& house, core::Place& city, Why why)
        : house_(house), city_(city), why_(why), visits_(city.kept.get<Visits>())
    {
    }

    void go();

private:
    struct Prepared {
        std::optional<LinkRow> link;
        std::vector<OutboxRow> waiting; // the first alone
    };

    Prepared prepare();
    core::Request request_of(const Prepared& prepared);
    void ask(core::Request request);
    void come_back(const core::Response& response);
    void take_answer(const core::Response& response);
    std::optional<MeetingAnswer> read(const core::Response& response, std::string& trouble) const;
    bool knows_all();
    void take_next();
    void refuse_next(const Problem& problem);
    void write(std::function<void(Context&)> work, std::function<void(std::exception_ptr)> done);
    void note_in_link(Context& context, const std::optional<Id<core::Parcel>>& heard);
    void go_wrong(const std::string& trouble);
    void go_on();
    void end();

    core::House& house_;
    core::Place& city_;
    Why why_;
    Visits& visits_;

    std::string peer_key_;
    std::string signature_; // of the request
    bool asked_only_ = false;
    bool brought_ = false;
    MeetingAnswer answer_;
    std::size_t next_ = 0;
};

std::string what(std::exception_ptr failure)
{
    try {
        std::rethrow_exception(failure);
    } catch (const std::exception& error) {
        return error.what();
    }
}

// The link is made here where the network's store is in the same program.
Visit::Prepared Visit::prepare()
{
    Prepared prepared;
    city_.store->read([&](store::Transaction& transaction) {
        prepared.link = standing_link(transaction, std::string(core::network_slug));
        prepared.waiting = waiting_for(transaction, std::string(core::network_slug), 1);
    });
    return prepared;
}

core::Request Visit::request_of(const Prepared& prepared)
{
    core::Request request;
    request.path = address;
    request.remote = "127.0.0.1";
    const auto& heard = prepared.link->heard;
    asked_only_ = prepared.waiting.empty() && why_ == Why::a_minute_is_over;
    brought_ = !prepared.waiting.empty();
    if (asked_only_) {
        request.method = "GET";
        if (heard)
            request.query.emplace_back("last", to_string(*heard));
    } else {
        Meeting meeting;
        meeting.last = heard;
        if (brought_) {
            const auto& row = prepared.waiting.front();
            meeting.parcel = SignedParcel{row.id,   row.sender,  row.addressee, row.kind,
                                          row.body, row.made_at, row.signature};
        }
        request.method = "POST";
        request.headers.emplace_back("content-type", "application/json");
        request.body = to_json(meeting);
    }
    const auto turn = visits_.next_turn(house_.now());
    signature_ = sign(city_.store->seal(), request_text(request, city_.slug, turn));
    request.headers.emplace_back(link_header, write_heading({city_.slug, turn, signature_}));
    return request;
}

void Visit::ask(core::Request request)
{
    auto reply = [self = shared_from_this()](core::Response response) {
        self->come_back(response);
    };
    if (house_.find_place(core::network_slug))
        house_.ask(link_actor(house_, city_.slug), std::move(request), std::move(reply));
    else
        house_.network_door()(std::move(request), std::move(reply));
}

void Visit::go()
{
    try {
        auto prepared = prepare();
        if (!prepared.link && house_.find_place(core::network_slug))
            return write(
                [](Context& context) { find_link(context, std::string(core::network_slug)); },
                [self = shared_from_this()](std::exception_ptr failure) {
                    failure ? self->go_wrong(what(failure)) : self->go();
                });
        if (!prepared.link)
            return end(); // nobody has admitted the network yet: what is sent waits
        peer_key_ = prepared.link->sign_key;
        ask(request_of(prepared));
    } catch (const std::exception& error) {
        go_wrong(error.what());
    }
}

std::optional<MeetingAnswer> Visit::read(const core::Response& response, std::string& trouble) const
{
    std::string signature;
    for (const auto& [name, value] : response.headers)
        if (name == "Lgnet-Link" || name == link_header)
            signature = value;
    if (response.status != 200) {
        trouble = response.status == 0 ? "unreachable: " + response.body
                                       : "answered " + std::to_string(response.status);
        return std::nullopt;
    }
    if (!is_signed(peer_key_, answer_text(signature_, response.body), signature)) {
        trouble = "not_signed";
        return std::nullopt;
    }
    auto answer = read_meeting_answer(response.body);
    if (!answer)
        trouble = "unreadable";
    return answer;
}

// Whether the network still has the last of what it was brought. If it was set back to a backup, it
// is told again.
bool Visit::knows_all()
{
    const std::string network(core::network_slug);
    bool knows = true;
    city_.store->read([&](store::Transaction& transaction) {
        const auto own = last_acknowledged(transaction, network);
        const bool is_ours = !answer_.last || find_outbox(transaction, *answer_.last);
        knows = !own || own == answer_.last || !is_ours;
    });
    return knows;
}

// What goes wrong on the way back is no reason to stop visiting for good.
void Visit::come_back(const core::Response& response)
{
    try {
        take_answer(response);
    } catch (const std::exception& error) {
        go_wrong(error.what());
    }
}

void Visit::take_answer(const core::Response& response)
{
    std::string trouble;
    auto answer = read(response, trouble);
    if (answer && brought_ && !answer->receipt)
        trouble = "unreadable";
    if (!trouble.empty())
        return go_wrong(trouble);
    visits_.note_met(house_.now());
    answer_ = std::move(*answer);
    next_ = 0;
    if (asked_only_ && answer_.waiting == 0 && knows_all())
        return end();
    if (asked_only_) {
        why_ = Why::something_waits;
        return go();
    }
    write(
        [this](Context& context) {
            if (answer_.receipt)
                note_receipt(context, *answer_.receipt);
            note_heard(context, std::string(core::network_slug), answer_.last);
            note_in_link(context, std::nullopt);
        },
        [self = shared_from_this()](std::exception_ptr failure) {
            failure ? self->go_wrong(what(failure)) : self->take_next();
        });
}

void Visit::take_next()
{
    if (next_ == answer_.parcels.size())
        return go_on();
    write(
        [this](Context& context) {
            const auto& parcel = answer_.parcels[next_];
            take_in(context, parcel);
            note_in_link(context, parcel.id);
        },
        [self = shared_from_this()](std::exception_ptr failure) {
            if (!failure) {
                ++self->next_;
                return self->take_next();
            }
            try {
                std::rethrow_exception(failure);
            } catch (const Problem& problem) {
                self->refuse_next(problem);
            } catch (const store::ConstraintBroken& broken) {
                self->refuse_next(Problem(409, "core.conflict"));
            } catch (const std::exception& error) {
                self->go_wrong(error.what());
            }
        });
}

void Visit::refuse_next(const Problem& problem)
{
    write(
        [this, problem](Context& context) {
            const auto& parcel = answer_.parcels[next_];
            take_refused(context, parcel, problem);
            note_in_link(context, parcel.id);
        },
        [self = shared_from_this()](std::exception_ptr failure) {
            if (failure)
                return self->go_wrong(what(failure));
            ++self->next_;
            self->take_next();
        });
}

// In the city's store, with a line in its journal of each parcel that came.
void Visit::write(std::function<void(Context&)> work, std::function<void(std::exception_ptr)> done)
{
    city_.store->submit(
        [self = shared_from_this(), work = std::move(work)](store::Transaction& transaction) {
            const core::Request nobody_asked;
            const auto system = core::system_of(self->city_.slug);
            Context context(self->house_, transaction, self->city_.kept, system, nobody_asked,
                            self->house_.now());
            work(context);
        },
        std::move(done));
}

void Visit::note_in_link(Context& context, const std::optional<Id<core::Parcel>>& heard)
{
    auto link = standing_link(context.store, std::string(core::network_slug));
    if (!link)
        return; // stopped meanwhile
    link->met_at = context.now;
    if (heard) {
        link->heard = heard;
        core::note_by_itself(context.store, "network.take_parcel", *heard, context.now);
    }
    store::update_row(context.store, *link);
}

// There may be more here, or more there; what was taken in is acknowledged by asking again.
void Visit::go_on()
{
    try {
        if (!brought_ && answer_.parcels.empty() && prepare().waiting.empty())
            return end();
    } catch (const std::exception& error) {
        return go_wrong(error.what());
    }
    why_ = Why::something_waits;
    go();
}

void Visit::go_wrong(const std::string& trouble)
{
    core::log(core::Level::warning, "visit_failed", {{"city", city_.slug}, {"why", trouble}});
    visits_.note_trouble(trouble, house_.now());
    if (!brought_)
        return end();
    write(
        [this](Context& context) {
            auto waiting = waiting_for(context.store, std::string(core::network_slug), 1);
            if (waiting.empty())
                return;
            ++waiting.front().tries;
            waiting.front().try_at = visits_.news().next_at;
            store::update_row(context.store, waiting.front());
        },
        [self = shared_from_this()](std::exception_ptr) { self->end(); });
}

void Visit::end()
{
    if (!visits_.end())
        return;
    why_ = Why::something_waits;
    go();
}

} // namespace

bool Visits::begin(Why why, Instant now)
{
    const std::scoped_lock lock(mutex_);
    if (news_.under_way) {
        again_ = again_ || why == Why::something_waits;
        return false;
    }
    if (news_.next_at && now < *news_.next_at)
        return false;
    news_.under_way = true;
    again_ = false;
    return true;
}

bool Visits::end()
{
    const std::scoped_lock lock(mutex_);
    const bool looks_again = again_ && !news_.next_at;
    again_ = false;
    news_.under_way = looks_again;
    return looks_again;
}

std::int64_t Visits::next_turn(Instant now)
{
    const std::scoped_lock lock(mutex_);
    turn_ = std::max(turn_ + 1, now.milliseconds);
    return turn_;
}

void Visits::note_met(Instant now)
{
    const std::scoped_lock lock(mutex_);
    news_.met_at = now;
    news_.trouble.reset();
    news_.next_at.reset();
    failures_ = 0;
}

void Visits::note_trouble(const std::string& trouble, Instant now)
{
    const std::scoped_lock lock(mutex_);
    news_.trouble = trouble;
    const auto wait = std::min(wait_seconds_max, wait_seconds_min << std::min(failures_, 7));
    news_.next_at = now.plus_seconds(wait);
    ++failures_;
}

Visits::News Visits::news() const
{
    const std::scoped_lock lock(mutex_);
    return news_;
}

void Callers::note(const std::string& city, Instant now)
{
    const std::scoped_lock lock(mutex_);
    seen_[city] = now;
}

std::optional<Instant> Callers::last(const std::string& city) const
{
    const std::scoped_lock lock(mutex_);
    const auto found = seen_.find(city);
    return found == seen_.end() ? std::nullopt : std::optional(found->second);
}

void visit(core::House& house, core::Place& city, Why why)
{
    if (city.slug == core::network_slug)
        return;
    if (!house.find_place(core::network_slug) && !house.network_door())
        return; // a city alone: what it sends waits
    if (!city.kept.get<Visits>().begin(why, house.now()))
        return;
    std::make_shared<Visit>(house, city, why)->go();
}

void settle(core::House& house)
{
    int still = 0;
    while (still < 2) {
        bool under_way = false;
        for (auto* place : house.places())
            place->store->write([](store::Transaction&) {});
        for (auto* place : house.places())
            if (place->slug != core::network_slug)
                under_way = under_way || place->kept.get<Visits>().news().under_way;
        still = under_way ? 0 : still + 1;
        if (under_way)
            std::this_thread::yield();
    }
}

} // namespace network
