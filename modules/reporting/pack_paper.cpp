// SPDX-License-Identifier: EUPL-1.2
// The pack to read: tagged, with bars of who was reached and squares of where, each of which says
// its number in words too.
#include <algorithm>

#include "core/house.h"
#include "paper/sheet.h"
#include "reporting/pack_words.h"

using core::Context;

namespace reporting {

namespace {

// "RM-XV" is "XV" on a tile.
std::string short_code(const std::string& code) { return code.substr(code.find('-') + 1); }

class Paper {
public:
    Paper(Context& context, const Pack& pack)
        : context_(context),
          pack_(pack),
          sheet_(context.language(), pack.content.name + " " + pack.content.period)
    {
    }

    std::string write()
    {
        write_head();
        write_said("procedure", narrative_of(context_, pack_));
        write_table("actors", partners_in(context_, pack_), "no_partners");
        write_table("agreements", agreements_in(context_, pack_), "no_agreements");
        write_table("activities", activities_in(context_, pack_), "no_activities");
        write_figures();
        write_map();
        write_money();
        write_end();
        return sheet_.finish();
    }

private:
    void write_head()
    {
        sheet_.title(say(context_, "pack_title", {{"quarter", pack_.content.period}}));
        sheet_.text(state());
        sheet_.heading(say(context_, "general"));
        for (const auto& [name, value] : general_data(context_, pack_))
            sheet_.fact(name, value);
    }

    std::string state()
    {
        if (!pack_.closed)
            return say(context_, "pack_open",
                       {{"day", day_in(context_, local_date(pack_.content.as_of))}});
        const auto& closing = pack_.closings.front();
        return say(context_, "pack_closed",
                   {{"day", day_in(context_, local_date(closing.closed_at))},
                    {"number", std::to_string(closing.number)}});
    }

    void write_said(const char* heading, const Said& said)
    {
        sheet_.heading(say(context_, heading));
        bool any = false;
        for (const auto& [name, value] : said) {
            sheet_.fact(name, value);
            any |= !value.empty();
        }
        if (!any)
            sheet_.text(say(context_, "not_written"));
    }

    void write_table(const char* heading, Lines lines, const char* none)
    {
        sheet_.heading(say(context_, heading));
        const auto heads = lines.front();
        lines.erase(lines.begin());
        if (lines.empty())
            sheet_.text(say(context_, none));
        else
            sheet_.table(heads, lines);
    }

    void write_figures()
    {
        const auto& rows = pack_.content.frameworks.rows;
        sheet_.heading(say(context_, "physical"));
        sheet_.small(
            say(context_, "physical_hint", {{"mapping", pack_.content.frameworks.mapping}}));
        int most = 1;
        for (const auto& row : rows)
            most = std::max(most, row.value);
        std::vector<paper::Bar> bars;
        for (const auto& row : rows)
            bars.push_back({label_of(context_, "reporting_figure", row.figure),
                            static_cast<double>(row.value) / most,
                            {},
                            {},
                            std::to_string(row.value)});
        sheet_.bars(bars);
        auto lines = figures_in(context_, pack_);
        const auto heads = lines.front();
        lines.erase(lines.begin());
        sheet_.table(heads, lines);
        write_table("explained", parts_in(context_, pack_), "nothing_counted");
    }

    void write_map()
    {
        const auto& districts = context_.catalogue().districts(context_.city().slug);
        std::map<std::string, int> persons;
        int most = 1;
        for (const auto& one : pack_.content.frameworks.districts) {
            persons[one.district.value_or("")] = one.persons;
            most = std::max(most, one.persons);
        }
        std::vector<paper::MapTile> tiles;
        Lines rows;
        for (const auto& district : districts) {
            const int count = persons[district.code];
            tiles.push_back({district.column, district.row, short_code(district.code),
                             std::to_string(count), static_cast<double>(count) / most});
            rows.push_back({district.name, std::to_string(count)});
        }
        if (persons[""] > 0)
            rows.push_back({say(context_, "no_district"), std::to_string(persons[""])});
        sheet_.heading(say(context_, "where"));
        sheet_.small(say(context_, "where_hint"));
        sheet_.map(tiles);
        sheet_.table({say(context_, "district"), say(context_, "persons")}, rows);
    }

    void write_money()
    {
        write_table("finances", money_in(context_, pack_), "no_lines");
        sheet_.small(say(context_, "euro"));
    }

    void write_end()
    {
        sheet_.heading(say(context_, "persons_file"));
        const auto& persons = pack_.content.persons;
        sheet_.text(say(context_, "persons_file_hint",
                        {{"ready", std::to_string(persons.ready)},
                         {"missing", std::to_string(persons.missing)}}));
        sheet_.rule();
        sheet_.small(say(context_, "small_numbers"));
        if (pack_.closed)
            sheet_.small(say(context_, "hash_hint", {{"hash", pack_.closings.front().hash}}));
    }

    Context& context_;
    const Pack& pack_;
    paper::Sheet sheet_;
};

} // namespace

std::string pack_as_pdf(Context& context, const Pack& pack) { return Paper(context, pack).write(); }

} // namespace reporting
