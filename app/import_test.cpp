// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <sstream>

#include "access/access.h"
#include "app/commands.h"
#include "app/house.h"
#include "app/testing.h"
#include "base/zip.h"
#include "core/journal.h"
#include "core/log.h"

namespace {

const std::string example = std::string(SOURCE_DIR) + "/docs/examples/contatti-roma.csv";
const std::string headers =
    "Data;Ora;Unità;Luogo;Municipio;Lingue;Sesso;Età;Interventi;Esito;Note\n";

// Roma, with its three mobile units.
class Import : public ::testing::Test {
protected:
    Import()
    {
        core::set_log_level("warning");
        configuration_.data = folder_.path("data");
        const auto house = app::open_house(configuration_, {"roma"});
        house->find_place("roma")->store->write([](store::Transaction& transaction) {
            for (const auto* code : {"um1", "um2", "um3"}) {
                access::Team team;
                team.id = Id<access::Team>(named_uuid(code));
                team.code = code;
                team.name = std::string("Unità mobile ") + code[2];
                team.kind = "mobile_unit";
                access::add_team(transaction, team);
            }
        });
        house->stop();
    }

    struct Outcome {
        int code = 0;
        std::string out;
        std::string errors;
    };

    Outcome import(const std::string& file, bool dry_run = false,
                   std::set<std::string> ignored = {})
    {
        app::ImportWish wish;
        wish.file = file;
        wish.city = "roma";
        wish.dry_run = dry_run;
        wish.ignored = std::move(ignored);
        std::ostringstream out;
        std::ostringstream errors;
        const int code = app::import_contacts(configuration_, wish, out, errors);
        return {code, out.str(), errors.str()};
    }
    Outcome import_text(const std::string& text, bool dry_run = false)
    {
        return import(folder_.write("sheet.csv", text), dry_run);
    }

    // The contacts of the store, as JSON, newest first; and how many lines its journal has.
    std::string contacts(const std::string& query = "limit=200")
    {
        const auto house = app::open_house(configuration_, {"roma"});
        core::Actor marco;
        marco.store = "roma";
        marco.roles = core::city_coordinator;
        core::Request request;
        request.method = "GET";
        request.path = "/api/outreach/contacts";
        request.query = {{query.substr(0, query.find('=')), query.substr(query.find('=') + 1)}};
        request.headers = {{"lgnet-purpose", "outreach"}};
        auto body = house->ask(marco, request).body;
        house->stop();
        return body;
    }

    std::size_t count_contacts()
    {
        const auto document = JsonDocument::parse(contacts());
        return document.root().member("items").size();
    }

    std::int64_t journal_lines()
    {
        const auto house = app::open_house(configuration_, {"roma"});
        std::int64_t lines = 0;
        house->find_place("roma")->store->read([&](store::Transaction& transaction) {
            const auto check = core::verify_journal(transaction);
            EXPECT_EQ(check.fault, "");
            lines = check.lines;
        });
        house->stop();
        return lines;
    }

    test_program::Folder folder_;
    app::Configuration configuration_;
};

} // namespace

TEST_F(Import, the_example_of_the_documentation)
{
    const auto tried = import(example, true);
    EXPECT_EQ(tried.code, 0) << tried.errors;
    EXPECT_EQ(count_contacts(), 0u);

    const auto first = import(example);
    EXPECT_EQ(first.code, 0) << first.errors;
    EXPECT_NE(first.out.find("500 righe lette, 500 contatti nuovi, 0 già registrati."),
              std::string::npos)
        << first.out;
    EXPECT_EQ(count_contacts(), 200u); // a page

    const auto lines = journal_lines();
    const auto again = import(example);
    EXPECT_NE(again.out.find("500 righe lette, 0 contatti nuovi, 500 già registrati."),
              std::string::npos)
        << again.out;
    EXPECT_EQ(journal_lines(), lines); // nothing happened, so there is nothing to say
}

