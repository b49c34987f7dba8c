// SPDX-License-Identifier: EUPL-1.2
// Every sheet that the house prints, in every language that it is printed in, looked at as who
// holds it does: pdftotext says what can be read and where, pdftoppm draws it. Nothing here names
// an act, so that a new sheet is looked at too. The pictures are left in build/…/printed.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <pugixml.hpp>
#include <sstream>

#include "app/house.h"
#include "paper/sheet.h"
#include "tests/cast_house.h"
#include "tests/example.h"

namespace {

namespace fs = std::filesystem;
using tests::CastHouse;

constexpr double least_margin = 40; // points: what any printer leaves white
constexpr int dots_per_inch = 72;   // so that a dot is a point

const core::House& papers()
{
    static const auto house = app::house_without_stores();
    return *house;
}

std::vector<std::string> printing_acts()
{
    std::vector<std::string> names;
    for (const auto& act : papers().acts())
        if (act.answers == "application/pdf")
            names.push_back(act.name);
    return names;
}

std::string bytes_of(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

struct Word {
    double left = 0, top = 0, right = 0, bottom = 0;
    std::string text;
};

struct Page {
    double width = 0, height = 0;
    std::vector<Word> words;
};

// What pdftotext reads, page by page.
std::vector<Page> read_pages(const fs::path& pdf)
{
    const auto written = fs::path(pdf).replace_extension(".html");
    const auto command = "pdftotext -bbox '" + pdf.string() + "' '" + written.string() + "'";
    EXPECT_EQ(std::system(command.c_str()), 0) << command;
    pugi::xml_document document;
    EXPECT_TRUE(document.load_file(written.c_str())) << written;
    std::vector<Page> pages;
    for (const auto& node : document.select_nodes("//page")) {
        const auto page = node.node();
        Page read{page.attribute("width").as_double(), page.attribute("height").as_double(), {}};
        for (const auto word : page.children("word"))
            read.words.push_back({word.attribute("xMin").as_double(),
                                  word.attribute("yMin").as_double(),
                                  word.attribute("xMax").as_double(),
                                  word.attribute("yMax").as_double(), word.text().get()});
        pages.push_back(std::move(read));
    }
    return pages;
}

struct Picture {
    std::size_t width = 0, height = 0;
    std::string grey; // row by row, 0 is black

    bool is_ink(std::size_t x, std::size_t y) const
    {
        return static_cast<unsigned char>(grey[y * width + x]) < 200;
    }
};

// The pages as somebody sees them, which stay beside the file as PNG.
std::vector<Picture> draw_pages(const fs::path& pdf)
{
    const auto stem = fs::path(pdf).replace_extension("").string();
    const auto command = "pdftoppm -gray -r " + std::to_string(dots_per_inch) + " '" +
                         pdf.string() + "' '" + stem + "' && pdftoppm -png -r 100 '" +
                         pdf.string() + "' '" + stem + "'";
    EXPECT_EQ(std::system(command.c_str()), 0) << command;
    std::vector<fs::path> files;
    for (const auto& file : fs::directory_iterator(pdf.parent_path()))
        if (file.path().extension() == ".pgm" && file.path().string().starts_with(stem + "-"))
            files.push_back(file.path());
    std::sort(files.begin(), files.end());
    std::vector<Picture> pictures;
    for (const auto& file : files) {
        const auto bytes = bytes_of(file);
        std::istringstream head(bytes);
        std::string magic;
        Picture picture;
        int white = 0;
        head >> magic >> picture.width >> picture.height >> white;
        EXPECT_EQ(magic, "P5") << file;
        picture.grey = bytes.substr(static_cast<std::size_t>(head.tellg()) + 1);
        EXPECT_EQ(picture.grey.size(), picture.width * picture.height) << file;
        pictures.push_back(std::move(picture));
        fs::remove(file);
    }
    return pictures;
}

// Words; the one or two signs into which a shaped one may fall for pdftotext are no word.
bool overlap(const Word& one, const Word& other)
{
    if (one.text.size() < 6 || other.text.size() < 6)
        return false;
    const double wide = std::min(one.right, other.right) - std::max(one.left, other.left);
    const double tall = std::min(one.bottom, other.bottom) - std::max(one.top, other.top);
    if (wide <= 0 || tall <= 0)
        return false;
    const auto area = [](const Word& word) {
        return (word.right - word.left) * (word.bottom - word.top);
    };
    return wide * tall > 0.4 * std::min(area(one), area(other));
}

// Which letters a language is written with; for the others, Latin ones.
std::pair<char32_t, char32_t> letters_of(const std::string& language)
{
    if (paper::is_right_to_left(language))
        return {0x0600, 0x06FF};
    if (language == "bn")
        return {0x0980, 0x09FF};
    if (language == "uk")
        return {0x0400, 0x04FF};
    if (language == "zh")
        return {0x4E00, 0x9FFF};
    return {U'A', 0x024F};
}

// The signs of a text that is known to be UTF-8.
std::u32string signs_of(std::string_view text)
{
    std::u32string signs;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            signs.push_back(byte);
        else if (byte >= 0xC0)
            signs.push_back(byte & (byte >= 0xF0 ? 0x07 : byte >= 0xE0 ? 0x0F : 0x1F));
        else
            signs.back() = (signs.back() << 6) | (byte & 0x3F);
    }
    return signs;
}

void look_at_words(const std::vector<Page>& pages, const std::string& language)
{
    const auto [first, last] = letters_of(language);
    int letters = 0;
    for (const auto& page : pages) {
        for (const auto& word : page.words) {
            EXPECT_GE(word.left, least_margin) << word.text;
            EXPECT_LE(word.right, page.width - least_margin) << word.text;
            EXPECT_GE(word.top, least_margin) << word.text;
            EXPECT_LE(word.bottom, page.height - least_margin) << word.text;
            EXPECT_EQ(word.text.find("\uFFFD"), std::string::npos) << word.text;
            EXPECT_FALSE(word.text.starts_with("sheet.") || word.text.starts_with("field."))
                << "the name of a sentence: " << word.text;
            for (const auto sign : signs_of(word.text))
                letters += sign >= first && sign <= last ? 1 : 0;
        }
        for (std::size_t i = 0; i < page.words.size(); ++i)
            for (std::size_t j = i + 1; j < page.words.size(); ++j)
                EXPECT_FALSE(overlap(page.words[i], page.words[j]))
                    << page.words[i].text << " is printed over " << page.words[j].text;
    }
    EXPECT_GE(letters, 20) << "little can be read in " << language;
}

// The title stands on the side where reading begins.
void look_at_the_side(const Page& page, const std::string& language)
{
    ASSERT_FALSE(page.words.empty());
    const auto top = std::min_element(page.words.begin(), page.words.end(),
                                      [](auto& a, auto& b) { return a.top < b.top; });
    double left = page.width, right = 0;
    for (const auto& word : page.words)
        if (word.top < top->bottom) {
            left = std::min(left, word.left);
            right = std::max(right, word.right);
        }
    if (paper::is_right_to_left(language))
        EXPECT_LT(page.width - right, left) << "a title from the left";
    else
        EXPECT_LT(left, page.width - right) << "a title from the right";
}

void look_at_picture(const Picture& picture)
{
    std::size_t ink = 0;
    for (std::size_t y = 0; y < picture.height; ++y)
        for (std::size_t x = 0; x < picture.width; ++x) {
            if (!picture.is_ink(x, y))
                continue;
            ++ink;
            const bool inside = x >= least_margin && x + least_margin < picture.width &&
                                y >= least_margin && y + least_margin < picture.height;
            if (!inside) {
                ADD_FAILURE() << "ink on the margin, at " << x << ", " << y;
                return;
            }
        }
    EXPECT_GT(ink, 300u) << "next to nothing on the page";
    EXPECT_LT(ink, picture.width * picture.height / 3) << "a black page";
}

class Printed : public ::testing::TestWithParam<std::string> {
protected:
    static void SetUpTestSuite()
    {
        cast_house() = std::make_unique<CastHouse>(test_stores::Engine::sqlite);
    }
    static void TearDownTestSuite() { cast_house().reset(); }
    static std::unique_ptr<CastHouse>& cast_house()
    {
        static std::unique_ptr<CastHouse> house;
        return house;
    }

