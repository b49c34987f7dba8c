// SPDX-License-Identifier: EUPL-1.2
#include "app/code_finder.h"

#include <gtest/gtest.h>

namespace {

const core::Catalogue& catalogue()
{
    static const core::Catalogue catalogue;
    return catalogue;
}

app::CodeFinder finder(const std::string& list)
{
    return app::CodeFinder::of_vocabulary(catalogue(), list, "it");
}

std::string found(const app::CodeFinder& finder, const std::string& written)
{
    return finder.find(written).value_or("none");
}

using Codes = std::vector<std::string>;

} // namespace

TEST(CodeFinder, by_code_label_part_and_word)
{
    const auto settings = finder("contact_setting");
    for (const char* written :
         {"STREET", "street", "Strada, piazza", "strada", "PIAZZA", "Street, square", "in strada"})
        EXPECT_EQ(found(settings, written), "STREET") << written;
    EXPECT_EQ(found(settings, "centro di accoglienza"), "RECEPTION_CENTRE");
    EXPECT_EQ(found(settings, "luna"), "none");
    EXPECT_EQ(found(settings, ""), "none");
}

// Two codes as sure as each other: the writer is asked.
TEST(CodeFinder, what_could_be_two_is_none)
{
    app::CodeFinder two;
    two.add("altro", "A", app::CodeFinder::Weight::part);
    two.add("altro", "B", app::CodeFinder::Weight::part);
    EXPECT_EQ(found(two, "altro"), "none");
    two.add("altro", "C", app::CodeFinder::Weight::label); // surer than a part of a label
    EXPECT_EQ(found(two, "Altro"), "C");
}

TEST(CodeFinder, districts_by_any_of_their_names)
{
    const auto roma = app::CodeFinder::of_districts(catalogue(), *catalogue().find_city("roma"));
    for (const char* written :
         {"RM-XI", "Municipio XI", "municipio 11", "11", "xi", "XI Municipio", "11°", "Roma XI"})
        EXPECT_EQ(found(roma, written), "RM-XI") << written;
    EXPECT_EQ(found(roma, "16"), "none");
    const auto milano =
        app::CodeFinder::of_districts(catalogue(), *catalogue().find_city("milano"));
    EXPECT_EQ(found(milano, "Municipio 3"), "MI-3");
}

TEST(CodeFinder, lists_with_commas_inside_labels)
{
    const auto interventions = finder("intervention");
    Codes unknown;
    EXPECT_EQ(interventions.find_list("Beni di prima necessità (cibo, coperte, igiene), MED.CULT",
                                      unknown),
              (Codes{"PIS.KIT", "MED.CULT"}));
    EXPECT_EQ(interventions.find_list("Segretariato sociale, informazione; ORI.SERV", unknown),
              (Codes{"ORI.SEGR", "ORI.SERV"}));
    EXPECT_EQ(interventions.find_list("PIS.KIT; pis.kit", unknown), (Codes{"PIS.KIT"}));
    EXPECT_TRUE(unknown.empty());
    interventions.find_list("PIS.KIT, una canzone", unknown);
    EXPECT_EQ(unknown, (Codes{"una canzone"}));
}

// Whatever the catalogue's owner writes, every code and every label finds its own code again.
TEST(CodeFinder, every_code_and_label_is_found)
{
    for (const char* list : {"contact_setting", "contact_outcome", "intervention", "vulnerability",
                             "language", "gender", "apparent_age"}) {
        const auto one = finder(list);
        for (const auto& code : catalogue().vocabularies().find(list)->second) {
            if (code.retired)
                continue;
            EXPECT_EQ(found(one, code.code), code.code) << list;
            EXPECT_EQ(found(one, code.label.it), code.code) << list;
            EXPECT_EQ(found(one, code.label.en), code.code) << list;
        }
    }
}
