// SPDX-License-Identifier: EUPL-1.2
// Numbers for Prometheus (prometheus-cpp, which only metrics.cpp sees): requests and seconds by
// act, and what the stores say of themselves. Never a person, an account or a path with an id.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace core {

struct Place;

class Metrics {
public:
    Metrics();
    ~Metrics();

    void count(const std::string& act, int status, double seconds);
    // The text format of Prometheus.
    std::string text(const std::vector<Place*>& places);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace core
