// SPDX-License-Identifier: EUPL-1.2
#include "people/match/script.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>

#include "people/match/script_tables.h"

namespace match {

namespace {

bool is_ascii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

// A cut never falls inside a character: bytes that are no text are replaced when it is read.
std::string_view bounded(std::string_view text)
{
    if (text.size() <= text_bytes_max)
        return text;
    auto end = text_bytes_max;
    while (end > 0 && (text[end] & 0xC0) == 0x80)
        --end;
    return text.substr(0, end);
}

// Letters and digits; an apostrophe joins ("N'Diaye"), anything else parts.
std::string plain(std::string_view text)
{
    std::string folded;
    bool gap = false;
    for (char c : text) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
        const bool is_kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (is_kept) {
            if (gap && !folded.empty())
                folded += ' ';
            gap = false;
            folded += c;
        } else if (c != '\'' && c != '`') {
            gap = true;
        }
    }
    return folded;
}

// ICU's own rules, for scripts without a table. One at a time: a transliterator keeps state.
std::string by_icu(const icu::UnicodeString& text)
{
    static std::mutex mutex;
    static const std::unique_ptr<icu::Transliterator> rules = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
            "Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower", UTRANS_FORWARD,
            status));
        return U_SUCCESS(status) ? std::move(made) : nullptr;
    }();
    auto unicode = text;
    if (rules) {
        const std::scoped_lock lock(mutex);
        rules->transliterate(unicode);
    }
    std::string made;
    unicode.toUTF8String(made);
    return made;
}

icu::UnicodeString composed(std::string_view text)
{
    auto unicode = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    UErrorCode status = U_ZERO_ERROR;
    const auto* form = icu::Normalizer2::getNFKCInstance(status);
    if (U_FAILURE(status))
        return unicode;
    auto normal = form->normalize(unicode, status);
    return U_SUCCESS(status) ? normal : unicode;
}

// A Latin letter without its marks; empty when it is none.
std::string bare_letter(UChar32 letter)
{
    if (const auto* known = letter_without_marks(letter))
        return known;
    UErrorCode status = U_ZERO_ERROR;
    const auto* form = icu::Normalizer2::getNFKDInstance(status);
    icu::UnicodeString apart;
    if (U_FAILURE(status) || form->getDecomposition(letter, apart) == 0)
        return "";
    const auto first = apart.char32At(0);
    return first < 0x80 ? std::string(1, static_cast<char>(first)) : "";
}

// Three or four characters that are one name: the first is the family's, the others the person's.
std::string by_characters(const icu::UnicodeString& run)
{
    std::string made;
    int characters = 0;
    for (std::int32_t i = 0; i < run.length(); i = run.moveIndex32(i, 1), ++characters) {
        auto sound = by_icu(icu::UnicodeString(run.char32At(i)));
        std::erase_if(sound, [](char c) { return c == ' ' || c == '\''; });
        made += sound;
        if (characters == 0)
            made += ' ';
    }
    return made;
}

struct Run {
    UScriptCode script = USCRIPT_COMMON;
    icu::UnicodeString text;
};

bool is_mark_without_sound(UChar32 letter)
{
    const auto kind = u_charType(letter);
    return kind == U_FORMAT_CHAR || kind == U_NON_SPACING_MARK || kind == U_ENCLOSING_MARK ||
           kind == U_MODIFIER_LETTER;
}

UScriptCode script_of(UChar32 letter)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto script = uscript_getScript(letter, &status);
    return U_SUCCESS(status) ? script : USCRIPT_COMMON;
}

class Reader {
public:
    explicit Reader(Reading reading) : reading_(reading) {}

    std::string read(const icu::UnicodeString& text)
    {
        for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
            take(text.char32At(i));
        finish_run();
        return std::move(made_);
    }

private:
    void take(UChar32 letter)
    {
        const auto script = script_of(letter);
        const bool is_of_run =
            run_.script != USCRIPT_COMMON && (script == run_.script || script == USCRIPT_INHERITED);
        if (is_of_run) {
            run_.text.append(letter);
            return;
        }
        finish_run();
        if (letter < 0x80) {
            made_ += static_cast<char>(letter);
            return;
        }
        const bool has_own_way =
            script == USCRIPT_LATIN || script == USCRIPT_COMMON || script == USCRIPT_INHERITED;
        if (!has_own_way) {
            run_.script = script;
            run_.text = icu::UnicodeString(letter);
        } else if (const auto bare = bare_letter(letter); !bare.empty()) {
            made_ += bare;
        } else if (u_ispunct(letter) && letter >= 0x2018 && letter <= 0x201B) {
            made_ += '\'';
        } else if (!is_mark_without_sound(letter)) {
            made_ += ' ';
        }
    }

    void finish_run()
    {
        if (run_.text.isEmpty())
            return;
        std::string said;
        if (!read_by_table(run_.script, run_.text, reading_, said)) {
            const auto length = run_.text.countChar32();
            const bool is_syllabic = run_.script == USCRIPT_HAN || run_.script == USCRIPT_HANGUL;
            said = is_syllabic && length >= 2 && length <= 4 ? by_characters(run_.text)
                                                             : by_icu(run_.text);
        }
        made_ += said;
        run_ = {};
    }

    Reading reading_;
    Run run_;
    std::string made_;
};

} // namespace

std::vector<std::string> readings(std::string_view text)
{
    text = bounded(text);
    if (is_ascii(text))
        return {plain(text)};
    const auto unicode = composed(text);
    std::vector<std::string> all{plain(Reader(Reading::usual).read(unicode))};
    auto other = plain(Reader(Reading::other).read(unicode));
    if (other != all.front())
        all.push_back(std::move(other));
    return all;
}

std::string latin(std::string_view text)
{
    text = bounded(text);
    if (is_ascii(text))
        return plain(text);
    return plain(Reader(Reading::usual).read(composed(text)));
}

void prepare_scripts()
{
    for (const char* text :
         {"王小明", "মোহাম্মদ", "Ωμέγα", "김", "გიორგი", "Աննա", "สมชาย", "ナオミ", "अमित"})
        latin(text);
}

} // namespace match
