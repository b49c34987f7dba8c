// SPDX-License-Identifier: EUPL-1.2
#include "paper/sheet.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>

namespace paper {

namespace {

int pages_of(const std::string& pdf)
{
    int pages = 0;
    for (auto at = pdf.find("/Type /Page"); at != std::string::npos;
         at = pdf.find("/Type /Page", at + 1))
        if (pdf[at + 11] != 's')
            ++pages;
    return pages;
}

} // namespace

TEST(Sheet, has_letters_for_every_script_that_people_read)
{
    for (const auto& [language, text] :
         std::vector<std::pair<std::string, std::string>>{{"it", "perché, città"},
                                                          {"ar", "إلى أين تذهب؟"},
                                                          {"bn", "কোথায় যাবেন"},
                                                          {"uk", "Куди йти"},
                                                          {"zh", "去哪里"},
                                                          {"fa", "کجا برویم"},
                                                          {"ti", "ናበይ ከም እትኸይድ"}}) {
        Sheet sheet(language, "test");
        sheet.title(text);
        sheet.fact(text, text);
        EXPECT_EQ(sheet.unknown_signs(), 0) << language;
        EXPECT_EQ(sheet.finish().substr(0, 5), "%PDF-");
    }
}

TEST(Sheet, goes_on_on_the_next_page)
{
    Sheet sheet("it", "test");
    std::string words;
    for (int i = 0; i < 3000; ++i)
        words += "parola " + std::to_string(i) + " ";
    sheet.title("Lungo");
    sheet.text(words);
    sheet.fact("Anche questo", words);
    for (int i = 0; i < 10; ++i)
        sheet.square("https://lgnet.example/", "che cosa è");
    const auto pdf = sheet.finish();
    EXPECT_GE(pages_of(pdf), 8);
    EXPECT_LE(pages_of(pdf), 32);
}

TEST(Sheet, of_little_is_one_page)
{
    Sheet sheet("ar", "test");
    sheet.title("عنوان");
    sheet.rule();
    sheet.signature("توقيع");
    sheet.fact("nothing", "");
    EXPECT_EQ(pages_of(sheet.finish()), 1);
}

// What a program that reads aloud goes by, as poppler finds it.
TEST(Sheet, says_what_is_a_heading_and_what_a_table)
{
    Sheet sheet("it", "Il pacchetto del trimestre");
    sheet.title("Titolo");
    sheet.heading("Sezione");
    sheet.text("Testo");
    sheet.table({"Voce", "Importo"}, {{"Coperte", "350,10"}, {"Furgone", "99,90"}});
    const auto pdf = sheet.finish();
    EXPECT_NE(pdf.find("/Lang (it)"), std::string::npos);
    EXPECT_NE(pdf.find("/DisplayDocTitle true"), std::string::npos);

    const std::string file = std::string(BINARY_DIR) + "/described.pdf";
    std::ofstream(file, std::ios::binary) << pdf;
    const auto said = [&](const std::string& command) {
        std::string text;
        auto* pipe = popen((command + " '" + file + "' 2>&1").c_str(), "r");
        for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe))
            text += static_cast<char>(c);
        EXPECT_EQ(pclose(pipe), 0) << text;
        return text;
    };
    const auto about = said("pdfinfo");
    EXPECT_NE(about.find("Tagged:          yes"), std::string::npos) << about;
    EXPECT_NE(about.find("Il pacchetto del trimestre"), std::string::npos) << about;
    EXPECT_EQ(about.find("rror"), std::string::npos) << about;
    const auto structure = said("pdfinfo -struct-text");
    for (const auto* part : {"H1", "H2", "Table", "TR", "TH", "TD", "\"Coperte\"", "\"350,10\""})
        EXPECT_NE(structure.find(part), std::string::npos) << part << " in\n" << structure;
}

TEST(Sheet, knows_which_way_a_language_is_written)
{
    EXPECT_TRUE(is_right_to_left("ar"));
    EXPECT_TRUE(is_right_to_left("ur"));
    EXPECT_FALSE(is_right_to_left("bn"));
    EXPECT_EQ(apart("Via Marsala 97"), "\u2068Via Marsala 97\u2069");
    EXPECT_EQ(apart(""), "");
}

TEST(Squares, are_as_many_as_a_reader_expects)
{
    const auto rows = squares_of("https://lgnet.example/#/invio/roma?codice=4821093755167302");
    ASSERT_GE(rows.size(), 21u);
    EXPECT_EQ((rows.size() - 17) % 4, 0u);
    for (const auto& row : rows)
        EXPECT_EQ(row.size(), rows.size());
    EXPECT_EQ(rows[0].substr(0, 8), "11111110") << "the corner by which it is found";
}

TEST(Sheet, draws_bars_squares_and_tables_over_pages)
{
    Sheet sheet("it", "test");
    std::vector<Bar> bars{{"Una casa", 0.62, 0.55, 0.69, "62 % (55-69), n 210"},
                          {"Un medico", {}, {}, {}, "non si dice: n 12"}};
    bars.resize(80, bars[0]);
    sheet.bars(bars);
    sheet.map({{0, 0, "I", "62 %", 0.62}, {1, 2, "II", "n.d.", {}}});
    std::vector<std::vector<std::string>> rows(120, {"Una casa", "62 %", "210"});
    rows.push_back({"Una riga senza altro"});
    sheet.table({"Bisogno", "Quota", "n"}, rows);
    EXPECT_EQ(sheet.unknown_signs(), 0);
    const auto pages = pages_of(sheet.finish());
    EXPECT_GE(pages, 4);
    EXPECT_LE(pages, 12);
}

TEST(Sheet, draws_charts_from_right_to_left)
{
    Sheet sheet("ar", "test");
    sheet.bars({{"سكن", 0.62, 0.55, 0.69, "62 %"}});
    sheet.table({"حاجة", "n"}, {{"سكن", "210"}});
    EXPECT_EQ(sheet.finish().substr(0, 5), "%PDF-");
}

} // namespace paper
