// SPDX-License-Identifier: EUPL-1.2
// Questionnaires from and to the command line. They go the way of every questionnaire: the act
// survey.import_questionnaire reads the file, and says by sheet and row what is wrong with it.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <ostream>

#include "app/commands.h"
#include "app/house.h"
#include "base/base64.h"
#include "base/json.h"
#include "survey/survey.h"

namespace app {

namespace {

// One that a city has.
struct Found {
    std::string id;
    std::string code;
    std::string respondents;
    std::vector<std::pair<int, std::string>> versions; // number and id, the newest first
};

class Desk {
public:
    Desk(core::House& house, const core::City& city, std::string language)
        : house_(house), city_(city), language_(std::move(language))
    {
    }

    std::string say(const std::string& key, const Facts& facts = {}) const
    {
        return house_.words().say(language_, key, facts);
    }

    core::Response ask(const std::string& method, const std::string& path,
                       const std::string& body = {}) const
    {
        core::Request request;
        request.method = method;
        request.path = path;
        request.remote = "127.0.0.1";
        request.headers = {{"accept-language", language_}};
        if (!body.empty())
            request.headers.emplace_back("content-type", "application/json");
        request.body = body;
        return house_.ask(actor(), request);
    }

    std::vector<Found> questionnaires() const
    {
        const auto answer = ask("GET", "/api/survey/questionnaires");
        ENSURE(answer.status == 200);
        const auto document = JsonDocument::parse(answer.body);
        const auto items = document.root().member("items");
        std::vector<Found> all;
        for (std::size_t i = 0; i < items.size(); ++i)
            all.push_back(found(items.at(i)));
        return all;
    }

private:
    static Found found(JsonView json)
    {
        Found one{std::string(json.member("id").text()),
                  std::string(json.member("code").text()),
                  std::string(json.member("respondents").text()),
                  {}};
        const auto versions = json.member("versions");
        for (std::size_t i = 0; i < versions.size(); ++i)
            one.versions.emplace_back(static_cast<int>(versions.at(i).member("number").integer()),
                                      std::string(versions.at(i).member("id").text()));
        return one;
    }

    // Nobody's account: the machine's own hand.
    core::Actor actor() const
    {
        core::Actor importer;
        importer.account = Id<core::Account>(named_uuid("survey import"));
        importer.store = city_.slug;
        importer.login = "import@" + city_.slug;
        importer.name = say("survey.actor");
        importer.roles = core::city_coordinator;
        importer.language = language_;
        importer.machine = true;
        return importer;
    }

    core::House& house_;
    const core::City& city_;
    const std::string language_;
};

const core::City& city_of(const core::House& house, const std::string& slug)
{
    const auto* city = house.catalogue().find_city(slug);
    ENSURE(city != nullptr);
    return *city;
}

void check_city(const Configuration& configuration, const std::string& slug)
{
    check_slug(configuration, slug);
    if (slug == core::network_slug)
        throw Refused("Questionnaires are of a city; the network's store holds none.");
}

std::string read_file(const std::string& file, const std::string& sentence)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        throw Refused(sentence);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

// Where it goes: to the questionnaire of that form_id, or to a new one.
Found target_of(const Desk& desk, const SurveyImportWish& wish, const std::string& code)
{
    for (auto& one : desk.questionnaires())
        if (one.code == code)
            return std::move(one);
    // One that cannot be read is new too: then the act says what is wrong with it.
    if (!code.empty() && wish.respondents.empty())
        throw Refused(desk.say("survey.respondents_needed"));
    return {to_string(named_uuid("survey questionnaire " + wish.city + " " + code)),
            code,
            wish.respondents.empty() ? "MIGRANT" : wish.respondents,
            {}};
}

int tell_problem(const Desk& desk, const core::Response& response, std::ostream& errors)
{
    const auto document = JsonDocument::parse(response.body);
    const auto wrong = document.root().member("errors");
    for (std::size_t i = 0; i < wrong.size(); ++i)
        errors << desk.say("survey.at", {{"place", std::string(wrong.at(i).member("field").text())},
                                         {"what", std::string(wrong.at(i).member("title").text())}})
               << '\n';
    errors << document.root().member("title").text() << '\n';
    return 1;
}

int import_file(const Desk& desk, const core::City& city, const SurveyImportWish& wish,
                std::ostream& out, std::ostream& errors)
{
    const auto bytes = read_file(wish.file, desk.say("survey.file_missing", {{"file", wish.file}}));
    const auto target = target_of(desk, wish, survey::form_id_of(bytes).value_or(""));
    const auto id = to_string(named_uuid("survey import " + target.id + bytes));
    const bool is_known = std::any_of(target.versions.begin(), target.versions.end(),
                                      [&](const auto& one) { return one.second == id; });
    std::string body;
    JsonObject input(body);
    input.text("respondents", wish.respondents.empty() ? target.respondents : wish.respondents);
    input.text("content", to_base64(bytes));
    input.close();
    const auto response =
        desk.ask("POST", "/api/survey/questionnaires/" + target.id + "/versions/" + id, body);
    if (response.status >= 300)
        return tell_problem(desk, response, errors);
    const auto document = JsonDocument::parse(response.body);
    out << desk.say(is_known ? "survey.known" : "survey.imported",
                    {{"code", std::string(document.root().member("code").text())},
                     {"number", std::to_string(document.root().member("number").integer())},
                     {"city", city.name}})
        << '\n';
    return 0;
}

Found get_questionnaire(const Desk& desk, const core::City& city, const std::string& code)
{
    std::string codes;
    for (auto& one : desk.questionnaires()) {
        if (one.code == code)
            return std::move(one);
        codes += (codes.empty() ? "" : ", ") + one.code;
    }
    throw Refused(
        desk.say("survey.unknown_code", {{"city", city.name}, {"code", code}, {"codes", codes}}));
}

int export_file(const Desk& desk, const core::City& city, const SurveyExportWish& wish,
                std::ostream& out)
{
    const auto found = get_questionnaire(desk, city, wish.code);
    const auto version =
        std::find_if(found.versions.begin(), found.versions.end(),
                     [&](const auto& one) { return !wish.number || one.first == *wish.number; });
    if (version == found.versions.end())
        throw Refused(
            desk.say("survey.unknown_number",
                     {{"code", wish.code}, {"number", std::to_string(wish.number.value_or(0))}}));
    const auto response = desk.ask("GET", "/api/survey/versions/" + version->second + "/workbook");
    ENSURE(response.status == 200);
    std::ofstream stream(wish.file, std::ios::binary);
    stream << response.body;
    if (!stream.flush())
        throw Refused(desk.say("survey.file_not_written", {{"file", wish.file}}));
    out << desk.say("survey.exported", {{"code", wish.code},
                                        {"number", std::to_string(version->first)},
                                        {"file", wish.file}})
        << '\n';
    return 0;
}

} // namespace

int import_questionnaire(const Configuration& configuration, const SurveyImportWish& wish,
                         std::ostream& out, std::ostream& errors)
{
    check_city(configuration, wish.city);
    const auto house = open_house(configuration, {wish.city});
    const auto& city = city_of(*house, wish.city);
    const int code = import_file(Desk(*house, city, wish.language), city, wish, out, errors);
    house->stop();
    return code;
}

int export_questionnaire(const Configuration& configuration, const SurveyExportWish& wish,
                         std::ostream& out)
{
    check_city(configuration, wish.city);
    const auto house = open_house(configuration, {wish.city});
    const auto& city = city_of(*house, wish.city);
    const int code = export_file(Desk(*house, city, "it"), city, wish, out);
    house->stop();
    return code;
}

} // namespace app
