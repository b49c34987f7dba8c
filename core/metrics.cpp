// SPDX-License-Identifier: EUPL-1.2
#include "core/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include "core/house.h"

namespace core {

namespace {

const prometheus::Histogram::BucketBoundaries buckets{0.001, 0.0025, 0.005, 0.01, 0.025,
                                                      0.05,  0.1,    0.25,  1.0,  5.0};

} // namespace

struct Metrics::Inside {
    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter>& requests =
        prometheus::BuildCounter()
            .Name("lgnet_requests_total")
            .Help("Requests answered, by act and status")
            .Register(registry);
    prometheus::Family<prometheus::Histogram>& seconds =
        prometheus::BuildHistogram()
            .Name("lgnet_request_seconds")
            .Help("From the whole request to the answer, by act")
            .Register(registry);
    prometheus::Family<prometheus::Gauge>& store =
        prometheus::BuildGauge()
            .Name("lgnet_store")
            .Help("Commits, units of work committed and refused, and units waiting, by store")
            .Register(registry);
};

Metrics::Metrics() : inside_(std::make_unique<Inside>()) {}
Metrics::~Metrics() = default;

void Metrics::count(const std::string& act, int status, double seconds)
{
    inside_->requests.Add({{"act", act}, {"status", std::to_string(status)}}).Increment();
    inside_->seconds.Add({{"act", act}}, buckets).Observe(seconds);
}

std::string Metrics::text(const std::vector<Place*>& places)
{
    for (const auto* place : places) {
        const auto numbers = place->store->numbers();
        const auto set = [&](const char* what, std::int64_t value) {
            inside_->store.Add({{"store", place->slug}, {"number", what}})
                .Set(static_cast<double>(value));
        };
        set("commits", numbers.commits);
        set("units", numbers.units);
        set("refused", numbers.refused);
        set("waiting", numbers.waiting);
    }
    return prometheus::TextSerializer().Serialize(inside_->registry.Collect());
}

} // namespace core
