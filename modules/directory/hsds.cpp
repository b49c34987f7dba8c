// SPDX-License-Identifier: EUPL-1.2
#include "directory/hsds.h"

#include <algorithm>
#include <array>
#include <map>

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
        JsonObject unit(capacity.member("unit"));
        unit.text("id", to_string(named_uuid("unit posti")));
        unit.text("name", "posti");
        unit.close();
        capacity.number("available", *service.places);
        capacity.number("maximum", *service.places);
        capacity.text("updated", to_string(service.changed_at));
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
            attribute.text("link_type", taxonomy);
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

} // namespace directory
