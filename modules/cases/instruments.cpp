// SPDX-License-Identifier: EUPL-1.2
#include "cases/instruments.h"

#include <algorithm>
#include <initializer_list>
#include <stdexcept>

#include <toml++/toml.h>

#include "base/problem.h"
#include "core/toml_parts.h"

namespace cases {

namespace {

const std::string forms_begin_with = "catalogue/forms/assessment_";

// One table of the file, and the sentence about whatever is wrong with it.
class Reader {
public:
    Reader(std::string place, const toml::table& table, std::initializer_list<const char*> known)
        : place_(std::move(place)), table_(table)
    {
        for (const auto& [key, value] : table)
            if (std::find(known.begin(), known.end(), key.str()) == known.end())
                fail("there is nothing called \"" + std::string(key.str()) + "\"");
    }

    [[noreturn]] void fail(const std::string& fault) const
    {
        throw std::runtime_error(place_ + ": " + fault);
    }

    std::string text(std::string_view name) const
    {
        const auto value = table_[name].value<std::string>();
        if (!value || value->empty())
            fail("\"" + std::string(name) + "\" is missing");
        return *value;
    }

    // What is stored with an answer, "place=2", and stands in addresses.
    std::string code() const
    {
        auto value = text("code");
        if (value.size() > 40 || !std::all_of(value.begin(), value.end(), [](char c) {
                return (c >= 'a' && c <= 'z') || c == '_';
            }))
            fail("a code is of small letters and _, not \"" + value + "\"");
        return value;
    }

    int whole(std::string_view name, int least, int most) const
    {
        const auto value = table_[name].value<int>();
        if (!value || *value < least || *value > most)
            fail("\"" + std::string(name) + "\" is a number from " + std::to_string(least) +
                 " to " + std::to_string(most));
        return *value;
    }

    std::vector<std::string> level_texts(std::string_view name) const
    {
        std::vector<std::string> found;
        if (const auto* array = table_[name].as_array())
            for (const auto& one : *array)
                found.push_back(one.value<std::string>().value_or(""));
        if (found.size() != levels_count ||
            std::any_of(found.begin(), found.end(), [](const auto& one) { return one.empty(); }))
            fail("\"" + std::string(name) + "\" is a list of " + std::to_string(levels_count) +
                 " sentences");
        return found;
    }

    // The tables of a list, each with its place: "… dimension 2".
    template <class See> void each(const char* name, std::size_t least, std::size_t most, See see)
    {
        const auto* array = table_[name].as_array();
        const auto count = array != nullptr ? array->size() : 0;
        if (count < least || count > most)
            fail("has " + std::to_string(count) + " of [[" + name + "]], not " +
                 std::to_string(least) + " to " + std::to_string(most));
        for (std::size_t i = 0; i < count; ++i) {
            const auto* table = (*array)[i].as_table();
            if (table == nullptr)
                fail(std::string("[[") + name + "]] is not a table");
            see(place_ + ": " + name + " " + std::to_string(i + 1), *table);
        }
    }

private:
    std::string place_;
    const toml::table& table_;
};

template <class Coded>
void refuse_twice(const Reader& reader, const std::vector<Coded>& known, const std::string& code)
{
    for (const auto& one : known)
        if (one.code == code)
            reader.fail("the code \"" + code + "\" stands there twice");
}

InstrumentQuestion read_question(const Reader& reader)
{
    InstrumentQuestion question;
    question.code = reader.code();
    question.it = reader.text("it");
    question.en = reader.text("en");
    const auto it = reader.level_texts("levels_it");
    const auto en = reader.level_texts("levels_en");
    for (std::size_t level = 0; level < it.size(); ++level)
        question.levels.push_back({it[level], en[level]});
    return question;
}

InstrumentDimension read_dimension(Reader& reader)
{
    InstrumentDimension dimension;
    dimension.code = reader.code();
    dimension.it = reader.text("it");
    dimension.en = reader.text("en");
    dimension.attention = reader.whole("attention", 1, 100);
    dimension.serious = reader.whole("serious", 1, 100);
    if (dimension.serious <= dimension.attention)
        reader.fail("\"serious\" begins above \"attention\"");
    reader.each("question", 2, 3, [&](std::string place, const toml::table& table) {
        const Reader one(std::move(place), table, {"code", "it", "en", "levels_it", "levels_en"});
        auto question = read_question(one);
        refuse_twice(one, dimension.questions, question.code);
        dimension.questions.push_back(std::move(question));
    });
    return dimension;
}

struct OfCatalogue {
    std::vector<Instrument> all;

