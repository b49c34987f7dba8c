// SPDX-License-Identifier: EUPL-1.2
#include "paper/described.h"

#include <cstdio>

#include "base/problem.h"

namespace paper {

namespace {

// "123" of "/Root 123 0 R".
std::string number_after(const std::string& pdf, const std::string& name, std::size_t from)
{
    const auto at = pdf.find(name, from);
    ENSURE(at != std::string::npos);
    const auto begins = pdf.find_first_of("0123456789", at + name.size());
    return pdf.substr(begins, pdf.find_first_not_of("0123456789", begins) - begins);
}

} // namespace

std::string with_language(std::string pdf, const std::string& language)
{
    const auto trailer = pdf.rfind("trailer");
    ENSURE(trailer != std::string::npos);
    const auto root = number_after(pdf, "/Root", trailer);
    const auto size = number_after(pdf, "/Size", trailer);
    const auto info = number_after(pdf, "/Info", trailer);
    const auto before = number_after(pdf, "startxref", trailer);

    const auto opening = "\n" + root + " 0 obj\n";
    const auto begins = pdf.find(opening);
    ENSURE(begins != std::string::npos);
    const auto ends = pdf.find("endobj", begins);
    auto catalogue = pdf.substr(begins + 1, ends - begins - 1);
    const auto inside = catalogue.find("<<");
    ENSURE(catalogue.find("/Type /Catalog") != std::string::npos && inside != std::string::npos);
    std::string said =
        " /Lang (" + language + ")\n   /ViewerPreferences << /DisplayDocTitle true >>\n";
    if (catalogue.find("/MarkInfo") == std::string::npos)
        said += "   /MarkInfo << /Marked true >>\n";
    catalogue.insert(inside + 2, said + "  ");

    if (pdf.back() != '\n')
        pdf += '\n';
    char offset[16];
    std::snprintf(offset, sizeof offset, "%010zu", pdf.size());
    pdf += catalogue + "endobj\n";
    const auto table = std::to_string(pdf.size());
    pdf += "xref\n" + root + " 1\n" + offset + " 00000 n \n";
    pdf += "trailer\n<< /Size " + size + "\n   /Root " + root + " 0 R\n   /Info " + info +
           " 0 R\n   /Prev " + before + "\n>>\nstartxref\n" + table + "\n%%EOF\n";
    return pdf;
}

} // namespace paper
