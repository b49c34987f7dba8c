// SPDX-License-Identifier: EUPL-1.2
// How this program is to run: from a file (TOML), then the environment (LGNET_*), then flags; what
// comes later wins. Each setting is one line of the table in configuration.cpp. A wrong key or
// value stops the program, and all of them are named at once, with file and line.
#pragma once

#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "http/server.h"
#include "store/store.h"

namespace app {

struct Configuration {
    std::string data; // the folder of stores and keys
    std::string listen = "127.0.0.1:8080";
    std::vector<std::string> cities;           // slugs; empty: all of the catalogue; "none"
    std::map<std::string, std::string> stores; // slug -> URL; the others are DIR/<slug>.db
    // Whose X-Forwarded-For is believed: the addresses of the proxies in front.
    std::vector<std::string> proxies;
    // Where the network's store is served, if not here: https://rete.example. Empty: here.
    std::string network;
    std::string network_ca_file;  // who vouches for its certificate; empty: the system's list
    bool secure_cookies = false;  // the browser comes over https, through the proxy in front
    bool metrics_for_all = false; // else /metrics answers this machine only
    std::string log_level = "info";
    int threads = 2;        // of the network's side
    int reader_threads = 2; // of the stores' side, for all of them together

    // Mail to those who coordinate. No server: none is sent.
    std::string site; // where lgnet is found, to be named in mails: https://lgnet.comune.example
    std::string mail_server;
    std::string mail_from;
    std::string mail_user;
    std::string mail_password_file; // its first line
    // Where the two key servers of the count across cities are, and who compares; none: here.
    std::string key_server_a;
    std::string key_server_b;
    std::string counter;
    std::string headcount_ca_file; // who vouches for their certificates; empty: the system's list
    int chores_seconds = 60;       // between two rounds of what the program does by itself

    // Limits.
    int body_kilobytes = 1024;
    int header_kilobytes = 16;
    int connections = 4096;
    int idle_seconds = 60;
    int stop_seconds = 10;
    int reads_waiting = 2048;
    int writes_waiting = 4096; // in each store
    int batch_units = 256;
    int batch_milliseconds = 20;
};

class ConfigurationWrong : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

using Environment = std::map<std::string, std::string>;

// The variables of this process that begin with LGNET_.
Environment environment();

// `file` may be empty: defaults and the environment alone. Throws ConfigurationWrong, a line for
// each fault.
Configuration read_configuration(const std::string& file, const Environment& environment);

// Where a store is and what bounds it has. "rete" is the network's.
store::Settings store_settings(const Configuration& configuration, const std::string& slug);
http::Limits http_limits(const Configuration& configuration);

} // namespace app
