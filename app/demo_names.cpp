// SPDX-License-Identifier: EUPL-1.2
#include "app/demo_names.h"

#include <array>
#include <map>

namespace demo {

namespace {

const Names west_african{{"Mamadou|Mamadu|Mohamadou",
                          "Ibrahima|Ibrahim|Brahima",
                          "Ousmane|Usman|Ousman",
                          "Moussa|Musa",
                          "Abdoulaye|Abdulaye|Abdullai",
                          "Cheikh|Sheikh|Cheick",
                          "Alpha|Alfa",
                          "Boubacar|Bubacar|Abubakar",
                          "Amadou|Ahmadou|Amadu",
                          "Lamine|Lamin",
                          "Modou|Modu",
                          "Saliou|Salieu",
                          "Souleymane|Sulayman|Suleiman",
                          "Thierno|Cherno",
                          "Bakary|Bakari",
                          "Ebrima|Ebrahima",
                          "Demba",
                          "Seydou|Saidou|Saydou",
                          "Yaya|Yahya",
                          "Kalifa|Khalifa",
                          "Adama",
                          "Sekou|Seku",
                          "Mory|Mori",
                          "Idrissa|Idris"},
                         {"Aminata|Aminatou", "Fatoumata|Fatumata|Fatou", "Mariama|Mariam|Mariame",
                          "Aissatou|Aisatou|Aisata", "Kadiatou|Kadijatou|Khadidiatou", "Ndeye",
                          "Awa|Hawa", "Binta|Bintou", "Oumou|Umu", "Rokia|Rokhaya", "Hadja",
                          "Salimata|Salimatou"},
                         {"Diallo|Jallow|Jalloh",
                          "Barry|Bari",
                          "Sow",
                          "Bah|Ba",
                          "Ndiaye|N'Diaye|Njie",
                          "Diop|Jobe",
                          "Traore|Trawally",
                          "Coulibaly|Kulibaly",
                          "Keita",
                          "Camara|Kamara",
                          "Conde|Konde",
                          "Sylla|Silla",
                          "Toure|Turay|Touray",
                          "Sissoko|Cissokho",
                          "Cisse|Ceesay|Sesay",
                          "Konate",
                          "Fofana",
                          "Kone",
                          "Diarra|Jarra",
                          "Sanneh|Sane",
                          "Drammeh|Drame",
                          "Gueye|Gaye",
                          "Fall",
                          "Faye",
                          "Bojang",
                          "Kanteh|Kante",
                          "Dembele",
                          "Doumbia|Dumbuya",
                          "Ouattara|Wattara",
                          "Bangura",
                          "Soumah|Suma",
                          "Balde"}};

const Names nigerian{
    {"Emeka", "Chinedu", "Sunday", "Festus", "Samuel", "Emmanuel|Emanuel", "Kelvin", "Osaze|Osas",
     "Uche", "Tunde|Babatunde", "Ifeanyi", "Lucky|Luky", "Friday", "Victor", "Godwin"},
    {"Blessing", "Joy", "Faith", "Grace", "Precious", "Gift", "Loveth|Lovet", "Favour|Favor",
     "Patience", "Mercy", "Esther|Ester", "Happiness"},
    {"Osagie", "Okafor|Okafo", "Eze", "Nwosu", "Omoregie|Omoregbe", "Igbinosa", "Adeyemi",
     "Balogun", "Ehigiator", "Okonkwo", "Uwaifo", "Edosa", "Aigbe", "Obaseki", "Idahosa"}};

const Names ghanaian{
    {"Kwame", "Kofi", "Yaw", "Kwaku", "Kwesi", "Prince", "Isaac|Issac", "Bright", "Stephen|Steven"},
    {"Akosua", "Abena", "Comfort", "Mary", "Victoria", "Adwoa"},
    {"Mensah", "Owusu", "Boateng", "Asante", "Appiah", "Osei", "Agyemang", "Amponsah", "Adjei"}};

const Names of_the_horn{
    {"Tesfay|Tesfai", "Yonas|Jonas", "Filmon|Philmon", "Abraham|Abrham", "Kidane", "Samuel|Samiel",
     "Robel", "Haile", "Dawit|Dawid", "Mehari|Mihari", "Berhane|Birhane", "Biniam|Binyam", "Habtom",
     "Merhawi", "Aman"},
    {"Selam|Salam", "Helen", "Rahel", "Senait", "Luwam", "Betelhem|Bethlehem", "Hiwot", "Saba",
     "Semhar", "Almaz", "Mihret|Mehret"},
    {"Gebremedhin|Ghebremedhin", "Habte", "Tesfamariam|Tesfamaryam", "Kidane", "Weldu|Woldu",
     "Berhe", "Araya", "Negash", "Tadesse|Tadese", "Bekele", "Mengistu", "Gebru|Ghebru", "Kahsay",
     "Hagos", "Okbazghi|Ogbazghi", "Tekle"}};

const Names somali{{"Abdi", "Mohamed|Mohamud|Maxamed", "Ahmed|Axmed", "Hassan|Xasan",
                    "Yusuf|Yuusuf", "Abdullahi|Cabdullaahi", "Farah|Faarax", "Ismail|Ismaaciil",
                    "Omar|Cumar", "Guled|Guuleed"},
                   {"Hodan", "Fadumo|Faduma", "Asha|Caasha", "Halima|Xaliimo", "Ifrah",
                    "Hawa|Xaawo", "Sahra|Zahra"},
                   {"Warsame", "Jama|Jaamac", "Hersi|Xirsi", "Nur|Nuur", "Osman|Cusmaan",
                    "Elmi|Cilmi", "Guled", "Abdi", "Farah|Faarax", "Barre"}};

const Names arab{{"Mohamed|Mohammed|Muhammad|Mohamad",
                  "Ahmed|Ahmad",
                  "Mahmoud|Mahmud",
                  "Mustafa|Mostafa|Moustapha",
                  "Youssef|Yousef|Yusuf",
                  "Khaled|Khalid",
                  "Hassan|Hasan",
                  "Karim|Kareem",
                  "Omar|Umar",
                  "Ali|Aly",
                  "Abdelrahman|Abderrahmane",
                  "Tarek|Tariq",
                  "Said|Saeed|Sayed",
                  "Hamza|Hamzah",
                  "Bilal|Bilel",
                  "Rachid|Rashid",
                  "Walid|Waleed",
                  "Amir|Ameer",
                  "Hicham|Hisham",
                  "Nabil"},
                 {"Fatima|Fatma|Fatema", "Aisha|Aicha", "Maryam|Meryem", "Khadija|Khadidja",
                  "Nadia", "Salma", "Samira", "Hanan|Hanane", "Amal", "Zineb|Zaynab", "Rania",
                  "Nour|Nur"},
                 {"Elsayed|El Sayed|Al Sayed",
                  "Hassan|Hasan",
                  "Ibrahim|Ebrahim",
                  "Abdallah|Abdullah",
                  "Mansour|Mansur",
                  "Haddad",
                  "Bouzid|Buzid",
                  "Benali|Ben Ali",
                  "Trabelsi",
                  "Gharbi",
                  "Idrissi|El Idrissi",
                  "Alaoui|Alawi",
                  "Khalil|Khaleel",
                  "Salem|Salim",
                  "Osman|Othman",
                  "Adam",
                  "Bachir|Bashir",
                  "Hamdan",
                  "Farouk|Faruq",
                  "Nasser|Naser",
                  "Ghanem|Ghanim",
                  "Mahjoub|Mahgoub"}};

const Names bengali_and_pakistani{
    {"Mohammad",
     "Rahim|Raheem",
     "Karim|Korim",
     "Shahin|Shaheen",
     "Jahangir|Jahanghir",
     "Kamal|Kamaal",
     "Rafiq|Rafique|Rofik",
     "Sohel|Sohail|Suhail",
     "Imran",
     "Usman|Osman",
     "Nasir",
     "Faisal|Faysal",
     "Rubel",
     "Mizan|Mijan",
     "Delwar|Delowar",
     "Asif",
     "Zahid",
     "Tanvir|Tanveer",
     "Shakil|Shakeel",
     "Monir|Munir"},
    {"Salma", "Nasrin|Nasreen", "Shirin|Shireen", "Rubina", "Parvin|Parveen", "Ayesha|Aysha",
     "Sadia", "Taslima"},
    {"Hossain|Hussain|Hossen", "Islam", "Rahman|Rahaman", "Uddin|Udin", "Miah|Mia", "Ahmed|Ahmad",
     "Khan", "Chowdhury|Choudhury|Chaudhry", "Ali", "Sarkar|Sarker", "Hasan", "Malik|Malek",
     "Iqbal", "Butt", "Shah", "Shaikh|Sekh", "Talukder|Talukdar", "Mollah|Molla"}};

const Names afghan{{"Ahmad|Ahmed", "Reza|Riza", "Ali", "Hamid|Hameed", "Najib|Najeeb",
                    "Mirwais|Mirways", "Zabihullah|Zabiullah", "Samiullah", "Habib", "Javid|Jawid",
                    "Farid|Fareed", "Esmat|Ismat"},
                   {"Zahra", "Maryam", "Shabnam", "Parwana|Parvana", "Laila|Leila"},
                   {"Ahmadi|Ahmady", "Rezai|Rezaei", "Hosseini|Husseini|Hussaini", "Karimi",
                    "Mohammadi|Muhammadi", "Haidari|Haydari|Heydari", "Noori|Nuri", "Safi",
                    "Stanekzai|Stanikzai", "Amiri", "Rahimi", "Sultani"}};

const Names latin_american{
    {"Luis", "Carlos", "Jorge", "Miguel", "Jose", "Juan", "Edwin|Edvin", "Wilmer", "Jhon|John",
     "Cesar"},
    {"Maria", "Rosa", "Carmen", "Luz", "Yesenia|Jessenia", "Gladys|Gladis", "Karina", "Milagros"},
    {"Quispe|Quishpe", "Huaman|Guaman", "Flores|Florez", "Rojas", "Vargas", "Castillo",
     "Mendoza|Mendosa", "Ramirez", "Chavez|Chaves", "Salazar", "Torres", "Paredes", "Zambrano"}};

const Names east_european{{"Oleksandr|Aleksandr|Olexandr", "Ivan", "Andriy|Andrei|Andrij",
                           "Mykola|Nikolai", "Serhiy|Sergei|Serhii", "Vasyl|Vasil"},
                          {"Oksana", "Natalia|Nataliya", "Olena|Elena", "Iryna|Irina",
                           "Svitlana|Svetlana", "Halyna|Galina", "Lyudmyla|Ludmila"},
                          {"Kovalenko", "Shevchuk|Scevciuk", "Bondarenko", "Melnyk|Melnik",
                           "Tkachenko|Tkacenko", "Petrenko", "Rusu", "Moraru", "Ceban",
                           "Savchuk|Savciuk"}};

const Names georgian{{"Giorgi|Georgi", "Davit|David", "Levan", "Zurab", "Irakli"},
                     {"Nino", "Tamar|Tamara", "Ketevan", "Lela", "Manana"},
                     {"Beridze", "Kapanadze", "Lomidze", "Maisuradze", "Gelashvili", "Janelidze"}};

const Names romanian{
    {"Ion", "Vasile", "Gheorghe|Georghe", "Marian", "Florin", "Costel", "Nicolae"},
    {"Maria", "Elena", "Florica", "Mihaela", "Ionela", "Violeta"},
    {"Popa", "Radu", "Stan", "Dumitru", "Munteanu", "Constantin", "Marin", "Stoica", "Lupu"}};

const Names punjabi{{"Gurpreet|Gurprit", "Harpreet|Harprit", "Balwinder|Balvinder",
                     "Jaswinder|Jasvinder", "Manjit|Manjeet", "Sukhdev", "Lakhvir|Lakhwir"},
                    {"Simran", "Kuldeep|Kuldip", "Nirmala", "Rajni"},
                    {"Singh", "Kumar", "Sandhu", "Gill", "Dhillon|Dhilon", "Sharma", "Saini"}};

const Names sinhalese{{"Nimal", "Sunil", "Ruwan", "Chaminda|Caminda", "Lakshman|Laksman"},
                      {"Kumari", "Nirosha", "Dilani", "Chandrika"},
                      {"Perera|Pereira", "Fernando", "Silva|De Silva", "Jayasuriya|Jayasooriya",
                       "Bandara", "Wickrama"}};

const Names of_the_congo{
    {"Jean", "Paul", "Patrick", "Serge", "Herve", "Olivier", "Bienvenu", "Fabrice", "Christian"},
    {"Clarisse|Clarice", "Solange", "Chantal", "Gloire", "Nadege", "Mireille"},
    {"Mbarga", "Tchoupo|Choupo", "Fotso", "Nguema", "Kamga", "Ngono", "Mukendi", "Kabongo",
     "Ilunga", "Mbuyi", "Essomba"}};

const Names chinese{{"Wei", "Jun", "Ming", "Hao", "Lei"},
                    {"Mei", "Xiu", "Fang", "Yan", "Ling"},
                    {"Chen", "Lin", "Zhou", "Huang", "Zheng", "Wu"}};

const Names albanian{{"Arben", "Ilir", "Besnik", "Agron"},
                     {"Mirela", "Elira", "Drita", "Valbona"},
                     {"Hoxha", "Shehu", "Leka", "Gjoka", "Kola"}};

std::vector<std::string_view> spellings_of(std::string_view name)
{
    std::vector<std::string_view> all;
    while (true) {
        const auto bar = name.find('|');
        all.push_back(name.substr(0, bar));
        if (bar == std::string_view::npos)
            return all;
        name.remove_prefix(bar + 1);
    }
}

} // namespace

const std::vector<Origin>& origins()
{
    static const std::vector<Origin> all{
        {"BD", 85, {"bn"}, &bengali_and_pakistani},
        {"EG", 65, {"ar"}, &arab},
        {"SN", 60, {"fr", "wo"}, &west_african},
        {"GN", 50, {"fr", "ff"}, &west_african},
        {"GM", 50, {"en", "mnk"}, &west_african},
        {"ML", 50, {"fr", "bm"}, &west_african},
        {"CI", 35, {"fr", "dyu"}, &west_african},
        {"BF", 15, {"fr"}, &west_african},
        {"SL", 15, {"en", "kri"}, &west_african},
        {"NG", 70, {"en", "pcm"}, &nigerian},
        {"GH", 25, {"en", "ak"}, &ghanaian},
        {"ER", 55, {"ti"}, &of_the_horn},
        {"ET", 35, {"am"}, &of_the_horn},
        {"SO", 55, {"so"}, &somali},
        {"SD", 45, {"ar"}, &arab},
        {"MA", 45, {"ar", "fr"}, &arab},
        {"TN", 40, {"ar", "fr"}, &arab},
        {"DZ", 15, {"ar", "fr"}, &arab},
        {"SY", 20, {"ar"}, &arab},
        {"IQ", 20, {"ar", "ckb"}, &arab},
        {"AF", 55, {"prs", "ps"}, &afghan},
        {"PK", 45, {"ur", "pa"}, &bengali_and_pakistani},
        {"IN", 20, {"pa", "hi"}, &punjabi},
        {"LK", 12, {"si", "ta"}, &sinhalese},
        {"PE", 30, {"es"}, &latin_american},
        {"EC", 15, {"es"}, &latin_american},
        {"UA", 30, {"uk", "ru"}, &east_european},
        {"MD", 12, {"ro", "ru"}, &east_european},
        {"GE", 12, {"ka", "ru"}, &georgian},
        {"RO", 35, {"ro"}, &romanian},
        {"CM", 20, {"fr"}, &of_the_congo},
        {"CD", 12, {"fr", "ln"}, &of_the_congo},
        {"AL", 10, {"sq"}, &albanian},
        {"CN", 8, {"zh"}, &chinese},
    };
    return all;
}

std::string spelling_of(Chance& chance, std::string_view name, std::string_view before)
{
    auto all = spellings_of(name);
    if (all.size() > 1)
        std::erase(all, before);
    // The first spelling is the one most in use.
    return std::string(chance.happens(55) ? all.front() : chance.one_of(all));
}

std::string in_own_script(std::string_view name)
{
    static const std::map<std::string_view, const char*> known{
        {"Mohamed", "محمد"}, {"Ahmed", "أحمد"},    {"Ali", "علي"},          {"Mahmoud", "محمود"},
        {"Hassan", "حسن"},   {"Khaled", "خالد"},   {"Fatima", "فاطمة"},     {"Maryam", "مريم"},
        {"Youssef", "يوسف"}, {"Karim", "كريم"},    {"Yonas", "ዮናስ"},        {"Selam", "ሰላም"},
        {"Haile", "ኃይሌ"},    {"Rahim", "রহিম"},    {"Mohammad", "মোহাম্মদ"}, {"Oksana", "Оксана"},
        {"Ivan", "Іван"},    {"Giorgi", "გიორგი"}, {"Nino", "ნინო"},
    };
    const auto found = known.find(name);
    return found == known.end() ? "" : found->second;
}

std::span<const std::string_view> nicknames()
{
    static constexpr std::array<std::string_view, 44> all{
        "Papi",     "Capo",     "Zio",       "Baba",     "Bello",    "Rasta",   "Lungo",
        "Ninja",    "Maestro",  "Nonno",     "Sarto",    "Barbiere", "Chef",    "Dottore",
        "Gigante",  "Zorro",    "Johnny",    "Lele",     "Sista",    "Zia",     "Principe",
        "Silenzio", "Cappello", "Berretto",  "Chitarra", "Bingo",    "Tango",   "Professore",
        "Sorriso",  "Fulmine",  "Giubbotto", "Stella",   "Marinaio", "Tamburo", "Occhiali",
        "Piuma",    "Falco",    "Leone",     "Vento",    "Pastore",  "Pugile",  "Poeta",
        "Sole",     "Treccia"};
    return all;
}

} // namespace demo