    // By whoever of the cast is given it first.
    static std::string printed_for_somebody(core::Request request)
    {
        std::string refused;
        for (const auto* login : {"sara@roma", "paola@roma", "giulia@roma", "marco@roma",
                                  "ines@roma", "elvira@roma", "dpo@roma"}) {
            auto asked = request;
            const auto& session = cast_house()->session(login);
            asked.headers.emplace_back("cookie", session.cookie);
            asked.headers.emplace_back("lgnet-csrf", session.csrf);
            const auto response = cast_house()->house().answer(asked);
            if (response.status == 200)
                return response.body;
            refused += std::string(login) + ": " + response.body + "\n";
        }
        ADD_FAILURE() << "nobody is given it: " << refused;
        return {};
    }

    static void look_at(core::Request request, const std::string& name, const std::string& language)
    {
        SCOPED_TRACE(name);
        const auto bytes = printed_for_somebody(std::move(request));
        if (bytes.empty())
            return;
        const auto folder = fs::path(BINARY_DIR) / "printed";
        fs::create_directories(folder);
        const auto pdf = folder / (name + ".pdf");
        std::ofstream(pdf, std::ios::binary) << bytes;
        const auto pages = read_pages(pdf);
        const auto pictures = draw_pages(pdf);
        ASSERT_EQ(pages.size(), pictures.size());
        ASSERT_FALSE(pages.empty());
        look_at_words(pages, language);
        look_at_the_side(pages.front(), language);
        for (const auto& picture : pictures)
            look_at_picture(picture);
    }
};

} // namespace

TEST_P(Printed, can_be_read)
{
    const auto request = tests::example_of(papers(), *papers().find_act(GetParam()), "roma");
    const auto asks = std::find_if(request.query.begin(), request.query.end(),
                                   [](const auto& one) { return one.first == "language"; });
    if (asks == request.query.end())
        return look_at(request, GetParam(), "it");
    for (const auto& language : papers().catalogue().vocabularies().at("sheet_language")) {
        auto spoken = request;
        spoken.query[static_cast<std::size_t>(asks - request.query.begin())].second = language.code;
        look_at(spoken, GetParam() + "." + language.code, language.code);
    }
}

INSTANTIATE_TEST_SUITE_P(Acts, Printed, ::testing::ValuesIn(printing_acts()), [](const auto& info) {
    auto name = info.param;
    std::replace(name.begin(), name.end(), '.', '_');
    return name;
});
