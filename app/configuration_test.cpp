// SPDX-License-Identifier: EUPL-1.2
#include "app/configuration.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace {

class File {
public:
    explicit File(const std::string& text)
        : path_(std::filesystem::temp_directory_path() /
                ("lgnet-configuration-" + std::to_string(getpid()) + ".toml"))
    {
        std::ofstream(path_) << text;
    }
    ~File() { std::filesystem::remove(path_); }
    std::string path() const { return path_.string(); }

private:
    std::filesystem::path path_;
};

std::string faults_of(const std::string& toml, const app::Environment& environment = {})
{
    const File file(toml);
    try {
        app::read_configuration(file.path(), environment);
        return "none";
    } catch (const app::ConfigurationWrong& wrong) {
        std::string text = wrong.what();
        for (auto at = text.find(file.path()); at != std::string::npos; at = text.find(file.path()))
            text.replace(at, file.path().size(), "FILE");
        return text;
    }
}

} // namespace

TEST(Configuration, file_then_environment)
{
    const File file(R"(
listen = "0.0.0.0:9000"
cities = ["roma", "milano"]
proxies = ["127.0.0.1", "::1"]
secure_cookies = true

[limits]
body_kilobytes = 64
batch_units = 8

[headcount]
counter = "https://confronto.example/counter"

[stores]
roma = "postgresql://lgnet@db/lgnet?schema=roma"
)");
    const auto read =
        app::read_configuration(file.path(), {{"LGNET_LISTEN", "127.0.0.1:1"},
                                              {"LGNET_LIMITS_BATCH_UNITS", "9"},
                                              {"LGNET_STORES_MILANO", "sqlite:/srv/milano.db"},
                                              {"LGNET_CONFIG", "x"},
                                              {"LGNET_TEST_POSTGRES", "y"}});
    EXPECT_EQ(read.listen, "127.0.0.1:1");
    EXPECT_EQ(read.cities, (std::vector<std::string>{"roma", "milano"}));
    EXPECT_EQ(read.proxies, (std::vector<std::string>{"127.0.0.1", "::1"}));
    EXPECT_TRUE(read.secure_cookies);
    EXPECT_EQ(app::http_limits(read).body_bytes, 64u * 1024);
    EXPECT_EQ(app::store_settings(read, "roma").url, "postgresql://lgnet@db/lgnet?schema=roma");
    EXPECT_EQ(app::store_settings(read, "roma").batch_max, 9);
    EXPECT_EQ(read.counter, "https://confronto.example/counter");
    EXPECT_EQ(app::store_settings(read, "milano").url, "sqlite:/srv/milano.db");
}

TEST(Configuration, without_a_file_stores_stand_in_the_data_folder)
{
    auto read = app::read_configuration("", {{"LGNET_CITIES", "roma, torino"}});
    read.data = "/srv/lgnet";
    EXPECT_EQ(read.cities, (std::vector<std::string>{"roma", "torino"}));
    EXPECT_EQ(app::store_settings(read, "rete").url, "sqlite:/srv/lgnet/rete.db");
    EXPECT_EQ(app::store_settings(read, "rete").key_file, "/srv/lgnet/keys/rete.key");
}

TEST(Configuration, names_every_wrong_key_with_file_and_line)
{
    const auto faults = faults_of(
        "listn = \"a\"\nthreads = \"two\"\n\n[limits]\nbody_kilobytes = 0\n"
        "[stores]\nroma = 5\n",
        {{"LGNET_THREADS", "2x"}, {"LGNET_LOGLEVEL", "info"}, {"LGNET_LOG_LEVEL", "loud"}});
    EXPECT_NE(faults.find("FILE:1: there is no setting listn. Possible: data, listen,"),
              std::string::npos)
        << faults;
    EXPECT_NE(faults.find("FILE:2: threads must be a whole number."), std::string::npos) << faults;
    EXPECT_NE(faults.find("FILE:5: limits.body_kilobytes must be from 1 to"), std::string::npos)
        << faults;
    EXPECT_NE(faults.find("FILE:7: stores.roma must be the URL"), std::string::npos) << faults;
    EXPECT_NE(faults.find("log_level loud: must be debug,"), std::string::npos) << faults;
    EXPECT_NE(faults.find("LGNET_THREADS: must be a whole number."), std::string::npos) << faults;
    EXPECT_NE(faults.find("LGNET_LOGLEVEL: there is no such setting."), std::string::npos)
        << faults;
}

TEST(Configuration, a_file_that_is_no_toml_or_is_not_there)
{
    EXPECT_EQ(faults_of("listen = \"a\nthreads = 2\n").substr(0, 16), "FILE:1: not TOML");
    EXPECT_THROW(app::read_configuration("/nowhere/lgnet.toml", {}), app::ConfigurationWrong);
}
