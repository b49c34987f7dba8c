// SPDX-License-Identifier: EUPL-1.2
#include "paper/sheet.h"

#include <algorithm>
#include <array>

#include "base/problem.h"
#include "paper/described.h"
#include "paper/pen.h"

namespace paper {

Sheet::Sheet(const std::string& language, const std::string& name) : pen_(std::make_unique<Pen>())
{
    const auto keep = [](void* bytes, const unsigned char* more, unsigned int count) {
        static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(more), count);
        return CAIRO_STATUS_SUCCESS;
    };
    pen_->surface = cairo_pdf_surface_create_for_stream(keep, &pen_->bytes, width, height);
    cairo_pdf_surface_set_metadata(pen_->surface, CAIRO_PDF_METADATA_TITLE, name.c_str());
    pen_->cairo = cairo_create(pen_->surface);
    pen_->document_language = language;
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
    return with_language(std::move(pen_->bytes), pen_->document_language);
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
