// SPDX-License-Identifier: EUPL-1.2
// expressions.json: what the server and the browser must both make of each expression. Its trees
// are those that the browser gets.
#include "survey/xlsform/evaluation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <set>

#include "survey/xlsform/check.h"
#include "survey/xlsform/compiled.h"
#include "survey/xlsform/form_json.h"
#include "survey/xlsform/moments.h"
#include "survey/xlsform/pattern.h"

using namespace xlsform;

namespace {

std::string file(const std::string& name)
{
    std::ifstream in(std::string(SOURCE_DIR) + "/modules/survey/xlsform/" + name);
    return {std::istreambuf_iterator<char>(in), {}};
}

// "/data/child/called 2" → its path, and "2".
std::pair<std::string, std::string> place_in(std::string_view text)
{
    const auto space = text.find(' ');
    return {std::string(text.substr(0, space)),
            space == std::string_view::npos ? "" : std::string(text.substr(space + 1))};
}

class Vectors : public ::testing::Test {
protected:
    Vectors() : form_(form_from_json(file("expressions_form.json"))), compiled_(form_, faults_) {}

    // The form as it was filled in, with what is not relevant marked.
    std::unique_ptr<Instance> filled(JsonView vector)
    {
        auto instance = std::make_unique<Instance>(form_);
        vector.member("counts").each_member([&](std::string_view key, JsonView count) {
            const auto [path, occurrence] = place_in(key);
            const auto above = path.substr(0, path.rfind('/'));
            auto* parent =
                above == "/data" ? &instance->root() : instance->place(above, occurrence, 100);
            instance->extend(*parent, *find_node(form_, path), static_cast<int>(count.integer()));
        });
        vector.member("values").each_member([&](std::string_view key, JsonView value) {
            const auto [path, occurrence] = place_in(key);
            instance->place(path, occurrence, 100)->value = value.text();
        });
        for (const auto& step : compiled_.order())
            if (step.what == Step::What::relevance)
                for (auto* item : instance->items_of(*step.of->node)) {
                    item->relevant = item->parent->relevant;
                    if (item->relevant && step.of->relevant)
                        item->relevant = to_truth(
                            evaluate(*step.of->relevant, asking(*instance, *item, vector)));
                }
        return instance;
    }

    Asking asking(const Instance& instance, const Item& self, JsonView vector)
    {
        Asking asking{form_,
                      instance.root(),
                      &self,
                      nullptr,
                      std::string(vector.member("now").text()),
                      form_.default_language,
                      &steps_};
        if (const auto language = vector.member("language"); !language.is_null())
            asking.language = language.text();
        if (const auto choice = vector.member("choice"); !choice.is_null())
            for (const auto& one : form_.choices.at(std::string(choice.at(0).text())))
                if (one.name == choice.at(1).text())
                    asking.choice = &one;
        return asking;
    }

    std::vector<Fault> faults_;
    Form form_;
    Compiled compiled_;
    long steps_ = 100'000'000;
};

void expect_result(const Value& value, JsonView expected)
{
    switch (expected.kind()) {
    case JsonView::Kind::boolean:
        ASSERT_TRUE(std::holds_alternative<bool>(value)) << to_text(value);
        EXPECT_EQ(std::get<bool>(value), expected.boolean());
        break;
    case JsonView::Kind::text:
        ASSERT_TRUE(std::holds_alternative<std::string>(value)) << to_text(value);
        EXPECT_EQ(std::get<std::string>(value), expected.text());
        break;
    case JsonView::Kind::object: // what JSON has no number for
        ASSERT_TRUE(std::holds_alternative<double>(value)) << to_text(value);
        EXPECT_EQ(to_text(value), expected.member("number").text());
        break;
    default:
        ASSERT_TRUE(std::holds_alternative<double>(value)) << to_text(value);
        EXPECT_EQ(std::get<double>(value), expected.real());
    }
}

void add_functions(const Tree& tree, std::set<std::string>& names)
{
    if (tree.is("call"))
        names.insert(tree.text);
    for (const auto& part : tree.parts)
        add_functions(part, names);
}

} // namespace

