// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <map>

#include "base/problem.h"
#include "base/utf8.h"
#include "directory/hsds.h"

namespace directory {

namespace {

constexpr std::array<const char*, 7> weekdays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

// A value of the tree, and where it stands in it: "phones[0].".
struct Place {
    JsonView view;
    std::string path;
};

void add_once(std::vector<std::string>& codes, const std::string& code)
{
    if (std::find(codes.begin(), codes.end(), code) == codes.end())
        codes.push_back(code);
}

class Reader {
public:
    Reader(const core::Catalogue& catalogue, const std::string& city, JsonView service)
        : catalogue_(catalogue), city_(city), service_(service)
    {
    }

    HsdsService read()
    {
        HsdsService read;
        auto& details = read.details;
        if (const auto id = parse_uuid(text_or(service_, "id")))
            read.id = Id<Service>(*id);
        else
            fault("id", "wrong_type", {{"expected", to_string(Uuid{})}});
        const Place whole{service_, ""};
        details.name = needed(whole, "name", 150);
        details.organisation = needed(inside(whole, "organization"), "name", 150);
        details.status = status();
        details.description = optional(whole, "description", 2000);
        details.website = optional(whole, "url", 200);
        details.email = optional(whole, "email", 120);
        details.interpreters = optional(whole, "interpretation_services", 300);
        details.cost = optional(whole, "fees_description", 200);
        if (!details.cost)
            details.cost = cost_options();
        details.eligibility = optional(whole, "eligibility_description", 1000);
        details.min_age = age("minimum_age");
        details.max_age = age("maximum_age");
        read.assured_on = parse_date(text_or(service_, "assured_date"));
        read_place(details);
        read_lists(details);
        read_attributes(details);
        details.hours = schedules();
        if (!faults_.empty())
            throw Problem(422, "core.input_invalid", {}, std::move(faults_));
        return read;
    }

private:
    void fault(std::string field, const char* code, Facts facts = {})
    {
        faults_.push_back({std::move(field), code, std::move(facts)});
    }

    static std::string text_or(JsonView object, std::string_view name)
    {
        if (object.kind() != JsonView::Kind::object)
            return {};
        const auto value = object.member(name);
        return value.kind() == JsonView::Kind::text ? std::string(value.text()) : std::string();
    }

    static JsonView member(JsonView object, std::string_view name)
    {
        return object.kind() == JsonView::Kind::object ? object.member(name) : JsonView();
    }

    static Place inside(const Place& place, const std::string& name)
    {
        return {member(place.view, name), place.path + name + "."};
    }

    static bool is_filled_list(JsonView value)
    {
        return value.kind() == JsonView::Kind::list && value.size() > 0;
    }

    static Place first_of(const Place& place, const std::string& list)
    {
        const auto entries = member(place.view, list);
        return {is_filled_list(entries) ? entries.at(0) : JsonView(), place.path + list + "[0]."};
    }

    Place first_place() const { return first_of({service_, ""}, "service_at_locations"); }

    // What may be said of the service, of the service at its place, or of the place: the nearest.
    Place nearest(const char* list) const
    {
        const auto here = first_place();
        for (const auto& holder : {Place{service_, ""}, here, inside(here, "location")})
            if (is_filled_list(member(holder.view, list)))
                return holder;
        return {service_, ""};
    }

    template <class See> static void each_of(JsonView object, std::string_view list, const See& see)
    {
        const auto entries = member(object, list);
        if (entries.kind() != JsonView::Kind::list)
            return;
        for (std::size_t i = 0; i < entries.size(); ++i)
            see(entries.at(i));
    }

    std::string needed(const Place& place, const char* name, std::size_t most)
    {
        auto text = optional(place, name, most);
        if (!text)
            fault(place.path + name, "required");
        return text.value_or("");
    }

    std::optional<std::string> optional(const Place& place, const char* name, std::size_t most)
    {
        auto text = text_or(place.view, name);
        if (text.empty())
            return std::nullopt;
        if (characters(text) > most)
            fault(place.path + name, "too_long", {{"most", std::to_string(most)}});
        return text;
    }

    std::string status()
    {
        auto status = text_or(service_, "status");
        std::replace(status.begin(), status.end(), ' ', '_');
        if (catalogue_.find_code("service_status", status) == nullptr)
            fault(
                "status", "unknown_code",
                {{"value", status}, {"expected", "active, inactive, defunct, temporarily closed"}});
        return status;
    }

    std::optional<int> age(const char* name)
    {
        const auto value = member(service_, name);
        if (value.kind() != JsonView::Kind::integer)
            return std::nullopt;
        const auto years = value.integer();
        if (years < 0 || years > 120)
            fault(name, "too_large", {{"most", "120"}});
        return static_cast<int>(years);
    }

