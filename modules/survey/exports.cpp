// SPDX-License-Identifier: EUPL-1.2
// Answers as files: pseudonym, district, weights and codes. No hour, no interviewer, no id, no
// place, and nothing that somebody said in their own words (docs/decisions/0024).
#include "survey/exports.h"

#include <algorithm>
#include <charconv>

#include "survey/analysis/writers.h"
#include "survey/coded.h"
#include "survey/finding_words.h"
#include "survey/work.h"

using core::Context;

namespace survey {

namespace {

analysis::Variable own(Context& context, const char* name, analysis::Measure measure)
{
    analysis::Variable made;
    made.name = name;
    made.label = say(context, std::string("column_") + name);
    made.measure = measure;
    made.weight = std::string_view(name) == "weight";
    return made;
}

std::vector<analysis::Variable> own_variables(Context& context)
{
    using analysis::Measure;
    return {own(context, "interview", Measure::text),   own(context, "wave", Measure::number),
            own(context, "version", Measure::number),   own(context, "district", Measure::text),
            own(context, "language", Measure::text),    own(context, "mode", Measure::text),
            own(context, "disposition", Measure::text), own(context, "stratum", Measure::number),
            own(context, "cluster", Measure::number),   own(context, "weight", Measure::number)};
}

std::string text_of(double number)
{
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, number).ptr;
    return {text, end};
}

// Where an interview stands in the sample.
struct Drawn {
    int stratum = 0;
    int cluster = 0;
    double weight = 0;
};

std::map<Id<Interview>, Drawn> drawn_of(const Weighed& weighed)
{
    std::map<Id<Interview>, Drawn> drawn;
    for (std::size_t i = 0; i < weighed.interviews.size(); ++i)
        drawn[weighed.interviews[i]->id] = {weighed.sample.stratum[i] + 1,
                                            weighed.sample.cluster[i] + 1,
                                            weighed.sample.weights[i]};
    return drawn;
}

std::vector<std::string> own_values(const Answered& answered, const InterviewRow& row,
                                    const Drawn* drawn)
{
    std::vector<std::string> values{row.pseudonym,
                                    std::to_string(answered.wave.number),
                                    std::to_string(answered.version_of(row).row.number),
                                    row.district,
                                    row.language,
                                    row.mode,
                                    row.disposition};
    if (drawn == nullptr)
        return values;
    values.push_back(std::to_string(drawn->stratum));
    values.push_back(std::to_string(drawn->cluster));
    values.push_back(text_of(drawn->weight));
    return values;
}

// What was said in own words: that it was, and what those who coded it agreed on.
void add_open(Context& context, const Answered& answered,
              std::map<Id<Interview>, analysis::Interview>& interviews,
              const std::map<std::string, std::string>& code_of)
{
    const auto coded = coded_in(context, answered.wave.id);
    for (const auto& place : open_places(context.store, answered.wave.id)) {
        const auto found = interviews.find(place.interview);
        if (found == interviews.end())
            continue;
        found->second.answers.push_back({place.question, place.occurrence, "1"});
        const auto of_answer = coded.find(place.id);
        const auto agreed = of_answer == coded.end() ? std::nullopt : of_answer->second.agreed();
        if (!agreed)
            continue;
        auto& themes = found->second.themes[analysis::place_of(place.question, place.occurrence)];
        for (const auto& id : *agreed)
            if (const auto code = code_of.find(id); code != code_of.end())
                themes.insert(code->second);
    }
}

struct Tables {
    std::vector<analysis::Variable> codebook;
    std::vector<analysis::Interview> interviews;
    analysis::Terms terms;
    Weighting weighting;
};

analysis::CodebookWish wish_of(Context& context, const Answered& answered,
                               const std::string& respondents)
{
    analysis::CodebookWish wish;
    for (const auto* version : answered.versions_of(respondents))
        wish.versions.push_back({version->row.number, version->read->form});
    wish.language = context.language();
    wish.own = own_variables(context);
    wish.terms = {say(context, "yes"), say(context, "no"), say(context, "no_answer"),
                  say(context, "not_in_version"), say(context, "said_something")};
    int number = 0;
    for (const auto& theme : every_theme(context.store))
        wish.themes.push_back({++number, theme.code, theme.name});
    return wish;
}

Tables tables_of(Context& context, const Answered& answered, const std::string& respondents)
{
    const auto weighed = weigh(context, answered, respondents);
    const auto drawn = drawn_of(weighed);
    std::map<Id<Interview>, analysis::Interview> interviews;
    for (const auto& contact : answered.contacts) {
        if (contact.respondents != respondents || !is_interview(contact))
            continue;
        auto& one = interviews[contact.id];
        one.version = answered.version_of(contact).row.number;
        const auto found = drawn.find(contact.id);
        one.own = own_values(answered, contact, found == drawn.end() ? nullptr : &found->second);
        for (const auto& answer : answered.answers_of(contact.id))
            one.answers.push_back({answer.question, answer.occurrence, answer.value.value_or("")});
    }
    std::map<std::string, std::string> code_of;
    for (const auto& theme : every_theme(context.store))
        code_of[to_string(theme.id)] = theme.code;
    add_open(context, answered, interviews, code_of);

    Tables tables;
    const auto wish = wish_of(context, answered, respondents);
    tables.terms = wish.terms;
    tables.weighting = weighed.weighting;
    // By pseudonym: the order of the ids is that of time.
    for (auto& [id, one] : interviews)
        tables.interviews.push_back(std::move(one));
    std::sort(tables.interviews.begin(), tables.interviews.end(),
              [](const auto& a, const auto& b) { return a.own[0] < b.own[0]; });
    tables.codebook = analysis::make_codebook(wish, tables.interviews);
    return tables;
}

analysis::Study study_of(Context& context, const Answered& answered, const Tables& tables,
                         const std::string& respondents)
{
    const auto& city = context.city();
    const auto group_name = label_of(context, "respondent_group", respondents);
    analysis::Study study;
    study.id = city.slug + "-" + std::to_string(answered.wave.number) + "-" + respondents;
    study.title = answered.wave.name + ", " + city.name + ": " + group_name;
    study.language = context.language();
    study.producer = city.partner;
    study.universe = group_name;
    study.place = city.name;
    study.from = answered.wave.from_day;
    study.until = answered.wave.until_day;
    const bool is_met = respondents == "MIGRANT";
    study.sampling =
        say(context, is_met ? "sampling_met" : "sampling_listed", {{"seed", answered.wave.seed}});
    study.weighting = say(context, is_met ? "weighting_met" : "weighting_listed") + " " +
                      weighting_in(context, tables.weighting);
    study.collection = say(context, "collection");
    study.response = rates_in(context, rates_of(context, answered.wave, respondents));
    study.access = say(context, "access");
    study.program = "lgnet";
    study.made_at = context.now;
    return study;
}

} // namespace

