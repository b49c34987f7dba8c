// SPDX-License-Identifier: EUPL-1.2
// A person counts once in each figure of a project; what was closed stays what it was; what is told
// to a fund names who is not in it and why.
#include "reporting/pack.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/workbook.h"
#include "reporting/testing.h"

namespace {

using test_reporting::id;

class Packs : public test_reporting::City {
protected:
    Packs()
    {
        add_person("Amina", R"("family_name":"Diallo","gender":"F","birth_year":1994,)"
                            R"("citizenship":"GN")");
        add_person("Ion", R"("family_name":"Popa","gender":"M","birth_year":1980,)"
                          R"("citizenship":"RO")");
        add_person("Yusuf", R"("gender":"M","birth_year":1961,"citizenship":"AF")");
        for (const auto* person : {"Amina", "Ion", "Yusuf"})
            open_case(person);
        intervene("Amina", "ABI.ORI", "2026-07-10");
        intervene("Amina", "ABI.CONTR", "2026-08-10");
        intervene("Amina", "SAN.INV", "2026-09-10", "LGNET3");
        intervene("Ion", "ABI.ORI", "2026-07-11");
        intervene("Yusuf", "PSI.COLL", "2026-09-30");
    }

    std::string close(const std::string& name, const std::string& period = "2026-Q3")
    {
        return outcome(marco, "POST " + packs("net", period + "/closing"),
                       R"({"id":")" + id(name) + "\"}");
    }

    std::string member(const std::string& period, const std::string& name)
    {
        const auto response = ask(marco, "GET " + packs("net", period));
        const auto document = JsonDocument::parse(response.body);
        return document.root().member(name).boolean() ? "true" : "false";
    }
};

INSTANTIATE_TEST_SUITE_P(Both, Packs, test_stores::both(), ::testing::PrintToStringParamName());

std::string said_by(const std::string& command)
{
    std::string text;
    auto* pipe = popen((command + " 2>&1").c_str(), "r");
    for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe))
        text += static_cast<char>(c);
    EXPECT_EQ(pclose(pipe), 0) << command << "\n" << text;
    return text;
}

} // namespace

TEST_P(Packs, a_person_counts_once_in_each_figure)
{
    EXPECT_EQ(figure("net", "2026-Q3", "O.2.3"), "2"); // Ion is a citizen of the Union
    EXPECT_EQ(figure("net", "2026-Q3", "b.ii"), "2");
    EXPECT_EQ(figure("net", "2026-Q3", "b.ii.2"), "1"); // twice, and once
    EXPECT_EQ(figure("net", "2026-Q3", "b.ii.3"), "2");
    EXPECT_EQ(figure("net", "2026-Q3", "b.ii.1"), "0");
    EXPECT_EQ(figure("net", "2026-Q3", "II.003"), "1");
    EXPECT_EQ(figure("net", "2026-Q3", "II.012"), "absent");
    EXPECT_EQ(figure("net", "2026-Q4", "O.2.3"), "0");
}

TEST_P(Packs, work_is_of_the_project_that_it_names)
{
    add_project("other", "LGNET2", R"(["WORKSHOP"])");
    intervene("Yusuf", "SSP.COLL", "2026-09-01", "LGNET2");
    intervene("Yusuf", "SSP.COLL", "2026-09-02", "CITY");
    EXPECT_EQ(figure("other", "2026-Q3", "O.2.3"), "1");
    EXPECT_EQ(figure("net", "2026-Q3", "O.2.3"), "2");
    EXPECT_EQ(figure("other", "2026-Q3", "b.ii"), "0");
}

TEST_P(Packs, two_records_of_one_woman_are_one)
{
    add_person("Aminata", R"("family_name":"Diallo","gender":"F","birth_year":1994)");
    open_case("Aminata");
    intervene("Aminata", "ABI.TEMP", "2026-08-01");
    EXPECT_EQ(figure("net", "2026-Q3", "b.ii.2"), "2");
    EXPECT_EQ(outcome(sara, "POST /api/people/merges",
                      R"({"id":")" + id("merge") + R"(","kept":")" + id("Amina") +
                          R"(","duplicate":")" + id("Aminata") + R"(","reason":"la stessa"})"),
              "201");
    EXPECT_EQ(figure("net", "2026-Q3", "b.ii.2"), "1");
}

