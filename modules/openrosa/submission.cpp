// SPDX-License-Identifier: EUPL-1.2
// The only file of this module that sees pugixml.
#include "openrosa/submission.h"

#include <pugixml.hpp>

#include <algorithm>

#include "base/utf8.h"

namespace openrosa {

namespace {

std::string_view local(std::string_view name)
{
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view trimmed(std::string_view text)
{
    constexpr auto space = " \t\r\n";
    const auto begins = text.find_first_not_of(space);
    if (begins == std::string_view::npos)
        return {};
    return text.substr(begins, text.find_last_not_of(space) - begins + 1);
}

// The texts directly inside, CDATA too.
std::string text_of(const pugi::xml_node& node)
{
    std::string text;
    for (const auto& child : node.children())
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
            text += child.value();
    return std::string(trimmed(text));
}

bool has_elements(const pugi::xml_node& node)
{
    return std::any_of(node.begin(), node.end(), [](const pugi::xml_node& child) {
        return child.type() == pugi::node_element;
    });
}

class Reader {
public:
    explicit Reader(Submission& submission) : submission_(submission) {}

    void read_root(const pugi::xml_node& root)
    {
        for (const auto& attribute : root.attributes()) {
            if (local(attribute.name()) == "id")
                submission_.form = attribute.value();
            else if (local(attribute.name()) == "version")
                submission_.version = attribute.value();
        }
        read_below(root, "", 1);
    }

private:
    void read_below(const pugi::xml_node& node, const std::string& path, int depth)
    {
        if (depth > depth_max)
            return fail("too deep");
        for (const auto& child : node.children()) {
            if (child.type() != pugi::node_element)
                continue;
            const auto name = local(child.name());
            if (name == "meta" && depth == 1)
                read_meta(child);
            else if (has_elements(child))
                read_below(child, path + std::string(name) + "/", depth + 1);
            else
                take(path + std::string(name), text_of(child));
        }
    }

    void read_meta(const pugi::xml_node& meta)
    {
        for (const auto& child : meta.children()) {
            if (local(child.name()) == "instanceID")
                submission_.instance = text_of(child);
            else if (local(child.name()) == "deprecatedID")
                submission_.deprecated = text_of(child);
        }
    }

    void take(std::string question, std::string text)
    {
        if (text.empty())
            return;
        if (submission_.answers.size() == answers_max)
            return fail("too many answers");
        submission_.answers.push_back({std::move(question), std::move(text)});
    }

    void fail(const char* why)
    {
        if (submission_.fault.empty())
            submission_.fault = why;
    }

    Submission& submission_;
};

bool is_forbidden(char c)
{
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

// What may not reach the parser at all.
std::string fault_of(std::string_view xml)
{
    if (xml.size() > xml_bytes_max)
        return "too large";
    if (!is_utf8(xml))
        return "not UTF-8";
    if (std::any_of(xml.begin(), xml.end(), is_forbidden))
        return "control characters";
    if (xml.find("<!DOCTYPE") != std::string_view::npos)
        return "a document type";
    return "";
}

// Elements open at once, counted without looking inside them: before anything walks down them.
bool is_too_deep(std::string_view xml)
{
    constexpr int open_max = 1000;
    int open = 0;
    for (auto at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at)) {
        const auto end = xml.find('>', at);
        if (end == std::string_view::npos || end == at + 1)
            return false; // no XML: the parser will say so
        const char kind = xml[at + 1];
        if (kind == '/')
            --open;
        else if (kind != '!' && kind != '?' && xml[end - 1] != '/' && ++open > open_max)
            return true;
        at = end;
    }
    return false;
}

} // namespace

const std::string* Submission::find(std::string_view question) const
{
    const auto found = std::find_if(answers.begin(), answers.end(),
                                    [&](const Answer& one) { return one.question == question; });
    return found == answers.end() ? nullptr : &found->text;
}

Submission read_submission(std::string_view xml)
{
    Submission submission;
    submission.fault = fault_of(xml);
    if (submission.fault.empty() && is_too_deep(xml))
        submission.fault = "too deep";
    if (!submission.fault.empty())
        return submission;

    pugi::xml_document document;
    const auto result =
        document.load_buffer(xml.data(), xml.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!result)
        submission.fault = result.description();
    const auto root = document.document_element();
    if (root.next_sibling())
        submission.fault = "more than one document";
    Reader(submission).read_root(root);
    return submission;
}

Uuid id_of_instance(const std::string& instance)
{
    constexpr std::string_view prefix = "uuid:";
    const std::string_view text = instance;
    const auto bare = text.starts_with(prefix) ? text.substr(prefix.size()) : text;
    const auto uuid = parse_uuid(bare);
    return uuid && !uuid->is_nil() ? *uuid : named_uuid("openrosa " + instance);
}

Uuid id_of(const Submission& submission, const std::string& mark)
{
    return submission.instance.empty() ? named_uuid("openrosa without name " + mark)
                                       : id_of_instance(submission.instance);
}

namespace {

bool is_number(std::string_view text)
{
    const auto digits = text.substr(text.starts_with('-') ? 1 : 0);
    constexpr std::size_t digits_max = 15;
    return !digits.empty() && digits.size() <= digits_max &&
           std::all_of(digits.begin(), digits.end(),
                       [](char c) { return (c >= '0' && c <= '9') || c == '.'; }) &&
           std::count(digits.begin(), digits.end(), '.') <= 1 && !digits.starts_with('.') &&
           !digits.ends_with('.') && (digits.size() == 1 || digits[0] != '0' || digits[1] == '.');
}

void write_list(std::string& out, std::string_view text)
{
    out += '[';
    bool first = true;
    while (!(text = trimmed(text)).empty()) {
        const auto end = std::min(text.find_first_of(" \t\r\n"), text.size());
        out += first ? "" : ",";
        write_json(out, text.substr(0, end));
        text.remove_prefix(end);
        first = false;
    }
    out += ']';
}

// What is no number or truth goes on as a text, and the act says what it would have taken.
void write_answer(std::string& out, const Member& field, const std::string& text)
{
    const bool bare =
        (field.kind == Kind::boolean && (text == "true" || text == "false")) ||
        ((field.kind == Kind::integer || field.kind == Kind::real) && is_number(text));
    if (field.many)
        write_list(out, text);
    else if (bare)
        out += text;
    else
        write_json(out, text);
}

} // namespace

Input input_of(const Form& form, const Submission& submission, const Uuid& id)
{
    Input input;
    JsonObject object(input.json);
    object.text("id", to_string(id));
    std::vector<std::string_view> seen;
    for (const auto& [question, text] : submission.answers) {
        const auto* asked = form.find_question(question);
        const bool twice = std::find(seen.begin(), seen.end(), question) != seen.end();
        seen.push_back(question);
        if (twice) {
            input.errors.push_back({question, "openrosa.answered_twice", {}});
        } else if (const auto* field = form.find_field(question)) {
            write_answer(object.member(question), *field, text);
        } else if (!asked) {
            input.errors.push_back({question, "openrosa.not_asked", {}});
        }
    }
    object.close();
    return input;
}

namespace {

void write_value(std::string& out, JsonView value)
{
    using enum JsonView::Kind;
    switch (value.kind()) {
    case null:
        out += "null";
        break;
    case boolean:
        out += value.boolean() ? "true" : "false";
        break;
    case integer:
        out += std::to_string(value.integer());
        break;
    case real:
        ::write_value(out, value.real());
        break;
    case text:
        write_json(out, value.text());
        break;
    case list:
        out += '[';
        for (std::size_t i = 0; i < value.size(); ++i) {
            out += i > 0 ? "," : "";
            write_value(out, value.at(i));
        }
        out += ']';
        break;
    case object: {
        JsonObject inner(out);
        value.each_member([&](std::string_view name, JsonView member) {
            write_value(inner.member(name), member);
        });
        inner.close();
    }
    }
}

} // namespace

std::string merged(const core::Act& act, const Form& form, std::string_view before,
                   std::string_view changed)
{
    const auto old_document = JsonDocument::parse(before);
    const auto new_document = JsonDocument::parse(changed);
    std::string out;
    JsonObject object(out);
    for (const auto& member : act.input.members) {
        const bool asked = member.name == "id" || form.find_question(member.name);
        auto value = new_document.root().member(member.name);
        if (value.is_null() && !asked)
            value = old_document.root().member(member.name);
        if (!value.is_null())
            write_value(object.member(member.name), value);
    }
    object.close();
    return out;
}

std::vector<NamedPicture> pictures_of(const Form& form, const Submission& submission)
{
    std::vector<NamedPicture> pictures;
    for (const auto& question : form.questions)
        if (question.is_picture())
            if (const auto* name = submission.find(question.name))
                pictures.push_back({question.name, *name});
    return pictures;
}

} // namespace openrosa