core::Bytes export_answers(Context& context, const ExportAnswers& wish)
{
    const Answered answered(context, get_wave(context, wish.wave));
    context.about(answered.wave.id);
    const auto tables = tables_of(context, answered, wish.respondents);
    const auto wide = analysis::wide_table(tables.codebook, tables.interviews);
    if (wish.format == "CSV")
        return {analysis::write_csv(wide), "text/csv; charset=utf-8", 200};
    if (wish.format == "SAV")
        return {analysis::write_sav(wide, answered.wave.name, tables.terms, context.now),
                "application/x-spss-sav", 200};
    const auto longer = analysis::long_table(tables.codebook, tables.interviews);
    if (wish.format == "CSV_LONG")
        return {analysis::write_csv(longer), "text/csv; charset=utf-8", 200};
    return {analysis::write_xlsx(wide, longer, analysis::codebook_table(tables.codebook),
                                 {say(context, "sheet_interviews"), say(context, "sheet_answers"),
                                  say(context, "sheet_codebook")}),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 200};
}

core::Bytes export_codebook(Context& context, const ExportCodebook& wish)
{
    const Answered answered(context, get_wave(context, wish.wave));
    context.about(answered.wave.id);
    const auto tables = tables_of(context, answered, wish.respondents);
    return {analysis::write_ddi(study_of(context, answered, tables, wish.respondents),
                                analysis::wide_table(tables.codebook, tables.interviews),
                                tables.terms),
            "application/xml", 200};
}

} // namespace survey
