// SPDX-License-Identifier: EUPL-1.2
// For tests of this folder: a questionnaire of two versions, and those who answered it.
#pragma once

#include "survey/analysis/tables.h"

namespace analysis::testing {

inline xlsform::Node node(const char* name, xlsform::Kind kind, const char* label,
                          const char* choices = "")
{
    xlsform::Node made;
    made.name = name;
    made.path = std::string("/data/") + name;
    made.kind = kind;
    made.label = {{"it", label}};
    made.choices = choices;
    return made;
}

inline xlsform::Form first_form()
{
    using xlsform::Kind;
    xlsform::Form form;
    form.id = "prova";
    form.version = "1";
    form.default_language = "it";
    form.choices["si_no"] = {{"SI", {{"it", "Sì"}}, {}}, {"NO", {{"it", "No"}}, {}}};
    form.choices["dove"] = {{"COMUNE", {{"it", "Al Comune"}}, {}},
                            {"ENTE", {{"it", "A un'associazione"}}, {}}};
    form.nodes = {node("intro", Kind::note, "Buongiorno"),
                  node("casa", Kind::one, "Ha bisogno di una casa?", "si_no"),
                  node("dove", Kind::many, "Dove ha chiesto?", "dove"),
                  node("eta", Kind::integer, "Quanti anni ha?"),
                  node("altro", Kind::text, "Che cosa manca?"),
                  node("figli", Kind::repeat, "Figli")};
    form.nodes[1].need = "HOUSING";
    form.nodes[1].aspect = "HAVE";
    form.nodes[4].role = "OPEN";
    auto age = node("eta_figlio", Kind::integer, "Età del figlio");
    age.path = "/data/figli/eta_figlio";
    form.nodes[5].children = {age};
    return form;
}

// Another wording, a further choice, and a question whose answers are of another kind.
inline xlsform::Form second_form()
{
    using xlsform::Kind;
    auto form = first_form();
    form.version = "2";
    form.nodes[1].label = {{"it", "Le serve una casa?"}};
    form.choices["si_no"].push_back({"FORSE", {{"it", "Forse"}}, {}});
    form.nodes[3].kind = Kind::one;
    form.nodes[3].choices = "eta";
    form.choices["eta"] = {{"1", {{"it", "18-29"}}, {}}, {"2", {{"it", "30 e oltre"}}, {}}};
    form.nodes.push_back(node("visto", Kind::date, "Quando è arrivato?"));
    return form;
}

inline CodebookWish wish()
{
    CodebookWish wish;
    wish.versions = {{1, first_form()}, {2, second_form()}};
    wish.language = "it";
    Variable name;
    name.name = "intervista";
    name.label = "Pseudonimo";
    Variable weight;
    weight.name = "peso";
    weight.label = "Peso";
    weight.measure = Measure::number;
    weight.weight = true;
    wish.own = {name, weight};
    wish.themes = {{1, "AFFITTO", "Affitti troppo alti"}};
    wish.terms = {"Sì", "No", "Nessuna risposta", "Domanda non prevista in questa versione",
                  "ha detto qualcosa"};
    return wish;
}

inline std::vector<Interview> interviews()
{
    Interview first;
    first.version = 1;
    first.own = {"k7f2", "12.5"};
    first.answers = {{"/data/casa", "", "SI"},
                     {"/data/dove", "", "COMUNE ENTE"},
                     {"/data/eta", "", "34"},
                     {"/data/altro", "", "mi chiamo Zoubeir e pago 500 euro"},
                     {"/data/figli/eta_figlio", "1", "3"},
                     {"/data/figli/eta_figlio", "2", "7"}};
    first.themes["/data/altro"] = {"AFFITTO"};
    Interview second;
    second.version = 2;
    second.own = {"m3x9", "8"};
    second.answers = {
        {"/data/casa", "", "FORSE"}, {"/data/eta", "", "2"}, {"/data/visto", "", "2026-11-23"}};
    return {first, second};
}

} // namespace analysis::testing
