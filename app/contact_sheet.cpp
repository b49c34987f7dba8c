// SPDX-License-Identifier: EUPL-1.2
#include "app/contact_sheet.h"

#include <algorithm>
#include <functional>

#include "app/code_finder.h"
#include "app/written.h"
#include "base/csv.h"
#include "base/embedded.h"
#include "base/json.h"

namespace app {

namespace {

constexpr int noon = 12 * 60;

struct KnownColumn {
    std::string field;
    core::Label label;
    bool needed = false;
    std::set<std::string> words; // folded
};

// catalogue/forms/contact_columns.csv
std::vector<KnownColumn> known_columns()
{
    const auto text = find_embedded("catalogue/forms/contact_columns.csv");
    ENSURE(text);
    std::vector<KnownColumn> columns;
    const auto rows = read_csv(*text, ',', Remarks::leave_out);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const auto& cells = rows[i].cells;
        ENSURE(cells.size() == 5);
        KnownColumn column{cells[0], {cells[1], cells[2]}, cells[3] == "yes", {}};
        for (const auto& word : {cells[0], cells[1], cells[2]})
            column.words.insert(folded(word));
        for (const auto& word : split_at(cells[4], ";"))
            column.words.insert(folded(word));
        columns.push_back(std::move(column));
    }
    return columns;
}

// What stands for nothing: "-", "n.d.", "?".
bool says_nothing(const std::string& text)
{
    const auto word = folded(text);
    return word.empty() || word == "n d" || word == "nd" || word == "n a" || word == "na";
}

// The field of the act that a column fills; a column of days and one of hours fill the same.
std::string field_of_act(const std::string& field)
{
    return field == "day" || field == "hour" ? "at" : field;
}

class Reader {
public:
    explicit Reader(const SheetReading& reading) : reading_(reading)
    {
        for (const auto* list : {"contact_setting", "language", "gender", "apparent_age",
                                 "vulnerability", "intervention", "contact_outcome"})
            lists_.emplace(list,
                           CodeFinder::of_vocabulary(reading.catalogue, list, reading.language));
        lists_.emplace("district", CodeFinder::of_districts(reading.catalogue, reading.city));
        lists_.emplace("team", finder_of_teams());
        lists_.emplace("yes_no", finder_of_yes_no());
    }

    ContactSheet read(const Sheet& sheet)
    {
        epoch_ = sheet.epoch;
        if (sheet.rows.size() < 2) {
            fault(sheet.rows.empty() ? 1 : sheet.rows[0].line, "", "import.no_rows");
            return std::move(found_);
        }
        read_headers(sheet.rows[0]);
        if (found_.faults.empty())
            for (std::size_t i = 1; i < sheet.rows.size(); ++i)
                read_row(sheet.rows[i]);
        return std::move(found_);
    }

private:
    void fault(int line, const std::string& column, const std::string& code, Facts facts = {})
    {
        found_.faults.push_back({line, column, code, std::move(facts)});
    }

    CodeFinder finder_of_teams() const;
    static CodeFinder finder_of_yes_no();
    std::string label_of(const KnownColumn& column) const
    {
        return reading_.language == "it" ? column.label.it : column.label.en;
    }

    void read_headers(const SheetRow& row);
    void read_header(const std::vector<KnownColumn>& known, int line, std::size_t place,
                     const std::string& header);

    void read_row(const SheetRow& row);
    // The cell under a field's column; null where it says nothing.
    const Cell* cell_of(const std::string& field) const;
    void read_time(JsonObject& contact);
    std::optional<WrittenDay> read_day();
    std::optional<int> read_hour();
    void read_code(JsonObject& contact, const std::string& field, const std::string& list);
    void read_codes(JsonObject& contact, const std::string& field, const std::string& list);
    void read_text(JsonObject& contact, const std::string& field);
    std::string read_team();
    void unknown_word(const std::string& field, const std::string& value, const std::string& list);
    std::string header_of(const std::string& field) const
    {
        const auto place = places_.find(field);
        return place == places_.end() ? field : headers_.at(place->second);
    }

