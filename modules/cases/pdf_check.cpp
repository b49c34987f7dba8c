// SPDX-License-Identifier: EUPL-1.2
#include "cases/pdf_check.h"

#include <algorithm>
#include <array>
#include <string>

#include <zlib.h>

namespace cases {

namespace {

using std::string_view_literals::operator""sv;

struct Refused {
    std::string_view name;
    PdfFault why;
};

// ISO 32000: actions, file attachments, media that play, forms that send.
constexpr std::array refused{
    Refused{"JavaScript", PdfFault::script},
    Refused{"Rendition", PdfFault::script},
    Refused{"Launch", PdfFault::launch},
    Refused{"EmbeddedFile", PdfFault::files},
    Refused{"EmbeddedFiles", PdfFault::files},
    Refused{"RichMedia", PdfFault::files},
    Refused{"XFA", PdfFault::form},
    Refused{"SubmitForm", PdfFault::form},
    Refused{"ImportData", PdfFault::form},
    Refused{"Encrypt", PdfFault::locked},
};

// Beside parts that hold objects, these could hide what is in them.
constexpr std::array odd_packings{"ASCIIHexDecode"sv, "ASCII85Decode"sv, "LZWDecode"sv,
                                  "RunLengthDecode"sv, "Crypt"sv};

constexpr auto white_space = "\0\t\n\f\r "sv;
constexpr auto ends_name = "\0\t\n\f\r ()<>[]{}/%"sv;
constexpr std::size_t name_bytes_max = 127; // as written: longer is none of ours
constexpr std::size_t end_within_bytes = 1024;

int digit_of(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char small = static_cast<char>(c | 0x20);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

// "J#61vaScript" is JavaScript.
std::string spelt_out(std::string_view written)
{
    std::string name;
    for (std::size_t i = 0; i < written.size(); ++i) {
        const bool is_code = written[i] == '#' && i + 2 < written.size() &&
                             digit_of(written[i + 1]) >= 0 && digit_of(written[i + 2]) >= 0;
        if (!is_code) {
            name += written[i];
            continue;
        }
        name += static_cast<char>(digit_of(written[i + 1]) * 16 + digit_of(written[i + 2]));
        i += 2;
    }
    return name;
}

// Reads names out of bytes that come piece by piece.
class Names {
public:
    void take(std::string_view bytes);
    // The piece was the last one of its part.
    void end();

    std::optional<PdfFault> fault() const
    {
        if (fault_)
            return fault_;
        return holds_objects_ && is_odd_ ? std::optional(PdfFault::unclear) : std::nullopt;
    }

private:
    void judge();

    bool in_name_ = false;
    std::string written_;
    std::optional<PdfFault> fault_;
    bool holds_objects_ = false; // parts with objects in them
    bool is_odd_ = false;
};

void Names::take(std::string_view bytes)
{
    while (!bytes.empty()) {
        if (!in_name_) {
            const auto begins = bytes.find('/');
            if (begins == std::string_view::npos)
                return;
            bytes.remove_prefix(begins + 1);
            in_name_ = true;
            continue;
        }
        const auto length = std::min(bytes.find_first_of(ends_name), bytes.size());
        const auto room = name_bytes_max + 1 - std::min(written_.size(), name_bytes_max + 1);
        written_ += bytes.substr(0, std::min(length, room));
        bytes.remove_prefix(length);
        if (!bytes.empty())
            end();
    }
}

void Names::end()
{
    if (in_name_)
        judge();
    in_name_ = false;
    written_.clear();
}

void Names::judge()
{
    if (fault_ || written_.size() > name_bytes_max)
        return;
    const auto name = spelt_out(written_);
    holds_objects_ |= name == "ObjStm";
    is_odd_ |= std::find(odd_packings.begin(), odd_packings.end(), name) != odd_packings.end();
    const auto* found = std::find_if(refused.begin(), refused.end(),
                                     [&](const Refused& one) { return one.name == name; });
    if (found != refused.end())
        fault_ = found->why;
}

// Unpacks what is deflated; one for all parts of a file, which have `budget` bytes together.
class Unpacked {
public:
    Unpacked() { ready_ = inflateInit(&stream_) == Z_OK; }
    ~Unpacked() { inflateEnd(&stream_); }
    Unpacked(const Unpacked&) = delete;
    Unpacked& operator=(const Unpacked&) = delete;

    // What is not deflated, or broken, ends there. False when there was too much of it.
    bool read(std::string_view packed, Names& names);

private:
    z_stream stream_{};
    bool ready_ = false;
    std::int64_t budget_ = pdf_unpacked_bytes_max;
    std::array<char, 32 * 1024> piece_;
};

bool Unpacked::read(std::string_view packed, Names& names)
{
    if (!ready_ || inflateReset(&stream_) != Z_OK)
        return false;
    // zlib reads only; its interface is older than const.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream_.avail_in = static_cast<uInt>(packed.size());
    int outcome = Z_OK;
    while (outcome == Z_OK && budget_ > 0) {
        stream_.next_out = reinterpret_cast<Bytef*>(piece_.data());
        stream_.avail_out = static_cast<uInt>(piece_.size());
        outcome = inflate(&stream_, Z_NO_FLUSH);
        const auto came = piece_.size() - stream_.avail_out;
        names.take({piece_.data(), came});
        budget_ -= static_cast<std::int64_t>(came);
    }
    names.end();
    // What was read counts too: parts may be made to lie inside each other.
    budget_ -= static_cast<std::int64_t>(stream_.total_in);
    return budget_ > 0;
}

bool look_into_parts(std::string_view pdf, Names& names)
{
    constexpr auto begins = "stream"sv;
    Unpacked unpacked;
    for (auto at = pdf.find(begins); at != std::string_view::npos; at = pdf.find(begins, at)) {
        at += begins.size();
        const auto packed = std::min(pdf.find_first_not_of(white_space, at), pdf.size());
        if (packed > at && !unpacked.read(pdf.substr(packed), names))
            return false;
    }
    return true;
}

} // namespace

bool is_pdf(std::string_view bytes) { return bytes.starts_with("%PDF-"); }

std::optional<PdfFault> find_pdf_fault(std::string_view pdf)
{
    const auto tail = pdf.substr(pdf.size() - std::min(pdf.size(), end_within_bytes));
    if (tail.find("%%EOF") == std::string_view::npos)
        return PdfFault::unclear;
    Names names;
    names.take(pdf);
    names.end();
    if (!names.fault() && !look_into_parts(pdf, names))
        return PdfFault::unclear;
    return names.fault();
}

} // namespace cases
