// SPDX-License-Identifier: EUPL-1.2
// What the rules share: reading C++ well enough to tell code from texts and comments.
#include <algorithm>
#include <regex>

#include "tests/tidy/tidy.h"

namespace tidy {

namespace {

// Reads C++ one piece at a time: a comment, a text, a character, or one byte of code.
class CodeReader {
public:
    explicit CodeReader(std::string_view text) : text_(text)
    {
        code_.bare.assign(text);
        code_.without_remarks.assign(text);
    }

    Code read()
    {
        while (at_ < text_.size()) {
            if (begins("//"))
                leave_out(line_end());
            else if (begins("/*"))
                leave_out(after("*/"));
            else if (begins("R\"") && !inside_a_name())
                take_raw_text();
            else if (text_[at_] == '"')
                take_text();
            else if (text_[at_] == '\'' && !inside_a_name())
                blank_to(closing('\''));
            else
                take_byte();
        }
        return std::move(code_);
    }

private:
    bool begins(std::string_view what) const { return text_.substr(at_).starts_with(what); }
    // A digit separator (1'000) opens no character, and fooR"..." is no raw text.
    bool inside_a_name() const
    {
        return at_ > 0 &&
               (std::isalnum(static_cast<unsigned char>(text_[at_ - 1])) || text_[at_ - 1] == '_');
    }
    std::size_t line_end() const { return std::min(text_.find('\n', at_), text_.size()); }
    std::size_t after(std::string_view what) const
    {
        const auto found = text_.find(what, at_ + 2);
        return found == std::string_view::npos ? text_.size() : found + what.size();
    }
    std::size_t closing(char quote) const
    {
        std::size_t place = at_ + 1;
        while (place < text_.size() && text_[place] != quote && text_[place] != '\n')
            place += text_[place] == '\\' ? 2 : 1;
        return std::min(place + 1, text_.size());
    }

    void leave_out(std::size_t end)
    {
        const auto begun = at_;
        blank_to(end);
        code_.without_remarks.replace(begun, end - begun, code_.bare, begun, end - begun);
    }

    void blank_to(std::size_t end)
    {
        for (; at_ < end; ++at_)
            if (text_[at_] != '\n')
                code_.bare[at_] = ' ';
    }

    void take_text()
    {
        const auto end = closing('"');
        const auto inside = text_.substr(at_ + 1, end - at_ - 2);
        std::string plain;
        for (std::size_t i = 0; i < inside.size(); ++i) {
            if (inside[i] == '\\' && i + 1 < inside.size())
                plain += inside[++i] == 'n' ? '\n' : inside[i];
            else
                plain += inside[i];
        }
        take_literal(plain, end);
    }

    void take_raw_text()
    {
        const auto bracket = std::min(text_.find('(', at_), text_.size() - 1);
        const auto mark = ")" + std::string(text_.substr(at_ + 2, bracket - at_ - 2)) + "\"";
        const auto found = std::min(text_.find(mark, bracket), text_.size());
        take_literal(std::string(text_.substr(bracket + 1, found - bracket - 1)),
                     std::min(found + mark.size(), text_.size()));
    }

    void take_literal(const std::string& plain, std::size_t end)
    {
        if (beside_)
            code_.literals.back().text += plain;
        else
            code_.literals.push_back({line_at(text_, at_), plain});
        beside_ = true;
        blank_to(end);
    }

    void take_byte()
    {
        if (!std::isspace(static_cast<unsigned char>(text_[at_])))
            beside_ = false;
        ++at_;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool beside_ = false; // nothing but space since the last text
    Code code_;
};

} // namespace

Code read_code(std::string_view text) { return CodeReader(text).read(); }

std::vector<std::string> lines_of(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

int line_at(std::string_view text, std::size_t place)
{
    const auto before = text.substr(0, place);
    return 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
}

bool is_cpp(const Source& source)
{
    return source.path.ends_with(".cpp") || source.path.ends_with(".h");
}

bool is_test(const Source& source)
{
    const auto name = source.path.substr(source.path.rfind('/') + 1);
    return name.ends_with("_test.cpp") || name.starts_with("testing") ||
           name.ends_with("_for_tests.h") || source.path.starts_with("tests/");
}

std::string module_of(std::string_view path)
{
    constexpr std::string_view folder = "modules/";
    if (!path.starts_with(folder))
        return "";
    path.remove_prefix(folder.size());
    const auto slash = path.find('/');
    return slash == std::string_view::npos ? "" : std::string(path.substr(0, slash));
}

std::vector<std::string> modules_in_order(const Tree& tree)
{
    static const std::regex line(R"(MODULE\(([a-z_]+),)");
    std::vector<std::string> modules;
    if (const auto* list = find_source(tree, "modules/modules.def"))
        for (std::sregex_iterator one(list->text.begin(), list->text.end(), line), end; one != end;
             ++one)
            modules.push_back((*one)[1]);
    return modules;
}

const Source* find_source(const Tree& tree, std::string_view path)
{
    const auto found = std::find_if(tree.begin(), tree.end(),
                                    [&](const Source& source) { return source.path == path; });
    return found == tree.end() ? nullptr : &*found;
}

} // namespace tidy
