// SPDX-License-Identifier: EUPL-1.2
// The only file of this library that sees pugixml.
#include "survey/xlsform/submission.h"

#include <pugixml.hpp>

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "survey/xlsform/check.h"

namespace xlsform {

namespace {

std::string_view local(std::string_view name)
{
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// The texts directly inside, CDATA too; space at the ends is of the XML, not of the answer.
std::string text_of(const pugi::xml_node& node)
{
    std::string text;
    for (const auto& child : node.children())
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
            text += child.value();
    constexpr auto space = " \t\r\n";
    const auto begins = text.find_first_not_of(space);
    if (begins == std::string::npos)
        return "";
    return text.substr(begins, text.find_last_not_of(space) - begins + 1);
}

bool has_elements(const pugi::xml_node& node)
{
    return std::any_of(node.begin(), node.end(), [](const pugi::xml_node& child) {
        return child.type() == pugi::node_element;
    });
}

class Reader {
public:
    Reader(const Form& form, Submission& submission) : form_(form), submission_(submission) {}

    void read(const pugi::xml_node& root)
    {
        for (const auto& attribute : root.attributes()) {
            if (local(attribute.name()) == "id")
                submission_.form = attribute.value();
            else if (local(attribute.name()) == "version")
                submission_.version = attribute.value();
        }
        for (const auto& child : root.children())
            if (child.type() == pugi::node_element && local(child.name()) == "meta")
                read_meta(child);
        if (submission_.form != form_.id)
            return fail("another form: " + submission_.form);
        read_below(root, form_.nodes, "/data", "");
    }

private:
    void fail(std::string why)
    {
        if (submission_.fault.empty())
            submission_.fault = std::move(why);
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

    // No deeper than the form goes.
    void read_below(const pugi::xml_node& xml, const std::vector<Node>& nodes,
                    const std::string& above, const std::string& occurrence)
    {
        std::map<std::string, int, std::less<>> positions;
        for (const auto& child : xml.children()) {
            if (child.type() != pugi::node_element || !submission_.fault.empty())
                continue;
            const auto name = local(child.name());
            const auto node = std::find_if(nodes.begin(), nodes.end(),
                                           [&](const Node& one) { return one.name == name; });
            if (node != nodes.end())
                read_node(child, *node, occurrence, ++positions[node->name]);
            else if (name != "meta" && !counts_a_repeat(nodes, name))
                fail("not a question of this form: " + above + "/" + std::string(name));
        }
    }

    // What write_xform adds for a repeat whose number the form says.
    static bool counts_a_repeat(const std::vector<Node>& nodes, std::string_view name)
    {
        return std::any_of(nodes.begin(), nodes.end(), [&](const Node& one) {
            return one.kind == Kind::repeat && !one.repeat_count.empty() &&
                   name == one.name + "_count";
        });
    }

    void read_node(const pugi::xml_node& xml, const Node& node, const std::string& occurrence,
                   int position)
    {
        const bool is_repeat = node.kind == Kind::repeat;
        if (!is_repeat && position > 1)
            return fail("answered twice: " + node.path);
        if (is_repeat && xml.attribute("jr:template"))
            return fail("a form, not its answers: " + node.path);
        if (is_repeat && position > occurrences_max)
            return fail("too many: " + node.path);
        if (is_repeat || node.kind == Kind::group) {
            const auto own =
                is_repeat ? (occurrence.empty() ? "" : occurrence + ".") + std::to_string(position)
                          : occurrence;
            return read_below(xml, node.children, node.path, own);
        }
        if (has_elements(xml))
            return fail("no answer: " + node.path);
        if (node.kind != Kind::note)
            take(node, occurrence, text_of(xml));
    }

    void take(const Node& node, const std::string& occurrence, std::string value)
    {
        if (value.empty())
            return;
        if (submission_.answers.size() == answers_max)
            return fail("too many answers");
        submission_.answers.push_back({node.path, occurrence, std::move(value)});
    }

    const Form& form_;
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

} // namespace

Submission read_submission(const Form& form, std::string_view xml)
{
    Submission submission;
    submission.fault = fault_of(xml);
    if (!submission.fault.empty())
        return submission;
    pugi::xml_document document;
    const auto result =
        document.load_buffer(xml.data(), xml.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!result) {
        submission.fault = result.description();
        return submission;
    }
    const auto root = document.document_element();
    for (auto next = root.next_sibling(); next; next = next.next_sibling())
        if (next.type() == pugi::node_element)
            submission.fault = "more than one document";
    if (submission.fault.empty())
        Reader(form, submission).read(root);
    if (!submission.fault.empty())
        submission.answers.clear();
    return submission;
}

} // namespace xlsform
