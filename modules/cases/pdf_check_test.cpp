// SPDX-License-Identifier: EUPL-1.2
#include "cases/pdf_check.h"

#include <gtest/gtest.h>

#include <string>

#include <zlib.h>

#include "base/base64.h"
#include "base/problem.h"
#include "cases/file_kinds.h"

namespace {

using cases::PdfFault;

std::string deflated(const std::string& text)
{
    std::string packed(compressBound(text.size()), '\0');
    uLongf length = packed.size();
    EXPECT_EQ(compress(reinterpret_cast<Bytef*>(packed.data()), &length,
                       reinterpret_cast<const Bytef*>(text.data()), text.size()),
              Z_OK);
    packed.resize(length);
    return packed;
}

std::string pdf(const std::string& objects)
{
    return "%PDF-1.7\n" + objects + "\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";
}

std::string stream(const std::string& dictionary, const std::string& bytes)
{
    return "4 0 obj\n<<" + dictionary + ">>\nstream\r\n" + bytes + "\nendstream\nendobj\n";
}

std::string objects(const std::string& text) // packed as programs pack them
{
    return stream("/Type/ObjStm/N 1/First 4/Filter/FlateDecode", deflated("1 0 " + text));
}

// "kept pdf", or the code of what is wrong.
std::string outcome(const std::string& bytes)
{
    try {
        return "kept " + cases::take_file(bytes).format;
    } catch (const Problem& problem) {
        EXPECT_EQ(problem.status, 422);
        return problem.errors.at(0).field + " " + problem.errors.at(0).code;
    }
}

} // namespace

TEST(PdfCheck, a_paper_that_can_only_be_read_is_without_fault)
{
    const auto page = stream("/Length 40/Filter/FlateDecode",
                             deflated("BT /F1 12 Tf (Permesso di soggiorno) Tj ET"));
    EXPECT_EQ(cases::find_pdf_fault(pdf("1 0 obj\n<</Type/Catalog/Lang(it)>>\nendobj\n" + page)),
              std::nullopt);
    // A link to a page of the web asks before it goes there, and JavaScripts is no JavaScript.
    EXPECT_EQ(cases::find_pdf_fault(pdf("<</S/URI/URI(https://example.org)>> /JavaScripts ")),
              std::nullopt);
    EXPECT_EQ(cases::find_pdf_fault(pdf(objects("<</Type/Page>>"))), std::nullopt);
    // What says that it is deflated, and is not.
    EXPECT_EQ(cases::find_pdf_fault(pdf(stream("/Filter/FlateDecode", "\x78\x9cno"))),
              std::nullopt);
}

TEST(PdfCheck, what_it_could_do_is_found_by_name)
{
    const std::pair<const char*, PdfFault> faults[] = {
        {"<</S/JavaScript/JS(app.alert\\(1\\))>>", PdfFault::script},
        {"<</Names<</JavaScript 5 0 R>>>>", PdfFault::script},
        {"<</S /Launch/F(a.exe)>>", PdfFault::launch},
        {"<</Type/EmbeddedFile>>", PdfFault::files},
        {"<</Names<</EmbeddedFiles[]>>>>", PdfFault::files},
        {"<</Subtype/RichMedia>>", PdfFault::files},
        {"<</AcroForm<</XFA 3 0 R>>>>", PdfFault::form},
        {"<</S/SubmitForm/F(https://example.org)>>", PdfFault::form},
        {"<</Encrypt 9 0 R>>", PdfFault::locked},
    };
    for (const auto& [text, fault] : faults) {
        EXPECT_EQ(cases::find_pdf_fault(pdf(text)), fault) << text;
        EXPECT_EQ(cases::find_pdf_fault(pdf(objects(text))), fault) << text << ", packed";
    }
    // Spelt otherwise; in a remark, where an offset may still point; at the very end.
    EXPECT_EQ(cases::find_pdf_fault(pdf("/J#61v#61Script")), PdfFault::script);
    EXPECT_EQ(cases::find_pdf_fault(pdf("% 5 0 obj <</S/L#61unch>>")), PdfFault::launch);
    EXPECT_EQ(cases::find_pdf_fault(pdf("") + "/Encrypt"), PdfFault::locked);
}

TEST(PdfCheck, what_cannot_be_looked_into_is_not_believed)
{
    EXPECT_EQ(cases::find_pdf_fault("%PDF-1.7\n1 0 obj\n"), PdfFault::unclear) << "cut short";
    EXPECT_EQ(cases::find_pdf_fault(pdf(stream("/Type/ObjStm/Filter[/ASCIIHexDecode]", "2f4a"))),
              PdfFault::unclear);
    // A picture may be packed so.
    EXPECT_EQ(cases::find_pdf_fault(pdf(stream("/Subtype/Image/Filter/ASCII85Decode", "9jqo^"))),
              std::nullopt);
    // Little that would become much.
    constexpr std::size_t much = 16 * 1024 * 1024;
    const auto part = stream("/Filter/FlateDecode", deflated(std::string(much, ' ')));
    std::string parts;
    for (std::int64_t size = 0; size <= cases::pdf_unpacked_bytes_max; size += much)
        parts += part;
    EXPECT_EQ(cases::find_pdf_fault(pdf(part)), std::nullopt);
    EXPECT_LT(parts.size(), much / 16);
    EXPECT_EQ(cases::find_pdf_fault(pdf(parts)), PdfFault::unclear);
}

TEST(Files, are_what_their_bytes_are)
{
    EXPECT_EQ(outcome(pdf("")), "kept pdf");
    EXPECT_EQ(cases::take_file(pdf("")).bytes, pdf(""));
    EXPECT_EQ(outcome(pdf("/Launch ")), "content cases.pdf_launch");
    EXPECT_EQ(outcome("MZ a program that is called carta.pdf"), "content cases.file_unknown");
    EXPECT_EQ(outcome("<html><script>alert(1)</script></html>"), "content cases.file_unknown");
    EXPECT_EQ(outcome("PK\x03\x04"), "content cases.file_unknown");
    EXPECT_EQ(outcome(""), "content cases.file_unknown");
    EXPECT_EQ(outcome(" " + pdf("")), "content cases.file_unknown"); // two kinds in one file
    EXPECT_EQ(outcome("\x89PNG\r\n\x1a\n and no more"), "content cases.file_unknown");
    EXPECT_THROW(cases::take_file_of("no base64!"), Problem);
}

TEST(Files, of_a_picture_only_the_picture_is_kept)
{
    // One white pixel; after its end somebody has written something.
    const auto png = from_base64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8Dw"
                                 "HwAFBQIAX8jx0gAAAABJRU5ErkJggg==")
                         .value() +
                     "<script>alert(1)</script>";
    const auto kept = cases::take_file(png);
    EXPECT_EQ(kept.format, "jpg");
    EXPECT_TRUE(kept.bytes.starts_with("\xff\xd8\xff"));
    EXPECT_EQ(kept.bytes.find("script"), std::string::npos);
}

TEST(Files, have_a_size_beyond_which_they_are_refused)
{
    const std::string empty = pdf("");
    const auto large = [&](std::size_t bytes) {
        return pdf(std::string(bytes - empty.size(), ' '));
    };
    EXPECT_EQ(outcome(large(cases::file_bytes_max)), "kept pdf");
    EXPECT_EQ(outcome(large(cases::file_bytes_max + 1)), "content cases.file_too_large");
}