// The pack and the board are two ways to count the same work.
TEST_P(Packs, agree_with_the_board)
{
    const auto response = ask(marco, "GET /api/monitoring/board?period=2026-Q3");
    ASSERT_EQ(response.status, 200) << response.body;
    const auto document = JsonDocument::parse(response.body);
    const auto values = document.root().member("values");
    int compared = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto value = values.at(i);
        const auto code = std::string(value.member("indicator").text());
        const auto family = code.find_first_of("-");
        const bool is_ours = code.starts_with("AMIF-O.2.") || code.starts_with("FAMI-b.ii");
        if (!is_ours || value.member("window").text() != "period" ||
            value.member("breakdown").text() != "total")
            continue;
        const auto ours = figure("net", "2026-Q3", code.substr(family + 1));
        if (ours == "absent")
            continue;
        ++compared;
        const auto theirs = value.member("value");
        EXPECT_EQ(ours, std::to_string(theirs.kind() == JsonView::Kind::integer
                                           ? theirs.integer()
                                           : static_cast<std::int64_t>(theirs.real())))
            << code;
    }
    EXPECT_GE(compared, 5);
}

// The direction has published another list: it counts, and the pack says so.
TEST(Frameworks, are_counted_by_the_list_that_is_in_force)
{
    const std::string path = "catalogue/vocabularies/intervention.csv";
    const core::Catalogue own;
    std::string list(own.find_file(path).value());
    const std::string before = ",003,1,R.2.10,";
    const auto at = list.find(before);
    ASSERT_NE(at, std::string::npos);
    const core::CatalogueFiles released{{path, list.replace(at, before.size(), ",003,,R.2.10,")}};
    const core::Catalogue release(released);

    reporting::Participation one;
    one.event_key = "e1";
    one.canonical_key = "p1";
    one.day = parse_date("2026-07-10").value();
    one.code = "LAV.RICO";
    one.through = "CASE";
    const auto value_of = [](const reporting::Frameworks& counted, const std::string& figure) {
        for (const auto& row : counted.rows)
            if (row.figure == figure)
                return row.value;
        return -1;
    };
    const auto by_own = reporting::count_frameworks(own, {one});
    const auto by_release = reporting::count_frameworks(release, {one});
    EXPECT_EQ(value_of(by_own, "b.ii.1"), 1);
    EXPECT_EQ(value_of(by_release, "b.ii.1"), 0);
    EXPECT_EQ(value_of(by_release, "O.2.3"), 1);
    EXPECT_NE(by_own.mapping, by_release.mapping);
}

TEST_P(Packs, what_was_closed_stays)
{
    EXPECT_EQ(close("early", "2026-Q4"), "409 reporting.quarter_running");
    EXPECT_EQ(close("first"), "201");
    EXPECT_EQ(close("again"), "409 reporting.quarter_closed");
    EXPECT_EQ(outcome(marco, "PUT " + packs("net", "2026-Q3/narrative"), R"({"progress":"x"})"),
              "409 reporting.quarter_closed");
    EXPECT_EQ(member("2026-Q3", "differs_now"), "false");

    // Somebody writes down later what was done in September.
    intervene("Yusuf", "ABI.ORI", "2026-09-15");
    EXPECT_EQ(figure("net", "2026-Q3", "b.ii.2"), "1");
    EXPECT_EQ(member("2026-Q3", "differs_now"), "true");
    EXPECT_EQ(member("2026-Q3", "intact"), "true");

    EXPECT_EQ(outcome(marco, "PUT " + packs("net", "2026-Q3/reopening"), "{}"),
              "422 reason required");
    EXPECT_EQ(outcome(marco, "PUT " + packs("net", "2026-Q3/reopening"),
                      R"({"reason":"Un intervento scritto tardi"})"),
              "200");
    EXPECT_EQ(figure("net", "2026-Q3", "b.ii.2"), "2");
    EXPECT_EQ(outcome(marco, "PUT " + packs("net", "2026-Q3/reopening"), R"({"reason":"x"})"),
              "409 reporting.quarter_open");
    EXPECT_EQ(close("second"), "201");
    const auto response = ask(marco, "GET " + packs("net", "2026-Q3"));
    const auto document = JsonDocument::parse(response.body);
    const auto closings = document.root().member("closings");
    ASSERT_EQ(closings.size(), 2u);
    EXPECT_EQ(closings.at(0).member("number").integer(), 2);
    EXPECT_EQ(closings.at(1).member("reason").text(), "Un intervento scritto tardi");
    EXPECT_NE(closings.at(0).member("hash").text(), closings.at(1).member("hash").text());
}

TEST_P(Packs, a_quarter_is_one_of_the_project)
{
    EXPECT_EQ(outcome(marco, "GET " + packs("net", "2026-08")), "422 period reporting.no_quarter");
    EXPECT_EQ(outcome(marco, "GET " + packs("net", "2025-Q4")), "404 core.not_found");
    EXPECT_EQ(outcome(marco, "GET " + packs("net", "2026-Q1")), "200");
}

