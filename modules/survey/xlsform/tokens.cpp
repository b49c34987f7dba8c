// SPDX-License-Identifier: EUPL-1.2
#include "survey/xlsform/tokens.h"

#include <algorithm>

#include "survey/xlsform/expression.h"

namespace xlsform {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool begins_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool goes_on_name(char c)
{
    return begins_name(c) || is_digit(c) || c == '-' || c == '.' || c == ':';
}

class Lexer {
public:
    explicit Lexer(std::string_view text) : text_(text) {}

    std::vector<Token> read()
    {
        std::vector<Token> tokens;
        while (true) {
            while (at_ < text_.size() &&
                   std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos)
                ++at_;
            tokens.push_back(next());
            if (tokens.back().kind == Token::Kind::end)
                return tokens;
        }
    }

private:
    char see(std::size_t ahead = 0) const
    {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }

    Token next()
    {
        using enum Token::Kind;
        if (at_ == text_.size())
            return {end, ""};
        const char c = see();
        if (is_digit(c) || (c == '.' && is_digit(see(1))))
            return {number, take_number()};
        if (c == '"' || c == '\'')
            return {text, take_text(c)};
        if (c == '$')
            return {reference, take_reference()};
        if (c == '/' || c == '.')
            return {path, take_path()};
        if (begins_name(c))
            return take_name();
        return {sign, take_sign()};
    }

    std::string take_while(auto&& goes_on)
    {
        const auto begins = at_;
        while (at_ < text_.size() && goes_on(text_[at_]))
            ++at_;
        return std::string(text_.substr(begins, at_ - begins));
    }

    std::string take_number()
    {
        auto number = take_while([](char c) { return is_digit(c) || c == '.'; });
        if (std::count(number.begin(), number.end(), '.') > 1 || begins_name(see()))
            throw ExpressionWrong("not_a_number", number);
        return number;
    }

    std::string take_text(char quote)
    {
        const auto end = text_.find(quote, at_ + 1);
        if (end == std::string_view::npos)
            throw ExpressionWrong("quote_open", std::string(text_.substr(at_, 20)));
        const auto inside = text_.substr(at_ + 1, end - at_ - 1);
        at_ = end + 1;
        return std::string(inside);
    }

    std::string take_reference()
    {
        const auto end = text_.find('}', at_);
        if (see(1) != '{' || end == std::string_view::npos)
            throw ExpressionWrong("unexpected", "$");
        const auto name = text_.substr(at_ + 2, end - at_ - 2);
        at_ = end + 1;
        return std::string(name);
    }

    // ".-1" is a dot less one, but "../a-1" a name.
    std::string take_path()
    {
        const auto begins = at_;
        at_ += see() == '/' ? 1 : 0;
        while (true) {
            if (see() == '.')
                at_ += see(1) == '.' ? 2 : 1;
            else if (begins_name(see()))
                take_while(goes_on_name);
            else
                break;
            if (see() != '/')
                break;
            ++at_;
        }
        return std::string(text_.substr(begins, at_ - begins));
    }

    // A name, or current()/…, which is where paths begin anyway.
    Token take_name()
    {
        constexpr std::string_view current = "current()/";
        if (text_.substr(at_).starts_with(current)) {
            at_ += current.size();
            return {Token::Kind::path, take_path()};
        }
        auto name = take_while(goes_on_name);
        if (see() == '/')
            throw ExpressionWrong("unknown_path", name + take_path());
        return {Token::Kind::name, std::move(name)};
    }

    std::string take_sign()
    {
        constexpr std::string_view signs[] = {"!=", "<=", ">=", "+", "-", "*",
                                              "=",  "<",  ">",  "(", ")", ","};
        for (const auto one : signs)
            if (text_.substr(at_).starts_with(one)) {
                at_ += one.size();
                return std::string(one);
            }
        // Whole characters: "“" is three bytes, and what word processors make of a quote.
        const auto begins = at_++;
        while (at_ < text_.size() && (text_[at_] & 0xC0) == 0x80)
            ++at_;
        throw ExpressionWrong("unexpected", std::string(text_.substr(begins, at_ - begins)));
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

} // namespace

std::vector<Token> tokens_of(std::string_view text) { return Lexer(text).read(); }

} // namespace xlsform
