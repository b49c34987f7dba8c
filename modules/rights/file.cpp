// SPDX-License-Identifier: EUPL-1.2
// The person's own file on paper, in their language: what is held, field by field, as the holdings
// say; on which basis and for how long; and who has opened it. What somebody wrote stands as it was
// written. Not on it: notes kept to a profession, what others said or were told, and the names of
// those who work here (docs/decisions/0019).
#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>

#include "access/access.h"
#include "cases/cases.h"
#include "core/house.h"
#include "core/journal.h"
#include "core/sheet_words.h"
#include "directory/directory.h"
#include "paper/sheet.h"
#include "rights/work.h"

using core::Context;

namespace rights {

namespace {

constexpr int lines_at_once = 500;

bool ends_with(const std::string& text, std::string_view end)
{
    return text.size() >= end.size() &&
           text.compare(text.size() - end.size(), end.size(), end) == 0;
}

class OwnFile {
public:
    OwnFile(Context& context, const std::string& language, const people::Card& card)
        : context_(context),
          words_(context.catalogue(), "rights", language),
          sheet_(language, words_.say("title")),
          card_(card),
          persons_(people::same_persons(context, card.id))
    {
    }

    std::string write()
    {
        write_head();
        for (const auto& section : sections())
            write_section(section);
        write_law();
        write_readers();
        sheet_.rule();
        sheet_.text(words_.say("rights"));
        sheet_.signature(words_.say("signature"));
        return sheet_.finish();
    }

private:
    void write_head()
    {
        sheet_.title(words_.say("title"));
        sheet_.text(paper::apart(card_.name));
        sheet_.fact(words_.say("number"), paper::apart(card_.number));
        sheet_.fact(words_.say("printed"), words_.moment(context_.now));
        sheet_.text(words_.say("what"));
        if (persons_.size() > 1)
            sheet_.small(words_.say("records", {{"count", std::to_string(persons_.size())}}));
    }

    std::vector<std::string> sections() const
    {
        std::vector<std::string> found;
        for (const auto& holding : context_.house.holdings())
            if (!holding.section.empty() &&
                std::find(found.begin(), found.end(), holding.section) == found.end())
                found.push_back(holding.section);
        return found;
    }

    // ---- what is held

    void write_section(const std::string& section)
    {
        int reserved = 0;
        bool begun = false;
        std::set<std::string> seen;
        for (const auto& holding : context_.house.holdings()) {
            if (holding.section != section)
                continue;
            for (const auto& person : persons_)
                for (const auto& row :
                     held_rows(context_.store, context_.house.holdings(), holding, person)) {
                    if (!seen.insert(holding.table + row.id).second)
                        continue;
                    if (is_reserved(holding, row)) {
                        ++reserved;
                        continue;
                    }
                    write_row(section, holding, row, begun);
                }
        }
        if (reserved > 0) {
            begin(section, begun);
            sheet_.small(words_.say("reserved", {{"count", std::to_string(reserved)}}));
        }
    }

    void begin(const std::string& section, bool& begun)
    {
        if (!begun)
            sheet_.heading(words_.say("section." + section));
        begun = true;
    }

    static bool is_reserved(const core::Holding& holding, const HeldRow& row)
    {
        for (std::size_t i = 0; i < holding.fields.size(); ++i)
            if (holding.fields[i].name == holding.reserved_column)
                return row.values[i] == holding.reserved_value;
        return false;
    }

    void write_row(const std::string& section, const core::Holding& holding, const HeldRow& row,
                   bool& begun)
    {
        std::vector<std::pair<std::string, std::string>> facts;
        for (std::size_t i = 0; i < holding.fields.size(); ++i) {
            const auto& field = holding.fields[i];
            if (!row.values[i] || row.values[i]->empty() || !is_told(field))
                continue;
            auto text = said(field, *row.values[i]);
            if (!text.empty())
                facts.emplace_back(words_.say("field." + field.name), std::move(text));
        }
        if (facts.empty())
            return;
        if (begun)
            sheet_.rule();
        begin(section, begun);
        for (const auto& [name, text] : facts)
            sheet_.fact(name, text);
    }

    // ---- a value in words

    std::string said(const core::HeldField& field, const std::string& value)
    {
        if (!field.many)
            return said_once(field, value);
        std::string all;
        const auto document = JsonDocument::parse(value);
        for (std::size_t i = 0; i < document.root().size(); ++i)
            all += (all.empty() ? "" : ", ") +
                   said_once(field, std::string(document.root().at(i).text()));
        return all;
    }

    std::string said_once(const core::HeldField& field, const std::string& value)
    {
        if (field.kind == Kind::boolean)
            return words_.say(value == "0" || value == "false" ? "no" : "yes");
        if (field.kind == Kind::date)
            return words_.day(parse_date(value).value());
        if (field.kind == Kind::instant)
            return words_.moment(Instant{std::stoll(value)});
        if (field.kind == Kind::id)
            return service_name(value);
        if (field.name == "team") {
            const auto team = access::find_team(context_, value);
            return paper::apart(team ? team->name : value);
        }
        if (!field.list.empty())
            return code_in_words(field.list, value);
        return paper::apart(value);
    }

    // The only thing that is told by its id: where somebody was sent.
    std::string service_name(const std::string& id)
    {
        const auto service = parse_id<directory::Service>(id);
        const auto found = service ? directory::find_service(context_, *service) : std::nullopt;
        return found ? paper::apart(found->name) : std::string();
    }

