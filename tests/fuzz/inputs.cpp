// SPDX-License-Identifier: EUPL-1.2
#include "tests/fuzz/inputs.h"

#include <algorithm>
#include <cmath>

#include "app/spreadsheet.h"
#include "base/csv.h"
#include "base/field.h"
#include "base/multipart.h"
#include "base/utf8.h"
#include "base/zip.h"
#include "cases/file_kinds.h"
#include "core/request.h"
#include "core/spoken_code.h"
#include "directory/package.h"
#include "http/target.h"
#include "openrosa/submission.h"
#include "people/match/match.h"
#include "reports/email.h"
#include "reports/photo.h"
#include "reports/similarity.h"
#include "stories/media.h"

namespace fuzz {

namespace {

void must(bool holds, const std::string& what)
{
    if (!holds)
        throw Broken(what);
}

struct Inner {
    static constexpr const char* title = "Inner";
    std::string name;
    std::vector<Inner> more;

    static constexpr auto fields()
    {
        return std::tuple(field("name", &Inner::name).up_to(8), field("more", &Inner::more));
    }
};

// A field of every type, with every kind of bound.
struct Everything {
    static constexpr const char* title = "Everything";
    Id<Inner> id;
    std::optional<std::string> text;
    std::optional<std::string> code;
    std::optional<bool> truth;
    std::optional<int> small;
    std::optional<std::int64_t> large;
    std::optional<double> real;
    std::optional<Date> day;
    std::optional<Instant> instant;
    std::vector<std::string> codes;
    std::vector<int> numbers;
    std::optional<Inner> inner;

    static constexpr auto fields()
    {
        return std::tuple(
            field("id", &Everything::id), field("text", &Everything::text).up_to(40),
            field("code", &Everything::code).one_of("letters"), field("truth", &Everything::truth),
            field("small", &Everything::small).between(-5, 5), field("large", &Everything::large),
            field("real", &Everything::real), field("day", &Everything::day).not_future(),
            field("instant", &Everything::instant).not_future(),
            field("codes", &Everything::codes).one_of("letters").at_most(3),
            field("numbers", &Everything::numbers), field("inner", &Everything::inner));
    }
};

class Letters : public Lists {
public:
    bool has(std::string_view, std::string_view code) const override
    {
        return code == "A" || code == "B";
    }
    std::vector<std::string> codes(std::string_view) const override { return {"A", "B"}; }
};

const Letters letters;
const Instant now{1'795'468'500'000};

std::optional<Everything> read_everything(JsonView root, bool from_url)
{
    Reading reading{letters, now, from_url, {}};
    try {
        return read_input<Everything>(reading, root);
    } catch (const Problem& problem) {
        must(problem.status == 422 && !problem.errors.empty(), "a refusal without a reason");
        for (const auto& error : problem.errors)
            must(!error.code.empty(), "an error without a code");
        return std::nullopt;
    }
}

void try_csv_with(std::string_view bytes, char separator, Remarks remarks)
{
    const auto lines = 1 + std::count_if(bytes.begin(), bytes.end(),
                                         [](char c) { return c == '\n' || c == '\r'; });
    try {
        int last = 0;
        for (const auto& row : read_csv(bytes, separator, remarks)) {
            must(row.line > last && row.line <= lines, "a row on no line");
            must(!row.cells.empty(), "a row without cells");
            last = row.line;
        }
    } catch (const Problem& problem) {
        must(problem.code == "core.csv_broken", problem.code);
    }
}

bool is_name(std::string_view text)
{
    return !text.empty() && is_utf8(text) && !text.ends_with('/') &&
           std::none_of(text.begin(), text.end(), [](unsigned char c) { return c < ' '; });
}

// "@services.csv\nid,name\n@phones.csv\n…": one file below each line that begins so.
ZipEntries files_in(std::string_view text)
{
    ZipEntries files;
    std::string name = "services.csv";
    files[name] = "";
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (!line.starts_with('@'))
            files[name] += std::string(line) + "\n";
        else if (is_name(line.substr(1)))
            name = line.substr(1);
    }
    return files;
}

} // namespace

