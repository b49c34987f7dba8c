// SPDX-License-Identifier: EUPL-1.2
#include "directory/hsds.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/problem.h"

namespace directory {

namespace {

constexpr std::array<const char*, 7> weekdays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

// HSDS 3 says "temporarily closed", we "temporarily_closed".
std::string spoken_status(std::string status)
{
    std::replace(status.begin(), status.end(), '_', ' ');
    return status;
}

std::string id_within(const Service& service, const std::string& part)
{
    return to_string(named_uuid(to_string(service.id) + " " + part));
}

// ---- writing

class List {
public:
    explicit List(std::string& out) : out_(out) { out_ += '['; }
    std::string& entry()
    {
        out_ += first_ ? "" : ",";
        first_ = false;
        return out_;
    }
    void close() { out_ += ']'; }

private:
    std::string& out_;
    bool first_ = true;
};

void write_optional(JsonObject& object, const char* name, const std::optional<std::string>& value)
{
    if (value)
        object.text(name, *value);
}

std::string italian_of(const core::Catalogue& catalogue, const char* list, const std::string& code)
{
    const auto* known = catalogue.find_code(list, code);
    return known != nullptr ? known->label.it : code;
}

class Writer {
public:
    Writer(const core::Catalogue& catalogue, const std::string& city, std::string& out)
        : catalogue_(catalogue), city_(city), out_(out)
    {
    }

    void write(const Service& service)
    {
        JsonObject object(out_);
        object.text("id", to_string(service.id));
        object.text("name", service.name);
        write_optional(object, "description", service.description);
        write_optional(object, "url", service.website);
        write_optional(object, "email", service.email);
        object.text("status", spoken_status(service.status));
        write_optional(object, "interpretation_services", service.interpreters);
        object.text("application_process",
                    italian_of(catalogue_, "service_access", service.access));
        write_optional(object, "fees_description", service.cost);
        write_optional(object, "eligibility_description", service.eligibility);
        if (service.min_age)
            object.number("minimum_age", *service.min_age);
        if (service.max_age)
            object.number("maximum_age", *service.max_age);
        object.text("assured_date", to_string(service.assured_on));
        object.text("last_modified", to_string(service.changed_at));
        write_organization(object, service);
        write_places(object, service);
        write_schedules(object, service);
        write_lists(object, service);
        write_attributes(object, service);
        object.close();
    }

private:
    void write_organization(JsonObject& object, const Service& service)
    {
        JsonObject organization(object.member("organization"));
        organization.text("id", to_string(named_uuid("organization " + service.organisation)));
        organization.text("name", service.organisation);
        organization.text("description", service.organisation);
        organization.close();
    }

    void write_places(JsonObject& object, const Service& service)
    {
        if (service.phone) {
            List phones(object.member("phones"));
            JsonObject phone(phones.entry());
            phone.text("id", id_within(service, "phone"));
            phone.text("number", *service.phone);
            phone.close();
            phones.close();
        }
        if (service.district) {
            List areas(object.member("service_areas"));
            JsonObject area(areas.entry());
            area.text("id", id_within(service, "area"));
            area.text("name", name_of_district(*service.district));
            area.text("extent", *service.district);
            area.text("extent_type", "text");
            area.close();
            areas.close();
        }
        if (!service.address && !service.directions)
            return;
        List places(object.member("service_at_locations"));
        JsonObject place(places.entry());
        place.text("id", id_within(service, "at location"));
        JsonObject location(place.member("location"));
        location.text("id", id_within(service, "location"));
        location.text("location_type", "physical");
        location.text("name", service.name);
        write_optional(location, "transportation", service.directions);
        if (service.address) {
            List addresses(location.member("addresses"));
            JsonObject address(addresses.entry());
            address.text("id", id_within(service, "address"));
            address.text("address_1", *service.address);
            address.text("city", catalogue_.find_city(city_)->name);
            address.text("state_province", catalogue_.find_city(city_)->province);
            address.text("postal_code", "");
            address.text("country", "IT");
            address.text("address_type", "physical");
            address.close();
            addresses.close();
        }
        location.close();
        place.close();
        places.close();
    }

    // Days with the same hours in one schedule; what closes after midnight says so by its hours.
    void write_schedules(JsonObject& object, const Service& service)
    {
        std::map<std::pair<std::string, std::string>, std::string> days;
        for (const auto& opening : service.hours) {
            auto& byday = days[{opening.opens, opening.closes}];
            byday += (byday.empty() ? "" : ",") +
                     std::string(weekdays.at(static_cast<std::size_t>(opening.weekday - 1)));
        }
        List schedules(object.member("schedules"));
        for (const auto& [hours, byday] : days) {
            JsonObject schedule(schedules.entry());
            schedule.text("id", id_within(service, "schedule " + hours.first + hours.second));
            schedule.text("freq", "WEEKLY");
            schedule.text("byday", byday);
            schedule.text("opens_at", hours.first);
            schedule.text("closes_at", hours.second);
            schedule.close();
        }
        schedules.close();
    }

    void write_lists(JsonObject& object, const Service& service)
    {
        List languages(object.member("languages"));
        for (const auto& code : service.languages) {
            JsonObject language(languages.entry());
            language.text("id", id_within(service, "language " + code));
            language.text("code", code);
            language.text("name", italian_of(catalogue_, "language", code));
            language.close();
        }
        languages.close();
        List documents(object.member("required_documents"));
        for (const auto& code : service.documents) {
            JsonObject document(documents.entry());
            document.text("id", id_within(service, "document " + code));
            document.text("document", italian_of(catalogue_, "required_document", code));
            document.close();
        }
        documents.close();
        if (!service.places)
            return;
        List capacities(object.member("capacities"));
        JsonObject capacity(capacities.entry());
        capacity.text("id", id_within(service, "capacity"));
        capacity.number("available", *service.places);
        capacity.number("maximum", *service.places);
        capacity.close();
        capacities.close();
    }

