// SPDX-License-Identifier: EUPL-1.2
#include "rights/own_file.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>

#include "access/access.h"
#include "core/house.h"
#include "core/journal.h"
#include "directory/directory.h"
#include "paper/sheet.h"
#include "rights/work.h"

using core::Context;

namespace rights {

namespace {

constexpr std::size_t lines_at_once = 500;

// ---- a value in words

class Teller {
public:
    Teller(Context& context, const core::SheetWords& words) : context_(context), words_(words) {}

    std::vector<Fact> facts_of(const core::Holding& holding, const HeldRow& row)
    {
        std::vector<Fact> facts;
        for (std::size_t i = 0; i < holding.fields.size(); ++i) {
            const auto& field = holding.fields[i];
            if (!row.values[i] || row.values[i]->empty() || !is_told(field))
                continue;
            auto text = said(field, *row.values[i]);
            if (!text.empty())
                facts.emplace_back(words_.say("field." + field.name), std::move(text));
        }
        return facts;
    }

private:
    std::string said(const core::HeldField& field, const std::string& value)
    {
        if (!field.many)
            return said_once(field, value);
        std::string all;
        const auto document = JsonDocument::parse(value);
        for (std::size_t i = 0; i < document.root().size(); ++i)
            all += (all.empty() ? "" : words_.say("comma")) +
                   said_once(field, std::string(document.root().at(i).text()));
        return all;
    }

    std::string said_once(const core::HeldField& field, const std::string& value)
    {
        if (field.kind == Kind::boolean)
            return words_.say(value == "0" ? "no" : "yes");
        if (field.kind == Kind::date)
            return words_.day(parse_date(value).value());
        if (field.kind == Kind::instant)
            return words_.moment(Instant{std::stoll(value)});
        if (field.kind == Kind::id)
            return service_name(value);
        if (field.name == "team")
            return team_name(value);
        return field.list.empty() ? paper::apart(value)
                                  : in_words(context_, words_, field.list, value);
    }

    std::string team_name(const std::string& code)
    {
        const auto team = access::find_team(context_, code);
        return paper::apart(team ? team->name : code);
    }

    // The only thing that is told by its id: where somebody was sent.
    std::string service_name(const std::string& id)
    {
        const auto service = parse_id<directory::Service>(id);
        const auto found = service ? directory::find_service(context_, *service) : std::nullopt;
        return found ? paper::apart(found->name) : std::string();
    }

    Context& context_;
    const core::SheetWords& words_;
};

std::string value_of(const core::Holding& holding, const HeldRow& row, std::string_view name)
{
    for (std::size_t i = 0; i < holding.fields.size(); ++i)
        if (holding.fields[i].name == name)
            return row.values[i].value_or("");
    return {};
}

bool is_reserved(const core::Holding& holding, const HeldRow& row)
{
    return !holding.reserved_column.empty() &&
           value_of(holding, row, holding.reserved_column) == holding.reserved_value;
}

// Written by mistake and taken back: it may be of somebody else. So is what hangs on it.
bool is_mistaken(const core::Holding& holding, const HeldRow& row,
                 const std::set<std::string>& mistaken)
{
    return !value_of(holding, row, "cancelled_at").empty() ||
           !value_of(holding, row, "undone_at").empty() ||
           mistaken.contains(holding.above + value_of(holding, row, holding.column));
}

// ---- who has opened it

struct Opened {
    std::string purpose;
    int read = 0;
    int written = 0;
};
// By who and why.
using Day = std::map<std::pair<std::string, std::string>, Opened>;
using Days = std::map<Date, Day, std::greater<>>;

class Watcher {
public:
    Watcher(Context& context, const core::SheetWords& words) : context_(context), words_(words) {}

    void read(const Id<people::Person>& person, Days& days)
    {
        core::JournalFilter filter;
        filter.to = context_.now.plus_seconds(1);
        filter.person = to_string(person);
        filter.before = std::numeric_limits<std::int64_t>::max();
        while (true) {
            const auto lines =
                core::list_journal(context_.store, filter, static_cast<int>(lines_at_once));
            for (const auto& [sequence, line] : lines)
                if (line.outcome == "done")
                    count(line, days);
            if (lines.size() < lines_at_once)
                return;
            filter.before = lines.back().sequence;
        }
    }