void try_json(std::string_view bytes)
{
    std::optional<JsonDocument> document;
    try {
        document = JsonDocument::parse(bytes);
    } catch (const Problem& problem) {
        must(problem.code == "core.not_json", problem.code);
        return;
    }
    must(is_utf8(bytes), "JSON that is not UTF-8");
    for (const bool from_url : {false, true}) {
        const auto value = read_everything(document->root(), from_url);
        if (!value)
            continue;
        const auto written = to_json(*value);
        const auto again = JsonDocument::parse(written);
        const auto same = read_everything(again.root(), false);
        must(same.has_value(), "what was written is not taken: " + written);
        must(to_json(*same) == written, "what was written is read otherwise: " + written);
    }
}

void try_csv(std::string_view bytes)
{
    const char guessed = guess_separator(bytes);
    must(guessed == ',' || guessed == ';' || guessed == '\t', "a separator of its own");
    for (const char separator : {',', ';', '\t'})
        for (const auto remarks : {Remarks::keep, Remarks::leave_out})
            try_csv_with(bytes, separator, remarks);
}

void try_target(std::string_view bytes)
{
    if (const auto target = http::parse_target(bytes)) {
        const auto& path = target->path;
        must(path.starts_with('/'), "a path that does not start at the root");
        must((path + "/").find("/../") == std::string::npos, "a path that climbs");
        must((path + "/").find("/./") == std::string::npos, "a path that stands still");
        must(is_utf8(path), "a path that is no text");
        must(std::none_of(path.begin(), path.end(),
                          [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }),
             "a path with control characters");
        for (const auto& [name, value] : target->query)
            for (const auto& text : {name, value})
                must(is_utf8(text) && text.find('\0') == std::string::npos,
                     "a query that is no text");
    }
    core::Request request;
    request.headers = {{"cookie", std::string(bytes)}, {"accept-language", std::string(bytes)}};
    const auto cookie = request.cookie("lgnet");
    must(cookie.find(';') == std::string_view::npos, "a cookie that holds another");
}

void try_time(std::string_view bytes)
{
    if (const auto date = parse_date(bytes))
        must(to_string(*date) == bytes, "a date that is written otherwise");
    if (const auto instant = parse_instant(bytes)) {
        const auto written = to_string(*instant);
        must(parse_instant(written) == instant, "an instant that is read otherwise: " + written);
        local_date(*instant);
    }
    if (const auto period = parse_period(bytes)) {
        must(period->begins < period->ends, "a period without a day");
        must(to_string(*period) == bytes, "a period that is written otherwise");
    }
    if (const auto uuid = parse_uuid(bytes))
        must(parse_uuid(to_string(*uuid)) == uuid, "an id that is read otherwise");
}

void try_sheet(std::string_view bytes)
{
    const app::SheetLimits limits{.rows = 500, .columns = 50};
    try {
        const auto sheet = app::read_sheet(bytes, limits);
        must(sheet.rows.size() <= limits.rows, "more rows than the limit");
        for (const auto& row : sheet.rows) {
            must(row.cells.size() <= limits.columns, "more cells than the limit");
            for (const auto& cell : row.cells)
                must(is_utf8(cell.text), "a cell that is no text");
        }
    } catch (const app::SheetUnreadable& why) {
        must(why.code.starts_with("import."), why.code);
    }
}

void try_written(std::string_view bytes)
{
    const auto text = app::to_utf8(bytes);
    must(is_utf8(text), "a text that is not UTF-8");
    const auto folded = app::folded(text);
    must(is_utf8(folded) && app::folded(folded) == folded, "folded twice is another");
    const auto is_minute = [](int minute) { return minute >= 0 && minute < 24 * 60; };
    if (const auto day = app::parse_written_day(text)) {
        must(parse_date(to_string(day->date)) == day->date, "a day that is none");
        must(!day->minute || is_minute(*day->minute), "a minute of no day");
    }
    if (const auto minute = app::parse_written_hour(text))
        must(is_minute(*minute), "an hour of no day");
}

