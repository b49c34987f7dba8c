// SPDX-License-Identifier: EUPL-1.2
// Stores for tests, on both databases and never a stand-in for one. The program's tests use this
// header and nothing else of this folder but store.h:
//
//     class Contacts : public ::testing::TestWithParam<test_stores::Engine> {};
//     TEST_P(Contacts, are_listed) { auto store = store::Store::open(fresh(GetParam(), "roma")); }
//     INSTANTIATE_TEST_SUITE_P(Both, Contacts, test_stores::both(),
//                              ::testing::PrintToStringParamName());
//
// PostgreSQL is a database of this program's own, in the cluster whose URL is in
// LGNET_TEST_POSTGRES, or in one that tests/postgres.sh starts for this program alone. It goes when
// the program ends: the tables of all tests together would fill a disk.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <ostream>
#include <stdexcept>
#include <string>

#include "store/store.h"

namespace test_stores {

enum class Engine { sqlite, postgres };

inline std::ostream& operator<<(std::ostream& out, Engine engine)
{
    return out << (engine == Engine::sqlite ? "sqlite" : "postgres");
}

inline auto both() { return ::testing::Values(Engine::sqlite, Engine::postgres); }

inline std::string make_folder(const std::string& begins)
{
    auto path = (std::filesystem::temp_directory_path() / (begins + "XXXXXX")).string();
    if (mkdtemp(path.data()) == nullptr)
        throw std::runtime_error("Cannot make the folder " + path);
    return path;
}

// A folder of this test program, removed when it ends; a forked child leaves it alone.
inline const std::string& folder()
{
    struct Folder {
        std::string path = make_folder("lgnet-test-");
        pid_t owner = getpid();
        ~Folder()
        {
            std::error_code ignored;
            if (owner == getpid())
                std::filesystem::remove_all(path, ignored);
        }
    };
    static const Folder folder;
    return folder.path;
}

// Ends by itself, with its folder, soon after this program does, however that ends.
inline std::string start_postgres()
{
    const auto command = std::string(SOURCE_DIR) + "/tests/postgres.sh start " +
                         make_folder("lgnet-pg-") + " " + std::to_string(getpid());
    auto* const output = popen(command.c_str(), "r");
    std::array<char, 400> line{};
    const bool read = output != nullptr && std::fgets(line.data(), line.size(), output) != nullptr;
    if (output == nullptr || pclose(output) != 0 || !read)
        throw std::runtime_error("Cannot start PostgreSQL: " + command);
    std::string url = line.data();
    url.erase(url.find_last_not_of('\n') + 1);
    return url;
}

// postgresql://user@/postgres?host=… with another database in its path.
inline std::string url_of_database(const std::string& url, const std::string& database)
{
    const auto question = std::min(url.find('?'), url.size());
    return url.substr(0, url.rfind('/', question) + 1) + database + url.substr(question);
}

inline bool run_on_postgres(const std::string& url, const std::string& sql)
{
    const auto command = "psql -q -X -v ON_ERROR_STOP=1 -c '" + sql + "' '" + url + "'";
    return std::system(command.c_str()) == 0;
}

// A database of the cluster, dropped when this program ends; a forked child leaves it alone.
class OwnDatabase {
public:
    OwnDatabase(std::string cluster, std::string name)
        : cluster_(std::move(cluster)), name_(std::move(name)), owner_(getpid())
    {
        if (!run_on_postgres(cluster_, "create database " + name_))
            throw std::runtime_error("Cannot make the database " + name_);
    }
    OwnDatabase(const OwnDatabase&) = delete;
    OwnDatabase& operator=(const OwnDatabase&) = delete;
    ~OwnDatabase()
    {
        if (owner_ == getpid())
            run_on_postgres(cluster_, "drop database if exists " + name_ + " with (force)");
    }

    std::string url() const { return url_of_database(cluster_, name_); }

private:
    std::string cluster_;
    std::string name_;
    pid_t owner_;
};

inline const std::string& postgres_cluster()
{
    static const std::string url = [] {
        const char* given = std::getenv("LGNET_TEST_POSTGRES");
        return given != nullptr && *given != '\0' ? std::string(given) : start_postgres();
    }();
    return url;
}

inline const std::string& postgres_url()
{
    static const OwnDatabase own(postgres_cluster(), "lgnet_" + std::to_string(getpid()));
    static const std::string url = own.url();
    return url;
}

// Settings of a store that does not exist yet. The same settings open it again.
inline store::Settings fresh(Engine engine, const std::string& name)
{
    static std::atomic<int> count = 0;
    auto unique = name + "_" + std::to_string(getpid()) + "_" + std::to_string(count++);
    std::replace(unique.begin(), unique.end(), '-', '_');

    store::Settings settings;
    settings.name = name;
    settings.key_file = folder() + "/" + unique + ".key";
    settings.url = "sqlite:" + folder() + "/" + unique + ".db";
    if (engine == Engine::postgres) {
        const auto& url = postgres_url();
        const char* joint = url.find('?') == std::string::npos ? "?" : "&";
        settings.url = url + joint + "schema=" + unique;
    }
    return settings;
}

} // namespace test_stores