    static OfCatalogue read(const core::Catalogue& catalogue)
    {
        std::vector<Instrument> found;
        for (const auto& [path, text] : catalogue.files_below(forms_begin_with)) {
            if (!path.ends_with(".toml"))
                continue;
            found.push_back(read_instrument(path, text));
            const auto& code = found.back().code;
            if (path != forms_begin_with + code + ".toml")
                throw std::runtime_error(std::string(path) + ": the code \"" + code +
                                         "\" is not the name of the file");
        }
        ENSURE(!found.empty());
        return {std::move(found)};
    }
};

} // namespace

Instrument read_instrument(std::string_view path, std::string_view text)
{
    toml::table root;
    try {
        root = toml::parse(text, path);
    } catch (const toml::parse_error& error) {
        throw std::runtime_error(std::string(path) + ": line " +
                                 std::to_string(error.source().begin.line) + ": " +
                                 std::string(error.description()));
    }
    Reader reader(std::string(path), root, {"code", "version", "it", "en", "dimension"});
    Instrument instrument;
    instrument.code = reader.code();
    instrument.version = reader.whole("version", 1, 1000);
    instrument.it = reader.text("it");
    instrument.en = reader.text("en");
    reader.each("dimension", 5, 7, [&](std::string place, const toml::table& table) {
        Reader one(std::move(place), table,
                   {"code", "it", "en", "attention", "serious", "question"});
        auto dimension = read_dimension(one);
        refuse_twice(one, instrument.dimensions, dimension.code);
        instrument.dimensions.push_back(std::move(dimension));
    });
    return instrument;
}

const std::vector<Instrument>& instruments(const core::Catalogue& catalogue)
{
    return catalogue.worked_out<OfCatalogue>().all;
}

const Instrument* find_instrument(const core::Catalogue& catalogue, std::string_view code)
{
    for (const auto& one : instruments(catalogue))
        if (one.code == code)
            return &one;
    return nullptr;
}

namespace {

// What the file says of a question ("dimension.health.question.sleep.levels_it.1"), or of all else.
using Parts = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view question_way = ".question.";

Parts parts_of(const Parts& all, const std::string& begins)
{
    Parts parts;
    for (const auto& [way, text] : all)
        if (begins.empty() ? way.find(question_way) == std::string::npos : way.starts_with(begins))
            parts.emplace_back(way.substr(begins.size()), text);
    return parts;
}

} // namespace

std::vector<core::CatalogueEntry> instrument_entries(const core::Catalogue& catalogue)
{
    std::vector<core::CatalogueEntry> all;
    for (const auto& instrument : instruments(catalogue)) {
        const auto path = forms_begin_with + instrument.code + ".toml";
        const auto parts = core::toml_parts(*catalogue.find_file(path));
        all.push_back({"assessment",
                       instrument.code,
                       {instrument.it, instrument.en},
                       false,
                       path,
                       parts_of(parts, "")});
        for (const auto& dimension : instrument.dimensions)
            for (const auto& question : dimension.questions)
                all.push_back(
                    {"assessment_" + instrument.code,
                     dimension.code + "." + question.code,
                     {question.it, question.en},
                     false,
                     path,
                     parts_of(parts, "dimension." + dimension.code + std::string(question_way) +
                                         question.code + ".")});
    }
    return all;
}

const InstrumentDimension* find_dimension(const Instrument& instrument, std::string_view code)
{
    for (const auto& one : instrument.dimensions)
        if (one.code == code)
            return &one;
    return nullptr;
}

} // namespace cases
