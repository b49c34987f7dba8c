// SPDX-License-Identifier: EUPL-1.2
// What a person reads of what is held of them, and what they must not: notes kept to a profession,
// the names of those who work here, what others said.
#include <gtest/gtest.h>

#include "app/cast.h"
#include "core/samples.h"
#include "rights/own_file.h"
#include "tests/cast_house.h"

namespace {

using tests::CastHouse;

class OwnFile : public ::testing::TestWithParam<test_stores::Engine> {
protected:
    OwnFile() : house_(GetParam()) {}

    void look(const std::string& language, const char* sample,
              const std::function<void(core::Context&, const core::SheetWords&,
                                       const rights::Persons&)>& see)
    {
        auto* place = house_.house().find_place("roma");
        const auto actor = cast::actor("marco@roma");
        const core::Request request;
        place->store->read([&](store::Transaction& transaction) {
            core::Context context(house_.house(), transaction, place->kept, actor, request,
                                  house_.now);
            const core::SheetWords words(house_.house().catalogue(), "rights", language);
            const auto person =
                parse_id<people::Person>(std::string_view(sample).substr(1, 36)).value();
            see(context, words, people::same_persons(context, person));
        });
    }

    // "heading / name: text", line by line.
    std::string file(const std::string& language, const char* sample)
    {
        std::string all;
        look(language, sample, [&](auto& context, const auto& words, const auto& persons) {
            for (const auto& section : rights::sections_of(context, words, persons)) {
                for (const auto& row : section.rows)
                    for (const auto& [name, text] : row)
                        all += section.heading + " / " + name + ": " + text + "\n";
                all += section.heading + " – " + std::to_string(section.reserved) + ", " +
                       std::to_string(section.cancelled) + "\n";
            }
        });
        return all;
    }

    std::string readers(const std::string& language, const char* sample)
    {
        std::string all;
        look(language, sample, [&](auto& context, const auto& words, const auto& persons) {
            for (const auto& [day, lines] : rights::opened_by(context, words, persons))
                for (const auto& line : lines)
                    all += to_string(day) + " " + line + "\n";
        });
        return all;
    }

    CastHouse house_;
};

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_P(OwnFile, says_what_is_held_from_every_part_of_the_work)
{
    const auto amina = file("it", core::samples::amina);
    for (const auto* part :
         {"Chi sei / Nome: ", "Amina", "Diallo", "Incontri in strada / ", "Presa in carico / ",
          "Il tuo progetto / ", "Partorire in un posto sicuro", "Valutazioni / ",
          "Diario e appuntamenti / ", "Ha chiamato il Municipio", "Accompagnamento in Municipio",
          "Invii a servizi / Servizio: ", "Visite allo sportello / ", "Screening e allerte / ",
          "Le tue richieste sui tuoi dati / "})
        EXPECT_TRUE(has(amina, part)) << part << "\n" << amina;
    EXPECT_FALSE(has(amina, "field.")) << amina;
    EXPECT_FALSE(has(amina, "section.")) << amina;
}

TEST_P(OwnFile, keeps_back_what_is_kept_to_a_profession_and_says_how_much)
{
    const auto amina = file("it", core::samples::amina);
    EXPECT_FALSE(has(amina, "Da riprendere in supervisione")) << amina;
    EXPECT_TRUE(has(amina, "Diario e appuntamenti – 1, ")) << amina;
}

// The note that Sara wrote in the wrong case is of somebody else.
TEST_P(OwnFile, keeps_back_what_was_written_by_mistake_and_says_how_much)
{
    const auto amina = file("it", core::samples::amina);
    EXPECT_FALSE(has(amina, "Consegnata la tessera")) << amina;
    EXPECT_TRUE(has(amina, "Diario e appuntamenti – 1, 3\n")) << amina;
}

TEST_P(OwnFile, names_nobody_who_works_here)
{
    const auto amina = file("fr", core::samples::amina);
    const auto opened = readers("fr", core::samples::amina);
    for (const auto* name : {"Marchetti", "Valli", "Ferri", "Benali"}) {
        EXPECT_FALSE(has(amina, name)) << name << "\n" << amina;
        EXPECT_FALSE(has(opened, name)) << name << "\n" << opened;
    }
    EXPECT_TRUE(has(amina, "Qui tu es / Prénom: ")) << amina;
    EXPECT_TRUE(has(opened, "assistant social")) << opened;
    EXPECT_TRUE(has(opened, "prise en charge")) << opened;
}

TEST_P(OwnFile, counts_together_what_was_opened_on_a_day)
{
    const auto line = [&] {
        const auto all = readers("it", core::samples::amina);
        const auto today = all.substr(0, all.find('\n'));
        return has(today, "2026-11-23") ? all : std::string();
    };
    for (int i = 0; i < 3; ++i)
        house_.ask("luca@roma", "GET /api/people/persons/01900000-0000-7000-8000-0000000b0001", "",
                   "statistics");
    EXPECT_TRUE(has(line(), "letto 3 volte – statistica")) << line();
}

// Both records of one woman are one file, and the merge of them stands in it once.
TEST_P(OwnFile, is_of_all_records_of_a_human_being)
{
    std::string fatou;
    look("it", core::samples::amina, [&](auto& context, const auto& words, const auto&) {
        const auto id = Id<people::Person>(named_uuid("cast fatou"));
        for (const auto& section :
             rights::sections_of(context, words, people::same_persons(context, id)))
            for (const auto& row : section.rows)
                for (const auto& [name, text] : row)
                    fatou += name + ": " + text + "\n";
    });
    EXPECT_TRUE(has(fatou, "Fatoumata")) << fatou;
    const std::string reason = "Stesso racconto, stesso documento";
    const auto first = fatou.find(reason);
    ASSERT_NE(first, std::string::npos) << fatou;
    EXPECT_EQ(fatou.find(reason, first + 1), std::string::npos) << fatou;
}

INSTANTIATE_TEST_SUITE_P(Both, OwnFile, test_stores::both(), ::testing::PrintToStringParamName());
