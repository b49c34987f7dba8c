// SPDX-License-Identifier: EUPL-1.2
#include "bench/match_people.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <random>
#include <string_view>

namespace bench {

namespace {

// Names begin with the commonest; `pieces` make the rare family names, of which there are many.
struct Origin {
    std::array<std::string_view, 3> countries;
    std::string_view men;
    std::string_view women;
    std::string_view families;
    std::string_view pieces;
};

constexpr Origin origins[] = {
    {{"MA", "DZ", "TN"},
     "Mohamed Ahmed Youssef Said Rachid Karim Hassan Mustapha Khalid Abdelkader Omar Ali Hamza "
     "Bilal "
     "Nabil Tarik Anouar Zakaria Yassine Soufiane",
     "Fatima Khadija Aicha Zineb Meryem Nadia Samira Latifa Amina Salma Houda Ikram Naima Soukaina",
     "Benali Haddad Alaoui Cherif Mansouri Bouazza Idrissi Saidi Tahiri Amrani Berrada Chaoui",
     "ben bou cha ha ma li ra ssi dri za ki oui ami tou ghe khe lou mir nas ouf"},
    {{"SN", "ML", "GN"},
     "Mamadou Ousmane Ibrahima Moussa Amadou Abdoulaye Cheikh Modou Seydou Boubacar Lamine Alpha "
     "Souleymane Demba Samba Papa Bakary Adama Issa Thierno",
     "Aissatou Fatou Mariama Awa Aminata Kadiatou Oumou Ndeye Coumba Bintou Hawa Nafissatou Ramata",
     "Diallo Traore Ba Barry Camara Ndiaye Diop Keita Toure Sow Sylla Cisse Diarra Conde Coulibaly",
     "dia ko ma ba sou ra ke ta nga mbo li dem fo ssa ne gue yo wa tra kou"},
    {{"GM", "NG", "GH"},
     "Lamin Ebrima Musa Emmanuel Samuel Joseph Osas Chinedu Kwame Kofi Blessed Sunday Victor "
     "Bright "
     "Ousman Alhagie Kelvin Festus Endurance Godwin",
     "Blessing Joy Mercy Patience Faith Grace Favour Precious Gift Isatou Fatoumatta Comfort "
     "Esther",
     "Jallow Ceesay Touray Okafor Osagie Mensah Owusu Bah Jobe Eze Idahosa Boateng Sanyang Darboe",
     "oko fo ige sa ada bo men su eze hi do aga wu chi nwa ko ebo ama ru te"},
    {{"BD", "BD", "PK"},
     "Mohammad Abdul Rahim Karim Hasan Sohel Rana Jahangir Alamin Shahin Rubel Masud Nazmul Ripon "
     "Kamal Shakil Tariqul Mizanur Faruk Habib",
     "Fatema Ayesha Nasrin Shirin Rokeya Taslima Sumaiya Jannat Moriom Rehana Salma Farzana",
     "Hossain Islam Rahman Miah Khan Uddin Ahmed Chowdhury Sheikh Sarkar Begum Akter Talukder "
     "Molla",
     "mo ha ri sar ker ud ch ow dhu bis was mol la pra ma nik sik dar bhu iya"},
    {{"ER", "ET", "SO"},
     "Tesfay Haile Filmon Yonas Abraham Berhane Samuel Kidane Mehari Robel Mohamed Abdi Yusuf "
     "Dawit "
     "Henok Amanuel Girmay Teklit Fikre Selam",
     "Selam Helen Rahel Saba Feven Winta Hodan Asha Hawa Tigist Bethlehem Senait Luwam",
     "Gebremedhin Tesfamariam Habtemariam Kidane Tekle Haile Ghebre Weldu Abdi Warsame Hassan "
     "Negash",
     "te kle gebre me dhin wel de ma riam ha ile sil la sie be ra ki ab tse ghi"},
    {{"UA", "UA", "MD"},
     "Oleksandr Serhii Volodymyr Andrii Mykola Dmytro Ivan Yurii Vasyl Oleh Ihor Viktor Maksym "
     "Vitalii Bohdan Taras Pavlo Roman Artem Yevhen",
     "Olena Nataliia Oksana Tetiana Iryna Svitlana Liudmyla Mariia Kateryna Yuliia Halyna Anna",
     "Shevchenko Kovalenko Bondarenko Tkachenko Kravchenko Melnyk Kovalchuk Oliinyk Lysenko Moroz",
     "she vch ko va len bon dar ko tka chuk mel ny kra vets ly sen po lish hry yts"},
    {{"CN", "CN", "PH"},
     "Wei Jun Ming Hao Lei Xiaoming Jianguo Zhiqiang Yong Bin Feng Peng Haoran Yuxuan Jose Mark "
     "Guoqiang Zhenhua Dawei Xin",
     "Li Na Xiuying Fang Yan Jing Xiaoli Meiling Yuting Hong Lan Maria Jennifer Xue",
     "Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Hu Zhu Guo Lin He Gao Reyes Santos",
     "zhang xiao ming hua guo jian wen li fang yu chun mei qing shan"},
    {{"AF", "IR", "SY"},
     "Ahmad Mohammad Ali Reza Hamid Abdullah Najib Jawad Mustafa Rahmatullah Hekmatullah Farhad "
     "Omid "
     "Mahdi Hussein Khaled Walid Basel Nasir Zabihullah",
     "Zahra Maryam Fatima Laila Shabnam Nargis Parisa Hala Rana Nour Sediqa Masuma",
     "Ahmadi Hosseini Mohammadi Rahimi Stanikzai Haidari Karimi Noori Safi Popal Khalil Aboud "
     "Darwish",
     "sta nik zai ha ssa ni ra hi mi pop al noo ri wa zi ri kha li yar gul mo"},
    {{"PE", "EC", "BR"},
     "Jose Luis Juan Carlos Jorge Miguel Manuel Pedro Antonio Francisco Diego Marco Joao Paulo "
     "Fernando Wilson Edison Segundo Angel Victor",
     "Maria Rosa Ana Carmen Luz Gladys Martha Gloria Juana Patricia Fernanda Jessica Veronica",
     "Garcia Rodriguez Quispe Flores Sanchez Silva Santos Mamani Huaman Torres Vargas Guaman "
     "Chavez",
     "qui spe hua man ma ma ni con do ri gua ca cha llu yu pan pi llco ro que"},
};

using Random = std::mt19937_64;

std::vector<std::string_view> words_of(std::string_view text)
{
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const auto space = text.find(' ');
        words.push_back(text.substr(0, space));
        text = space == std::string_view::npos ? std::string_view() : text.substr(space + 1);
    }
    return words;
}

std::size_t below(Random& random, std::size_t count) { return random() % count; }
bool one_in(Random& random, std::size_t count) { return below(random, count) == 0; }

// The n-th word comes up with a chance of 1/(n+1), as names do.
std::string_view common_word(Random& random, std::string_view text)
{
    const auto words = words_of(text);
    const double span = std::log(static_cast<double>(words.size()) + 1);
    const double at = static_cast<double>(below(random, 1000000)) / 1000000;
    const auto rank = static_cast<std::size_t>(std::exp(at * span)) - 1;
    return words[std::min(rank, words.size() - 1)];
}

std::string rare_name(Random& random, std::string_view pieces)
{
    const auto words = words_of(pieces);
    std::string name;
    for (auto left = 2 + below(random, 3); left > 0; --left)
        name += words[below(random, words.size())];
    if (name[0] >= 'a' && name[0] <= 'z')
        name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

// What clerks write for the same sound.
struct Respelling {
    std::string_view one;
    std::string_view other;
};
constexpr Respelling respellings[] = {
    {"ou", "u"},  {"u", "ou"}, {"kh", "k"},  {"ch", "sh"}, {"sh", "ch"}, {"ee", "i"},  {"i", "y"},
    {"ss", "s"},  {"dj", "j"}, {"ph", "f"},  {"q", "k"},   {"k", "c"},   {"ey", "ay"}, {"w", "v"},
    {"o", "u"},   {"e", "a"},  {"mm", "m"},  {"ll", "l"},  {"ah", "a"},  {"dd", "d"},  {"zh", "j"},
    {"ii", "iy"}, {"ie", "e"}, {"ai", "ay"}, {"th", "t"},  {"x", "sh"},  {"Y", "I"},   {"C", "K"},
};

std::string respelt(Random& random, std::string name)
{
    for (int tries = 0; tries < 6; ++tries) {
        const auto& one = respellings[below(random, std::size(respellings))];
        const auto at = name.find(one.one);
        if (at != std::string::npos)
            name.replace(at, one.one.size(), one.other);
    }
    return name;
}

std::string slipped(Random& random, std::string name)
{
    if (name.size() < 4)
        return name;
    const auto at = 1 + below(random, name.size() - 2);
    switch (below(random, 3)) {
    case 0:
        name.erase(at, 1);
        break;
    case 1:
        name[at] = static_cast<char>('a' + below(random, 26));
        break;
    default:
        std::swap(name[at], name[at + 1]);
    }
    return name;
}

void write_names_again(Random& random, InventedPerson& person)
{
    for (auto* name : {&person.given, &person.family}) {
        if (one_in(random, 2))
            *name = respelt(random, *name);
        if (one_in(random, 8))
            *name = slipped(random, *name);
    }
    if (one_in(random, 16) && person.given.size() > 5)
        person.given.resize(4);
    const auto space = person.given.find(' ');
    if (space != std::string::npos && one_in(random, 2))
        person.given.resize(space);
    if (one_in(random, 12))
        std::swap(person.given, person.family);
    if (one_in(random, 20)) {
        person.family = person.given + " " + person.family;
        person.given.clear();
    }
}

void write_birth_again(Random& random, InventedPerson& person)
{
    switch (below(random, 14)) {
    case 0:
    case 1:
        person.year = person.month = person.day = 0;
        break;
    case 2:
        person.month = person.day = 0;
        break;
    case 3:
        person.month = person.day = 1;
        break;
    case 4:
        person.year += one_in(random, 2) ? 1 : -1;
        break;
    case 5:
        if (person.day <= 12 && person.day > 0)
            std::swap(person.day, person.month);
        break;
    default:
        break;
    }
}

} // namespace

std::vector<InventedPerson> invent_persons(std::size_t count, std::uint64_t seed)
{
    Random random(seed);
    std::vector<InventedPerson> persons;
    persons.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto& origin = origins[below(random, std::size(origins))];
        InventedPerson person;
        person.sex = one_in(random, 3) ? "F" : "M";
        const auto given = person.sex == "F" ? origin.women : origin.men;
        person.given = common_word(random, given);
        if (one_in(random, 3))
            person.given += " " + std::string(common_word(random, given));
        person.family = one_in(random, 3) ? std::string(common_word(random, origin.families))
                                          : rare_name(random, origin.pieces);
        person.year = 1955 + static_cast<int>(below(random, 55));
        const bool is_heaped = one_in(random, 7);
        person.month = is_heaped ? 1 : 1 + static_cast<int>(below(random, 12));
        person.day = is_heaped ? 1 : 1 + static_cast<int>(below(random, 28));
        person.country = origin.countries[below(random, origin.countries.size())];
        if (one_in(random, 3))
            person.phone = "3" + std::to_string(200000000 + below(random, 700000000));
        persons.push_back(std::move(person));
    }
    return persons;
}

InventedPerson written_again(const InventedPerson& person, std::uint64_t seed)
{
    Random random(seed);
    auto again = person;
    write_names_again(random, again);
    write_birth_again(random, again);
    if (!one_in(random, 8))
        again.phone.clear();
    if (one_in(random, 10))
        again.country.clear();
    return again;
}

std::string date_of(const InventedPerson& person)
{
    if (person.year == 0)
        return "";
    std::array<char, 16> text{};
    if (person.month == 0)
        std::snprintf(text.data(), text.size(), "%04d", person.year);
    else
        std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", person.year, person.month,
                      person.day);
    return text.data();
}

} // namespace bench
