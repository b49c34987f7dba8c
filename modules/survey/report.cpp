// SPDX-License-Identifier: EUPL-1.2
// The report of a wave on paper: for each group what is needed, hidden and unmet, with bars, a map
// and the tables behind them; what those who serve believe; what comes up; and how all of it was
// worked out. No figure without its n, its interval and its method; nothing that somebody said.
#include <algorithm>

#include "paper/sheet.h"
#include "survey/coded.h"
#include "survey/estimate/emerging.h"
#include "survey/exports.h"
#include "survey/figures.h"
#include "survey/finding_words.h"
#include "survey/work.h"

using core::Context;

namespace survey {

namespace {

using Measure = Figure GroupFigures::*;

const std::vector<std::pair<const char*, Measure>> measures{
    {"prevalence", &GroupFigures::prevalence},
    {"hidden", &GroupFigures::hidden},
    {"unmet", &GroupFigures::unmet},
};

// "RM-XV" is "XV" on a tile.
std::string short_code(const std::string& code) { return code.substr(code.find('-') + 1); }

class Report {
public:
    Report(Context& context, const Answered& answered, const Results& results)
        : context_(context),
          answered_(answered),
          results_(results),
          sheet_(context.language(), answered.wave.name)
    {
    }

    std::string write(const Emerging& emerging)
    {
        write_head();
        for (const auto& group : results_.groups)
            write_group(group);
        write_gaps();
        write_emerging(emerging);
        write_method();
        return sheet_.finish();
    }

private:
    std::string words(const std::string& key, const Facts& facts = {})
    {
        return say(context_, key, facts);
    }
    std::string group_name(const std::string& code)
    {
        return label_of(context_, "respondent_group", code);
    }

    void write_head()
    {
        const auto& wave = answered_.wave;
        sheet_.title(words("report_title", {{"city", context_.city().name}}));
        sheet_.text(words("report_about", {{"wave", wave.name},
                                           {"from", day_in(context_, wave.from_day)},
                                           {"until", day_in(context_, wave.until_day)},
                                           {"day", day_in(context_, context_.today())}}));
        if (wave.state != "CLOSED")
            sheet_.text(words("report_running"));
        sheet_.small(words("how_to_read"));
        if (results_.groups.empty())
            sheet_.text(words("no_interviews"));
    }

    // Needs of the city, the most frequent first; those that are not shown last.
    std::vector<std::pair<std::string, GroupFigures>> sorted(const std::string& respondents)
    {
        std::vector<std::pair<std::string, GroupFigures>> all;
        for (const auto& need : results_.needs)
            for (auto& one : groups_of(results_, need, results_.districts.size()))
                if (one.respondents == respondents)
                    all.emplace_back(need, std::move(one));
        std::stable_sort(all.begin(), all.end(), [](const auto& one, const auto& other) {
            return one.second.prevalence.percent.value_or(-1) >
                   other.second.prevalence.percent.value_or(-1);
        });
        return all;
    }

    void write_group(const GroupResults& group)
    {
        const auto needs = sorted(group.respondents);
        const bool of_themselves = group.respondents == "MIGRANT";
        sheet_.heading(group_name(group.respondents));
        sheet_.small(weighting_in(context_, group.weighting));
        sheet_.small(rates_in(context_, rates_of(context_, answered_.wave, group.respondents)));
        for (const auto& [key, measure] : measures) {
            sheet_.text(words(std::string("measure_") + key + (of_themselves ? "" : "_believed")));
            std::vector<paper::Bar> bars;
            for (const auto& [need, figures] : needs)
                bars.push_back(bar_of(need_name(context_, need), figures.*measure));
            sheet_.bars(bars);
        }
        if (of_themselves && !needs.empty())
            write_map(group, needs.front().first);
    }