    void write_attributes(JsonObject& object, const Service& service)
    {
        List attributes(object.member("attributes"));
        const auto add = [&](const char* taxonomy, const std::string& code) {
            JsonObject attribute(attributes.entry());
            attribute.text("id", id_within(service, std::string(taxonomy) + " " + code));
            attribute.text("link_id", to_string(service.id));
            attribute.text("link_entity", "service");
            JsonObject term(attribute.member("taxonomy_term"));
            term.text("id", to_string(named_uuid(std::string(taxonomy) + " " + code)));
            term.text("code", code);
            term.text("name", italian_of(catalogue_, taxonomy, code));
            term.text("description", italian_of(catalogue_, taxonomy, code));
            term.text("taxonomy", taxonomy);
            term.close();
            attribute.close();
        };
        add("service_kind", service.kind);
        add("service_access", service.access);
        for (const auto& area : service.areas)
            add("referral_area", area);
        if (service.reserved_for)
            add("gender", *service.reserved_for);
        attributes.close();
    }

    std::string name_of_district(const std::string& code) const
    {
        for (const auto& district : catalogue_.districts(city_))
            if (district.code == code)
                return district.name;
        return code;
    }

    const core::Catalogue& catalogue_;
    const std::string& city_;
    std::string& out_;
};

// ---- reading

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
        details.name = needed(service_, "name", 150);
        details.organisation = organisation();
        details.status = status();
        details.description = optional(service_, "description", 2000);
        details.website = optional(service_, "url", 200);
        details.email = optional(service_, "email", 120);
        details.interpreters = optional(service_, "interpretation_services", 300);
        details.cost = optional(service_, "fees_description", 200);
        details.eligibility = optional(service_, "eligibility_description", 1000);
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

    static JsonView first_of(JsonView object, std::string_view list)
    {
        const auto entries = member(object, list);
        const bool any = entries.kind() == JsonView::Kind::list && entries.size() > 0;
        return any ? entries.at(0) : JsonView();
    }

    template <class See> static void each_of(JsonView object, std::string_view list, const See& see)
    {
        const auto entries = member(object, list);
        if (entries.kind() != JsonView::Kind::list)
            return;
        for (std::size_t i = 0; i < entries.size(); ++i)
            see(entries.at(i));
    }

    std::string needed(JsonView object, const char* name, std::size_t most)
    {
        auto text = text_or(object, name);
        if (text.empty())
            fault(name, "required");
        else if (text.size() > most)
            fault(name, "too_long", {{"most", std::to_string(most)}});
        return text;
    }

    std::optional<std::string> optional(JsonView object, const char* name, std::size_t most)
    {
        auto text = text_or(object, name);
        if (text.empty())
            return std::nullopt;
        if (text.size() > most)
            fault(name, "too_long", {{"most", std::to_string(most)}});
        return text;
    }

    std::string organisation()
    {
        auto name = text_or(member(service_, "organization"), "name");
        if (name.empty())
            fault("organization.name", "required");
        return name;
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
        details.phone = optional(first_of(service_, "phones"), "number", 60);
        const auto location = member(first_of(service_, "service_at_locations"), "location");
        details.directions = optional(location, "transportation", 500);
        details.address = optional(first_of(location, "addresses"), "address_1", 300);
        const auto area = first_of(service_, "service_areas");
        for (const auto& district : catalogue_.districts(city_))
            if (district.code == text_or(area, "extent") || district.name == text_or(area, "name"))
                details.district = district.code;
        const auto places = member(first_of(service_, "capacities"), "maximum");
        if (places.kind() == JsonView::Kind::integer)
            details.places =
                static_cast<int>(std::clamp<std::int64_t>(places.integer(), 0, 10'000));
    }

    // What stands in no list of ours is said in words: nothing that a person must bring is lost.
    void read_lists(ServiceDetails& details)
    {
        each_of(service_, "languages", [&](JsonView language) {
            const auto code = text_or(language, "code");
            if (catalogue_.find_code("language", code) != nullptr)
                details.languages.push_back(code);
        });
        std::string others;
        each_of(service_, "required_documents", [&](JsonView document) {
            const auto words = text_or(document, "document");
            for (const auto& code : catalogue_.vocabularies().at("required_document"))
                if (words == code.label.it || words == code.label.en || words == code.code)
                    return details.documents.push_back(code.code);
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
                details.areas.push_back(code);
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
        each_of(service_, "schedules", [&](JsonView schedule) {
            const auto opens = clock(text_or(schedule, "opens_at"));
            const auto closes = clock(text_or(schedule, "closes_at"));
            const auto byday = text_or(schedule, "byday");
            if (!parse_clock(opens) || !parse_clock(closes) ||
                text_or(schedule, "freq") != "WEEKLY")
                return; // said in words only, or once a month
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

std::string write_hsds(const core::Catalogue& catalogue, const std::string& city,
                       const std::vector<Service>& services)
{
    std::string out;
    const auto count = static_cast<std::int64_t>(services.size());
    JsonObject page(out);
    page.number("total_items", count);
    page.number("total_pages", 1);
    page.number("page_number", 1);
    page.number("size", count);
    page.member("first_page") += "true";
    page.member("last_page") += "true";
    page.member("empty") += services.empty() ? "true" : "false";
    List contents(page.member("contents"));
    for (const auto& service : services)
        Writer(catalogue, city, contents.entry()).write(service);
    contents.close();
    page.close();
    return out;
}

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
