// SPDX-License-Identifier: EUPL-1.2
// Charts and tables on paper. They say the same in black and white: a bar has its words beside it,
// a square its number.
#include "paper/pen.h"

namespace paper {

namespace {

constexpr double label_width = 150;
constexpr double words_width = 165;
constexpr double track_width = inner - label_width - words_width - 2 * gap;
constexpr double bar_height = 9;
constexpr double cap_height = 5;
constexpr double tile_side = 46;
constexpr double tile_gap = 3;

constexpr Letters cell_letters{"Noto Sans 9", 2, 2};
constexpr Letters head_letters{"Noto Sans Bold 9", 2, 2};
constexpr Letters tile_letters{"Noto Sans 8", 0, 0};
constexpr Letters tile_number_letters{"Noto Sans Bold 10", 0, 0};

struct Colour {
    double red, green, blue;
};
constexpr Colour ink{0, 0, 0};
constexpr Colour bar_colour{0.42, 0.60, 0.76};
constexpr Colour track_colour{0.90, 0.90, 0.90};

void use(cairo_t* cairo, const Colour& colour)
{
    cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue);
}

void line(cairo_t* cairo, double x, double y, double to_x, double to_y)
{
    cairo_move_to(cairo, x, y);
    cairo_line_to(cairo, to_x, to_y);
    cairo_stroke(cairo);
}

// From the side where reading begins.
double place(bool right_to_left, double from_start, double wide)
{
    return right_to_left ? width - margin - from_start - wide : margin + from_start;
}

// A layout at a place, of which only the baseline's page is the pen's.
void draw_at(cairo_t* cairo, PangoLayout* layout, double x, double y)
{
    cairo_move_to(cairo, x, y);
    pango_cairo_show_layout(cairo, layout);
}

void draw_track(cairo_t* cairo, const Bar& bar, bool right_to_left, double middle)
{
    const double start = label_width + gap;
    const auto x_of = [&](double share) {
        const double along = std::clamp(share, 0.0, 1.0) * track_width;
        return place(right_to_left, start + along, 0);
    };
    use(cairo, track_colour);
    cairo_rectangle(cairo, place(right_to_left, start, track_width), middle - bar_height / 2,
                    track_width, bar_height);
    cairo_fill(cairo);
    if (!bar.value)
        return;
    use(cairo, bar_colour);
    const double wide = std::clamp(*bar.value, 0.0, 1.0) * track_width;
    cairo_rectangle(cairo, place(right_to_left, start, wide), middle - bar_height / 2, wide,
                    bar_height);
    cairo_fill(cairo);
    if (!bar.low || !bar.high)
        return;
    use(cairo, ink);
    cairo_set_line_width(cairo, 1);
    line(cairo, x_of(*bar.low), middle, x_of(*bar.high), middle);
    for (const double end : {x_of(*bar.low), x_of(*bar.high)})
        line(cairo, end, middle - cap_height / 2, end, middle + cap_height / 2);
}

} // namespace

void Sheet::bars(const std::vector<Bar>& bars)
{
    auto& pen = *pen_;
    for (const auto& bar : bars) {
        const auto label = pen.layout(bar.label, cell_letters, label_width);
        const auto words = pen.layout(bar.words, cell_letters, words_width);
        const double tall = std::max(height_of(label.get()), height_of(words.get())) + 4;
        pen.make_room(tall);
        cairo_tag_begin(pen.cairo, "P", "");
        draw_at(pen.cairo, label.get(), place(pen.right_to_left, 0, label_width), pen.y);
        draw_track(pen.cairo, bar, pen.right_to_left, pen.y + tall / 2 - 2);
        use(pen.cairo, ink);
        draw_at(pen.cairo, words.get(),
                place(pen.right_to_left, label_width + track_width + 2 * gap, words_width), pen.y);
        cairo_tag_end(pen.cairo, "P");
        pen.y += tall;
    }
    pen.y += gap / 2;
}

void Sheet::map(const std::vector<MapTile>& tiles)
{
    auto& pen = *pen_;
    int rows = 0;
    for (const auto& tile : tiles)
        rows = std::max(rows, tile.row + 1);
    pen.y += gap / 2;
    pen.make_room(rows * (tile_side + tile_gap));
    for (const auto& tile : tiles) {
        const double x = margin + tile.column * (tile_side + tile_gap);
        const double y = pen.y + tile.row * (tile_side + tile_gap);
        const double dark = tile.shade.value_or(0);
        use(pen.cairo, {1 - 0.58 * dark, 1 - 0.40 * dark, 1 - 0.24 * dark});
        cairo_rectangle(pen.cairo, x, y, tile_side, tile_side);
        cairo_fill_preserve(pen.cairo);
        use(pen.cairo, ink);
        cairo_set_line_width(pen.cairo, 0.5);
        cairo_stroke(pen.cairo);
        const auto name = pen.layout(tile.name, tile_letters, tile_side - 4);
        const auto words = pen.layout(tile.words, tile_number_letters, tile_side - 4);
        cairo_tag_begin(pen.cairo, "P", "");
        draw_at(pen.cairo, name.get(), x + 2, y + 2);
        draw_at(pen.cairo, words.get(), x + 2, y + tile_side - height_of(words.get()) - 3);
        cairo_tag_end(pen.cairo, "P");
    }
    pen.y += rows * (tile_side + tile_gap) + gap / 2;
}

void Sheet::table(const std::vector<std::string>& heads,
                  const std::vector<std::vector<std::string>>& rows)
{
    auto& pen = *pen_;
    const double first = heads.size() > 2 ? 2 : 1; // times as wide as the others
    const double wide = inner / (static_cast<double>(heads.size()) + first - 1);
    // `tag`: TH or TD, so that a reader who cannot see knows what stands below which head.
    const auto write_row = [&](const std::vector<std::string>& cells, const Letters& letters,
                               const char* tag, bool may_turn) {
        std::vector<Layout> layouts;
        double tall = 0;
        for (std::size_t i = 0; i < heads.size(); ++i) {
            const auto text = i < cells.size() ? cells[i] : std::string();
            layouts.push_back(pen.layout(text, letters, (i == 0 ? first * wide : wide) - 4));
            tall = std::max(tall, height_of(layouts.back().get()));
        }
        tall += letters.space_before + letters.space_after;
        if (may_turn && !pen.fits(tall))
            return false;
        cairo_tag_begin(pen.cairo, "TR", "");
        for (std::size_t i = 0; i < layouts.size(); ++i) {
            cairo_tag_begin(pen.cairo, tag, "");
            draw_at(pen.cairo, layouts[i].get(),
                    place(pen.right_to_left,
                          i == 0 ? 0 : (static_cast<double>(i) + first - 1) * wide,
                          (i == 0 ? first * wide : wide) - 4),
                    pen.y + letters.space_before);
            cairo_tag_end(pen.cairo, tag);
        }
        cairo_tag_end(pen.cairo, "TR");
        pen.y += tall;
        use(pen.cairo, track_colour);
        cairo_set_line_width(pen.cairo, 0.5);
        line(pen.cairo, margin, pen.y, width - margin, pen.y);
        use(pen.cairo, ink);
        return true;
    };
    pen.make_room(60);
    cairo_tag_begin(pen.cairo, "Table", "");
    write_row(heads, head_letters, "TH", false);
    for (const auto& row : rows)
        if (!write_row(row, cell_letters, "TD", true)) {
            pen.turn_page();
            write_row(heads, head_letters, "TH", false);
            write_row(row, cell_letters, "TD", false);
        }
    cairo_tag_end(pen.cairo, "Table");
    pen.y += gap;
}

} // namespace paper
