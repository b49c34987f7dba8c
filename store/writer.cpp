// SPDX-License-Identifier: EUPL-1.2
#include "store/writer.h"

#include <pthread.h>

#include <algorithm>
#include <cstdio>

#include "base/problem.h"

namespace store {

namespace {

using Clock = std::chrono::steady_clock;

// Seventeen stores share one small machine: one that has been still so long gives its memory back.
constexpr std::chrono::seconds idle_after(2);

// Why the database did not take a batch, as its callers understand it.
std::exception_ptr as_unavailable(std::exception_ptr error)
{
    try {
        std::rethrow_exception(error);
    } catch (const Unavailable&) {
        return error;
    } catch (const std::exception& other) {
        return std::make_exception_ptr(Unavailable("input_output", other.what()));
    }
}

// Effects and answers are promised not to throw. One that does must not cost the others theirs.
template <class Call> void call(const std::string& store, const Call& call)
{
    try {
        call();
    } catch (const std::exception& error) {
        std::fprintf(stderr, "store %s: thrown after a commit: %s\n", store.c_str(), error.what());
    }
}

} // namespace

Writer::Writer(Database& database, std::unique_ptr<Connection> connection, const Seal& seal,
               const Settings& settings)
    : database_(database),
      seal_(seal),
      settings_(settings),
      connection_(std::move(connection)),
      thread_([this] { run(); })
{
    const auto name = ("write " + settings.name).substr(0, 15); // all that Linux keeps
    pthread_setname_np(thread_.native_handle(), name.c_str());
}

void Writer::submit(Work work, Done done)
{
    std::unique_lock lock(mutex_);
    const bool full = queue_.size() >= static_cast<std::size_t>(settings_.queue_max);
    if (!stopping_ && !full) {
        queue_.push_back({std::move(work), std::move(done), nullptr, {}});
        lock.unlock();
        wake_.notify_one();
        return;
    }
    const std::string reason = stopping_ ? "stopping" : "queue_full";
    lock.unlock();
    done(std::make_exception_ptr(
        Unavailable(reason, "The writer of " + settings_.name + " takes no more work.")));
}

void Writer::alone(const std::function<void(Connection&)>& work)
{
    ENSURE(!is_this_thread());
    std::packaged_task<void()> task([&] {
        connect();
        work(*connection_);
    });
    auto result = task.get_future();
    {
        const std::lock_guard lock(mutex_);
        if (stopping_)
            throw Unavailable("stopping", "The store " + settings_.name + " stops.");
        alone_.push_back(std::move(task));
    }
    wake_.notify_one();
    result.get();
}

void Writer::stop()
{
    const std::lock_guard one(stop_mutex_);
    if (!thread_.joinable())
        return;
    ENSURE(!is_this_thread());
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

Numbers Writer::numbers() const
{
    const std::lock_guard lock(mutex_);
    auto numbers = numbers_;
    numbers.waiting = static_cast<std::int64_t>(queue_.size());
    return numbers;
}

void Writer::run()
{
    std::unique_lock lock(mutex_);
    const auto wanted = [&] { return stopping_ || !queue_.empty() || !alone_.empty(); };
    for (;;) {
        if (!wake_.wait_for(lock, idle_after, wanted)) {
            if (connection_)
                connection_->shrink();
            wake_.wait(lock, wanted);
        }
        if (!alone_.empty()) {
            auto task = std::move(alone_.front());
            alone_.pop_front();
            lock.unlock();
            task();
        } else if (!queue_.empty()) {
            lock.unlock();
            commit_batch();
            if (connection_ && !connection_->broken())
                connection_->rest();
        } else {
            break;
        }
        lock.lock();
    }
    lock.unlock();
    if (connection_ && !connection_->broken())
        connection_->finish();
    connection_.reset();
}

// Replaces a connection that was lost. The old one goes first: never two that write.
void Writer::connect()
{
    if (connection_ && !connection_->broken())
        return;
    connection_.reset();
    connection_ = database_.connect(Access::write);
}

void Writer::begin()
{
    connect();
    try {
        connection_->begin();
    } catch (const Unavailable&) {
        if (!connection_->broken())
            throw;
        // Lost while nobody wrote: the server was started anew, say.
        connect();
        connection_->begin();
    }
}

// Nearly every unit ends well, or is refused before it has written anything: then nothing must be
// rolled back, and savepoints would be paid for in vain. Where one must, the batch is done again.
void Writer::commit_batch()
{
    std::vector<Unit> batch;
    bool committed = false;
    try {
        if (!try_lightly(batch))
            redo_carefully(batch);
        committed = true;
    } catch (...) {
        const auto reason = as_unavailable(std::current_exception());
        if (connection_)
            connection_->rollback();
        if (batch.empty())
            take_up(batch, static_cast<std::size_t>(settings_.queue_max)); // all wait in vain
        // Also of those that were refused: what they saw in the batch never came to be.
        for (auto& unit : batch)
            unit.failure = reason;
    }
    remembered_.forget();
    count(batch, committed);
    for (auto& unit : batch) {
        if (!unit.failure)
            for (const auto& effect : unit.effects)
                call(settings_.name, effect);
        call(settings_.name, [&] { unit.done(unit.failure); });
    }
}

// The batch forms while the one before it is made durable: nothing here waits for more work. False,
// and nothing is written, where a unit has failed that had written, or the commit itself has.
bool Writer::try_lightly(std::vector<Unit>& batch)
{
    begin();
    const auto end = Clock::now() + std::chrono::milliseconds(settings_.batch_milliseconds);
    const auto most = static_cast<std::size_t>(std::max(1, settings_.batch_max));
    bool well = true;
    do {
        const auto before = batch.size();
        take_up(batch, 1);
        if (batch.size() == before)
            break;
        well = carry_out_lightly(batch.back());
    } while (well && batch.size() < most && Clock::now() < end);
    well = well && !settings_.everything_twice;
    try {
        if (well)
            connection_->commit();
        else
            connection_->rollback();
        return well;
    } catch (const Unavailable&) {
        throw;
    } catch (const std::exception&) {
        connection_->rollback(); // a statement that nobody has waited for
        return false;
    }
}

// False: what the unit has written is in the way.
bool Writer::carry_out_lightly(Unit& unit)
{
    Transaction transaction(*connection_, seal_, remembered_, Pass::light);
    try {
        unit.work(transaction);
        unit.failure = transaction.failure();
    } catch (...) {
        unit.failure = std::current_exception();
    }
    // A failed statement may be one of a unit before this one.
    if (transaction.failure() || (unit.failure && transaction.has_written()))
        return false;
    if (!unit.failure)
        unit.effects = std::move(transaction.effects());
    return true;
}

// Each unit in a savepoint, so that one that throws is rolled back alone.
void Writer::redo_carefully(std::vector<Unit>& batch)
{
    begin();
    remembered_.forget();
    for (auto& unit : batch)
        carry_out_carefully(unit);
    connection_->commit();
}

void Writer::carry_out_carefully(Unit& unit)
{
    unit.failure = nullptr;
    unit.effects.clear();
    connection_->begin_unit();
    Transaction transaction(*connection_, seal_, remembered_, Pass::careful);
    try {
        unit.work(transaction);
        unit.failure = transaction.failure();
        if (!unit.failure)
            connection_->keep_unit();
    } catch (...) {
        unit.failure = std::current_exception();
    }
    if (!unit.failure) {
        unit.effects = std::move(transaction.effects());
        return;
    }
    remembered_.forget();
    try {
        connection_->undo_unit();
    } catch (const std::exception&) {
        // The database has dropped the whole transaction; the unit that met it knows why.
        std::rethrow_exception(unit.failure);
    }
}

void Writer::take_up(std::vector<Unit>& batch, std::size_t count)
{
    const std::lock_guard lock(mutex_);
    for (; count > 0 && !queue_.empty(); --count) {
        batch.push_back(std::move(queue_.front()));
        queue_.pop_front();
    }
}

void Writer::count(const std::vector<Unit>& batch, bool committed)
{
    const auto refused = std::count_if(batch.begin(), batch.end(),
                                       [](const Unit& unit) { return unit.failure != nullptr; });
    const std::lock_guard lock(mutex_);
    numbers_.commits += committed ? 1 : 0;
    numbers_.units += static_cast<std::int64_t>(batch.size()) - refused;
    numbers_.refused += refused;
}

} // namespace store
