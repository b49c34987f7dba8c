// SPDX-License-Identifier: EUPL-1.2
// Open data as everybody gets it: below /rete/dati, without an account.
#include "reporting/open_data.h"

#include "base/csv.h"
#include "core/gate.h"
#include "core/guests.h"
#include "core/house.h"
#include "core/public_page.h"
#include "reporting/rdf.h"

using core::Context;

namespace reporting {

namespace {

constexpr core::Allowance looking{"reporting.open_data", 600, 20'000};
constexpr int quarters_told = 12; // three years

constexpr auto licence = "https://creativecommons.org/licenses/by/4.0/";
constexpr auto licence_kind = "http://purl.org/adms/licencetype/Attribution";
constexpr auto language_italian = "http://publications.europa.eu/resource/authority/language/ITA";
constexpr auto theme_society = "http://publications.europa.eu/resource/authority/data-theme/SOCI";
constexpr auto themes = "http://publications.europa.eu/resource/authority/data-theme";
constexpr auto every_quarter =
    "http://publications.europa.eu/resource/authority/frequency/QUARTERLY";
constexpr auto file_types = "http://publications.europa.eu/resource/authority/file-type/";

// Of the quarters that are over and of which a city has stated, the last first.
std::vector<StatedQuarter> stated_quarters(Context& context)
{
    std::vector<StatedQuarter> found;
    auto quarter = quarter_of(context.today());
    for (int back = 0; back < quarters_told; ++back) {
        quarter = quarter_of(quarter.begins.plus_days(-1));
        StatedQuarter stated;
        stated.board = monitoring::show_network_board(context, {to_string(quarter)});
        if (stated.board.network.empty())
            continue;
        for (const auto& city : stated.board.cities)
            if (city.statement)
                stated.statements.push_back(
                    monitoring::get_statement(context, {city.statement->id}));
        found.push_back(std::move(stated));
    }
    return found;
}

struct Told {
    std::vector<OpenFigure> figures;
    std::vector<std::string> quarters;
    std::optional<Instant> changed; // when the last of the statements was submitted
};

Told tell(Context& context)
{
    context.kept<core::Gate>().pass(looking, context.request.remote, context.now);
    const auto definitions = monitoring::list_indicators(context).items;
    Told told;
    for (const auto& stated : stated_quarters(context)) {
        told.quarters.push_back(stated.board.period);
        for (const auto& statement : stated.statements)
            if (statement.submitted_at &&
                (!told.changed || *told.changed < *statement.submitted_at))
                told.changed = statement.submitted_at;
        for (auto& figure : open_figures(stated, definitions))
            told.figures.push_back(std::move(figure));
    }
    return told;
}

std::string number(const std::optional<std::int64_t>& value)
{
    return value ? std::to_string(*value) : "";
}

// "https://lgnet.example/rete/dati/"
std::string place_of(const Context& context) { return core::address_of(context) + "/rete/dati/"; }

class Metadata {
public:
    Metadata(Context& context, const Told& told) : context_(context), place_(place_of(context))
    {
        changed_ = to_string(local_date(told.changed.value_or(context.now)));
        graph_.prefixes = {{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
                           {"dcat", "http://www.w3.org/ns/dcat#"},
                           {"dcatapit", "http://dati.gov.it/onto/dcatapit#"},
                           {"dct", "http://purl.org/dc/terms/"},
                           {"foaf", "http://xmlns.com/foaf/0.1/"}};
        tell_of_catalogue();
        tell_of_data_set();
        tell_of_file("cifre.csv", "CSV");
        tell_of_file("cifre.json", "JSON");
        tell_of_licence();
        tell_of_publisher();
    }

    const rdf::Graph& graph() const { return graph_; }

private:
    void say(const std::string& thing, const char* name, rdf::Object object)
    {
        graph_.statements.push_back({thing, name, std::move(object)});
    }
    // A sentence in both languages.
    void say_words(const std::string& thing, const char* name, const char* key)
    {
        for (const auto* language : {"it", "en"})
            say(thing, name,
                rdf::words(
                    context_.house.words().say(language, std::string("public.reporting.") + key),
                    language));
    }
    void say_kinds(const std::string& thing, std::initializer_list<const char*> kinds)
    {
        for (const auto* kind : kinds)
            say(thing, "rdf:type", rdf::address(kind));
    }

    void tell_of_catalogue()
    {
        const auto thing = place_ + "catalogo";
        say_kinds(thing, {"dcatapit:Catalog", "dcat:Catalog"});
        say_words(thing, "dct:title", "catalogue_title");
        say_words(thing, "dct:description", "catalogue_description");
        say(thing, "dct:publisher", rdf::address(publisher()));
        say(thing, "dct:modified", rdf::day(changed_));
        say(thing, "dct:language", rdf::address(language_italian));
        say(thing, "foaf:homepage", rdf::address(core::address_of(context_) + "/rete/dati"));
        say(thing, "dcat:themeTaxonomy", rdf::address(themes));
        say(thing, "dcat:dataset", rdf::address(data_set()));
    }

    void tell_of_data_set()
    {
        const auto thing = data_set();
        say_kinds(thing, {"dcatapit:Dataset", "dcat:Dataset"});
        say(thing, "dct:identifier", rdf::text("lgnet:cifre"));
        say_words(thing, "dct:title", "data_title");
        say_words(thing, "dct:description", "data_description");
        say(thing, "dct:modified", rdf::day(changed_));
        say(thing, "dcat:theme", rdf::address(theme_society));
        say(thing, "dct:publisher", rdf::address(publisher()));
        say(thing, "dct:rightsHolder", rdf::address(publisher()));
        say(thing, "dct:accrualPeriodicity", rdf::address(every_quarter));
        say(thing, "dct:language", rdf::address(language_italian));
        say(thing, "dcat:landingPage", rdf::address(core::address_of(context_) + "/rete/dati"));
        say(thing, "dcat:distribution", rdf::address(file("cifre.csv")));
        say(thing, "dcat:distribution", rdf::address(file("cifre.json")));
    }

    void tell_of_file(const char* name, const std::string& format)
    {
        const auto thing = file(name);
        say_kinds(thing, {"dcatapit:Distribution", "dcat:Distribution"});
        say_words(thing, "dct:title", "data_title");
        say(thing, "dcat:accessURL", rdf::address(place_ + name));
        say(thing, "dcat:downloadURL", rdf::address(place_ + name));
        say(thing, "dct:format", rdf::address(file_types + format));
        say(thing, "dct:license", rdf::address(licence));
        say(thing, "dct:modified", rdf::day(changed_));
    }

    void tell_of_licence()
    {
        say_kinds(licence, {"dcatapit:LicenseDocument", "dct:LicenseDocument"});
        say(licence, "foaf:name", rdf::text("Creative Commons Attribution 4.0 International"));
        say(licence, "dct:type", rdf::address(licence_kind));
        say(licence, "dct:identifier", rdf::text("CC-BY-4.0"));
    }

    void tell_of_publisher()
    {
        const auto thing = publisher();
        say_kinds(thing, {"dcatapit:Agent", "foaf:Agent"});
        say(thing, "dct:identifier", rdf::text("lgnet"));
        say_words(thing, "foaf:name", "publisher");
    }

    std::string data_set() const { return place_ + "catalogo#cifre"; }
    std::string publisher() const { return place_ + "catalogo#rete"; }
    std::string file(const std::string& name) const { return place_ + "catalogo#" + name; }

    Context& context_;
    const std::string place_;
    std::string changed_;
    rdf::Graph graph_;
};

} // namespace

core::Bytes show_open_data(Context& context, const OpenDataPage& wish)
{
    const auto language = core::public_language(context, wish.lang);
    const auto& words = context.house.words();
    const auto say = [&](const char* key, const Facts& facts = {}) {
        return words.say(language, std::string("public.reporting.") + key, facts);
    };
    const auto told = tell(context);
    const core::PublicPage page{language, say("title"), "/rete/dati"};
    return core::public_answer(context, page, [&](HtmlWriter& html) {
        html.element("p", say("lead"));
        if (told.quarters.empty())
            html.element("p", say("none"));
        else
            html.element("p", say("quarters", {{"first", told.quarters.back()},
                                               {"last", told.quarters.front()}}));
        html.open("ul");
        for (const auto& [name, key] : std::initializer_list<std::pair<const char*, const char*>>{
                 {"cifre.csv", "as_csv"},
                 {"cifre.json", "as_json"},
                 {"catalogo.rdf", "as_rdf"},
                 {"catalogo.ttl", "as_turtle"},
                 {"catalogo.jsonld", "as_jsonld"}}) {
            html.open("li");
            html.element("a", say(key), {{"href", std::string("/rete/dati/") + name}});
            html.close();
        }
        html.close();
        html.element("h2", say("columns"));
        html.element("p", say("columns_hint"));
        html.element("h2", say("suppressed"));
        html.element("p", say("suppressed_hint"));
        html.element("h2", say("licence"));
        html.open("p").text(say("licence_hint")).text(" ");
        html.element("a", "CC BY 4.0", {{"href", licence}});
        html.close();
    });
}

core::Bytes get_open_csv(Context& context)
{
    std::string text;
    write_csv_row(text, {"quarter", "indicator", "definition", "unit", "breakdown", "cell", "state",
                         "value", "numerator", "denominator"});
    for (const auto& one : tell(context).figures)
        write_csv_row(text, {one.quarter, one.indicator, std::to_string(one.definition), one.unit,
                             one.breakdown, one.cell, one.state, number(one.value),
                             number(one.numerator), number(one.denominator)});
    return {text, "text/csv; charset=utf-8", 200};
}

core::Bytes get_open_json(Context& context)
{
    return {to_json(OpenFigures{licence, tell(context).figures}), "application/json", 200};
}

core::Bytes get_open_turtle(Context& context)
{
    return {rdf::turtle(Metadata(context, tell(context)).graph()), "text/turtle; charset=utf-8",
            200};
}

core::Bytes get_open_rdf(Context& context)
{
    return {rdf::xml(Metadata(context, tell(context)).graph()), "application/rdf+xml", 200};
}

core::Bytes get_open_jsonld(Context& context)
{
    return {rdf::json(Metadata(context, tell(context)).graph()), "application/ld+json", 200};
}

} // namespace reporting
