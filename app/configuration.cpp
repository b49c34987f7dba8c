// SPDX-License-Identifier: EUPL-1.2
#include "app/configuration.h"

#include <toml++/toml.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <sstream>
#include <variant>

#include "app/written.h"

extern char** environ;

namespace app {

namespace {

using Place = std::variant<std::string Configuration::*, bool Configuration::*,
                           int Configuration::*, std::vector<std::string> Configuration::*>;

struct Setting {
    std::string_view key; // as in the file; LGNET_LIMITS_BODY_KILOBYTES in the environment
    Place place;
    int least = 0; // of a number
    int most = 0;
};

const std::array settings{
    Setting{"data", &Configuration::data},
    Setting{"listen", &Configuration::listen},
    Setting{"cities", &Configuration::cities},
    Setting{"proxies", &Configuration::proxies},
    Setting{"secure_cookies", &Configuration::secure_cookies},
    Setting{"metrics_for_all", &Configuration::metrics_for_all},
    Setting{"log_level", &Configuration::log_level},
    Setting{"threads", &Configuration::threads, 1, 64},
    Setting{"reader_threads", &Configuration::reader_threads, 1, 64},
    Setting{"chores_seconds", &Configuration::chores_seconds, 1, 3600},
    Setting{"site", &Configuration::site},
    Setting{"network", &Configuration::network},
    Setting{"network_ca_file", &Configuration::network_ca_file},
    Setting{"mail.server", &Configuration::mail_server},
    Setting{"mail.from", &Configuration::mail_from},
    Setting{"mail.user", &Configuration::mail_user},
    Setting{"mail.password_file", &Configuration::mail_password_file},
    Setting{"headcount.key_server_a", &Configuration::key_server_a},
    Setting{"headcount.key_server_b", &Configuration::key_server_b},
    Setting{"headcount.counter", &Configuration::counter},
    Setting{"headcount.ca_file", &Configuration::headcount_ca_file},
    Setting{"limits.body_kilobytes", &Configuration::body_kilobytes, 1, 1024 * 1024},
    Setting{"limits.header_kilobytes", &Configuration::header_kilobytes, 1, 1024},
    Setting{"limits.connections", &Configuration::connections, 1, 1'000'000},
    Setting{"limits.idle_seconds", &Configuration::idle_seconds, 1, 3600},
    Setting{"limits.stop_seconds", &Configuration::stop_seconds, 1, 3600},
    Setting{"limits.reads_waiting", &Configuration::reads_waiting, 1, 1'000'000},
    Setting{"limits.writes_waiting", &Configuration::writes_waiting, 1, 1'000'000},
    Setting{"limits.batch_units", &Configuration::batch_units, 1, 10'000},
    Setting{"limits.batch_milliseconds", &Configuration::batch_milliseconds, 1, 1000},
};

constexpr std::array<std::string_view, 5> levels{"debug", "info", "warning", "error", "off"};

// "limits.body_kilobytes" -> "LGNET_LIMITS_BODY_KILOBYTES"
std::string variable_of(std::string_view key)
{
    std::string name = "LGNET_";
    for (const char c : key)
        name += c == '.' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    return name;
}

std::string all_keys()
{
    std::string names;
    for (const auto& setting : settings)
        names += std::string(setting.key) + ", ";
    return names + "stores.<city>";
}

// "limits", of which there are settings "limits.body_kilobytes" and others.
bool is_table_of_settings(std::string_view key)
{
    const auto begin = std::string(key) + ".";
    return key == "stores" ||
           std::any_of(settings.begin(), settings.end(),
                       [&](const Setting& one) { return one.key.starts_with(begin); });
}

// One reading of everything: collects the faults.
class Reader {
public:
    Configuration read(const std::string& file, const Environment& variables)
    {
        if (!file.empty())
            read_file(file);
        read_environment(variables);
        const auto& level = configuration_.log_level;
        if (std::find(levels.begin(), levels.end(), level) == levels.end())
            wrong("log_level " + level, "must be debug, info, warning, error or off.");
        if (!faults_.empty())
            throw ConfigurationWrong(faults_);
        return configuration_;
    }

private:
    void wrong(const std::string& where, const std::string& what)
    {
        faults_ += (faults_.empty() ? "" : "\n") + where + ": " + what;
    }

    void read_file(const std::string& file);
    void read_table(const std::string& file, const std::string& before, const toml::table& table);
    void take(const std::string& where, const Setting& setting, const toml::node& value);
    void take_number(const std::string& where, const Setting& setting, std::int64_t number);

    void read_environment(const Environment& variables);
    void take(const std::string& where, const Setting& setting, const std::string& text);

    Configuration configuration_;
    std::string faults_;
};

void Reader::read_file(const std::string& file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        throw ConfigurationWrong("Cannot read the configuration file " + file + ".");
    std::ostringstream text;
    text << stream.rdbuf();
    try {
        read_table(file, "", toml::parse(text.str(), file));
    } catch (const toml::parse_error& error) {
        wrong(file + ":" + std::to_string(error.source().begin.line),
              "not TOML: " + std::string(error.description()));
    }
}

void Reader::read_table(const std::string& file, const std::string& before,
                        const toml::table& table)
{
    for (const auto& [name, value] : table) {
        const auto key = before + std::string(name.str());
        const auto where = file + ":" + std::to_string(name.source().begin.line);
        const auto setting = std::find_if(settings.begin(), settings.end(),
                                          [&](const Setting& one) { return one.key == key; });
        if (setting != settings.end())
            take(where, *setting, value);
        else if (before.empty() && is_table_of_settings(key) && value.is_table())
            read_table(file, key + ".", *value.as_table());
        else if (before == "stores." && value.is_string())
            configuration_.stores[std::string(name.str())] = **value.as_string();
        else if (before == "stores.")
            wrong(where, key + " must be the URL of a store, in quotes.");
        else
            wrong(where, "there is no setting " + key + ". Possible: " + all_keys() + ".");
    }
}

void Reader::take(const std::string& where, const Setting& setting, const toml::node& value)
{
    const std::string key(setting.key);
    if (const auto* place = std::get_if<std::string Configuration::*>(&setting.place)) {
        if (!value.is_string())
            return wrong(where, key + " must be a text in quotes.");
        configuration_.*(*place) = **value.as_string();
    } else if (const auto* flag = std::get_if<bool Configuration::*>(&setting.place)) {
        if (!value.is_boolean())
            return wrong(where, key + " must be true or false.");
        configuration_.*(*flag) = **value.as_boolean();
    } else if (const auto* list =
                   std::get_if<std::vector<std::string> Configuration::*>(&setting.place)) {
        const auto* entries = value.as_array();
        if (!entries || !entries->is_homogeneous<std::string>())
            return wrong(where, key + R"( must be a list of texts: ["roma", "milano"].)");
        (configuration_.*(*list)).clear();
        for (const auto& entry : *entries)
            (configuration_.*(*list)).push_back(**entry.as_string());
    } else if (!value.is_integer()) {
        wrong(where, key + " must be a whole number.");
    } else {
        take_number(where, setting, **value.as_integer());
    }
}

void Reader::take_number(const std::string& where, const Setting& setting, std::int64_t number)
{
    if (number < setting.least || number > setting.most)
        return wrong(where, std::string(setting.key) + " must be from " +
                                std::to_string(setting.least) + " to " +
                                std::to_string(setting.most) + ".");
    configuration_.*std::get<int Configuration::*>(setting.place) = static_cast<int>(number);
}

void Reader::read_environment(const Environment& variables)
{
    constexpr std::string_view stores = "LGNET_STORES_";
    for (const auto& [name, text] : variables) {
        // LGNET_CONFIG names the file itself; LGNET_TEST_* are of the tests.
        if (name == "LGNET_CONFIG" || name.starts_with("LGNET_TEST_"))
            continue;
        const auto setting =
            std::find_if(settings.begin(), settings.end(),
                         [&](const Setting& one) { return variable_of(one.key) == name; });
        if (setting != settings.end()) {
            take(name, *setting, text);
        } else if (name.starts_with(stores)) {
            auto slug = name.substr(stores.size());
            std::transform(slug.begin(), slug.end(), slug.begin(), [](char c) {
                return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
            });
            configuration_.stores[slug] = text;
        } else {
            wrong(name, "there is no such setting. Possible: " + all_keys() +
                            ", each as LGNET_ and its name in capitals.");
        }
    }
}

void Reader::take(const std::string& where, const Setting& setting, const std::string& text)
{
    if (const auto* place = std::get_if<std::string Configuration::*>(&setting.place)) {
        configuration_.*(*place) = text;
    } else if (const auto* flag = std::get_if<bool Configuration::*>(&setting.place)) {
        if (text != "true" && text != "false")
            return wrong(where, "must be true or false.");
        configuration_.*(*flag) = text == "true";
    } else if (const auto* list =
                   std::get_if<std::vector<std::string> Configuration::*>(&setting.place)) {
        configuration_.*(*list) = split_at(text, ",");
    } else {
        std::int64_t number = 0;
        const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
        if (end.ec != std::errc() || end.ptr != text.data() + text.size())
            return wrong(where, "must be a whole number.");
        take_number(where, setting, number);
    }
}

} // namespace

Environment environment()
{
    Environment found;
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        const std::string_view text(*entry);
        const auto equals = text.find('=');
        if (text.starts_with("LGNET_") && equals != std::string_view::npos)
            found[std::string(text.substr(0, equals))] = text.substr(equals + 1);
    }
    return found;
}

Configuration read_configuration(const std::string& file, const Environment& variables)
{
    return Reader().read(file, variables);
}

store::Settings store_settings(const Configuration& configuration, const std::string& slug)
{
    const auto chosen = configuration.stores.find(slug);
    store::Settings settings;
    settings.name = slug;
    settings.url = chosen != configuration.stores.end()
                       ? chosen->second
                       : "sqlite:" + configuration.data + "/" + slug + ".db";
    settings.key_file = configuration.data + "/keys/" + slug + ".key";
    settings.batch_max = configuration.batch_units;
    settings.batch_milliseconds = configuration.batch_milliseconds;
    settings.queue_max = configuration.writes_waiting;
    settings.readers_max = configuration.reader_threads + 1;
    return settings;
}

http::Limits http_limits(const Configuration& configuration)
{
    http::Limits limits;
    limits.body_bytes = static_cast<std::size_t>(configuration.body_kilobytes) * 1024;
    limits.header_bytes = static_cast<std::size_t>(configuration.header_kilobytes) * 1024;
    limits.connections_max = configuration.connections;
    limits.idle_time = std::chrono::seconds(configuration.idle_seconds);
    limits.stop_time = std::chrono::seconds(configuration.stop_seconds);
    return limits;
}

} // namespace app
