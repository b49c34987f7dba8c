// SPDX-License-Identifier: EUPL-1.2
// The fuzzers' properties on their corpus, and on some thousand mutations of it that are the same
// in every run. What a fuzzer ever finds is kept as a file of the corpus.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "tests/fuzz/inputs.h"

namespace {

class Fuzz : public ::testing::TestWithParam<fuzz::Input> {
protected:
    static std::vector<std::pair<std::string, std::string>> corpus()
    {
        std::vector<std::pair<std::string, std::string>> files;
        const auto folder = std::string(SOURCE_DIR) + "/tests/fuzz/corpus/" + GetParam().name;
        for (const auto& file : std::filesystem::directory_iterator(folder)) {
            std::ifstream in(file.path(), std::ios::binary);
            files.emplace_back(file.path().filename(),
                               std::string(std::istreambuf_iterator<char>(in), {}));
        }
        std::sort(files.begin(), files.end());
        return files;
    }
};

std::string mutated(std::string bytes, std::mt19937& random)
{
    static const std::string pieces[] = {"\"",    "\\",  "{",   "]",    ",",
                                         "\r\n",  "%2e", "..",  "\xff", std::string(1, '\0'),
                                         "1e400", "-",   "T24", ";",    "\xEF\xBB\xBF"};
    for (auto changes = random() % 4 + 1; changes > 0; --changes) {
        const auto place = random() % (bytes.size() + 1);
        switch (random() % 4) {
        case 0:
            bytes.insert(place, pieces[random() % std::size(pieces)]);
            break;
        case 1:
            bytes.erase(place, random() % 8);
            break;
        case 2:
            if (place < bytes.size())
                bytes[place] = static_cast<char>(random());
            break;
        default:
            bytes += bytes.substr(place, 64);
        }
    }
    return bytes;
}

} // namespace

TEST_P(Fuzz, corpus_holds)
{
    ASSERT_FALSE(corpus().empty());
    for (const auto& [name, bytes] : corpus())
        EXPECT_NO_THROW(GetParam().attempt(bytes)) << name;
}

TEST_P(Fuzz, mutations_hold)
{
    std::mt19937 random(20261123);
    for (const auto& [name, bytes] : corpus())
        for (int i = 0; i < 500; ++i) {
            const auto input = mutated(bytes, random);
            try {
                GetParam().attempt(input);
            } catch (const std::exception& error) {
                FAIL() << name << ", mutation " << i << ": " << error.what() << "\n"
                       << ::testing::PrintToString(input);
            }
        }
}

INSTANTIATE_TEST_SUITE_P(Inputs, Fuzz, ::testing::ValuesIn(fuzz::inputs()),
                         [](const auto& one) { return std::string(one.param.name); });