TEST_F(Import, reads_a_row_as_it_was_meant)
{
    const auto outcome =
        import_text(headers + "lun 23/2/26;21.30;UM 1;piazza;I;francese, wolof;donna;adulta;"
                              "PIS.KIT; prima valutazione sanitaria;agganciata;Torna giovedì\n");
    ASSERT_EQ(outcome.code, 1); // the unquoted semicolon moved the last cells by one
    const auto quoted = import_text(
        headers + "lun 23/2/26;21.30;UM 1;piazza;I;francese, wolof;donna;adulta;"
                  "\"PIS.KIT; prima valutazione sanitaria\";agganciata;Torna giovedì\n");
    ASSERT_EQ(quoted.code, 0) << quoted.errors;
    const auto found = contacts();
    for (const char* part :
         {R"("at":"2026-02-23T20:30:00.000Z")", R"("team":"um1")", R"("setting":"STREET")",
          R"("district":"RM-I")", R"("languages":["fr","wo"])", R"("apparent_gender":"F")",
          R"("apparent_age":"adult")", R"("interventions":["PIS.KIT","SAN.PRIMO"])",
          R"("outcome":"ENGAGED")", R"("note":"Torna giovedì")",
          R"("recorded_by_name":"Foglio importato")"})
        EXPECT_NE(found.find(part), std::string::npos) << part << "\n" << found;
}

// As Excel keeps it: the day and the hour are numbers.
TEST_F(Import, reads_a_workbook)
{
    const auto file = folder_.write(
        "novembre.xlsx",
        write_zip(
            {{"xl/workbook.xml",
              R"(<workbook><sheets><sheet name="Uscite" r:id="r1"/></sheets></workbook>)"},
             {"xl/_rels/workbook.xml.rels",
              R"(<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/>)"
              R"(</Relationships>)"},
             {"xl/sharedStrings.xml",
              R"(<sst><si><t>Data</t></si><si><t>Ora</t></si><si><t>Luogo</t></si>)"
              R"(<si><t>Municipio</t></si><si><t>Esito</t></si><si><t>Stazione</t></si>)"
              R"(<si><t>rifiuta</t></si></sst>)"},
             {"xl/worksheets/sheet1.xml",
              R"(<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c>)"
              R"(<c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>)"
              R"(<c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c></row>)"
              R"(<row r="2"><c r="A2"><v>46076</v></c><c r="B2"><v>0.895833333333</v></c>)"
              R"(<c r="C2" t="s"><v>5</v></c><c r="D2"><v>5</v></c><c r="E2" t="s"><v>6</v></c>)"
              R"(</row></sheetData></worksheet>)"}}));
    const auto outcome = import(file);
    ASSERT_EQ(outcome.code, 0) << outcome.errors;
    const auto found = contacts();
    for (const char* part : {R"("at":"2026-02-23T20:30:00.000Z")", R"("setting":"STATION")",
                             R"("district":"RM-V")", R"("outcome":"REFUSED")"})
        EXPECT_NE(found.find(part), std::string::npos) << part << "\n" << found;
}

TEST_F(Import, names_every_fault_by_row_and_column_and_saves_nothing)
{
    const auto outcome =
        import_text(headers + "23/2/2026;21:30;um1;Strada;I;;;;;ENGAGED;buona\n"
                              "domani;tardi;um9;sulla luna;Municipio XX;klingon;;;;;\n"
                              "24/12/2150;21:30;um1;Strada;I;;;;;ENGAGED;futura\n"
                              "01/01/1999;21:30;um1;Strada;I;;;;;ENGAGED;antica\n");
    EXPECT_EQ(outcome.code, 1);
    for (const char* sentence :
         {"riga 3, colonna Data: «domani» non è una data. Scrivere per esempio 23/11/2026",
          "riga 3, colonna Ora: «tardi» non è un'ora.",
          "riga 3, colonna Unità: «um9» non è nella lista. Possibili: Unità mobile 1 (um1);",
          "riga 3, colonna Luogo: «sulla luna» non è nella lista. Possibili: Strada, piazza;",
          "riga 3, colonna Municipio: «Municipio XX» non è nella lista. Possibili: Municipio I;",
          "riga 3, colonna Lingue: «klingon» non è nella lista.",
          "riga 3, colonna Esito: serve un valore.",
          "riga 4, colonna Data: Non può essere nel futuro.",
          "riga 5, colonna Data: ", "9 errori: niente è stato registrato."})
        EXPECT_NE(outcome.errors.find(sentence), std::string::npos) << sentence << "\n"
                                                                    << outcome.errors;
    EXPECT_EQ(outcome.errors.find("riga 2,"), std::string::npos) << outcome.errors;
    EXPECT_EQ(count_contacts(), 0u);
    EXPECT_EQ(journal_lines(), 1); // of the reading above
}

