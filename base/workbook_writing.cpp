// SPDX-License-Identifier: EUPL-1.2
// The only file that sees libxlsxwriter. It writes to a file by its name: the file is one of the
// memory, so that no answer of anybody comes to lie on a disk. docs/decisions/0021.
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "base/problem.h"
#include "base/utf8.h"
#include "base/workbook.h"

namespace workbook {

namespace {

constexpr std::size_t cell_characters_max = 32'767; // of Excel
constexpr double narrowest = 8;
constexpr double widest = 60;

class MemoryFile {
public:
    MemoryFile() : descriptor_(memfd_create("workbook", MFD_CLOEXEC))
    {
        ENSURE(descriptor_ >= 0);
        name_ = "/proc/self/fd/" + std::to_string(descriptor_);
    }
    ~MemoryFile() { close(descriptor_); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    const std::string& name() const { return name_; }

    std::string bytes() const
    {
        const auto size = lseek(descriptor_, 0, SEEK_END);
        ENSURE(size > 0);
        std::string bytes(static_cast<std::size_t>(size), '\0');
        std::size_t done = 0;
        while (done < bytes.size()) {
            const auto count = pread(descriptor_, bytes.data() + done, bytes.size() - done,
                                     static_cast<off_t>(done));
            ENSURE(count > 0);
            done += static_cast<std::size_t>(count);
        }
        return bytes;
    }

private:
    int descriptor_;
    std::string name_;
};

// What XML cannot hold, and what is longer than a cell of Excel, is left out.
std::string cell_text(const std::string& text)
{
    std::string kept;
    std::size_t count = 0;
    for (const char c : is_utf8(text) ? text : std::string()) {
        const auto byte = static_cast<unsigned char>(c);
        const bool begins = (byte & 0xC0) != 0x80;
        if (byte < 0x20 && c != '\n' && c != '\t')
            continue;
        count += begins ? (byte >= 0xF0 ? 2 : 1) : 0; // Excel counts as UTF-16 does
        if (count > cell_characters_max)
            break;
        kept += c;
    }
    return kept;
}

void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Cell& cell,
                lxw_format* format)
{
    if (cell.number)
        worksheet_write_number(sheet, row, column, *cell.number, format);
    else if (!cell.text.empty())
        worksheet_write_string(sheet, row, column, cell_text(cell.text).c_str(), format);
}

void set_widths(lxw_worksheet* sheet, const std::vector<Row>& rows)
{
    std::vector<double> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.cells.size()), narrowest);
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto wanted = static_cast<double>(characters(row.cells[i].text)) + 2;
            widths[i] = std::clamp(wanted, widths[i], widest);
        }
    }
    for (std::size_t i = 0; i < widths.size(); ++i)
        worksheet_set_column(sheet, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), widths[i],
                             nullptr);
}

// Rows stand where their line says, so that a fault that names a row is found again.
void write_sheet(lxw_workbook* book, const Sheet& from, lxw_format* head)
{
    auto* sheet = workbook_add_worksheet(book, from.name.c_str());
    ENSURE(sheet); // a name of 1 to 31 characters, without []:*?/\ and not taken
    set_widths(sheet, from.rows);
    int next = 1;
    for (const auto& row : from.rows) {
        const int line = std::max(row.line, next);
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            write_cell(sheet, static_cast<lxw_row_t>(line - 1), static_cast<lxw_col_t>(i),
                       row.cells[i], next == 1 ? head : nullptr);
        next = line + 1;
    }
    worksheet_freeze_panes(sheet, 1, 0);
}

} // namespace

std::string write(const std::vector<Sheet>& sheets)
{
    ENSURE(!sheets.empty());
    const MemoryFile file;
    lxw_workbook_options options{};
    // The parts are put together in files without a name; in memory, where there is such a place.
    constexpr auto memory = "/dev/shm";
    std::string folder = std::filesystem::is_directory(memory) ? memory : "";
    options.tmpdir = folder.empty() ? nullptr : folder.data();
    auto* book = workbook_new_opt(file.name().c_str(), &options);
    ENSURE(book);
    lxw_doc_properties properties{};
    properties.created = 946'684'800; // 2000-01-01: else each writing would be another file
    workbook_set_properties(book, &properties);
    auto* head = workbook_add_format(book);
    format_set_bold(head);
    for (const auto& sheet : sheets)
        write_sheet(book, sheet, head);
    ENSURE(workbook_close(book) == LXW_NO_ERROR);
    return file.bytes();
}

} // namespace workbook