void try_report(std::string_view bytes)
{
    const auto parts = reports::take_apart(bytes);
    must(bytes.find(parts.body) != std::string_view::npos, "a body that nobody wrote");
    for (const auto& part : {parts.from_name, parts.from_address, parts.subject})
        must(!part || (!part->empty() && part->find('\n') == std::string::npos),
             "a part of the head that is no line");
    if (const auto code = core::read_code(bytes)) {
        must(code->size() == 16, "a code of another length");
        must(core::read_code(core::spoken(*code)) == code, "a code that is read otherwise");
    }
    if (const auto position = reports::parse_position(bytes))
        must(position->north <= 90 && position->north >= -90 && position->east <= 180 &&
                 position->east >= -180,
             "a place that is nowhere");
    reports::telling_words(bytes);
    const auto shared = reports::overlap(bytes, bytes.substr(0, bytes.size() / 2));
    must(shared >= 0 && shared <= 1, "more than all words");
}

void try_photo(std::string_view bytes)
{
    try {
        const auto kept = reports::clean_photo(bytes);
        must(kept.starts_with("\xFF\xD8\xFF"), "what is kept is no JPEG");
        must(kept.find("Exif") == std::string::npos, "what the camera wrote was kept");
    } catch (const Problem& problem) {
        must(problem.code == "core.input_invalid" && problem.errors.size() == 1, problem.code);
    }
}

void try_attachment(std::string_view bytes)
{
    try {
        const auto kept = cases::take_file(std::string(bytes));
        const bool is_pdf = kept.format == "pdf";
        must(is_pdf || kept.format == "jpg", "a file of another kind");
        must(!is_pdf || (kept.bytes == bytes && bytes.starts_with("%PDF-")), "no PDF is kept");
        must(!is_pdf || bytes.find("/JavaScript ") == std::string_view::npos, "a script is kept");
        must(is_pdf || kept.bytes.starts_with("\xFF\xD8\xFF"), "what is kept is no JPEG");
    } catch (const Problem& problem) {
        must(problem.code == "core.input_invalid" && problem.errors.size() == 1, problem.code);
        must(problem.errors[0].field == "content", problem.errors[0].field);
    }
}

void try_media(std::string_view bytes)
{
    for (const auto* medium : {"PHOTO", "AUDIO", "VIDEO"}) {
        const auto clean = stories::clean_media(medium, std::string(bytes));
        if (clean.fault != stories::MediaFault::none) {
            must(clean.bytes.empty() && clean.format.empty(), "kept, though it is at fault");
            continue;
        }
        // A picture is drawn anew each time; what of the others stays, stays as it is.
        if (clean.format == "jpg") {
            must(clean.bytes.find("Exif") == std::string::npos, "what the camera wrote was kept");
            continue;
        }
        const auto again = stories::clean_media(medium, clean.bytes);
        must(again.format == clean.format && again.bytes == clean.bytes, "clean, and not clean");
        must(!clean.bytes.empty() && clean.bytes.size() <= bytes.size(), "more than there was");
        const bool is_film = clean.format == "mp4" || clean.format == "m4a";
        must(!is_film || clean.bytes.size() == bytes.size(), "something has moved");
    }
}

void try_multipart(std::string_view bytes)
{
    const auto line = std::min(bytes.find('\n'), bytes.size());
    const auto body = bytes.substr(std::min(line + 1, bytes.size()));
    try {
        const auto parts = read_multipart(bytes.substr(0, line), body);
        must(parts.size() <= parts_max, "more parts than the limit");
        const auto* at = body.data();
        for (const auto& part : parts) {
            must(is_utf8(part.name) && is_utf8(part.file_name.value_or("")), "a name, no text");
            must(part.file_name.value_or("").find_first_of("/\\") == std::string::npos,
                 "a name with a folder");
            if (part.bytes.empty())
                continue;
            must(part.bytes.data() >= at, "a part before the one before it");
            at = part.bytes.data() + part.bytes.size();
            must(at <= body.data() + body.size(), "a part beyond the body");
        }
    } catch (const Problem& problem) {
        must(problem.code == "core.multipart_broken", problem.code);
    }
}

