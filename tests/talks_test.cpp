// SPDX-License-Identifier: EUPL-1.2
// Every conversation of the house, modules/*/*.talk and tests/stories/*.talk, on both databases.
// Each starts from the fresh cast, and leaves a journal that holds.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/cast.h"
#include "network/network.h"
#include "tests/cast_house.h"
#include "tests/talk.h"

namespace {

// "modules/cases/cases.talk"
std::vector<std::string> every_talk()
{
    namespace fs = std::filesystem;
    std::vector<std::string> paths;
    const fs::path root = SOURCE_DIR;
    for (const auto* folder : {"modules", "tests/stories"})
        for (const auto& file : fs::recursive_directory_iterator(root / folder))
            if (file.path().extension() == ".talk")
                paths.push_back(fs::relative(file.path(), root).generic_string());
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::string name_of(std::string path)
{
    path = path.substr(path.find('/') + 1);
    path.resize(path.rfind('.'));
    for (auto& c : path)
        if (!std::isalnum(static_cast<unsigned char>(c)))
            c = '_';
    return path;
}

using Parameter = std::tuple<std::string, test_stores::Engine>;

class Talks : public ::testing::TestWithParam<Parameter> {};

} // namespace

TEST_P(Talks, goes_as_written)
{
    const auto& [path, engine] = GetParam();
    std::ifstream in(std::string(SOURCE_DIR) + "/" + path, std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(in), {});
    const auto talk = talk::read_talk(path, text);

    tests::CastHouse cast_house(engine);
    talk::Stage stage;
    // What it sends to another store has arrived when the next question is asked.
    stage.answer = [&](const core::Request& request) {
        auto response = cast_house.house().answer(request);
        if (request.method != "GET")
            network::settle(cast_house.house());
        return response;
    };
    // As time passes, the house does what it does by itself.
    stage.set_time = [&](Instant instant) {
        cast_house.now = instant;
        cast_house.let_time_pass();
    };
    stage.password = cast::password;
    for (const auto& fault : talk::play(talk, stage))
        ADD_FAILURE() << fault;
    EXPECT_EQ(cast_house.journal_fault(), "");
}

INSTANTIATE_TEST_SUITE_P(All, Talks,
                         ::testing::Combine(::testing::ValuesIn(every_talk()), test_stores::both()),
                         [](const auto& one) {
                             return name_of(std::get<0>(one.param)) + "_" +
                                    ::testing::PrintToString(std::get<1>(one.param));
                         });