TEST_P(Packs, say_who_is_not_in_the_file_and_why)
{
    const auto sheet = ask(marco, "GET " + packs("net", "2026-Q3/persons"));
    ASSERT_EQ(sheet.status, 200) << sheet.body;
    const auto document = JsonDocument::parse(sheet.body);
    EXPECT_EQ(document.root().member("ready").integer(), 1);
    const auto missing = document.root().member("missing");
    ASSERT_EQ(missing.size(), 1u);
    EXPECT_EQ(missing.at(0).member("person_card").member("name").text(), "Yusuf");
    ASSERT_EQ(missing.at(0).member("missing").size(), 1u);
    EXPECT_EQ(missing.at(0).member("missing").at(0).member("column").text(), "cognome");
    EXPECT_EQ(missing.at(0).member("missing").at(0).member("why").text(), "EMPTY");

    const auto file = ask(marco, "GET " + packs("net", "2026-Q3/persons_file?format=CSV"));
    ASSERT_EQ(file.status, 200) << file.body;
    EXPECT_NE(file.body.find("Diallo,Amina,F,1994,GN,18_60,2026-07-10,2026-09-10,"
                             "ABI.CONTR ABI.ORI SAN.INV,P-1,2026-Q3"),
              std::string::npos)
        << file.body;
    EXPECT_EQ(file.body.find("Yusuf"), std::string::npos);
    EXPECT_EQ(file.body.find("Popa"), std::string::npos);
}

TEST_P(Packs, columns_are_those_of_the_administrator)
{
    const auto wish = R"({"id":")" + id("mapping") +
                      R"(","columns":[{"name":"sesso","source":"GENDER","required":true,)"
                      R"("codes":[{"code":"F","value":"2"}]},)"
                      R"({"name":"azione","source":"CONSTANT","constant":"A1","required":false}]})";
    EXPECT_EQ(outcome(marco, "POST /api/reporting/mappings", wish), "404 core.not_found");
    EXPECT_EQ(outcome(rita, "POST /api/reporting/mappings", wish), "201");
    auto file = ask(marco, "GET " + packs("net", "2026-Q3/persons_file?format=CSV"));
    EXPECT_EQ(file.body, "sesso,azione\r\n2,A1\r\n");
    const auto sheet = ask(marco, "GET " + packs("net", "2026-Q3/persons"));
    EXPECT_NE(sheet.body.find(R"("why":"UNMAPPED")"), std::string::npos) << sheet.body;
    // And back.
    EXPECT_EQ(outcome(rita, "DELETE /api/reporting/mappings/" + id("mapping")), "204");
    file = ask(marco, "GET " + packs("net", "2026-Q3/persons_file?format=CSV"));
    EXPECT_TRUE(file.body.starts_with("codice_interno,")) << file.body;
    EXPECT_EQ(outcome(rita, "GET " + packs("net", "2026-Q3/persons")), "404 core.not_found");
}

namespace {

// What somebody takes away of a closed pack is the same on either store.
class PackFiles : public Packs {
protected:
    PackFiles()
    {
        EXPECT_EQ(outcome(marco, "PUT " + packs("net", "2026-Q3/narrative"),
                          R"({"progress":"=1+1, e non è una formula"})"),
                  "200");
        EXPECT_EQ(outcome(marco, "POST /api/reporting/projects/" + id("net") + "/lines",
                          R"({"id":")" + id("line") +
                              R"(","heading":"STAFF","name":"Operatori","amount":"1234567.89"})"),
                  "201");
        EXPECT_EQ(close("first"), "201");
        std::filesystem::create_directories(folder_);
    }
    ~PackFiles() override { std::filesystem::remove_all(folder_); }

    std::string fetch(const std::string& what, const std::string& name)
    {
        const auto response = ask(marco, "GET " + packs("net", "2026-Q3/" + what));
        EXPECT_EQ(response.status, 200) << response.body;
        std::ofstream(folder_ / name, std::ios::binary) << response.body;
        return response.body;
    }

    std::string in_folder(const std::string& name) const { return (folder_ / name).string(); }

    static std::string text_of(const std::filesystem::path& file)
    {
        std::ifstream in(file, std::ios::binary);
        EXPECT_TRUE(in) << file;
        std::stringstream text;
        text << in.rdbuf();
        return text.str();
    }

    const std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() / ("pack-" + to_string(make_uuid(system_now())));
};

INSTANTIATE_TEST_SUITE_P(Of, PackFiles, ::testing::Values(test_stores::Engine::sqlite),
                         ::testing::PrintToStringParamName());

