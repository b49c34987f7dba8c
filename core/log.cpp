// SPDX-License-Identifier: EUPL-1.2
#include "core/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "base/json.h"
#include "base/time.h"

namespace core {

namespace {

spdlog::logger& logger()
{
    static const auto made = [] {
        auto one = spdlog::stderr_logger_mt("lgnet");
        one->set_pattern("%v");
        one->set_level(spdlog::level::info);
        return one;
    }();
    return *made;
}

spdlog::level::level_enum level_of(Level level)
{
    switch (level) {
    case Level::debug:
        return spdlog::level::debug;
    case Level::info:
        return spdlog::level::info;
    case Level::warning:
        return spdlog::level::warn;
    case Level::error:
        return spdlog::level::err;
    }
    return spdlog::level::off;
}

} // namespace

void set_log_level(std::string_view name)
{
    logger().set_level(spdlog::level::from_str(std::string(name)));
}

void log(Level level, std::string_view event,
         std::initializer_list<std::pair<std::string_view, std::string>> facts)
{
    const auto spd_level = level_of(level);
    if (!logger().should_log(spd_level))
        return;
    std::string line;
    JsonObject object(line);
    object.text("at", to_string(system_now()));
    const auto name = spdlog::level::to_string_view(spd_level);
    object.text("level", {name.data(), name.size()});
    object.text("event", event);
    for (const auto& [key, value] : facts)
        object.text(key, value);
    object.close();
    logger().log(spd_level, line);
}

} // namespace core