TEST_F(Vectors, hold_for_the_server)
{
    const auto text = file("expressions.json");
    const auto document = JsonDocument::parse(text, 130);
    ASSERT_GE(document.root().size(), 120u);
    for (std::size_t i = 0; i < document.root().size(); ++i) {
        const auto vector = document.root().at(i);
        const auto source = std::string(vector.member("expression").text());
        SCOPED_TRACE(source);
        const auto [context, occurrence] = place_in(vector.member("context").text());
        const bool filters = !vector.member("choice").is_null();
        const auto tree = compile(source, compiled_.names(), context,
                                  filters ? Place::choice_filter : Place::question);
        EXPECT_EQ(tree, read_tree(vector.member("tree")));
        const auto instance = filled(vector);
        auto* self = instance->place(context, occurrence, 100);
        ASSERT_TRUE(self);
        expect_result(evaluate(tree, asking(*instance, *self, vector)), vector.member("result"));
    }
}

TEST_F(Vectors, speak_of_every_function)
{
    std::set<std::string> spoken;
    const auto text = file("expressions.json");
    const auto document = JsonDocument::parse(text, 130);
    for (std::size_t i = 0; i < document.root().size(); ++i)
        add_functions(read_tree(document.root().at(i).member("tree")), spoken);
    for (const auto& name : function_names())
        EXPECT_TRUE(spoken.contains(name)) << name;
}

// What goes to the phone as XPath is what was written: compiled again, it is the same tree.
TEST_F(Vectors, are_the_same_when_written_as_xpath_and_read_again)
{
    const auto text = file("expressions.json");
    const auto document = JsonDocument::parse(text, 130);
    for (std::size_t i = 0; i < document.root().size(); ++i) {
        const auto vector = document.root().at(i);
        const auto context = place_in(vector.member("context").text()).first;
        const auto place =
            vector.member("choice").is_null() ? Place::question : Place::choice_filter;
        const auto tree = read_tree(vector.member("tree"));
        const auto xpath = to_xpath(tree, place);
        SCOPED_TRACE(xpath);
        EXPECT_EQ(compile(xpath, compiled_.names(), context, place), tree);
    }
}

TEST_F(Vectors, more_steps_than_were_allowed_end_it)
{
    const auto tree = compile("sum(/data/child/years) + 1", compiled_.names(), "/data/out");
    Instance instance(form_);
    auto* self = instance.place("/data/out", "", 100);
    const auto none = JsonDocument::parse("{\"now\": \"\"}");
    steps_ = 2;
    EXPECT_THROW(evaluate(tree, asking(instance, *self, none.root())), TooComplex);
}

TEST(Pattern, one_that_would_run_for_ever_is_none)
{
    const auto tree_of_stars = std::string("(a+)+b");
    EXPECT_EQ(fault_of_pattern(tree_of_stars), "");
    EXPECT_FALSE(matches(std::string(5000, 'a'), tree_of_stars));
    EXPECT_FALSE(fault_of_pattern("(").empty());
    EXPECT_FALSE(fault_of_pattern("a++").empty());      // JavaScript knows none
    EXPECT_FALSE(fault_of_pattern("(?i)roma").empty()); // nor that
    EXPECT_FALSE(fault_of_pattern(std::string(501, 'a')).empty());
}

TEST(Moments, the_wall_in_italy_in_summer_and_winter)
{
    EXPECT_EQ(wall_text(*parse_instant("2026-11-30T20:15:00Z")), "2026-11-30T21:15:00.000+01:00");
    EXPECT_EQ(wall_text(*parse_instant("2026-07-01T23:30:05.25Z")),
              "2026-07-02T01:30:05.250+02:00");
}

TEST(Moments, what_is_no_day_or_hour)
{
    for (const char* text :
         {"2026-02-30", "2026-11-30T25:00", "2026-11-30T10:60", "2026-11-30 10:00",
          "2026-11-30T10:00+15:00", "2026-11-30T10:00:00.", "30/11/2026", ""})
        EXPECT_FALSE(parse_moment(text)) << text;
    EXPECT_TRUE(parse_day_time("21:15:00.000+01:00"));
    EXPECT_FALSE(parse_day_time("21:15:00.000+01:0"));
}
