// SPDX-License-Identifier: EUPL-1.2
#include "app/spreadsheet.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "base/zip.h"

namespace {

// As Excel writes it: shared texts, one of them in runs; formats; a hidden sheet before the one
// that is seen.
ZipEntries excel_parts()
{
    return {
        {"[Content_Types].xml", "<Types/>"},
        {"xl/workbook.xml",
         R"(<workbook xmlns:r="r"><workbookPr/><sheets>)"
         R"(<sheet name="Liste" state="hidden" r:id="rId9"/>)"
         R"(<sheet name="Contatti" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         R"(<Relationships><Relationship Id="rId9" Target="worksheets/sheet2.xml"/>)"
         R"(<Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>)"},
        {"xl/sharedStrings.xml",
         R"(<sst><si><t>Data</t></si><si><r><t>Lin</t></r><r><t xml:space="preserve">gue </t></r>)"
         R"(<rPh><t>no</t></rPh></si><si><t>caff&#xE8; &amp; tè</t></si></sst>)"},
        {"xl/styles.xml",
         R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="&quot;mese&quot; 0"/>)"
         R"(<numFmt numFmtId="165" formatCode="[$-410]d mmmm yyyy;@"/></numFmts>)"
         R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="164"/>)"
         R"(<xf numFmtId="20"/></cellXfs></styleSheet>)"},
        {"xl/worksheets/sheet1.xml",
         R"(<worksheet><sheetData>)"
         R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>)"
         R"(<row r="2"><c r="A2"/></row>)"
         R"(<row r="4"><c r="A4" s="1"><v>46349</v></c><c r="B4" s="4"><v>0.895833333333</v></c>)"
         R"(<c r="C4" t="s"><v>2</v></c><c r="D4" s="2"><v>46349.895833333</v></c>)"
         R"(<c r="E4" s="3"><v>12</v></c><c t="inlineStr"><is><t>dentro</t></is></c>)"
         R"(<c r="G4" t="str"><f>A1</f><v>formula</v></c><c r="H4" t="b"><v>1</v></c></row>)"
         R"(</sheetData></worksheet>)"},
        {"xl/worksheets/sheet2.xml",
         R"(<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>)"
         R"(</sheetData></worksheet>)"},
    };
}

std::vector<std::string> texts(const app::SheetRow& row)
{
    std::vector<std::string> found;
    for (const auto& cell : row.cells)
        found.push_back(cell.text);
    return found;
}

std::string fault_of(const std::string& bytes, const app::SheetLimits& limits = {})
{
    try {
        app::read_sheet(bytes, limits);
        return "read";
    } catch (const app::SheetUnreadable& unreadable) {
        return unreadable.code;
    }
}

using Texts = std::vector<std::string>;

} // namespace

TEST(Spreadsheet, text_with_semicolons_as_excel_saves_it_in_italy)
{
    const auto sheet =
        app::read_sheet("Data;Lingue;Note\r\n23/11/2026;francese;\"a; b\"\r\n;;\r\n\r\n24/11;x");
    ASSERT_EQ(sheet.rows.size(), 3u);
    EXPECT_EQ(texts(sheet.rows[1]), (Texts{"23/11/2026", "francese", "a; b"}));
    EXPECT_EQ(sheet.rows[1].line, 2);
    EXPECT_EQ(sheet.rows[2].line, 5);
}

TEST(Spreadsheet, text_in_the_encoding_of_windows)
{
    const auto sheet = app::read_sheet("Citt\xE0,Note\nRoma,caff\xE8\n");
    EXPECT_EQ(texts(sheet.rows[0]), (Texts{"Città", "Note"}));
    EXPECT_EQ(sheet.rows[1].cells[1].text, "caffè");
}

TEST(Spreadsheet, workbook)
{
    const auto sheet = app::read_sheet(write_zip(excel_parts()));
    ASSERT_EQ(sheet.rows.size(), 2u);
    EXPECT_EQ(texts(sheet.rows[0]), (Texts{"Data", "", "Lingue "}));
    EXPECT_EQ(sheet.rows[1].line, 4);
    EXPECT_EQ(texts(sheet.rows[1]), (Texts{"2026-11-23", "21:30", "caffè & tè", "2026-11-23 21:30",
                                           "12", "dentro", "formula", "true"}));
    EXPECT_DOUBLE_EQ(sheet.rows[1].cells[0].number.value(), 46349);
    EXPECT_FALSE(sheet.rows[1].cells[2].number);
}

TEST(Spreadsheet, workbook_with_the_days_of_old_macs)
{
    auto parts = excel_parts();
    parts["xl/workbook.xml"].replace(parts["xl/workbook.xml"].find("<workbookPr/>"), 13,
                                     R"(<workbookPr date1904="1"/>)");
    const auto sheet = app::read_sheet(write_zip(parts));
    EXPECT_EQ(sheet.epoch, app::Epoch::from_1904);
    EXPECT_EQ(sheet.rows[1].cells[0].text, "2030-11-24");
}