    const SheetReading& reading_;
    std::map<std::string, CodeFinder> lists_;
    std::map<std::string, std::size_t> places_;  // field -> column
    std::map<std::size_t, std::string> headers_; // column -> as written
    Epoch epoch_ = Epoch::from_1900;
    const SheetRow* row_ = nullptr;
    bool hour_known_ = true;
    std::map<std::string, int> times_seen_; // of each content
    std::set<std::string> told_;            // lists whose words a fault has said already
    ContactSheet found_;
};

CodeFinder Reader::finder_of_teams() const
{
    CodeFinder finder;
    for (const auto& team : reading_.teams) {
        finder.show(team.name + " (" + team.code + ")");
        finder.add(team.code, team.code, CodeFinder::Weight::code);
        const auto number = team.code.find_first_of("0123456789");
        if (number != std::string::npos) // "um1" is written "UM 1" too
            finder.add(team.code.substr(0, number) + " " + team.code.substr(number), team.code,
                       CodeFinder::Weight::part);
        finder.add(team.name, team.code, CodeFinder::Weight::label);
        // "Unità mobile 1 – Termini": people write what stands before the dash, or after it.
        const auto dash = team.name.find(" – ");
        if (dash == std::string::npos)
            continue;
        finder.add(team.name.substr(0, dash), team.code, CodeFinder::Weight::part);
        finder.add(team.name.substr(dash + 5), team.code, CodeFinder::Weight::part);
    }
    return finder;
}

CodeFinder Reader::finder_of_yes_no()
{
    CodeFinder finder;
    finder.show("sì");
    finder.show("no");
    const auto words = find_embedded("catalogue/forms/contact_words.csv");
    ENSURE(words);
    for (const auto& row : read_csv(*words, ',', Remarks::leave_out))
        if (row.cells.at(0) == "yes_no")
            for (const auto& word : split_at(row.cells.at(2), ";"))
                finder.add(word, row.cells.at(1), CodeFinder::Weight::word);
    return finder;
}

// The first fault of a list says what it has; the others need not say it again.
void Reader::unknown_word(const std::string& field, const std::string& value,
                          const std::string& list)
{
    if (told_.insert(list).second)
        fault(row_->line, header_of(field), "import.unknown_word",
              {{"value", value}, {"expected", lists_.at(list).expected()}});
    else
        fault(row_->line, header_of(field), "import.unknown_word_again", {{"value", value}});
}

// ---- columns

void Reader::read_headers(const SheetRow& row)
{
    const auto known = known_columns();
    for (std::size_t place = 0; place < row.cells.size(); ++place)
        if (!folded(row.cells[place].text).empty())
            read_header(known, row.line, place, row.cells[place].text);
    for (const auto& column : known)
        if (column.needed && !places_.contains(column.field))
            fault(row.line, "", "import.column_missing", {{"column", label_of(column)}});
    for (const auto& [field, place] : places_)
        found_.headers.emplace(field_of_act(field), headers_.at(place));
}

void Reader::read_header(const std::vector<KnownColumn>& known, int line, std::size_t place,
                         const std::string& header)
{
    const auto word = folded(header);
    for (const auto& ignored : reading_.ignored)
        if (folded(ignored) == word)
            return;
    headers_[place] = header;
    const auto column = std::find_if(known.begin(), known.end(), [&](const KnownColumn& one) {
        return one.words.contains(word);
    });
    if (column == known.end()) {
        std::string expected;
        for (const auto& one : known)
            if (one.field != "-")
                expected += (expected.empty() ? "" : ", ") + label_of(one);
        fault(line, header, "import.unknown_column", {{"expected", expected}, {"column", header}});
        return;
    }
    if (column->field == "-")
        return;
    const auto [there, is_new] = places_.emplace(column->field, place);
    if (!is_new)
        fault(line, header, "import.column_twice", {{"other", headers_.at(there->second)}});
}

// ---- one row

const Cell* Reader::cell_of(const std::string& field) const
{
    const auto place = places_.find(field);
    if (place == places_.end() || place->second >= row_->cells.size())
        return nullptr;
    const auto& cell = row_->cells[place->second];
    return says_nothing(cell.text) ? nullptr : &cell;
}

void Reader::read_row(const SheetRow& row)
{
    row_ = &row;
    SheetContact contact;
    contact.line = row.line;

    // All but the id, which follows from it.
    std::string content;
    JsonObject object(content);
    read_time(object);
    read_code(object, "setting", "contact_setting");
    read_code(object, "district", "district");
    read_text(object, "place_note");
    read_codes(object, "languages", "language");
    if (const auto* cell = cell_of("mediator_present")) {
        const auto answer = lists_.at("yes_no").find(cell->text);
        if (answer)
            object.member("mediator_present") += *answer == "yes" ? "true" : "false";
        else
            unknown_word("mediator_present", cell->text, "yes_no");
    }
    read_text(object, "nickname");
    read_code(object, "apparent_gender", "gender");
    read_code(object, "apparent_age", "apparent_age");
    read_codes(object, "circumstances", "vulnerability");
    read_codes(object, "interventions", "intervention");
    read_code(object, "outcome", "contact_outcome");
    read_text(object, "note");
    contact.team = read_team();
    contact.hour_known = hour_known_;

    // Two nameless contacts may be written with the very same words: the second is another contact.
    const auto name = reading_.city.slug + '\n' + contact.team + '\n' + content;
    const auto time = ++times_seen_[name];
    contact.id = named_uuid("contact of a spreadsheet\n" + name + '\n' + std::to_string(time));
    object.text("id", to_string(contact.id));
    object.close();
    contact.json = std::move(content);
    found_.contacts.push_back(std::move(contact));
}

std::optional<WrittenDay> Reader::read_day()
{
    const auto* cell = cell_of("day");
    if (!cell) {
        fault(row_->line, header_of("day"), "import.needed");
        return std::nullopt;
    }
    const auto day =
        cell->number ? day_of_number(*cell->number, epoch_) : parse_written_day(cell->text);
    if (!day)
        fault(row_->line, header_of("day"), "import.not_a_day", {{"value", cell->text}});
    return day;
}

std::optional<int> Reader::read_hour()
{
    const auto* cell = cell_of("hour");
    if (!cell)
        return std::nullopt;
    const auto minute =
        cell->number ? hour_of_number(*cell->number) : parse_written_hour(cell->text);
    if (!minute)
        fault(row_->line, header_of("hour"), "import.not_an_hour", {{"value", cell->text}});
    return minute;
}

// A column of its own says the hour; else the one that was written with the day; else it is not
// known.
void Reader::read_time(JsonObject& contact)
{
    const auto day = read_day();
    const auto hour = read_hour();
    if (!day)
        return;
    const auto minute = hour ? hour : day->minute;
    hour_known_ = minute.has_value();
    const int known = minute.value_or(noon);
    contact.text("at", to_string(local_instant(day->date, known / 60, known % 60)));
}

void Reader::read_code(JsonObject& contact, const std::string& field, const std::string& list)
{
    const auto* cell = cell_of(field);
    if (!cell) {
        if (field == "setting" || field == "district" || field == "outcome")
            fault(row_->line, header_of(field), "import.needed");
        return;
    }
    if (const auto code = lists_.at(list).find(cell->text))
        contact.text(field, *code);
    else
        unknown_word(field, cell->text, list);
}

void Reader::read_codes(JsonObject& contact, const std::string& field, const std::string& list)
{
    const auto* cell = cell_of(field);
    if (!cell)
        return;
    std::vector<std::string> unknown;
    const auto codes = lists_.at(list).find_list(cell->text, unknown);
    for (const auto& word : unknown)
        unknown_word(field, word, list);
    auto& json = contact.member(field) += '[';
    for (std::size_t i = 0; i < codes.size(); ++i) {
        json += i > 0 ? "," : "";
        write_json(json, codes[i]);
    }
    json += ']';
}

void Reader::read_text(JsonObject& contact, const std::string& field)
{
    if (const auto* cell = cell_of(field))
        contact.text(field, cell->text);
}

std::string Reader::read_team()
{
    const auto* cell = cell_of("team");
    if (!cell)
        return {};
    const auto code = lists_.at("team").find(cell->text);
    if (!code)
        unknown_word("team", cell->text, "team");
    return code.value_or("");
}

} // namespace

ContactSheet read_contact_sheet(const Sheet& sheet, const SheetReading& reading)
{
    return Reader(reading).read(sheet);
}

} // namespace app
