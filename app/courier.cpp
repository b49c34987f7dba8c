// SPDX-License-Identifier: EUPL-1.2
#include "app/courier.h"

#include "app/call.h"
#include "app/house.h"

namespace app {

namespace {

// Ids and numbers alone stand in these queries: nothing needs to be encoded.
std::string target_of(const core::Request& request)
{
    std::string target = request.path;
    const char* joint = "?";
    for (const auto& [name, value] : request.query) {
        target += joint + name + "=" + value;
        joint = "&";
    }
    return target;
}

} // namespace

Courier::Courier(const Configuration& configuration)
    : address_(configuration.network), ca_file_(configuration.network_ca_file)
{
    if (!may_be_called(address_))
        throw Refused("network must begin with https:// (http:// on this machine alone).");
    while (address_.ends_with('/'))
        address_.pop_back();
    thread_ = std::thread([this] { run(); });
}

Courier::~Courier() { stop(); }

void Courier::ask(core::Request request, core::Reply reply)
{
    {
        const std::scoped_lock lock(mutex_);
        if (!stopping_) {
            errands_.push_back({std::move(request), std::move(reply)});
            wake_.notify_one();
            return;
        }
    }
    core::Response nothing;
    nothing.status = 0;
    nothing.body = "stopping";
    reply(std::move(nothing));
}

void Courier::stop()
{
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_one();
    if (thread_.joinable())
        thread_.join();
}

void Courier::run()
{
    std::unique_lock lock(mutex_);
    while (true) {
        wake_.wait(lock, [this] { return stopping_ || !errands_.empty(); });
        if (errands_.empty())
            return;
        auto errand = std::move(errands_.front());
        errands_.pop_front();
        lock.unlock();
        errand.reply(bring(errand.request));
        lock.lock();
    }
}

core::Response Courier::bring(const core::Request& request) const
{
    Call errand;
    errand.url = address_ + target_of(request);
    errand.method = request.method;
    for (const auto& header : request.headers)
        errand.headers.emplace_back(header);
    errand.body = request.body;
    errand.ca_file = ca_file_;
    errand.stopping = &stopping_;
    return call(errand);
}

} // namespace app
