// SPDX-License-Identifier: EUPL-1.2
// What the sheet is drawn with, for the files of this folder alone: they see Pango and Cairo.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "paper/sheet.h"

namespace paper {

// In points, 72 to the inch: A4, with margins that every printer leaves.
inline constexpr double width = 595.276;
inline constexpr double height = 841.890;
inline constexpr double margin = 51;
inline constexpr double inner = width - 2 * margin;
inline constexpr double names_width = 150;
inline constexpr double gap = 12;
inline constexpr double square_side = 110;

struct Letters {
    const char* font; // Noto has every script; what is missing comes from whichever font has it
    double space_before;
    double space_after;
};

inline constexpr Letters title_letters{"Noto Sans Bold 20", 0, 8};
inline constexpr Letters heading_letters{"Noto Sans Bold 13", 14, 4};
inline constexpr Letters text_letters{"Noto Sans 12", 0, 6};
inline constexpr Letters small_letters{"Noto Sans 9", 2, 4};
inline constexpr Letters name_letters{"Noto Sans Bold 11", 3, 3};
inline constexpr Letters value_letters{"Noto Sans 12", 3, 3};

template <class Thing> struct Unref {
    void operator()(Thing* thing) const { g_object_unref(thing); }
};
using Layout = std::unique_ptr<PangoLayout, Unref<PangoLayout>>;

inline double height_of(PangoLayout* layout)
{
    int tall = 0;
    pango_layout_get_size(layout, nullptr, &tall);
    return static_cast<double>(tall) / PANGO_SCALE;
}

// What is drawn with, and how far down the page has been filled.
struct Sheet::Pen {
    std::string bytes;
    cairo_surface_t* surface = nullptr;
    cairo_t* cairo = nullptr;
    PangoLanguage* language = nullptr;
    std::string document_language;
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

} // namespace paper