TEST(Spreadsheet, says_why_a_file_cannot_be_read)
{
    EXPECT_EQ(fault_of("\xD0\xCF\x11\xE0 old"), "import.old_or_locked");
    EXPECT_EQ(fault_of(std::string("a;b\0c\n", 6)), "import.not_a_sheet");
    EXPECT_EQ(fault_of("Data;Note\n23/11;\"mai chiuso\n"), "import.quote_open");
    EXPECT_EQ(fault_of("PK\x03\x04 and no more"), "import.broken_workbook");
    EXPECT_EQ(fault_of(write_zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}})),
              "import.not_a_workbook");

    auto parts = excel_parts();
    parts.erase("xl/_rels/workbook.xml.rels");
    EXPECT_EQ(fault_of(write_zip(parts)), "import.broken_workbook");
    parts = excel_parts();
    parts.erase("xl/sharedStrings.xml");
    EXPECT_EQ(fault_of(write_zip(parts)), "import.broken_workbook");
    parts = excel_parts();
    parts["xl/workbook.xml"] = "<workbook><sheets/></workbook>";
    EXPECT_EQ(fault_of(write_zip(parts)), "import.no_sheet");
}

TEST(Spreadsheet, bounds)
{
    EXPECT_EQ(fault_of("a;b\nc;d\ne;f\n", {.rows = 2}), "import.too_many_rows");
    EXPECT_EQ(fault_of("a;b;c\n", {.columns = 2}), "import.too_many_columns");
    EXPECT_EQ(fault_of("a;b;c\n", {.file_bytes = 3}), "import.file_too_large");
    EXPECT_EQ(fault_of(write_zip(excel_parts()), {.rows = 1}), "import.too_many_rows");
    EXPECT_EQ(fault_of(write_zip(excel_parts()), {.columns = 2}), "import.too_many_columns");

    auto far = excel_parts();
    far["xl/worksheets/sheet1.xml"] =
        R"(<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row>)"
        R"(</sheetData></worksheet>)";
    EXPECT_EQ(fault_of(write_zip(far)), "import.too_many_columns");
}

// A small file that unpacks to a very large one is given up while it is being unpacked.
TEST(Spreadsheet, refuses_a_zip_bomb)
{
    auto parts = excel_parts();
    auto& sheet = parts["xl/worksheets/sheet1.xml"];
    sheet.insert(0, "<!--" + std::string(64 * 1024 * 1024, ' ') + "-->");
    const auto bytes = write_zip(parts);
    ASSERT_LT(bytes.size(), 200u * 1024);
    EXPECT_EQ(fault_of(bytes), "import.unpacked_too_large");
}

TEST(Spreadsheet, never_expands_entities)
{
    auto parts = excel_parts();
    parts["xl/sharedStrings.xml"] =
        R"(<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>)"
        R"(<sst><si><t>&b;</t></si><si><t>&b;</t></si><si><t>&b;</t></si></sst>)";
    EXPECT_EQ(app::read_sheet(write_zip(parts)).rows[0].cells[0].text, "&b;");
}

// Bytes of a part, and of the zip around it, altered at random: read or refused, never anything
// else.
TEST(Spreadsheet, survives_broken_workbooks)
{
    std::srand(11);
    const auto random = [](std::size_t below) {
        return static_cast<std::size_t>(std::rand()) % below;
    };
    const std::vector<std::string> pieces{"9999999999",
                                          "-1",
                                          "</row>",
                                          "\"",
                                          R"(<c r="ZZZZ99999999" t="s"><v>99999999</v></c>)",
                                          R"(<c t="s"><v>-1</v></c>)",
                                          "<row r=\"-5\">",
                                          "&#0;",
                                          "<!--",
                                          "]]>"};
    int read = 0;
    const int rounds = 1500;
    for (int round = 0; round < rounds; ++round) {
        auto parts = excel_parts();
        auto& part =
            std::next(parts.begin(), static_cast<long>(1 + random(parts.size() - 1)))->second;
        for (auto changes = 1 + random(4); changes > 0; --changes) {
            const auto at = random(part.size());
            if (random(3) == 0)
                part[at] = static_cast<char>(random(256));
            else if (random(2) == 0)
                part.erase(at, 1 + random(30));
            else
                part.insert(at, pieces[random(pieces.size())]);
            if (part.empty())
                part = " ";
        }
        auto bytes = write_zip(parts);
        if (random(3) == 0)
            bytes[random(bytes.size())] ^= static_cast<char>(1 + random(255));
        if (random(10) == 0)
            bytes.resize(random(bytes.size()));
        read += fault_of(bytes) == "read";
    }
    EXPECT_GT(read, rounds / 10); // the alterations are small enough to reach every corner
    EXPECT_LT(read, rounds);
}
