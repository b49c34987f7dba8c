// SPDX-License-Identifier: EUPL-1.2
// The orientation sheet (foglio di orientamento): what somebody holds in their hand on the way to a
// service, in their language. Names and addresses stay as they hang on the door.
#include <map>

#include "directory/directory.h"

namespace directory {

namespace {

std::string joined(const std::vector<std::string>& parts, const std::string& between = ", ")
{
    std::string text;
    for (const auto& part : parts)
        text += (text.empty() ? "" : between) + part;
    return text;
}

// "lunedì, martedì: 09:00–13:00", days with the same hours on one line.
std::string hours_of(const core::SheetWords& words, const std::vector<Opening>& hours)
{
    std::map<std::string, std::vector<std::string>> days; // by hours
    std::vector<std::string> order;
    for (const auto& opening : hours) {
        const auto span = opening.opens == opening.closes
                              ? words.say("all_day")
                              : paper::apart(opening.opens + "–" + opening.closes);
        if (!days.contains(span))
            order.push_back(span);
        days[span].push_back(words.weekday(opening.weekday));
    }
    std::vector<std::string> lines;
    for (const auto& span : order)
        lines.push_back((days[span].size() == 7 ? words.say("every_day")
                                                : joined(days[span], words.say("comma"))) +
                        ": " + span);
    return joined(lines, "\n");
}

std::string ages_of(const core::SheetWords& words, const ServiceDetails& service)
{
    if (service.min_age && service.max_age)
        return words.say("age_from_to", {{"from", std::to_string(*service.min_age)},
                                         {"to", std::to_string(*service.max_age)}});
    if (service.min_age)
        return words.say("age_from", {{"from", std::to_string(*service.min_age)}});
    return service.max_age ? words.say("age_to", {{"to", std::to_string(*service.max_age)}}) : "";
}

std::string for_whom(const core::SheetWords& words, const ServiceDetails& service)
{
    std::vector<std::string> parts;
    if (service.reserved_for)
        parts.push_back(words.code("only", "gender", *service.reserved_for));
    if (const auto ages = ages_of(words, service); !ages.empty())
        parts.push_back(ages);
    return joined(parts, words.say("comma"));
}

std::string place_of(const core::Context& context, const ServiceDetails& service)
{
    auto place = service.address.value_or("");
    if (service.district)
        for (const auto& district : context.catalogue().districts(context.city().slug))
            if (district.code == *service.district)
                place += (place.empty() ? "" : " – ") + district.name;
    return paper::apart(place);
}

} // namespace

core::SheetWords sheet_words(const core::Context& context, const std::string& language)
{
    return {context.catalogue(), "directory", language};
}

void write_on(paper::Sheet& sheet, const core::Context& context, const core::SheetWords& words,
              const ServiceDetails& service)
{
    std::vector<std::string> areas;
    for (const auto& area : service.areas)
        areas.push_back(words.code("area", "referral_area", area));
    std::vector<std::string> tongues;
    for (const auto& code : service.languages)
        tongues.push_back(words.tongue(code));
    std::vector<std::string> documents;
    for (const auto& document : service.documents)
        documents.push_back(words.code("document", "required_document", document));

    sheet.heading(paper::apart(service.name));
    sheet.text(paper::apart(service.organisation));
    sheet.fact(words.say("what_for"), joined(areas, words.say("comma")));
    sheet.fact(words.say("where"), place_of(context, service));
    sheet.fact(words.say("how_to_get_there"), paper::apart(service.directions.value_or("")));
    sheet.fact(words.say("when"),
               service.hours.empty() ? words.say("ask_hours") : hours_of(words, service.hours));
    sheet.fact(words.say("how_to_enter"), words.code("access", "service_access", service.access));
    sheet.fact(words.say("what_to_bring"),
               documents.empty() ? words.say("nothing_to_bring") : joined(documents, "\n"));
    sheet.fact(words.say("for_whom"), for_whom(words, service));
    sheet.fact(words.say("spoken"), joined(tongues, words.say("comma")));
    sheet.fact(words.say("cost"), paper::apart(service.cost.value_or(words.say("free"))));
    sheet.fact(words.say("phone"), paper::apart(service.phone.value_or("")));
    sheet.small(words.say("printed_on", {{"day", words.day(context.today())}}));
}

} // namespace directory
