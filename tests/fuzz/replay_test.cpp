// SPDX-License-Identifier: EUPL-1.2
// The fuzzers' properties on their corpus, and on some thousand mutations of it that are the same
// in every run. What a fuzzer ever finds is kept as a file of the corpus.
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "tests/fuzz/inputs.h"

namespace {

using Corpus = std::vector<std::pair<std::string, std::string>>;

Corpus corpus_of(const std::string& name)
{
    Corpus files;
    const auto folder = std::string(SOURCE_DIR) + "/tests/fuzz/corpus/" + name;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        std::ifstream in(file.path(), std::ios::binary);
        files.emplace_back(file.path().filename(),
                           std::string(std::istreambuf_iterator<char>(in), {}));
    }
    std::sort(files.begin(), files.end());
    return files;
}

class Fuzz : public ::testing::TestWithParam<fuzz::Input> {
protected:
    static Corpus corpus() { return corpus_of(GetParam().name); }
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

// What people, and who would slow the program, write into a name.
std::string mutated_name(std::string bytes, std::mt19937& random)
{
    static const std::string pieces[] = {"\u200B", "\u202E", "\u0645", "\u0421", "\u738B", ";",
                                         "\n",     "'",      "-",      " ",      "abd al-"};
    for (auto changes = random() % 4; changes > 0; --changes) {
        const auto& piece = pieces[random() % std::size(pieces)];
        const auto place = random() % (bytes.size() + 1);
        for (auto times = random() % 16 == 0 ? 1500 : random() % 3; times > 0; --times)
            bytes.insert(place, piece);
    }
    return mutated(std::move(bytes), random);
}

double processor_seconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

} // namespace

// Other names in every run, for LGNET_TEST_FUZZ_SECONDS: two, and a minute in continuous
// integration. No name takes long, however it is written.
TEST(FuzzForAWhile, names_hold_and_take_no_time)
{
    const auto* wanted = std::getenv("LGNET_TEST_FUZZ_SECONDS");
    const double seconds = wanted != nullptr ? std::atof(wanted) : 2;
    const auto seed = std::random_device()();
    std::mt19937 random(seed);
    auto inputs = corpus_of("match");
    const auto begun = std::chrono::steady_clock::now();
    std::size_t tried = 0;
    while (std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count() <
           seconds) {
        auto& [name, bytes] = inputs[random() % inputs.size()];
        const auto input = mutated_name(bytes, random);
        const double before = processor_seconds();
        try {
            fuzz::try_match(input);
        } catch (const std::exception& error) {
            FAIL() << "seed " << seed << ", " << name << ": " << error.what() << "\n"
                   << ::testing::PrintToString(input);
        }
        ASSERT_LT(processor_seconds() - before, 2) << "seed " << seed << ", " << name << "\n"
                                                   << ::testing::PrintToString(input);
        // Some go on from where others left off, as long as they stay short.
        if (random() % 8 == 0 && input.size() < 20000)
            inputs.emplace_back("after " + name.substr(0, 40), input);
        if (inputs.size() > 500)
            inputs = corpus_of("match");
        ++tried;
    }
    EXPECT_GT(tried, 0U);
}

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