    paper::Bar bar_of(const std::string& label, const Figure& figure)
    {
        paper::Bar bar{label, {}, {}, {}, figure_in(context_, figure)};
        if (figure.withheld)
            return bar;
        bar.value = *figure.percent / 100;
        bar.low = *figure.low / 100;
        bar.high = *figure.high / 100;
        return bar;
    }

    // The most frequent need by district, and the table behind the map.
    void write_map(const GroupResults& group, const std::string& need)
    {
        std::vector<paper::MapTile> tiles;
        std::vector<std::vector<std::string>> rows;
        for (std::size_t i = 0; i < results_.districts.size(); ++i) {
            const auto& district = results_.districts[i];
            const auto figure = figure_of(group.at(need, i)->prevalence);
            paper::MapTile tile{district.column,
                                district.row,
                                short_code(district.code),
                                words("not_shown_short"),
                                {}};
            if (!figure.withheld) {
                tile.words = number_in(context_, *figure.percent, 0) + " %";
                tile.shade = *figure.percent / 100;
            }
            tiles.push_back(tile);
            rows.push_back({district.name, figure_in(context_, figure)});
        }
        sheet_.heading(words("by_district", {{"need", need_name(context_, need)}}));
        sheet_.map(tiles);
        sheet_.table({words("column_district"), words("measure_prevalence")}, rows);
    }

    void write_gaps()
    {
        std::vector<std::vector<std::string>> rows;
        for (const auto& need : results_.needs)
            for (const auto& gap : gaps_of(results_, need, results_.districts.size()))
                rows.push_back(
                    {need_name(context_, need), group_name(gap.respondents), gap_in(gap)});
        if (rows.empty())
            return;
        sheet_.heading(words("gaps"));
        sheet_.small(words("gaps_hint"));
        sheet_.table({words("column_need"), words("column_group"), words("column_gap")}, rows);
    }

    std::string gap_in(const PerceptionGap& gap)
    {
        if (gap.withheld)
            return words("not_shown",
                         {{"why", label_of(context_, "survey_withheld", *gap.withheld)}});
        return words("gap", {{"points", number_in(context_, *gap.points, 1)},
                             {"low", number_in(context_, *gap.low, 1)},
                             {"high", number_in(context_, *gap.high, 1)}});
    }

    void write_emerging(const Emerging& emerging)
    {
        sheet_.heading(words("emerging"));
        bool any = false;
        for (const auto& one : emerging.needs) {
            if (!one.emerging)
                continue;
            any = true;
            sheet_.fact(one.need_name, words("risen", {{"group", group_name(one.respondents)},
                                                       {"before", std::to_string(one.rank_before)},
                                                       {"now", std::to_string(one.rank_now)},
                                                       {"figure", figure_in(context_, one.now)}}));
        }
        for (const auto& theme : emerging.themes) {
            if (!theme.emerging)
                continue;
            any = true;
            sheet_.fact(theme.name, theme.description);
        }
        if (!any)
            sheet_.text(words("nothing_emerging"));
        sheet_.small(words("emerging_hint", {{"places", std::to_string(emerging.places_least)},
                                             {"persons", std::to_string(emerging.persons_least)},
                                             {"before", emerging.before_name.value_or("-")}}));
    }

    void write_method()
    {
        sheet_.heading(words("method"));
        for (const auto* key : {"method_draw", "method_weights", "method_variance",
                                "method_interval", "method_withheld", "method_measures"})
            sheet_.small(words(key));
    }

    Context& context_;
    const Answered& answered_;
    const Results& results_;
    paper::Sheet sheet_;
};

} // namespace

core::Bytes print_report(Context& context, const PrintReport& wish)
{
    const Answered answered(context, get_wave(context, wish.wave));
    context.about(answered.wave.id);
    const auto results =
        results_of(context, answered, wish.raked.value_or(false) ? Rake::yes : Rake::no);
    Report report(context, answered, results);
    return {report.write(show_emerging(context, {wish.wave})), "application/pdf", 200};
}

} // namespace survey
