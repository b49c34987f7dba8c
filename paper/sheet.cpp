// SPDX-License-Identifier: EUPL-1.2
#include "paper/sheet.h"

#include <algorithm>
#include <array>

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "base/problem.h"

namespace paper {

namespace {

// In points, 72 to the inch: A4, with margins that every printer leaves.
constexpr double width = 595.276;
constexpr double height = 841.890;
constexpr double margin = 51;
constexpr double inner = width - 2 * margin;
constexpr double names_width = 150;
constexpr double gap = 12;
constexpr double square_side = 110;

struct Letters {
    const char* font; // Noto has every script; what is missing comes from whichever font has it
    double space_before;
    double space_after;
};

constexpr Letters title_letters{"Noto Sans Bold 20", 0, 8};
constexpr Letters heading_letters{"Noto Sans Bold 13", 14, 4};
constexpr Letters text_letters{"Noto Sans 12", 0, 6};
constexpr Letters small_letters{"Noto Sans 9", 2, 4};
constexpr Letters name_letters{"Noto Sans Bold 11", 3, 3};
constexpr Letters value_letters{"Noto Sans 12", 3, 3};

template <class Thing> struct Unref {
    void operator()(Thing* thing) const { g_object_unref(thing); }
};
using Layout = std::unique_ptr<PangoLayout, Unref<PangoLayout>>;

double height_of(PangoLayout* layout)
{
    int tall = 0;
    pango_layout_get_size(layout, nullptr, &tall);
    return static_cast<double>(tall) / PANGO_SCALE;
}

} // namespace

// What is drawn with, and how far down the page has been filled.
struct Sheet::Pen {
    std::string bytes;
    cairo_surface_t* surface = nullptr;
    cairo_t* cairo = nullptr;
    PangoLanguage* language = nullptr;
    bool right_to_left = false;
    double y = margin;
    int unknown_signs = 0;

    ~Pen()
    {
        if (cairo != nullptr)
            cairo_destroy(cairo);
        if (surface != nullptr)
            cairo_surface_destroy(surface);
    }

