// SPDX-License-Identifier: EUPL-1.2
#include "people/match/script_tables.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "people/match/arabic_names.h"

namespace match {

namespace {

struct Letter {
    char32_t letter;
    const char* usual;
    const char* other = nullptr; // null: the same
};

// Sorted by letter. Usual: as in Russian passports; other: as in Ukrainian and Belarusian ones.
constexpr Letter cyrillic[] = {
    {U'а', "a"},        {U'б', "b"},        {U'в', "v"},  {U'г', "g", "h"},  {U'д', "d"},
    {U'е', "e"},        {U'ж', "zh"},       {U'з', "z"},  {U'и', "i", "y"},  {U'й', "i"},
    {U'к', "k"},        {U'л', "l"},        {U'м', "m"},  {U'н', "n"},       {U'о', "o"},
    {U'п', "p"},        {U'р', "r"},        {U'с', "s"},  {U'т', "t"},       {U'у', "u"},
    {U'ф', "f"},        {U'х', "kh"},       {U'ц', "ts"}, {U'ч', "ch"},      {U'ш', "sh"},
    {U'щ', "shch"},     {U'ъ', ""},         {U'ы', "y"},  {U'ь', ""},        {U'э', "e"},
    {U'ю', "yu", "iu"}, {U'я', "ya", "ia"}, {U'ё', "e"},  {U'ђ', "dj"},      {U'ѓ', "g"},
    {U'є', "ye", "ie"}, {U'ѕ', "dz"},       {U'і', "i"},  {U'ї', "yi", "i"}, {U'ј', "j"},
    {U'љ', "lj"},       {U'њ', "nj"},       {U'ћ', "c"},  {U'ќ', "k"},       {U'ў', "u"},
    {U'џ', "dz"},       {U'ґ', "g"},        {U'ғ', "g"},  {U'қ', "k"},       {U'ң', "n"},
    {U'ү', "u"},        {U'ұ', "u"},        {U'ҳ', "h"},  {U'ҷ', "j"},       {U'һ', "h"},
    {U'ә', "a"},        {U'ө', "o"},
};

// Short vowels are not written: what comes out is nearly a skeleton. Usual: a long vowel in the
// middle; other: the same letters as consonants.
constexpr Letter arabic[] = {
    {U'ء', ""},        {U'آ', "a"},      {U'أ', "a"},  {U'ؤ', "u"},      {U'إ', "i"},
    {U'ئ', "i"},       {U'ا', "a"},      {U'ب', "b"},  {U'ة', "a"},      {U'ت', "t"},
    {U'ث', "th"},      {U'ج', "j", "g"}, {U'ح', "h"},  {U'خ', "kh"},     {U'د', "d"},
    {U'ذ', "dh"},      {U'ر', "r"},      {U'ز', "z"},  {U'س', "s"},      {U'ش', "sh"},
    {U'ص', "s"},       {U'ض', "d"},      {U'ط', "t"},  {U'ظ', "z"},      {U'ع', "a"},
    {U'غ', "gh", "g"}, {U'ف', "f"},      {U'ق', "q"},  {U'ك', "k"},      {U'ل', "l"},
    {U'م', "m"},       {U'ن', "n"},      {U'ه', "h"},  {U'و', "u", "w"}, {U'ى', "a", "i"},
    {U'ي', "i", "y"},  {U'ٱ', "a"},      {U'ٹ', "t"},  {U'پ', "p"},      {U'چ', "ch"},
    {U'ڈ', "d"},       {U'ڑ', "r"},      {U'ژ', "zh"}, {U'ڤ', "v"},      {U'ک', "k"},
    {U'گ', "g"},       {U'ں', "n"},      {U'ھ', "h"},  {U'ہ', "h"},      {U'ۃ', "a"},
    {U'ی', "i"},       {U'ے', "e"},
};

constexpr Letter hebrew[] = {
    {U'א', "a"},       {U'ב', "b", "v"}, {U'ג', "g"},  {U'ד', "d"}, {U'ה', "h"},
    {U'ו', "o", "v"},  {U'ז', "z"},      {U'ח', "h"},  {U'ט', "t"}, {U'י', "i", "y"},
    {U'ך', "k"},       {U'כ', "k"},      {U'ל', "l"},  {U'ם', "m"}, {U'מ', "m"},
    {U'ן', "n"},       {U'נ', "n"},      {U'ס', "s"},  {U'ע', "a"}, {U'ף', "f"},
    {U'פ', "p", "f"},  {U'ץ', "ts"},     {U'צ', "ts"}, {U'ק', "k"}, {U'ר', "r"},
    {U'ש', "sh", "s"}, {U'ת', "t"},
};

constexpr Letter unmarked[] = {
    {U'ß', "ss"}, {U'æ', "ae"}, {U'ð', "d"}, {U'ø', "o"},  {U'þ', "th"}, {U'đ', "d"}, {U'ħ', "h"},
    {U'ı', "i"},  {U'ĸ', "k"},  {U'ł', "l"}, {U'ŋ', "ng"}, {U'œ', "oe"}, {U'ŧ', "t"}, {U'ƙ', "k"},
    {U'ƴ', "y"},  {U'ə', "a"},  {U'ɓ', "b"}, {U'ɗ', "d"},  {U'ẞ', "ss"},
};

template <std::size_t count> const Letter* find_letter(const Letter (&table)[count], UChar32 letter)
{
    const auto wanted = static_cast<char32_t>(letter);
    const auto* found = std::find_if(std::begin(table), std::end(table),
                                     [&](const Letter& one) { return one.letter == wanted; });
    return found == std::end(table) ? nullptr : found;
}

template <std::size_t count>
void read_letters(const Letter (&table)[count], const icu::UnicodeString& run, Reading reading,
                  std::string& said)
{
    for (std::int32_t i = 0; i < run.length(); i = run.moveIndex32(i, 1))
        if (const auto* found = find_letter(table, u_tolower(run.char32At(i))))
            said +=
                reading == Reading::other && found->other != nullptr ? found->other : found->usual;
}

// One letter that Arabs, Persians and Pakistanis write otherwise, and without what stands on it.
icu::UnicodeString plain_arabic(const icu::UnicodeString& run)
{
    static constexpr std::pair<char16_t, char16_t> same[] = {
        {u'أ', u'ا'}, {u'إ', u'ا'}, {u'آ', u'ا'}, {u'ٱ', u'ا'}, {u'ى', u'ي'},
        {u'ی', u'ي'}, {u'ئ', u'ي'}, {u'ک', u'ك'}, {u'ة', u'ه'}, {u'ۃ', u'ه'},
        {u'ہ', u'ه'}, {u'ھ', u'ه'}, {u'ؤ', u'و'}};
    icu::UnicodeString made;
    for (std::int32_t i = 0; i < run.length(); ++i) {
        const auto letter = run.charAt(i);
        const auto* found = std::find_if(std::begin(same), std::end(same),
                                         [&](const auto& one) { return one.first == letter; });
        const bool is_mark = letter >= u'\u064B' && letter <= u'\u0655';
        if (!is_mark && letter != u'ـ')
            made += found == std::end(same) ? letter : found->second;
    }
    return made;
}

const char* arabic_name(const icu::UnicodeString& plain)
{
    static const auto names = [] {
        std::unordered_map<std::u16string_view, const char*> all;
        for (const auto& [name, latin] : arabic_names)
            all.emplace(name, latin);
        return all;
    }();
    const auto found = names.find({plain.getBuffer(), static_cast<std::size_t>(plain.length())});
    return found == names.end() ? nullptr : found->second;
}

// What the letters leave out at the beginning of a word is heard as a vowel: Hasan, Isa, Omar.
void read_first_arabic(icu::UnicodeString& rest, std::string& said)
{
    constexpr std::u16string_view vowels = u"اويىی";
    const auto first = rest.charAt(0);
    const auto second = rest.charAt(1);
    const bool is_h = first == u'ح' || first == u'ه';
    if (is_h && vowels.find(second) == std::u16string_view::npos) {
        said += "ha";
        rest.remove(0, 1);
        return;
    }
    const bool carries = first == u'ع' || first == u'ا' || first == u'أ' || first == u'إ';
    if (carries && (second == u'ي' || second == u'ی')) {
        said += "i";
        rest.remove(0, 2);
    } else if (carries && second == u'و') {
        said += "u";
        rest.remove(0, 2);
    }
}

void read_arabic(const icu::UnicodeString& run, Reading reading, std::string& said)
{
    const auto plain = plain_arabic(run);
    if (const auto* name = arabic_name(plain)) {
        said += name;
        return;
    }
    if (plain == u"الله") {
        said += "allah";
        return;
    }
    if (plain.endsWith(u"الله") && plain.length() > 5) { // Abdullah, Nasrullah, written as one
        read_arabic(plain.tempSubString(0, plain.length() - 4), reading, said);
        said += "ullah";
        return;
    }
    // The servant of God is written together with one of God's names, the article with its word.
    const bool is_servant = plain.startsWith(u"عبد") && plain.length() > 5;
    if (is_servant) {
        said += "abdul";
        read_arabic(plain.tempSubString(plain.tempSubString(3, 2) == u"ال" ? 5 : 3), reading, said);
        return;
    }
    if (plain.startsWith(u"ال") && plain.length() > 4) {
        said += "al ";
        read_arabic(plain.tempSubString(2), reading, said);
        return;
    }
    auto rest = run;
    const auto first = rest.charAt(0);
    const bool is_glide = (first == u'و' || first == u'ي' || first == u'ی') && run.length() > 1;
    if (is_glide) {
        said += first == u'و' ? "w" : "y";
        rest.remove(0, 1);
    } else if (rest.length() > 2) {
        read_first_arabic(rest, said);
    }
    read_letters(arabic, rest, reading, said);
}

// At the beginning of a word the letters of long vowels are consonants: Yusuf, Walid.
void read_hebrew(const icu::UnicodeString& run, Reading reading, std::string& said)
{
    icu::UnicodeString rest = run;
    if (run.char32At(0) == U'י' && run.countChar32() > 1) {
        said += "y";
        rest.remove(0, 1);
    }
    read_letters(hebrew, rest, reading, said);
}

// A syllabary of rows of eight: the consonant, then its vowels.
void read_ethiopic(const icu::UnicodeString& run, std::string& said)
{
    static constexpr const char* rows[] = {
        "h",  "l", "h", "m", "s", "r", "s", "sh", "q",  "q",  "q",  "q", "b", "v",  "t",
        "ch", "h", "h", "n", "n", "",  "k", "k",  "kh", "k",  "w",  "",  "z", "zh", "y",
        "d",  "d", "j", "g", "g", "g", "t", "ch", "p",  "ts", "ts", "f", "p",
    };
    static constexpr const char* vowels[] = {"e", "u", "i", "a", "e", "", "o", "wa"};
    for (std::int32_t i = 0; i < run.length(); i = run.moveIndex32(i, 1)) {
        const auto place = run.char32At(i) - 0x1200;
        if (place < 0 || place / 8 >= static_cast<UChar32>(std::size(rows)))
            continue;
        said += rows[place / 8];
        const bool is_bare_vowel = rows[place / 8][0] == '\0';
        said += is_bare_vowel && place % 8 == 0 ? "a" : vowels[place % 8];
    }
}

} // namespace

bool read_by_table(UScriptCode script, const icu::UnicodeString& run, Reading reading,
                   std::string& said)
{
    switch (script) {
    case USCRIPT_CYRILLIC:
        read_letters(cyrillic, run, reading, said);
        return true;
    case USCRIPT_ARABIC:
        read_arabic(run, reading, said);
        return true;
    case USCRIPT_HEBREW:
        read_hebrew(run, reading, said);
        return true;
    case USCRIPT_ETHIOPIC:
        read_ethiopic(run, said);
        return true;
    default:
        return false;
    }
}

const char* letter_without_marks(UChar32 letter)
{
    const auto* found = find_letter(unmarked, u_tolower(letter));
    return found == nullptr ? nullptr : found->usual;
}

} // namespace match
