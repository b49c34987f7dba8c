// SPDX-License-Identifier: EUPL-1.2
#include "people/match/script_tables.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

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
    {U'ء', ""},   {U'آ', "a"},       {U'أ', "a"}, {U'ؤ', "u"},      {U'إ', "i"},  {U'ئ', "i"},
    {U'ا', "a"},  {U'ب', "b"},       {U'ة', "a"}, {U'ت', "t"},      {U'ث', "th"}, {U'ج', "j", "g"},
    {U'ح', "h"},  {U'خ', "kh"},      {U'د', "d"}, {U'ذ', "dh"},     {U'ر', "r"},  {U'ز', "z"},
    {U'س', "s"},  {U'ش', "sh"},      {U'ص', "s"}, {U'ض', "d"},      {U'ط', "t"},  {U'ظ', "z"},
    {U'ع', "a"},  {U'غ', "gh", "g"}, {U'ف', "f"}, {U'ق', "q"},      {U'ك', "k"},  {U'ل', "l"},
    {U'م', "m"},  {U'ن', "n"},       {U'ه', "h"}, {U'و', "u", "w"}, {U'ى', "a"},  {U'ي', "i", "y"},
    {U'ٱ', "a"},  {U'ٹ', "t"},       {U'پ', "p"}, {U'چ', "ch"},     {U'ڈ', "d"},  {U'ڑ', "r"},
    {U'ژ', "zh"}, {U'ڤ', "v"},       {U'ک', "k"}, {U'گ', "g"},      {U'ں', "n"},  {U'ھ', "h"},
    {U'ہ', "h"},  {U'ۃ', "a"},       {U'ی', "i"}, {U'ے', "e"},
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

// At the beginning of a word the letters of long vowels are consonants: Yusuf, Walid.
void read_semitic(UScriptCode script, const icu::UnicodeString& run, Reading reading,
                  std::string& said)
{
    const auto first = run.char32At(0);
    const bool is_glide = first == U'و' || first == U'ي' || first == U'י' || first == U'ی';
    icu::UnicodeString rest = run;
    if (is_glide && run.countChar32() > 1) {
        said += first == U'و' ? "w" : "y";
        rest.remove(0, 1);
    }
    // The article is written together with its word.
    if (rest.startsWith(u"ال") && rest.countChar32() > 4) {
        said += "al ";
        rest.remove(0, 2);
    }
    if (script == USCRIPT_ARABIC)
        read_letters(arabic, rest, reading, said);
    else
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
    case USCRIPT_HEBREW:
        read_semitic(script, run, reading, said);
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
