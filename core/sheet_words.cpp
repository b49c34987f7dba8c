// SPDX-License-Identifier: EUPL-1.2
#include "core/sheet_words.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include <memory>
#include <stdexcept>

#include "base/embedded.h"
#include "base/json.h"

namespace core {

namespace {

icu::Locale locale_of(const std::string& language)
{
    return icu::Locale((language + "@numbers=latn").c_str());
}

std::string utf8(const icu::UnicodeString& text)
{
    std::string out;
    text.toUTF8String(out);
    return out;
}

std::string formatted(const std::string& language, const char* skeleton, Instant instant)
{
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<icu::DateFormat> format(
        icu::DateFormat::createInstanceForSkeleton(skeleton, locale_of(language), error));
    ENSURE(U_SUCCESS(error));
    format->adoptTimeZone(icu::TimeZone::createTimeZone("Europe/Rome"));
    icu::UnicodeString text;
    format->format(static_cast<UDate>(instant.milliseconds), text);
    return utf8(text);
}

} // namespace

SheetWords::SheetWords(const Catalogue& catalogue, std::string_view module, std::string language)
    : catalogue_(catalogue), language_(std::move(language))
{
    const auto path = "modules/" + std::string(module) + "/sheet_words/" + language_ + ".json";
    const auto text = find_embedded(path);
    if (!text)
        throw std::runtime_error(path + " is missing");
    const auto document = JsonDocument::parse(*text);
    document.root().each_member([&](std::string_view key, JsonView sentence) {
        sentences_[std::string(key)] = sentence.text();
    });
}

std::string SheetWords::say(std::string_view key, const Facts& facts) const
{
    const auto found = sentences_.find(key);
    if (found == sentences_.end())
        return std::string(key);
    auto sentence = found->second;
    for (const auto& [name, value] : facts) {
        const auto place = "{" + name + "}";
        for (auto at = sentence.find(place); at != std::string::npos;
             at = sentence.find(place, at + value.size()))
            sentence.replace(at, place.size(), value);
    }
    return sentence;
}

std::string SheetWords::code(std::string_view family, std::string_view list,
                             std::string_view code) const
{
    const auto found = sentences_.find(std::string(family) + "." + std::string(code));
    if (found != sentences_.end())
        return found->second;
    const auto* known = catalogue_.find_code(list, code);
    return known != nullptr ? known->label.it : std::string(code);
}

std::string SheetWords::weekday(int weekday) const
{
    UErrorCode error = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(locale_of(language_), error);
    ENSURE(U_SUCCESS(error) && weekday >= 1 && weekday <= 7);
    int32_t count = 0;
    const auto* names = symbols.getWeekdays(count, icu::DateFormatSymbols::STANDALONE,
                                            icu::DateFormatSymbols::WIDE);
    return utf8(names[weekday % 7 + 1]); // there Sunday is 1
}

std::string SheetWords::day(Date date) const
{
    return formatted(language_, "yMMMMEEEEd", local_instant(date, 12, 0));
}

std::string SheetWords::moment(Instant instant) const
{
    return day(local_date(instant)) + ", " + local_clock(instant);
}

std::string SheetWords::tongue(std::string_view code) const
{
    const std::string known(code);
    icu::UnicodeString name;
    icu::Locale(known.c_str()).getDisplayLanguage(locale_of(language_), name);
    auto text = utf8(name);
    return text == known ? this->code("language", "language", code) : text;
}

} // namespace core
