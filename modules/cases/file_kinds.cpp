// SPDX-License-Identifier: EUPL-1.2
#include "cases/file_kinds.h"

#include <utility>

#include "base/base64.h"
#include "base/picture.h"
#include "base/problem.h"
#include "cases/pdf_check.h"

namespace cases {

namespace {

constexpr auto field_name = "content";

const char* code_of(PdfFault fault)
{
    switch (fault) {
    case PdfFault::script:
        return "cases.pdf_script";
    case PdfFault::launch:
        return "cases.pdf_launch";
    case PdfFault::files:
        return "cases.pdf_files";
    case PdfFault::form:
        return "cases.pdf_form";
    case PdfFault::locked:
        return "cases.pdf_locked";
    case PdfFault::unclear:
        break;
    }
    return "cases.pdf_unclear";
}

} // namespace

TakenFile take_file(std::string bytes)
{
    if (bytes.size() > file_bytes_max)
        refuse(field_name, "cases.file_too_large",
               {{"most", std::to_string(file_bytes_max / (1024 * 1024))}});
    if (is_pdf(bytes)) {
        if (const auto fault = find_pdf_fault(bytes))
            refuse(field_name, code_of(*fault));
        return {"pdf", std::move(bytes)};
    }
    auto picture = clean_picture(bytes, file_pixels_max);
    if (picture.too_many_pixels)
        refuse(field_name, "cases.picture_too_large",
               {{"most", std::to_string(file_pixels_max / 1'000'000)}});
    if (!picture.jpeg)
        refuse(field_name, "cases.file_unknown");
    return {"jpg", std::move(*picture.jpeg)};
}

TakenFile take_file_of(std::string_view base64)
{
    auto bytes = from_base64(base64, "\r\n");
    if (!bytes)
        refuse(field_name, "cases.file_unknown");
    return take_file(std::move(*bytes));
}

} // namespace cases