// The longest lines, across and down, in the colour of bars and of the fullest square of a map;
// points.
std::pair<int, int> longest_of_colour(const std::string& picture)
{
    std::istringstream head(picture);
    std::string magic;
    int wide = 0;
    int tall = 0;
    int white = 0;
    head >> magic >> wide >> tall >> white;
    EXPECT_EQ(magic, "P6");
    const auto begins = static_cast<std::size_t>(head.tellg()) + 1;
    const auto is_filled = [&](int x, int y) {
        const auto at = begins + 3 * static_cast<std::size_t>(y * wide + x);
        const int colour[] = {107, 153, 194};
        for (std::size_t i = 0; i < 3; ++i)
            if (std::abs(static_cast<unsigned char>(picture.at(at + i)) - colour[i]) > 2)
                return false;
        return true;
    };
    std::pair<int, int> longest{0, 0};
    for (int y = 0; y < tall; ++y)
        for (int x = 0, run = 0; x < wide; ++x)
            longest.first = std::max(longest.first, run = is_filled(x, y) ? run + 1 : 0);
    for (int x = 0; x < wide; ++x)
        for (int y = 0, run = 0; y < tall; ++y)
            longest.second = std::max(longest.second, run = is_filled(x, y) ? run + 1 : 0);
    return longest;
}

} // namespace

TEST_P(PackFiles, open_in_a_reader_of_pdf)
{
    fetch("paper", "pack.pdf");
    const auto file = "'" + in_folder("pack.pdf") + "'";
    const auto about = said_by("pdfinfo " + file);
    EXPECT_NE(about.find("Tagged:          yes"), std::string::npos) << about;
    EXPECT_EQ(about.find("rror"), std::string::npos) << about;
    const auto structure = said_by("pdfinfo -struct-text " + file);
    for (const auto* part : {"H1", "H2", "Table", "TH", "TD", "1.234.567,89"})
        EXPECT_NE(structure.find(part), std::string::npos) << part << " in\n" << structure;
    const auto words = said_by("pdftotext -layout " + file + " -");
    EXPECT_NE(words.find("2026-Q3"), std::string::npos);
    EXPECT_NE(words.find("=1+1, e non è una formula"), std::string::npos) << words;
    EXPECT_EQ(words.find("page.reporting"), std::string::npos) << words;
    EXPECT_EQ(words.find("Amina"), std::string::npos) << "nobody is named";
}

// How words stand beside each other is looked at by tests/printed_test.cpp; here what is drawn.
TEST_P(PackFiles, have_a_chart_and_a_map)
{
    fetch("paper", "pack.pdf");
    said_by("pdftoppm -r 72 '" + in_folder("pack.pdf") + "' '" + in_folder("page") + "'");
    int bars = 0;
    int maps = 0;
    for (const auto& file : std::filesystem::directory_iterator(folder_)) {
        if (file.path().extension() != ".ppm")
            continue;
        const auto [across, down] = longest_of_colour(text_of(file.path()));
        bars += across >= 140 ? 1 : 0; // the longest bar has the whole width
        maps += down >= 40 ? 1 : 0;
    }
    EXPECT_GE(bars, 1);
    EXPECT_GE(maps, 1);
}

TEST_P(PackFiles, are_a_workbook)
{
    const auto sheets = workbook::read_all(fetch("workbook", "pack.xlsx"));
    ASSERT_EQ(sheets.size(), 8u);
    const auto& money = sheets.back();
    ASSERT_EQ(money.rows.size(), 3u);
    EXPECT_EQ(money.rows[1].cells[1].number, 1234567.89);
}

// What LibreOffice reads of it: one start, with settings of its own that are thrown away, without a
// network where the machine lets us take it away.
TEST_P(PackFiles, open_in_libreoffice)
{
    fetch("workbook", "pack.xlsx");
    // -1: every sheet as a file of its own.
    said_by("apart=$(unshare -rn true 2>/dev/null && echo 'unshare -rn'); HOME='" +
            folder_.string() + "' XDG_CONFIG_HOME='" + folder_.string() +
            "' $apart timeout 180 soffice --headless --norestore --nologo --nolockcheck "
            "--convert-to 'csv:Text - txt - csv (StarCalc):"
            "44,34,76,1,,0,false,true,false,false,false,-1' --outdir '" +
            folder_.string() + "' '" + in_folder("pack.xlsx") + "'");
    const auto sheet = [&](const std::string& name) {
        return text_of(folder_ / ("pack-" + name + ".csv"));
    };
    EXPECT_NE(sheet("Finanze").find("Personale: Operatori,1234567.89,0,0,1234567.89"),
              std::string::npos)
        << sheet("Finanze");
    EXPECT_NE(sheet("Indicatori").find("(b)(ii) 2 Consigli e assistenza per l'alloggio,1,1,0"),
              std::string::npos)
        << sheet("Indicatori");
    EXPECT_NE(sheet("Procedurale").find("=1+1, e non è una formula"), std::string::npos);
}
