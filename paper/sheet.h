// SPDX-License-Identifier: EUPL-1.2
// One door to paper: a sheet that is printed for somebody, A4, as PDF, in every script and
// direction. The only folder that knows Pango, Cairo and libqrencode; nothing of them is seen here.
//
//     paper::Sheet sheet("ar", "عنوان");
//     sheet.title("…");
//     sheet.fact("…", "Via Marsala 97");
//     auto pdf = sheet.finish();
//
// A sheet is written from top to bottom; what does not fit goes on a next page. Texts are UTF-8; in
// a language that is written from right to left the whole sheet is, and names and addresses of
// another direction keep their own.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paper {

// One figure of a chart, as shares of the whole width of its track (0 to 1); without a value it is
// one that is not shown, and `words` say so.
struct Bar {
    std::string label;
    std::optional<double> value, low, high;
    std::string words;
};

// One square of a map of squares; `shade` from 0 (white) to 1, none where nothing is shown.
struct MapTile {
    int column = 0;
    int row = 0;
    std::string name, words;
    std::optional<double> shade;
};

class Sheet {
public:
    // `language`: which shapes of letters are meant, and the direction. `name`: how a reader of the
    // file finds it in a list; it is not printed.
    Sheet(const std::string& language, const std::string& name);
    ~Sheet();
    // What follows is for somebody else, in another language and direction.
    void speak(const std::string& language);
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;

    void title(std::string_view text);
    void heading(std::string_view text);
    void text(std::string_view text);
    void small(std::string_view text);
    // A name, and beside it what is so called; left out where there is nothing to say.
    void fact(std::string_view name, std::string_view value);
    // A square that a telephone reads, and beside it what it is for. Always wholly on one page.
    void square(std::string_view content, std::string_view words);
    void rule();
    // Lines to write on by hand, with what belongs there.
    void signature(std::string_view words);

    // Bars below each other with their intervals as thin lines; what it says stands beside each.
    void bars(const std::vector<Bar>& bars);
    // Squares, neighbours near each other: a drawing, not a map. Wholly on one page.
    void map(const std::vector<MapTile>& tiles);
    // Columns of equal width; of three and more the first takes twice as much. The heads are said
    // again on each page.
    void table(const std::vector<std::string>& heads,
               const std::vector<std::vector<std::string>>& rows);

    // How many signs no font of this machine could draw.
    int unknown_signs() const;

    // The bytes of the PDF; nothing can be written afterwards.
    std::string finish();

private:
    struct Pen;
    std::unique_ptr<Pen> pen_;
};

// Whether a language is written from right to left.
bool is_right_to_left(std::string_view language);

// The same, between signs that keep its direction apart from what stands around it (FSI, PDI).
std::string apart(std::string_view text);

// The squares of a QR code, a text of '0' and '1' for each row, from the top.
std::vector<std::string> squares_of(const std::string& content);

} // namespace paper