    std::string line_of(const std::string& who, const Opened& one)
    {
        auto text = who;
        if (one.read > 0)
            text += " – " + words_.say("read", {{"count", std::to_string(one.read)}});
        if (one.written > 0)
            text += " – " + words_.say("written", {{"count", std::to_string(one.written)}});
        if (!one.purpose.empty())
            text += " – " + in_words(context_, words_, "access_purpose", one.purpose);
        return text;
    }

private:
    void count(const core::JournalLine& line, Days& days)
    {
        auto& one = days[local_date(line.at)][{who_is(line.actor), line.purpose}];
        one.purpose = line.purpose;
        const auto* act = context_.house.find_act(line.act);
        ++(act != nullptr && !act->writes ? one.read : one.written);
    }

    const std::string& who_is(const std::string& actor)
    {
        const auto [place, is_new] = known_.try_emplace(actor);
        if (is_new)
            place->second = found_out(actor);
        return place->second;
    }

    // By what somebody does and for whom, not by name.
    std::string found_out(const std::string& actor)
    {
        const auto id = parse_id<core::Account>(actor);
        const auto account = id ? access::find_account(context_, *id) : std::nullopt;
        if (!account)
            return words_.say(actor == "system"  ? "the_program"
                              : actor == "guest" ? "a_service"
                                                 : "another_program");
        std::string text;
        for (const auto& role : account->roles)
            text += (text.empty() ? "" : words_.say("comma")) +
                    in_words(context_, words_, "role", role);
        if (account->organisation)
            text += " (" + paper::apart(*account->organisation) + ")";
        return text;
    }

    Context& context_;
    const core::SheetWords& words_;
    std::map<std::string, std::string> known_;
};

} // namespace

bool is_told(const core::HeldField& field)
{
    if (!field.told || field.kind == Kind::object)
        return false;
    if (field.kind == Kind::id)
        return field.name == "service";
    // Who recorded or answered works here: their name is not the person's.
    return !field.name.ends_with("_by_name");
}

std::string in_words(Context& context, const core::SheetWords& words, const std::string& list,
                     const std::string& code)
{
    const auto& catalogue = context.catalogue();
    if (list == "language")
        return words.tongue(code);
    if (list == "district") {
        for (const auto& district : catalogue.districts(context.city().slug))
            if (district.code == code)
                return paper::apart(district.name);
        return paper::apart(code);
    }
    if (list == "city") {
        const auto* city = catalogue.find_city(code);
        return paper::apart(city != nullptr ? city->name : code);
    }
    const auto key = list + "." + code;
    if (auto sentence = words.say(key); sentence != key)
        return sentence;
    const auto* known = catalogue.find_code(list, code);
    if (known == nullptr)
        return paper::apart(code);
    // The sheet has no words for every code of every list: then those of the house, so that whoever
    // helps to read can tell.
    if (words.language() == "it")
        return known->label.it;
    if (words.language() == "en" || known->label.en == known->label.it)
        return paper::apart(known->label.en);
    return paper::apart(known->label.en + " / " + known->label.it);
}

std::vector<FileSection> sections_of(Context& context, const core::SheetWords& words,
                                     const Persons& persons)
{
    const auto& all = context.house.holdings();
    Teller teller(context, words);
    std::vector<FileSection> sections;
    std::map<std::string, std::size_t> places;
    const auto section_of = [&](const core::Holding& holding) -> FileSection& {
        const auto [place, is_new] = places.try_emplace(holding.section, sections.size());
        if (is_new)
            sections.push_back({words.say("section." + holding.section), {}, 0, 0});
        return sections[place->second];
    };
    std::set<std::string> seen; // a row that names two records of the same person stands once
    std::set<std::string> mistaken;
    for (const auto& holding : all)
        for (const auto& person : persons)
            for (const auto& row : held_rows(context.store, all, holding, person)) {
                if (!seen.insert(holding.table + row.id).second)
                    continue;
                const bool is_mistake = is_mistaken(holding, row, mistaken);
                if (is_mistake)
                    mistaken.insert(holding.table + row.id);
                if (holding.section.empty())
                    continue;
                if (is_mistake)
                    ++section_of(holding).cancelled;
                else if (is_reserved(holding, row))
                    ++section_of(holding).reserved;
                else if (auto facts = teller.facts_of(holding, row); !facts.empty())
                    section_of(holding).rows.push_back(std::move(facts));
            }
    return sections;
}

std::vector<DayOpened> opened_by(Context& context, const core::SheetWords& words,
                                 const Persons& persons)
{
    Days days;
    Watcher watcher(context, words);
    for (const auto& person : persons)
        watcher.read(person, days);
    std::vector<DayOpened> found;
    for (const auto& [day, opened] : days) {
        auto& one = found.emplace_back();
        one.day = day;
        for (const auto& [key, how] : opened)
            one.lines.push_back(watcher.line_of(key.first, how));
    }
    return found;
}

} // namespace rights
