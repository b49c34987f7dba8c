// SPDX-License-Identifier: EUPL-1.2
#include "bench/visitor.h"

#include <sodium.h>

#include <set>
#include <stdexcept>

#include "base/id.h"
#include "base/json.h"

namespace bench {

namespace {

const std::string as_browsers_do = "Accept-Encoding: gzip, deflate, br\r\n";

constexpr std::size_t persons_wanted = 500;
constexpr int pages_max = 20; // of 200 contacts, in search of persons

const std::vector<std::string> settings{"STATION", "STREET", "PARK"};
const std::vector<std::string> districts{"RM-I", "RM-II", "RM-V", "RM-VII", "RM-X"};
const std::vector<std::string> languages{"fr", "en", "ar", "bn", "wo", "ro", "it"};
const std::vector<std::string> outcomes{"INFO_ONLY", "ENGAGED", "REFUSED", "FOLLOW_UP_AGREED"};
const std::vector<std::string> nicknames{"Baba", "Il Professore", "Ciccio", "La Signora", "Modou"};
const std::vector<std::string> notes{
    "Dorme sotto i portici da due settimane, ha una coperta. Torna giovedì.",
    "Chiede di un dormitorio per la notte; accompagnato fino alla fermata.",
    "Non vuole parlare stasera; ha preso il tè e un paio di calze."};

Date last_night() { return local_date(system_now()).plus_days(-1); }

std::string new_id() { return to_string(make_uuid(system_now())); }

// The number of `lgnet_store{number="units",store="roma"} 123`.
double number_in(const std::string& metrics, const std::string& what, const std::string& store)
{
    for (const auto& labels : {"number=\"" + what + "\",store=\"" + store + "\"",
                               "store=\"" + store + "\",number=\"" + what + "\""}) {
        const auto at = metrics.find("lgnet_store{" + labels + "} ");
        if (at != std::string::npos)
            return std::stod(metrics.substr(metrics.find(' ', at)));
    }
    throw std::runtime_error("the metrics do not tell of the " + what + " of " + store);
}

std::string base64(const std::string& text)
{
    constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
    std::string coded(sodium_base64_encoded_len(text.size(), variant), '\0');
    sodium_bin2base64(coded.data(), coded.size(),
                      reinterpret_cast<const unsigned char*>(text.data()), text.size(), variant);
    coded.pop_back(); // its zero byte
    return coded;
}

} // namespace

Visitor::Visitor(int port, const std::string& login, const std::string& password)
    : connection_(port)
{
    std::string body;
    JsonObject object(body);
    object.text("login", login);
    object.text("password", password);
    object.close();
    const auto answer = connection_.ask(request("POST", "/api/access/session", body));
    if (answer.status != 200)
        throw std::runtime_error(login + " cannot log in: " + answer.body);

    password_ = "Authorization: Basic " + base64(login + ":" + password) + "\r\n";
    const auto document = JsonDocument::parse(answer.body);
    const auto cookie = answer.header("Set-Cookie");
    session_ = "Cookie: " + cookie.substr(0, cookie.find(';')) +
               "\r\nLgnet-Csrf: " + std::string(document.root().member("csrf").text()) + "\r\n";
    store_ = document.root().member("store").text();
    const auto teams = document.root().member("teams");
    if (teams.size() > 0)
        team_ = teams.at(0).member("code").text();
}

void Visitor::begin_work()
{
    if (!team_.empty())
        open_outing();
    find_persons();
}

void Visitor::open_outing()
{
    outing_ = new_id();
    std::string body;
    JsonObject object(body);
    object.text("id", outing_);
    object.text("team", team_);
    object.text("day", to_string(last_night()));
    object.text("begins", "20:00");
    object.text("ends", "00:30");
    object.close();
    ask("POST", "/api/outreach/outings", body);
}

void Visitor::find_persons()
{
    std::set<std::string> found;
    std::string after;
    for (int page = 0; page < pages_max && found.size() < persons_wanted; ++page) {
        const auto answer = ask("GET", "/api/outreach/contacts?limit=200" + after);
        const auto document = JsonDocument::parse(answer.body);
        const auto items = document.root().member("items");
        for (std::size_t i = 0; i < items.size(); ++i)
            if (const auto person = items.at(i).member("person"); !person.is_null())
                found.emplace(person.text());
        const auto next = document.root().member("next");
        if (next.is_null())
            break;
        after = "&after=" + std::string(next.text());
    }
    persons_.assign(found.begin(), found.end());
}

const std::string& Visitor::any_of(const std::vector<std::string>& many)
{
    return many[chance_() % many.size()];
}

// One after the other, as they happen: a second apart, from eight to eleven in the evening.
Instant Visitor::next_time()
{
    constexpr std::uint64_t evening_seconds = 3 * 60 * 60;
    return local_instant(last_night(), 20, 0)
        .plus_seconds(static_cast<std::int64_t>(contacts_ % evening_seconds));
}

std::string Visitor::next_contact()
{
    std::string body;
    JsonObject contact(body);
    contact.text("id", new_id());
    if (!outing_.empty())
        contact.text("outing", outing_);
    contact.text("at", to_string(next_time()));
    contact.text("setting", any_of(settings));
    contact.text("district", any_of(districts));
    contact.text("outcome", any_of(outcomes));
    contact.member("languages") += "[\"" + any_of(languages) + "\"]";
    const auto turn = contacts_++ % 3;
    if (turn == 1) {
        contact.text("nickname", any_of(nicknames));
        contact.text("apparent_gender", "M");
        contact.text("apparent_age", "adult");
        contact.text("note", any_of(notes));
        contact.member("circumstances") += R"(["V17"])";
        contact.member("mediator_present") += "true";
    }
    if (turn == 2 && !persons_.empty())
        contact.text("person", any_of(persons_));
    if (turn > 0)
        contact.member("interventions") += R"(["PIS.KIT","ORI.SERV"])";
    contact.close();
    return request("POST", "/api/outreach/contacts", body, as_browsers_do);
}

std::string Visitor::next_submission()
{
    std::string xml =
        "<?xml version='1.0' ?><data id=\"contact\"><meta><instanceID>uuid:" + new_id() +
        "</instanceID></meta><at>" + to_string(next_time()) + "</at><setting>" + any_of(settings) +
        "</setting><district>" + any_of(districts) + "</district><languages>" + any_of(languages) +
        "</languages><outcome>" + any_of(outcomes) + "</outcome>";
    const auto turn = contacts_++ % 3;
    if (turn == 1)
        xml += "<nickname>" + any_of(nicknames) +
               "</nickname><apparent_gender>M</apparent_gender><apparent_age>adult</apparent_age>"
               "<circumstances>V17</circumstances><mediator_present>true</mediator_present><note>" +
               any_of(notes) + "</note>";
    if (turn > 0)
        xml += "<interventions>PIS.KIT ORI.SERV</interventions>";
    const auto body = "--bench\r\nContent-Disposition: form-data; name=\"xml_submission_file\"; "
                      "filename=\"form.xml\"\r\nContent-Type: text/xml\r\n\r\n" +
                      xml + "</data>\r\n--bench--\r\n";
    return "POST /openrosa/" + store_ +
           "/submission HTTP/1.1\r\nHost: 127.0.0.1\r\nX-OpenRosa-Version: 1.0\r\n" + password_ +
           "Content-Type: multipart/form-data; boundary=bench\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string Visitor::page_of_contacts() const
{
    return request("GET", "/api/outreach/contacts?limit=50", {}, as_browsers_do);
}

Visitor::Numbers Visitor::numbers()
{
    const auto text = ask("GET", "/metrics").body;
    return {number_in(text, "commits", store_), number_in(text, "units", store_)};
}

std::string Visitor::request(const std::string& method, const std::string& path,
                             const std::string& body, const std::string& headers) const
{
    auto bytes = method + " " + path +
                 " HTTP/1.1\r\nHost: 127.0.0.1\r\nLgnet-Purpose: outreach\r\n" + session_ + headers;
    if (!body.empty())
        bytes +=
            "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
            "\r\n";
    return bytes + "\r\n" + body;
}

Answer Visitor::ask(const std::string& method, const std::string& path, const std::string& body)
{
    auto answer = connection_.ask(request(method, path, body));
    if (answer.status / 100 != 2)
        throw std::runtime_error(method + " " + path + ": " + answer.body);
    return answer;
}

} // namespace bench