TEST_F(Import, asks_about_columns_that_it_does_not_know)
{
    const auto sheet = folder_.write("a.csv", "Data,Luogo,Zona,Esito,Oroscopo,data contatto\n"
                                              "23/2/2026,Strada,I,ENGAGED,Ariete,23/2/2026\n");
    const auto outcome = import(sheet);
    EXPECT_EQ(outcome.code, 1);
    EXPECT_NE(outcome.errors.find("riga 1, colonna Oroscopo: colonna sconosciuta."),
              std::string::npos)
        << outcome.errors;
    EXPECT_NE(outcome.errors.find("colonna data contatto: la colonna c'è già: Data"),
              std::string::npos)
        << outcome.errors;
    EXPECT_EQ(import(sheet, false, {"oroscopo", "Data contatto"}).code, 0);

    const auto missing = import_text("Data,Zona,Note\n23/2/2026,I,x\n");
    EXPECT_NE(missing.errors.find("manca la colonna Luogo."), std::string::npos) << missing.errors;
    EXPECT_NE(missing.errors.find("manca la colonna Esito."), std::string::npos) << missing.errors;
    EXPECT_NE(import_text(headers).errors.find("Il foglio è vuoto"), std::string::npos);
    EXPECT_NE(import_text("").errors.find("Il foglio è vuoto"), std::string::npos);
}

// The sheet grows through the season: the rows that were there before are the same contacts, and
// two nameless contacts written with the same words are two.
TEST_F(Import, adds_what_is_new_in_a_sheet_that_grows)
{
    const std::string row = "23/2/2026;21:30;um1;Strada;I;;;;;ENGAGED;\n";
    EXPECT_EQ(import_text(headers + row + row).code, 0);
    EXPECT_EQ(count_contacts(), 2u);
    const auto grown = import_text(headers + row + "24/2/2026;;um2;Parco;V;;;;;info;\n" + row);
    EXPECT_NE(grown.out.find("3 righe lette, 1 contatti nuovi, 2 già registrati."),
              std::string::npos)
        << grown.out;
    EXPECT_NE(grown.out.find("1 contatti sono senza ora: sono registrati alle 12:00."),
              std::string::npos);
    EXPECT_EQ(count_contacts(), 3u);
}

// A contact that somebody cancelled stays cancelled when the sheet comes again.
TEST_F(Import, does_not_bring_back_what_was_cancelled)
{
    const auto sheet = headers + "23/2/2026;21:30;um1;Strada;I;;;;;ENGAGED;\n";
    ASSERT_EQ(import_text(sheet).code, 0);
    const auto document = JsonDocument::parse(contacts());
    const std::string id(document.root().member("items").at(0).member("id").text());
    {
        const auto house = app::open_house(configuration_, {"roma"});
        core::Actor marco;
        marco.store = "roma";
        marco.roles = core::city_coordinator;
        core::Request request;
        request.method = "DELETE";
        request.path = "/api/outreach/contacts/" + id;
        request.headers = {{"lgnet-purpose", "outreach"}};
        ASSERT_LT(house->ask(marco, request).status, 300);
        house->stop();
    }
    const auto again = import_text(sheet);
    EXPECT_NE(again.out.find("0 contatti nuovi, 1 già registrati"), std::string::npos) << again.out;
}

TEST_F(Import, refuses_what_is_no_sheet)
{
    EXPECT_THROW(import(folder_.write("a.xls", "\xD0\xCF\x11\xE0")), app::Refused);
    EXPECT_THROW(import(folder_.path("none.csv")), app::Refused);
}