    Layout layout(std::string_view text, const Letters& letters, double wide)
    {
        Layout made(pango_cairo_create_layout(cairo));
        auto* context = pango_layout_get_context(made.get());
        pango_cairo_context_set_resolution(context, 72); // a point of a letter is one of the page
        pango_context_set_language(context, language);
        pango_context_set_base_dir(context,
                                   right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
        // A name in other letters does not turn its line round: the language of the sheet does.
        pango_layout_set_auto_dir(made.get(), FALSE);
        pango_layout_set_alignment(made.get(),
                                   right_to_left ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
        auto* font = pango_font_description_from_string(letters.font);
        pango_layout_set_font_description(made.get(), font);
        pango_font_description_free(font);
        pango_layout_set_width(made.get(), static_cast<int>(wide * PANGO_SCALE));
        pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_text(made.get(), text.data(), static_cast<int>(text.size()));
        pango_layout_context_changed(made.get());
        unknown_signs += pango_layout_get_unknown_glyphs_count(made.get());
        return made;
    }

    bool fits(double tall) const { return y + tall <= height - margin; }

    void turn_page()
    {
        cairo_show_page(cairo);
        y = margin;
    }

    // Keeps together what is to stand beside each other.
    void make_room(double tall)
    {
        if (!fits(tall) && y > margin)
            turn_page();
    }

    // Line by line, so that a long text goes on on the next page.
    void draw_lines(PangoLayout* layout, double x)
    {
        const auto lines = pango_layout_get_line_count(layout);
        auto* at = pango_layout_get_iter(layout);
        double page_begins = 0; // in the layout
        for (int i = 0; i < lines; ++i, pango_layout_iter_next_line(at)) {
            int top = 0;
            int bottom = 0;
            pango_layout_iter_get_line_yrange(at, &top, &bottom);
            if (y + static_cast<double>(bottom) / PANGO_SCALE - page_begins > height - margin) {
                turn_page();
                page_begins = static_cast<double>(top) / PANGO_SCALE;
            }
            PangoRectangle place;
            pango_layout_iter_get_line_extents(at, nullptr, &place);
            const double baseline =
                static_cast<double>(pango_layout_iter_get_baseline(at)) / PANGO_SCALE;
            cairo_move_to(cairo, x + static_cast<double>(place.x) / PANGO_SCALE,
                          y + baseline - page_begins);
            pango_cairo_show_layout_line(cairo, pango_layout_iter_get_line_readonly(at));
        }
        pango_layout_iter_free(at);
        y += height_of(layout) - page_begins;
    }

    void write(std::string_view text, const Letters& letters, const char* tag)
    {
        if (text.empty())
            return;
        if (y > margin)
            y += letters.space_before;
        const auto made = layout(text, letters, inner);
        make_room(std::min(height_of(made.get()), 60.0));
        cairo_tag_begin(cairo, tag, "");
        draw_lines(made.get(), margin);
        cairo_tag_end(cairo, tag);
        y += letters.space_after;
    }

    // Where something of this width stands that comes first on its line.
    double x_of_first(double wide) const { return right_to_left ? width - margin - wide : margin; }
};

Sheet::Sheet(const std::string& language, const std::string& name) : pen_(std::make_unique<Pen>())
{
    const auto keep = [](void* bytes, const unsigned char* more, unsigned int count) {
        static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(more), count);
        return CAIRO_STATUS_SUCCESS;
    };
    pen_->surface = cairo_pdf_surface_create_for_stream(keep, &pen_->bytes, width, height);
    cairo_pdf_surface_set_metadata(pen_->surface, CAIRO_PDF_METADATA_TITLE, name.c_str());
    pen_->cairo = cairo_create(pen_->surface);
    speak(language);
}

void Sheet::speak(const std::string& language)
{
    pen_->language = pango_language_from_string(language.c_str());
    pen_->right_to_left = is_right_to_left(language);
}

Sheet::~Sheet() = default;

void Sheet::title(std::string_view text) { pen_->write(text, title_letters, "H1"); }

void Sheet::heading(std::string_view text) { pen_->write(text, heading_letters, "H2"); }

void Sheet::text(std::string_view text) { pen_->write(text, text_letters, "P"); }

void Sheet::small(std::string_view text) { pen_->write(text, small_letters, "P"); }

void Sheet::fact(std::string_view name, std::string_view value)
{
    if (value.empty())
        return;
    auto& pen = *pen_;
    const double values_width = inner - names_width - gap;
    const auto named = pen.layout(name, name_letters, names_width);
    const auto said = pen.layout(value, value_letters, values_width);
    const double names_height = height_of(named.get());
    pen.y += value_letters.space_before;
    pen.make_room(std::min(std::max(names_height, height_of(said.get())), 120.0));

    const double begins = pen.y;
    cairo_tag_begin(pen.cairo, "P", "");
    pen.draw_lines(named.get(), pen.x_of_first(names_width));
    pen.y = begins;
    const double x = pen.right_to_left ? margin : margin + names_width + gap;
    pen.draw_lines(said.get(), x);
    cairo_tag_end(pen.cairo, "P");
    if (pen.y > begins) // the same page still
        pen.y = std::max(pen.y, begins + names_height);
    pen.y += value_letters.space_after;
}

void Sheet::square(std::string_view content, std::string_view words)
{
    auto& pen = *pen_;
    pen.y += gap;
    pen.make_room(square_side + gap);
    const auto rows = squares_of(std::string(content));
    const double side = square_side / static_cast<double>(rows.size());
    const double left = pen.x_of_first(square_side);
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (std::size_t column = 0; column < rows[row].size(); ++column)
            if (rows[row][column] == '1')
                cairo_rectangle(pen.cairo, left + static_cast<double>(column) * side,
                                pen.y + static_cast<double>(row) * side, side, side);
    cairo_fill(pen.cairo);

    const double begins = pen.y;
    const double words_width = inner - square_side - 2 * gap;
    const auto said = pen.layout(words, text_letters, words_width);
    pen.draw_lines(said.get(), pen.right_to_left ? margin : left + square_side + 2 * gap);
    pen.y = std::max(pen.y, begins + square_side) + gap;
}

void Sheet::rule()
{
    auto& pen = *pen_;
    pen.y += gap;
    pen.make_room(gap);
    cairo_set_line_width(pen.cairo, 0.7);
    cairo_move_to(pen.cairo, margin, pen.y);
    cairo_line_to(pen.cairo, width - margin, pen.y);
    cairo_stroke(pen.cairo);
    pen.y += gap;
}

void Sheet::signature(std::string_view words)
{
    auto& pen = *pen_;
    const double wide = inner / 2;
    pen.y += 34;
    pen.make_room(40);
    const double left = pen.x_of_first(wide);
    cairo_set_line_width(pen.cairo, 0.7);
    cairo_move_to(pen.cairo, left, pen.y);
    cairo_line_to(pen.cairo, left + wide, pen.y);
    cairo_stroke(pen.cairo);
    pen.y += small_letters.space_before;
    const auto said = pen.layout(words, small_letters, wide);
    pen.draw_lines(said.get(), left);
    pen.y += small_letters.space_after;
}

std::string Sheet::finish()
{
    cairo_destroy(pen_->cairo);
    pen_->cairo = nullptr;
    cairo_surface_finish(pen_->surface);
    ENSURE(cairo_surface_status(pen_->surface) == CAIRO_STATUS_SUCCESS);
    return std::move(pen_->bytes);
}

int Sheet::unknown_signs() const { return pen_->unknown_signs; }

bool is_right_to_left(std::string_view language)
{
    // Of the catalogue's languages, those written in Arabic letters.
    constexpr std::array<std::string_view, 8> languages{"ar", "arz", "ary", "aeb",
                                                        "fa", "prs", "ps",  "ur"};
    return std::find(languages.begin(), languages.end(), language) != languages.end();
}

std::string apart(std::string_view text)
{
    return text.empty() ? std::string() : "\u2068" + std::string(text) + "\u2069";
}

} // namespace paper
