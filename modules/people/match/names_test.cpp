// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "people/match/birth.h"
#include "people/match/compare.h"
#include "people/match/edit.h"
#include "people/match/script.h"
#include "people/match/words.h"

namespace match {

TEST(Script, every_script_becomes_latin_letters)
{
    EXPECT_EQ(latin("N'Diaye  Aïssatou"), "ndiaye aissatou");
    EXPECT_EQ(latin("محمد"), "muhammad"); // one of the commonest: its short vowels are known
    EXPECT_EQ(latin("يُوسف"), "yusuf");
    EXPECT_EQ(latin("زرعوني"), "zrauni"); // of others what is written
    EXPECT_EQ(latin("حنفي"), "hanfi");
    EXPECT_EQ(latin("عیدی"), "idi");
    EXPECT_EQ(latin("عبد الله"), "abd allah");
    EXPECT_EQ(latin("عبدالرحمن"), "abdulrahman");
    EXPECT_EQ(latin("عبدالله"), "abdullah");
    EXPECT_EQ(latin("نصرالله"), "nsrullah");
    const auto both = readings("درارى"); // a ya without its dots, or an a
    ASSERT_EQ(both.size(), 2U);
    EXPECT_EQ(both[0] + " " + both[1], "drara drari");
    EXPECT_EQ(latin("Шевченко"), "shevchenko");
    EXPECT_EQ(latin("ተስፋይ"), "tesfay");
    EXPECT_EQ(latin("王小明"), "wang xiaoming");
    EXPECT_EQ(latin("Łukasz Øster Straße"), "lukasz oster strasse");
    EXPECT_FALSE(latin("মোহাম্মদ").empty());
}

TEST(Script, ukrainian_is_read_in_both_ways)
{
    const auto both = readings("Григорій");
    ASSERT_EQ(both.size(), 2U);
    EXPECT_EQ(both[0], "grigorii");
    EXPECT_EQ(both[1], "hryhorii");
}

TEST(Script, marks_without_sound_and_broken_bytes_are_passed_over)
{
    EXPECT_EQ(latin("Ma\u200Bria\u202E"), "maria");
    EXPECT_NO_THROW(readings(std::string("\xff\xfe\xc0", 3)));
    EXPECT_EQ(latin(""), "");
    EXPECT_LE(latin(std::string(5000, 'a')).size(), text_bytes_max);
}

TEST(Words, one_name_spelt_otherwise_has_one_skeleton)
{
    for (const char* word : {"yusuf", "youssef", "jousouf", "yusf", "yousouf"})
        EXPECT_EQ(skeleton(word), skeleton("yusuf")) << word;
    for (const char* word : {"hussein", "ousseynou", "houssein", "hossain"})
        EXPECT_EQ(skeleton(word), skeleton("hussein")) << word;
    EXPECT_EQ(skeleton("kravchenko"), skeleton("kravtchenko"));
    EXPECT_EQ(skeleton("diallo"), skeleton("jalloh"));
    EXPECT_EQ(skeleton("sow"), skeleton("sou"));
    EXPECT_NE(skeleton("traore"), skeleton("diarra"));
}

TEST(Words, what_belongs_together_is_joined)
{
    EXPECT_EQ(words_of("abd el rahman sy"), (std::vector<std::string>{"abdulrahman", "sy"}));
    EXPECT_EQ(words_of("nur uddin"), (std::vector<std::string>{"nuruddin"}));
    EXPECT_EQ(words_of("uddin"), (std::vector<std::string>{"uddin"}));
    EXPECT_TRUE(is_weak("al"));
    EXPECT_FALSE(is_weak("ali"));
}

TEST(Words, forms_of_one_name_are_kin)
{
    EXPECT_EQ(kin_of("will"), kin_of("william"));
    EXPECT_EQ(kin_of("oleksandr"), kin_of("alexander"));
    EXPECT_NE(kin_of("william"), kin_of("robert"));
    EXPECT_EQ(kin_of("nobodyiscalledthis"), 0U);
}

TEST(Edit, counts_slips)
{
    EXPECT_EQ(slips_apart("nathan", "natahn", 2), 1);
    EXPECT_EQ(slips_apart("buzow", "buzw", 2), 1);
    EXPECT_EQ(slips_apart("mario", "maria", 2), 1);
    EXPECT_EQ(slips_apart("anna", "peter", 2), 3);
    EXPECT_EQ(slips_apart("", "ab", 2), 2);
    EXPECT_NEAR(likeness("martha", "marhta"), 0.961, 0.001);
    EXPECT_EQ(likeness("", "a"), 0);
}

// The table written out, against which the quick way is held.
int slips_by_table(const std::string& a, const std::string& b)
{
    std::vector<std::vector<int>> row(a.size() + 1, std::vector<int>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            row[i][j] = static_cast<int>(std::max(i, j));
            if (i == 0 || j == 0)
                continue;
            const int change = a[i - 1] == b[j - 1] ? 0 : 1;
            row[i][j] =
                std::min({row[i - 1][j] + 1, row[i][j - 1] + 1, row[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[i][j] = std::min(row[i][j], row[i - 2][j - 2] + 1);
        }
    return row[a.size()][b.size()];
}

TEST(Edit, counts_as_the_table_does)
{
    std::mt19937 random(11);
    const auto word = [&] {
        std::string made(random() % 14 + (random() % 20 == 0 ? 50 : 0), ' ');
        for (auto& c : made)
            c = "abc\xe9"[random() % 4];
        return made;
    };
    for (int i = 0; i < 20000; ++i) {
        const auto a = word();
        const auto b = word();
        const int most = static_cast<int>(random() % 70);
        ASSERT_EQ(slips_apart(a, b, most), std::min(slips_by_table(a, b), most + 1))
            << a << " " << b;
        ASSERT_DOUBLE_EQ(likeness(a, a), a.empty() ? 0 : 1);
    }
    EXPECT_NEAR(likeness("dwayne", "duane"), 0.84, 1e-3);
    EXPECT_NEAR(likeness("dixon", "dicksonx"), 0.8133, 1e-3);
    EXPECT_EQ(slips_apart(std::string(64, 'a'), std::string(64, 'b'), 100), 64);
}

TEST(Births, are_read_in_every_form)
{
    const auto day = born_on(1994, 3, 14);
    for (const char* text :
         {"1994-03-14", "19940314", "14/03/1994", "14.3.1994", "14-3-94", "1994-03-14T00:00:00"})
        EXPECT_EQ(parse_birth(text), day) << text;
    EXPECT_EQ(parse_birth("1994").year, 1994);
    EXPECT_FALSE(parse_birth("1994").is_full());
    EXPECT_TRUE(parse_birth("~1994").estimated);
    for (const char* text : {"", "x", "unknown", "32", "1994-03-14-15-16", "99999999999"})
        EXPECT_TRUE(parse_birth(text).is_empty() || !parse_birth(text).is_full()) << text;
    EXPECT_EQ(parse_birth("?1990").year, 1990);
    EXPECT_EQ(parse_birth("29-1q-1983").year, 1983);
}

TEST(Births, agree_in_degrees)
{
    const auto level = [](const char* a, const char* b) {
        return compare(parse_birth(a), parse_birth(b));
    };
    EXPECT_EQ(level("1994-03-14", "1994-03-14"), BirthLevel::same);
    EXPECT_EQ(level("1994-03-04", "1994-04-03"), BirthLevel::swapped);
    EXPECT_EQ(level("1994-03-14", "1994-03-15"), BirthLevel::one_slip);
    EXPECT_EQ(level("1994-03-14", "1994-01-01"), BirthLevel::about);
    EXPECT_EQ(level("1994-03-14", "1994"), BirthLevel::about);
    EXPECT_EQ(level("1994", "1996"), BirthLevel::year_near);
    EXPECT_EQ(level("1994-03-14", "1971-11-30"), BirthLevel::differs);
    EXPECT_EQ(level("1994-03-14", ""), BirthLevel::missing);
}

// Whatever two names are, the comparison is the same from both sides, and never fails.
TEST(Compare, is_the_same_from_both_sides)
{
    Lexicon lexicon({{"sex", Kind::code}, {"phone", Kind::number}, {"place", Kind::text}});
    const char* given[] = {"Mohamed", "Muhammad Ali", "", "A", "Fathi Zadeh", "محمد", "Anna Maria"};
    const char* family[] = {"Diallo", "Jalloh", "al-Masri", "Fathizadeh", "", "Шевченко", "Ali"};
    std::vector<Entry> entries;
    for (const auto* one : given)
        for (const auto* other : family)
            entries.push_back(
                lexicon.enter({{{one, other, false}}, parse_birth("1990"), {"F", "333", "x"}, 0}));
    Comparer comparer(lexicon);
    Pair there;
    Pair back;
    for (const auto& a : entries)
        for (const auto& b : entries) {
            comparer.compare(a, b, there);
            comparer.compare(b, a, back);
            const auto agrees = [](const Pair& pair) {
                return std::max(pair.levels[given_place], pair.levels[family_place]) > 1;
            };
            EXPECT_EQ(agrees(there), agrees(back));
            EXPECT_EQ(there.levels[birth_place], back.levels[birth_place]);
        }
}

TEST(Compare, sees_through_order_and_joined_words)
{
    Lexicon lexicon({});
    const auto enter = [&](const char* given, const char* family) {
        return lexicon.enter({{{given, family, false}}, {}, {}, 0});
    };
    Comparer comparer(lexicon);
    Pair pair;
    comparer.compare(enter("Mamadou", "Diallo"), enter("Diallo", "Mamadou"), pair);
    EXPECT_TRUE(pair.crossed);
    EXPECT_EQ(pair.levels[given_place], static_cast<int>(NameLevel::same));
    EXPECT_EQ(pair.levels[family_place], static_cast<int>(NameLevel::same));
    comparer.compare(enter("", "Mamadou Diallo"), enter("Mamadou", "Diallo"), pair);
    EXPECT_FALSE(pair.crossed);
    EXPECT_EQ(pair.levels[family_place], static_cast<int>(NameLevel::same));
    comparer.compare(enter("Mohsen", "Fathizadeh"), enter("Mohsen", "Fathi Zadeh"), pair);
    EXPECT_GE(pair.levels[family_place], static_cast<int>(NameLevel::sound));
    comparer.compare(enter("Mohsen", "Karimi"), enter("Mohsen", "Rahimi"), pair);
    EXPECT_LT(pair.levels[family_place], static_cast<int>(NameLevel::slip));
}

} // namespace match