    void read_place(ServiceDetails& details)
    {
        details.phone = optional(first_of(nearest("phones"), "phones"), "number", 60);
        const auto location = inside(first_place(), "location");
        details.directions = optional(location, "transportation", 500);
        details.address = optional(first_of(location, "addresses"), "address_1", 300);
        const auto area = first_of({service_, ""}, "service_areas").view;
        for (const auto& district : catalogue_.districts(city_))
            if (district.code == text_or(area, "extent") || district.name == text_or(area, "name"))
                details.district = district.code;
        const auto places = member(first_of({service_, ""}, "capacities").view, "maximum");
        if (places.kind() == JsonView::Kind::integer)
            details.places =
                static_cast<int>(std::clamp<std::int64_t>(places.integer(), 0, 10'000));
    }

    // "Under 18s: 35 gbp, per 1 hour session".
    std::optional<std::string> cost_options()
    {
        std::string words;
        each_of(service_, "cost_options", [&](JsonView option) {
            const auto what = text_or(option, "option");
            const auto amount = amount_of(option);
            const auto more = text_or(option, "amount_description");
            std::string one = what + (what.empty() || amount.empty() ? "" : ": ") + amount;
            one += (one.empty() || more.empty() ? "" : ", ") + more;
            words += (words.empty() || one.empty() ? "" : "; ") + one;
        });
        if (characters(words) > 200)
            fault("cost_options", "too_long", {{"most", "200"}});
        return words.empty() ? std::nullopt : std::optional(words);
    }

    static std::string amount_of(JsonView option)
    {
        const auto value = member(option, "amount");
        auto amount = text_or(option, "amount");
        if (value.kind() == JsonView::Kind::integer)
            amount = std::to_string(value.integer());
        if (value.kind() == JsonView::Kind::real)
            amount = shown(value.real());
        const auto currency = text_or(option, "currency");
        return amount + (amount.empty() || currency.empty() ? "" : " " + currency);
    }

    // As one says a sum of money: "2.50".
    static std::string shown(double amount)
    {
        char text[64];
        std::snprintf(text, sizeof text, "%.2f", amount);
        return text;
    }

    // What stands in no list of ours is said in words: nothing that a person must bring is lost.
    void read_lists(ServiceDetails& details)
    {
        each_of(nearest("languages").view, "languages", [&](JsonView language) {
            const auto code = text_or(language, "code");
            if (catalogue_.find_code("language", code) != nullptr)
                add_once(details.languages, code);
        });
        std::string others;
        each_of(service_, "required_documents", [&](JsonView document) {
            const auto words = text_or(document, "document");
            if (words.empty())
                return;
            for (const auto& code : catalogue_.vocabularies().at("required_document"))
                if (words == code.label.it || words == code.label.en || words == code.code)
                    return add_once(details.documents, code.code);
            others += (others.empty() ? "" : ", ") + words;
        });
        if (!others.empty())
            details.eligibility =
                (details.eligibility ? *details.eligibility + "\n" : "") + "Documenti: " + others;
    }

    void read_attributes(ServiceDetails& details)
    {
        details.kind = "THIRD_SECTOR";
        details.access = "walk_in";
        each_of(service_, "attributes", [&](JsonView attribute) {
            const auto term = member(attribute, "taxonomy_term");
            const auto taxonomy = text_or(term, "taxonomy");
            const auto code = text_or(term, "code");
            if (catalogue_.find_code(taxonomy, code) == nullptr)
                return; // a taxonomy of others
            if (taxonomy == "service_kind")
                details.kind = code;
            else if (taxonomy == "service_access")
                details.access = code;
            else if (taxonomy == "referral_area")
                add_once(details.areas, code);
            else if (taxonomy == "gender")
                details.reserved_for = code;
        });
        if (details.areas.empty())
            fault("attributes", "directory.no_area");
    }

    // "09:00" of "09:00", "09:00:00", "09:00+02:00".
    static std::string clock(const std::string& text) { return text.substr(0, 5); }

    std::vector<Opening> schedules()
    {
        std::vector<Opening> hours;
        each_of(nearest("schedules").view, "schedules", [&](JsonView schedule) {
            const auto opens = clock(text_or(schedule, "opens_at"));
            const auto closes = clock(text_or(schedule, "closes_at"));
            const auto byday = text_or(schedule, "byday");
            const auto interval = member(schedule, "interval");
            const bool rarely =
                interval.kind() == JsonView::Kind::integer && interval.integer() > 1;
            if (!parse_clock(opens) || !parse_clock(closes) || rarely ||
                text_or(schedule, "freq") != "WEEKLY")
                return; // said in words only, or not every week
            for (std::size_t day = 0; day < weekdays.size(); ++day)
                if (byday.find(weekdays[day]) != std::string::npos)
                    hours.push_back({static_cast<int>(day) + 1, opens, closes});
        });
        std::stable_sort(hours.begin(), hours.end(), [](const Opening& one, const Opening& other) {
            return one.weekday < other.weekday;
        });
        return hours;
    }

    const core::Catalogue& catalogue_;
    const std::string& city_;
    const JsonView service_;
    std::vector<FieldError> faults_;
};

} // namespace

std::optional<std::vector<JsonView>> services_in(JsonView root)
{
    auto list = root;
    if (root.kind() == JsonView::Kind::object) {
        if (root.member("contents").kind() != JsonView::Kind::list)
            return root.member("name").is_null() ? std::nullopt
                                                 : std::optional(std::vector<JsonView>{root});
        list = root.member("contents");
    }
    if (list.kind() != JsonView::Kind::list)
        return std::nullopt;
    std::vector<JsonView> services;
    for (std::size_t i = 0; i < list.size(); ++i)
        services.push_back(list.at(i));
    return services;
}

HsdsService read_hsds(const core::Catalogue& catalogue, const std::string& city, JsonView service)
{
    return Reader(catalogue, city, service).read();
}

} // namespace directory
