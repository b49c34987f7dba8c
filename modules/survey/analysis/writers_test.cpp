// SPDX-License-Identifier: EUPL-1.2
// Files are read again by what others read them with: libreadstat's reader, pugixml, our own
// reader of workbooks.
#include "survey/analysis/writers.h"

#include <cstring>
#include <map>

#include <gtest/gtest.h>
#include <pugixml.hpp>
#include <readstat.h>

#include "base/workbook.h"
#include "survey/analysis/testing_forms.h"

namespace analysis {

namespace {

Table wide()
{
    return wide_table(make_codebook(testing::wish(), testing::interviews()), testing::interviews());
}

// An .sav as the reader of libreadstat hands it out.
struct ReadSav {
    std::string bytes;
    std::size_t at = 0;
    std::vector<std::string> names;
    std::map<std::string, std::string> labels;
    std::map<std::string, std::string> value_labels;        // "set/1"
    std::map<std::string, std::string> sets;                // of a variable
    std::map<std::string, std::vector<std::string>> values; // of a variable; "." missing, "-8!"
    std::map<std::string, std::string> formats;
};

std::string text_of(readstat_value_t value, readstat_variable_t* variable)
{
    if (readstat_value_is_system_missing(value))
        return ".";
    if (readstat_value_type(value) == READSTAT_TYPE_STRING)
        return readstat_string_value(value);
    const auto number = readstat_double_value(value);
    auto text = std::to_string(number);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return readstat_value_is_defined_missing(value, variable) ? text + "!" : text;
}

ReadSav& sav_of(void* place) { return *static_cast<ReadSav*>(place); }

int take_variable(int, readstat_variable_t* variable, const char* set, void* place)
{
    auto& sav = sav_of(place);
    const std::string name = readstat_variable_get_name(variable);
    sav.names.push_back(name);
    const auto* label = readstat_variable_get_label(variable);
    sav.labels[name] = label == nullptr ? "" : label;
    sav.sets[name] = set == nullptr ? "" : set;
    const auto* format = readstat_variable_get_format(variable);
    sav.formats[name] = format == nullptr ? "" : format;
    return READSTAT_HANDLER_OK;
}

int take_value(int, readstat_variable_t* variable, readstat_value_t value, void* place)
{
    sav_of(place).values[readstat_variable_get_name(variable)].push_back(text_of(value, variable));
    return READSTAT_HANDLER_OK;
}

int take_label(const char* set, readstat_value_t value, const char* label, void* place)
{
    const auto number = static_cast<long>(readstat_double_value(value));
    sav_of(place).value_labels[std::string(set) + "/" + std::to_string(number)] = label;
    return READSTAT_HANDLER_OK;
}

off_t seek(off_t offset, readstat_io_flags_t from, void* place)
{
    auto& sav = sav_of(place);
    const auto size = static_cast<off_t>(sav.bytes.size());
    const off_t base = from == READSTAT_SEEK_SET   ? 0
                       : from == READSTAT_SEEK_CUR ? static_cast<off_t>(sav.at)
                                                   : size;
    if (base + offset < 0 || base + offset > size)
        return -1;
    sav.at = static_cast<std::size_t>(base + offset);
    return base + offset;
}

ssize_t take_bytes(void* into, std::size_t count, void* place)
{
    auto& sav = sav_of(place);
    const auto size = std::min(count, sav.bytes.size() - sav.at);
    std::memcpy(into, sav.bytes.data() + sav.at, size);
    sav.at += size;
    return static_cast<ssize_t>(size);
}

ReadSav read_sav(std::string bytes)
{
    ReadSav sav;
    sav.bytes = std::move(bytes);
    auto* parser = readstat_parser_init();
    readstat_set_open_handler(parser, [](const char*, void*) { return 0; });
    readstat_set_close_handler(parser, [](void*) { return 0; });
    readstat_set_seek_handler(parser, seek);
    readstat_set_read_handler(parser, take_bytes);
    readstat_set_io_ctx(parser, &sav);
    readstat_set_variable_handler(parser, take_variable);
    readstat_set_value_handler(parser, take_value);
    readstat_set_value_label_handler(parser, take_label);
    EXPECT_EQ(readstat_parse_sav(parser, "", &sav), READSTAT_OK);
    readstat_parser_free(parser);
    return sav;
}

Study study()
{
    Study study;
    study.id = "roma-2";
    study.title = "Bisogni & desideri <2026>";
    study.language = "it";
    study.from = make_date(2026, 11, 2);
    study.until = make_date(2026, 12, 20);
    study.weighting = "Peso = 1/π × k × 1/visite";
    study.access = "Solo per ricerca";
    return study;
}

} // namespace

TEST(WriteSav, is_read_again_with_labels_and_missing_values)
{
    const auto sav =
        read_sav(write_sav(wide(), "Bisogni", testing::wish().terms, {1'796'000'000'000}));
    ASSERT_EQ(sav.names.size(), wide().variables.size());
    EXPECT_EQ(sav.names[2], "casa");
    EXPECT_EQ(sav.labels.at("casa"), "Le serve una casa? (v2) / Ha bisogno di una casa? (v1)");
    using Texts = std::vector<std::string>;
    EXPECT_EQ(sav.values.at("intervista"), (Texts{"k7f2", "m3x9"}));
    EXPECT_EQ(sav.values.at("peso"), (Texts{"12.5", "8"}));
    EXPECT_EQ(sav.values.at("casa"), (Texts{"1", "3"}));
    EXPECT_EQ(sav.value_labels.at(sav.sets.at("casa") + "/3"), "Forse");
    EXPECT_EQ(sav.values.at("dove_ENTE"), (Texts{"1", "."}));
    EXPECT_EQ(sav.value_labels.at(sav.sets.at("dove_ENTE") + "/1"), "Sì");
    // Not asked by this version: a missing value that says so; a number might be -8 itself.
    EXPECT_EQ(sav.values.at("eta_v2"), (Texts{"-8!", "2"}));
    EXPECT_EQ(sav.values.at("eta_v1"), (Texts{"34", "-999999998!"}));
    EXPECT_EQ(sav.value_labels.at(sav.sets.at("eta_v2") + "/-8"),
              "Domanda non prevista in questa versione");
    // 23 November 2026, in seconds since 14 October 1582.
    EXPECT_EQ(sav.values.at("visto")[1], "14014771200");
    EXPECT_EQ(sav.formats.at("visto"), "DATE11");
}

TEST(WriteSav, cuts_long_labels_at_a_whole_character)
{
    auto table = wide();
    std::string label = "x";
    while (label.size() < 400)
        label += "è";
    table.variables[2].label = label;
    const auto sav = read_sav(write_sav(table, "", testing::wish().terms, {}));
    EXPECT_EQ(sav.labels.at("casa"), label.substr(0, 255));
}

// A group that nobody has interviewed yet: no rows, and no mistake.
TEST(WriteSav, is_a_file_of_nobody_too)
{
    auto wish = testing::wish();
    wish.versions.clear();
    const auto table = wide_table(make_codebook(wish, {}), {});
    const auto sav = read_sav(write_sav(table, "Nessuno", wish.terms, {}));
    EXPECT_EQ(sav.names, (std::vector<std::string>{"intervista", "peso"}));
    EXPECT_TRUE(sav.values.empty());
    EXPECT_EQ(write_csv(table), write_csv(Table{table.variables, {}}));
}

TEST(WriteXlsx, is_read_again)
{
    const auto book = make_codebook(testing::wish(), testing::interviews());
    const auto sheets =
        workbook::read_all(write_xlsx(wide(), long_table(book, testing::interviews()),
                                      codebook_table(book), {"Interviste", "Risposte", "Codici"}));
    ASSERT_EQ(sheets.size(), 3u);
    EXPECT_EQ(sheets[0].name, "Interviste");
    ASSERT_EQ(sheets[0].rows.size(), 3u);
    EXPECT_EQ(sheets[0].rows[0].cells[2].text, "casa");
    EXPECT_EQ(sheets[0].rows[1].cells[1].number, 12.5);
    EXPECT_EQ(sheets[0].rows[1].cells[2].text, "SI");
    EXPECT_EQ(sheets[1].rows.size(), 12u);
}

TEST(WriteDdi, describes_study_file_and_variables)
{
    const auto text = write_ddi(study(), wide(), testing::wish().terms);
    pugi::xml_document document;
    ASSERT_TRUE(document.load_string(text.c_str(), pugi::parse_full));
    const auto root = document.document_element();
    EXPECT_STREQ(root.name(), "codeBook");
    EXPECT_STREQ(root.attribute("xmlns").value(), "ddi:codebook:2_5");
    EXPECT_STREQ(root.select_node("stdyDscr/citation/titlStmt/titl").node().text().get(),
                 "Bisogni & desideri <2026>");
    EXPECT_STREQ(root.select_node("stdyDscr/method/dataColl/weight").node().text().get(),
                 "Peso = 1/π × k × 1/visite");
    EXPECT_STREQ(root.select_node("fileDscr/fileTxt/dimensns/caseQnty").node().text().get(), "2");
    EXPECT_EQ(root.select_nodes("dataDscr/var").size(), wide().variables.size());
    const auto house = root.select_node("dataDscr/var[@name='casa']").node();
    EXPECT_EQ(house.select_nodes("qstn").size(), 2u); // both wordings
    EXPECT_STREQ(house.select_node("catgry[catValu='SI']/catStat").node().text().get(), "1");
    EXPECT_STREQ(house.child("concept").text().get(), "HOUSING");
    EXPECT_STREQ(root.select_node("dataDscr/var[@name='peso']").node().attribute("wgt").value(),
                 "wgt");
    const auto age = root.select_node("dataDscr/var[@name='eta_v1']").node();
    EXPECT_STREQ(age.select_node("catgry[@missing='Y']/labl").node().text().get(),
                 "Domanda non prevista in questa versione");
}

} // namespace analysis
