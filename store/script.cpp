// SPDX-License-Identifier: EUPL-1.2
#include "store/script.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace store {

namespace {

enum class Kind { space, comment, quoted, word, other };

struct Token {
    Kind kind;
    std::string_view text;
};

bool is_space(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }
bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Up to and with the closing mark, or all the rest.
std::string_view through(std::string_view text, std::string_view mark, std::size_t from)
{
    const auto found = text.find(mark, from);
    return found == std::string_view::npos ? text : text.substr(0, found + mark.size());
}

Token first_token(std::string_view text)
{
    const char c = text.front();
    if (text.starts_with("--"))
        return {Kind::comment, through(text, "\n", 2)};
    if (text.starts_with("/*"))
        return {Kind::comment, through(text, "*/", 2)};
    // A doubled quote inside quotes ends one token and begins the next, which does no harm here.
    if (c == '\'' || c == '"')
        return {Kind::quoted, through(text, text.substr(0, 1), 1)};

    const auto run = [&](bool (*belongs)(char)) {
        const auto end = std::find_if_not(text.begin(), text.end(), belongs);
        return text.substr(0, static_cast<std::size_t>(end - text.begin()));
    };
    if (is_space(c))
        return {Kind::space, run(is_space)};
    if (is_word(c))
        return {Kind::word, run(is_word)};
    return {Kind::other, text.substr(0, 1)};
}

std::vector<Token> tokens(std::string_view text)
{
    std::vector<Token> found;
    while (!text.empty()) {
        found.push_back(first_token(text));
        text.remove_prefix(found.back().text.size());
    }
    return found;
}

bool same_word(const Token& token, std::string_view word)
{
    return token.kind == Kind::word &&
           std::equal(
               token.text.begin(), token.text.end(), word.begin(), word.end(),
               [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; });
}

std::string trimmed(const std::string& text)
{
    const auto begin = std::find_if_not(text.begin(), text.end(), is_space);
    const auto end = std::find_if_not(text.rbegin(), std::make_reverse_iterator(begin), is_space);
    return {begin, end.base()};
}

} // namespace

std::vector<std::string> split_statements(std::string_view script)
{
    std::vector<std::string> statements;
    std::string statement;
    const auto close = [&] {
        statement = trimmed(statement);
        if (!statement.empty())
            statements.push_back(statement);
        statement.clear();
    };
    for (const auto& token : tokens(script)) {
        if (token.kind == Kind::other && token.text == ";")
            close();
        else
            statement += token.kind == Kind::comment ? "\n" : token.text;
    }
    close();
    return statements;
}

std::string for_sqlite(std::string_view statement)
{
    std::vector<Token> words;
    const auto all = tokens(statement);
    std::copy_if(all.begin(), all.end(), std::back_inserter(words),
                 [](const Token& token) { return token.kind == Kind::word; });
    if (words.size() < 2 || !same_word(words[1], "table"))
        return std::string(statement);
    const bool creates = same_word(words[0], "create");
    if (!creates && !same_word(words[0], "alter"))
        return std::string(statement);

    std::string answer;
    for (auto token = all.begin(); token != all.end(); ++token) {
        if (same_word(*token, "bigint") || same_word(*token, "smallint"))
            answer += "integer";
        else if (same_word(*token, "double") && all.end() - token > 2 &&
                 same_word(token[2], "precision")) {
            answer += "real";
            token += 2;
        } else
            answer += token->text;
    }
    return creates ? answer + " strict" : answer;
}

std::string checksum(std::string_view text)
{
    std::array<unsigned char, 32> hash{};
    crypto_generichash(hash.data(), hash.size(),
                       reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr,
                       0);
    std::array<char, 2 * hash.size() + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    return hex.data();
}

} // namespace store