void try_submission(std::string_view bytes)
{
    const auto read = openrosa::read_submission(bytes);
    must(read.answers.size() <= openrosa::answers_max, "more answers than the limit");
    for (const auto& [question, text] : read.answers)
        must(!question.empty() && !text.empty() && is_utf8(question), "an answer to nothing");
    must(!openrosa::id_of(read, "mark").is_nil(), "no id");
    must(openrosa::id_of(read, "mark") == openrosa::id_of(read, "mark"), "another id");
}

void try_package(std::string_view bytes)
{
    const auto zip = begins_as_zip(bytes) ? std::string(bytes) : write_zip(files_in(bytes));
    try {
        const auto unpacked = directory::read_package(zip);
        for (const auto& packed : unpacked.services) {
            const auto document = JsonDocument::parse(packed.json);
            must(document.root().kind() == JsonView::Kind::object, "a service that is none");
            must(packed.line > 1, "a service in the head of its table");
            for (const auto& error : packed.faults) {
                const auto place = packed.place_of(error.field);
                must(place.line > 1 && !place.column.empty(), "a fault that is nowhere");
            }
        }
        for (const auto& [place, error] : unpacked.strays)
            must(place.line > 1 && error.field == place.column, "a stray row that is nowhere");
    } catch (const Problem& problem) {
        must(problem.status == 422 && problem.code.starts_with("directory.package_"), problem.code);
    }
}

void try_match(std::string_view bytes)
{
    using match::Kind;
    match::Table table;
    table.fields = {{"sex", Kind::code}, {"phone", Kind::number}, {"place", Kind::text}};
    while (!bytes.empty() && table.records.size() < 30) {
        const auto line = bytes.substr(0, bytes.find('\n'));
        bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
        std::vector<std::string> cells(1);
        for (const char c : line)
            if (c == ';')
                cells.emplace_back();
            else
                cells.back() += c;
        cells.resize(4);
        table.records.push_back({{{cells[0], cells[1], cells[0].empty()}},
                                 match::parse_birth(cells[2]),
                                 {cells[3], cells[3], cells[3]},
                                 0});
    }
    match::Index index(table.fields);
    std::vector<match::Place> places;
    for (const auto& record : table.records)
        places.push_back(index.add(record));
    match::Searcher searcher(index);
    for (const auto& record : table.records) {
        const auto found = searcher.search(record);
        must(found.size() <= match::SearchLimits().found, "more than were asked for");
        for (std::size_t i = 0; i < found.size(); ++i) {
            must(std::isfinite(found[i].bits), "a weight that is no number");
            must(i == 0 || found[i - 1].order >= found[i].order, "the best do not come first");
        }
    }
    for (const auto place : places)
        index.remove(place);
    must(index.persons() == 0, "somebody is left");
    for (const auto& record : table.records)
        must(searcher.search(record).empty(), "somebody is found who was taken out");
}

const std::vector<Input>& inputs()
{
    static const std::vector<Input> all{{"json", try_json},
                                        {"csv", try_csv},
                                        {"target", try_target},
                                        {"time", try_time},
                                        {"sheet", try_sheet},
                                        {"written", try_written},
                                        {"report", try_report},
                                        {"photo", try_photo},
                                        {"media", try_media},
                                        {"multipart", try_multipart},
                                        {"submission", try_submission},
                                        {"attachment", try_attachment},
                                        {"package", try_package},
                                        {"expression", try_expression},
                                        {"questionnaire", try_questionnaire},
                                        {"interview", try_interview},
                                        {"match", try_match},
                                        {"parcel", try_parcel}};
    return all;
}

} // namespace fuzz