    std::string code_in_words(const std::string& list, const std::string& code)
    {
        if (list == "language")
            return words_.tongue(code);
        if (list == "district") {
            for (const auto& district : context_.catalogue().districts(context_.city().slug))
                if (district.code == code)
                    return paper::apart(district.name);
            return paper::apart(code);
        }
        if (list == "city") {
            const auto* city = context_.catalogue().find_city(code);
            return paper::apart(city != nullptr ? city->name : code);
        }
        const auto key = list + "." + code;
        if (auto sentence = words_.say(key); sentence != key)
            return sentence;
        const auto* known = context_.catalogue().find_code(list, code);
        if (known == nullptr)
            return paper::apart(code);
        // The sheet has no words for every code of every list: then those of the house, so that
        // whoever helps to read can tell.
        if (words_.language() == "it")
            return known->label.it;
        if (words_.language() == "en")
            return known->label.en;
        return paper::apart(known->label.en + " / " + known->label.it);
    }

    // ---- why, and for how long

    void write_law()
    {
        sheet_.heading(words_.say("basis_title"));
        sheet_.text(words_.say("basis"));
        sheet_.signature(words_.say("basis_line"));
        sheet_.heading(words_.say("retention_title"));
        sheet_.text(words_.say("retention"));
        for (const auto& rule : rules_of(context_))
            sheet_.fact(code_in_words("retention_rule", rule.code),
                        words_.say("months", {{"count", std::to_string(rule.months)}}) +
                            (rule.confirmed ? "" : " – " + words_.say("to_confirm")));
        sheet_.heading(words_.say("absent_title"));
        sheet_.text(words_.say("absent"));
    }

    // ---- who has opened it

    struct Opened {
        std::string who;
        std::string purpose;
        int read = 0;
        int written = 0;
    };
    using Day = std::map<std::pair<std::string, std::string>, Opened>;

    void write_readers()
    {
        sheet_.heading(words_.say("readers_title"));
        sheet_.text(words_.say("readers"));
        std::map<Date, Day, std::greater<>> days;
        for (const auto& person : persons_)
            read_journal(to_string(person), days);
        for (const auto& [date, opened] : days) {
            std::string lines;
            for (const auto& [key, one] : opened)
                lines += (lines.empty() ? "" : "\n") + line_of(one);
            sheet_.fact(words_.day(date), lines);
        }
        if (days.empty())
            sheet_.text(words_.say("nobody"));
    }

    void read_journal(const std::string& person, std::map<Date, Day, std::greater<>>& days)
    {
        core::JournalFilter filter;
        filter.to = context_.now.plus_seconds(1);
        filter.person = person;
        filter.before = std::numeric_limits<std::int64_t>::max();
        while (true) {
            const auto lines = core::list_journal(context_.store, filter, lines_at_once);
            for (const auto& [sequence, line] : lines)
                if (line.outcome == "done")
                    count_line(line, days);
            if (lines.size() < lines_at_once)
                return;
            filter.before = lines.back().sequence;
        }
    }

    void count_line(const core::JournalLine& line, std::map<Date, Day, std::greater<>>& days)
    {
        const auto who = who_is(line.actor);
        auto& one = days[local_date(line.at)][{who, line.purpose}];
        one.who = who;
        one.purpose = line.purpose;
        const auto* act = context_.house.find_act(line.act);
        ++(act != nullptr && !act->writes ? one.read : one.written);
    }

    std::string line_of(const Opened& one)
    {
        auto text = one.who;
        if (one.read > 0)
            text += " – " + words_.say("read", {{"count", std::to_string(one.read)}});
        if (one.written > 0)
            text += " – " + words_.say("written", {{"count", std::to_string(one.written)}});
        if (!one.purpose.empty())
            text += " – " + code_in_words("access_purpose", one.purpose);
        return text;
    }

    // By what somebody does and for whom, not by name.
    const std::string& who_is(const std::string& actor)
    {
        const auto [place, is_new] = known_.try_emplace(actor);
        if (is_new)
            place->second = found_out(actor);
        return place->second;
    }

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
            text += (text.empty() ? "" : ", ") + code_in_words("role", role);
        if (account->organisation)
            text += " (" + paper::apart(*account->organisation) + ")";
        return text;
    }

    Context& context_;
    const core::SheetWords words_;
    paper::Sheet sheet_;
    const people::Card card_;
    const std::vector<Id<people::Person>> persons_;
    std::map<std::string, std::string> known_;
};

// A social worker gives out the file of whom nobody has in charge, or of whom they read the case;
// else whoever coordinates does.
void check_gives_out(Context& context, const people::Card& card)
{
    const auto everything = core::may(core::city_coordinator);
    if (context.actor.roles.any_of(everything) || people::is_guarded(context, card.id))
        return;
    if (card.case_state && !cases::reads_case_of(context, card.id))
        throw Problem(403, "rights.ask_who_coordinates");
}

} // namespace

bool is_told(const core::HeldField& field)
{
    if (!field.told || field.kind == Kind::object)
        return false;
    if (field.kind == Kind::id)
        return field.name == "service";
    // Who recorded or answered works here: their name is not the person's.
    return !ends_with(field.name, "_by_name");
}

core::Bytes print_file(Context& context, const PrintFile& wish)
{
    const auto card = people::get_card(context, wish.person);
    check_gives_out(context, card);
    context.concerns(wish.person);
    return {OwnFile(context, wish.language, card).write(), "application/pdf", 200};
}

} // namespace rights
