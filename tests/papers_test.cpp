// SPDX-License-Identifier: EUPL-1.2
// What the program says of itself: the pages of docs/generated are those that it would write now
// (`make papers` writes them), and OpenAPI has an example for every act that is read without fault.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <sstream>

#include "app/commands.h"
#include "app/house.h"

namespace {

const core::House& house()
{
    static const auto made = app::house_without_stores();
    return *made;
}

std::string described(const std::string& paper)
{
    std::ostringstream out;
    EXPECT_EQ(app::describe(paper, out), 0);
    return out.str();
}

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

// "acts.md:12: | … |" of the first line that differs; "" when none does.
std::string first_difference(const std::string& name, const std::string& written,
                             const std::string& now)
{
    const auto theirs = lines_of(written);
    const auto ours = lines_of(now);
    for (std::size_t i = 0; i < std::max(theirs.size(), ours.size()); ++i)
        if (i >= theirs.size() || i >= ours.size() || theirs[i] != ours[i])
            return name + ":" + std::to_string(i + 1) + ": " +
                   (i < ours.size() ? "is to say " + ours[i] : "is to end here");
    return "";
}

class Papers : public ::testing::TestWithParam<const char*> {};

} // namespace

TEST_P(Papers, are_up_to_date)
{
    const auto name = "docs/generated/" + std::string(GetParam()) + ".md";
    std::ifstream in(std::string(SOURCE_DIR) + "/" + name);
    ASSERT_TRUE(in) << name << " is not there: make papers";
    const std::string written(std::istreambuf_iterator<char>(in), {});
    EXPECT_EQ(first_difference(name, written, described(GetParam())), "") << "make papers";
}

INSTANTIATE_TEST_SUITE_P(Generated, Papers,
                         ::testing::Values("acts", "permissions", "personal-data", "indicators"),
                         [](const auto& one) {
                             std::string name = one.param;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

TEST(Difference, is_found_at_its_line)
{
    EXPECT_EQ(first_difference("a.md", "x\ny\n", "x\ny\n"), "");
    EXPECT_EQ(first_difference("a.md", "x\ny\n", "x\nz\n"), "a.md:2: is to say z");
    EXPECT_EQ(first_difference("a.md", "x\n", "x\ny\n"), "a.md:2: is to say y");
    EXPECT_EQ(first_difference("a.md", "x\ny\n", "x\n"), "a.md:2: is to end here");
}

TEST(OpenApi, has_for_every_act_an_example_that_is_read_without_fault)
{
    for (const auto& act : house().acts()) {
        if (!act.input.example)
            continue;
        const auto& lists = house().catalogue().lists_of("roma");
        const auto text = act.input.example(lists);
        const auto document = JsonDocument::parse(text);
        Reading reading{lists, parse_instant("2026-11-23T21:15:00Z").value(), false, {}};
        try {
            act.read(reading, document.root());
        } catch (const Problem& problem) {
            std::string wrong;
            for (const auto& error : problem.errors)
                wrong += " " + error.field + ": " + error.code;
            ADD_FAILURE() << act.name << ":" << wrong << " in " << text;
        }
    }
}

TEST(OpenApi, is_one_document_for_all_acts)
{
    const auto text = described("openapi");
    const auto document = JsonDocument::parse(text);
    std::size_t operations = 0;
    document.root().member("paths").each_member(
        [&](std::string_view, JsonView path) { operations += path.size(); });
    EXPECT_EQ(operations, house().acts().size());
}

// A route that another one before it swallows would never be reached.
TEST(Routes, are_each_reached)
{
    const auto& acts = house().acts();
    const auto fits = [](std::string_view route, std::string_view path) {
        while (!route.empty() && !path.empty()) {
            const auto route_end = std::min(route.find('/', 1), route.size());
            const auto path_end = std::min(path.find('/', 1), path.size());
            if (!route.starts_with("/{") && route.substr(0, route_end) != path.substr(0, path_end))
                return false;
            route.remove_prefix(route_end);
            path.remove_prefix(path_end);
        }
        return route.empty() && path.empty();
    };
    for (std::size_t later = 0; later < acts.size(); ++later)
        for (std::size_t earlier = 0; earlier < later; ++earlier)
            EXPECT_FALSE(acts[earlier].method == acts[later].method &&
                         fits(acts[earlier].path, acts[later].path))
                << acts[later].name << " is hidden by " << acts[earlier].name;
}
