// SPDX-License-Identifier: EUPL-1.2
#include "survey/xlsform/xform.h"

#include <unicode/locid.h>

#include <algorithm>
#include <set>

#include "base/problem.h"
#include "survey/xlsform/answer_kinds.h"
#include "survey/xlsform/compiled.h"

namespace xlsform {

namespace {

std::string as_xml(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else // the other control characters are no XML at all
            out += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
    }
    return out;
}

// "italiano (it)", as phones show it in their menu.
std::string named(const std::string& language)
{
    const icu::Locale locale(language.c_str());
    icu::UnicodeString name;
    locale.getDisplayLanguage(locale, name);
    std::string utf8;
    name.toUTF8String(utf8);
    return utf8 + " (" + language + ")";
}

const char* type_of(const Node& node)
{
    switch (node.kind) {
    case Kind::integer:
        return "int";
    case Kind::decimal:
        return "decimal";
    case Kind::date:
        return "date";
    case Kind::time:
        return "time";
    case Kind::date_time:
        return "dateTime";
    case Kind::range:
        return range_of(node.parameters)->is_whole() ? "int" : "decimal";
    case Kind::meta:
        return node.parameters == "today" ? "date" : "dateTime";
    default:
        return "string";
    }
}

class Writer {
public:
    Writer(const Form& form, const Compiled& compiled, std::string version)
        : form_(form), compiled_(compiled), version_(std::move(version))
    {
    }

    std::string write()
    {
        out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
               "<h:html xmlns=\"http://www.w3.org/2002/xforms\""
               " xmlns:h=\"http://www.w3.org/1999/xhtml\""
               " xmlns:jr=\"http://openrosa.org/javarosa\""
               " xmlns:odk=\"http://www.opendatakit.org/xforms\""
               " xmlns:orx=\"http://openrosa.org/xforms\""
               " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\">\n"
               "<h:head>\n<h:title>" +
               as_xml(text_in(form_.title, form_.default_language)) +
               "</h:title>\n<model odk:xforms-version=\"1.0.0\">\n";
        write_texts();
        write_instance();
        write_lists();
        write_binds();
        out_ += "</model>\n</h:head>\n<h:body>\n";
        write_body(form_.nodes);
        out_ += "</h:body>\n</h:html>\n";
        return std::move(out_);
    }

private:
    // ---- texts

    // What a language does not say is said in the default one.
    std::string text_in(const Texts& texts, const std::string& language) const
    {
        for (const auto& one : {language, form_.default_language})
            if (const auto found = texts.find(one); found != texts.end())
                return found->second;
        return texts.empty() ? "" : texts.begin()->second;
    }

    void write_texts()
    {
        out_ += "<itext>\n";
        for (const auto& language : form_.languages) {
            out_ += "<translation lang=\"" + as_xml(named(language)) + "\"";
            out_ += language == form_.default_language ? " default=\"true()\">\n" : ">\n";
            for (const auto& compiled : compiled_.nodes())
                write_texts_of(*compiled.node, language);
            for (const auto& [list, choices] : form_.choices)
                for (std::size_t i = 0; i < choices.size(); ++i)
                    write_text(list + "-" + std::to_string(i), choices[i].label, language, "");
            out_ += "</translation>\n";
        }
        out_ += "</itext>\n";
    }

    void write_texts_of(const Node& node, const std::string& language)
    {
        write_text(node.path + ":label", node.label, language, node.path);
        write_text(node.path + ":hint", node.hint, language, node.path);
        write_text(node.path + ":jr:constraintMsg", node.constraint_message, language, node.path);
        write_text(node.path + ":jr:requiredMsg", node.required_message, language, node.path);
    }

    // Paths in a text are absolute: the text knows no question that it stands at.
    void write_text(const std::string& id, const Texts& texts, const std::string& language,
                    const std::string& context)
    {
        if (texts.empty())
            return;
        out_ += "<text id=\"" + as_xml(id) + "\"><value>";
        for (const auto& piece : pieces_of(text_in(texts, language)))
            out_ += piece.path.empty()
                        ? as_xml(piece.words)
                        : "<output value=\"" + as_xml(absolute(piece.path, context)) + "\"/>";
        out_ += "</value></text>\n";
    }

    // ---- the data

    // The instanceID comes first: what was cut off on its way still says which one it was.
    void write_instance()
    {
        out_ += "<instance>\n<data id=\"" + as_xml(form_.id) + "\" version=\"" + as_xml(version_) +
                "\">\n<orx:meta><orx:instanceID/></orx:meta>\n";
        for (const auto& node : form_.nodes)
            write_data(node);
        out_ += "</data>\n</instance>\n";
    }

    void write_data(const Node& node)
    {
        if (node.kind == Kind::repeat) {
            const bool is_counted = compiled_.find(node)->repeat_count.has_value();
            if (is_counted)
                out_ += "<" + node.name + "_count/>\n";
            write_data_inside(node, " jr:template=\"\"");
            // Where the person says how many there are, the first one stands open.
            if (!is_counted)
                write_data_inside(node, "");
            return;
        }
        if (node.kind == Kind::group)
            return write_data_inside(node, "");
        const bool is_fixed = !is_worked_out(node.default_value);
        const auto value = is_fixed ? as_xml(node.default_value) : "";
        out_ +=
            "<" + node.name + (value.empty() ? "/>" : ">" + value + "</" + node.name + ">") + "\n";
    }

    void write_data_inside(const Node& node, const std::string& attributes)
    {
        out_ += "<" + node.name + attributes + ">\n";
        for (const auto& child : node.children)
            write_data(child);
        out_ += "</" + node.name + ">\n";
    }

    void write_lists()
    {
        for (const auto& [list, choices] : form_.choices) {
            out_ += "<instance id=\"" + as_xml(list) + "\">\n<root>\n";
            for (std::size_t i = 0; i < choices.size(); ++i) {
                out_ += "<item><itextId>" + as_xml(list) + "-" + std::to_string(i) +
                        "</itextId><name>" + as_xml(choices[i].name) + "</name>";
                for (const auto& [column, cell] : choices[i].columns)
                    if (is_element(column))
                        out_ += "<" + column + ">" + as_xml(cell) + "</" + column + ">";
                out_ += "</item>\n";
            }
            out_ += "</root>\n</instance>\n";
        }
    }

    // A column that could be no name of XML can be asked for by no filter either.
    static bool is_element(std::string_view name)
    {
        const auto fits = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        };
        return !name.empty() && fits(name.front()) && name != "itextId" &&
               std::all_of(name.begin(), name.end(), [&](char c) {
                   return fits(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
               });
    }

    // ---- what holds for each question

    void write_binds()
    {
        out_ += "<bind nodeset=\"/data/orx:meta/orx:instanceID\" type=\"string\""
                " readonly=\"true()\" jr:preload=\"uid\"/>\n";
        for (const auto& compiled : compiled_.nodes())
            write_bind(compiled);
        for (const auto& node : form_.nodes)
            write_first_values(node);
    }

    void write_bind(const CompiledNode& compiled)
    {
        const auto& node = *compiled.node;
        const bool is_group = node.kind == Kind::group || node.kind == Kind::repeat;
        if (compiled.repeat_count)
            out_ += "<bind nodeset=\"" + node.path + "_count\" type=\"string\" calculate=\"" +
                    as_xml(to_xpath(*compiled.repeat_count)) + "\"/>\n";
        if (is_group && !compiled.relevant)
            return;
        out_ += "<bind nodeset=\"" + node.path + "\"";
        if (!is_group)
            out_ += " type=\"" + std::string(type_of(node)) + "\"";
        write_rule("required", compiled.required);
        if (compiled.required && !node.required_message.empty())
            out_ += " jr:requiredMsg=\"jr:itext('" + node.path + ":jr:requiredMsg')\"";
        write_rule("relevant", compiled.relevant);
        write_rule("constraint", compiled.constraint);
        if (compiled.constraint && !node.constraint_message.empty())
            out_ += " jr:constraintMsg=\"jr:itext('" + node.path + ":jr:constraintMsg')\"";
        write_rule("calculate", compiled.calculation);
        if (node.read_only || node.kind == Kind::note)
            out_ += " readonly=\"true()\"";
        if (node.kind == Kind::meta)
            out_ += std::string(" jr:preload=\"") +
                    (node.parameters == "today" ? "date" : "timestamp") + "\" jr:preloadParams=\"" +
                    node.parameters + "\"";
        out_ += "/>\n";
    }

    void write_rule(const char* name, const std::optional<Tree>& tree)
    {
        if (tree)
            out_ += std::string(" ") + name + "=\"" + as_xml(to_xpath(*tree)) + "\"";
    }

    // Defaults that are worked out; those within repeats stand in the body, beside their questions.
    void write_first_values(const Node& node)
    {
        if (node.kind == Kind::repeat)
            return;
        for (const auto& child : node.children)
            write_first_values(child);
        write_first_value(node, "odk-instance-first-load");
    }

    void write_first_value(const Node& node, const char* event)
    {
        if (is_worked_out(node.default_value))
            out_ += "<setvalue ref=\"" + node.path + "\" event=\"" + event + "\" value=\"" +
                    as_xml(to_xpath(*compiled_.find(node)->default_value)) + "\"/>\n";
    }

    void write_first_values_of_repeat(const Node& node)
    {
        for (const auto& child : node.children) {
            if (child.kind == Kind::group)
                write_first_values_of_repeat(child);
            write_first_value(child, "odk-instance-first-load odk-new-repeat");
        }
    }

    // ---- what is shown

    void write_body(const std::vector<Node>& nodes)
    {
        for (const auto& node : nodes)
            write_control(node);
    }

    void write_control(const Node& node)
    {
        switch (node.kind) {
        case Kind::group:
            return write_group(node);
        case Kind::repeat:
            return write_repeat(node);
        case Kind::calculate:
        case Kind::meta:
            return;
        case Kind::one:
            return write_question("select1", node, "", itemset_of(node));
        case Kind::many:
            return write_question("select", node, "", itemset_of(node));
        case Kind::acknowledge:
            return write_question("trigger", node, "", "");
        case Kind::range: {
            const auto range = *range_of(node.parameters);
            return write_question("range", node,
                                  " start=\"" + range.start + "\" end=\"" + range.end +
                                      "\" step=\"" + range.step + "\"",
                                  "");
        }
        default:
            return write_question("input", node, "", "");
        }
    }

    void write_question(const char* element, const Node& node, const std::string& attributes,
                        const std::string& inside)
    {
        out_ += std::string("<") + element + " ref=\"" + node.path + "\"" + appearance_of(node) +
                attributes + ">";
        write_label(node);
        if (!node.hint.empty())
            out_ += "<hint ref=\"jr:itext('" + node.path + ":hint')\"/>";
        out_ += inside + "</" + element + ">\n";
    }

    void write_label(const Node& node)
    {
        if (!node.label.empty())
            out_ += "<label ref=\"jr:itext('" + node.path + ":label')\"/>";
    }

    static std::string appearance_of(const Node& node)
    {
        return node.appearance.empty() ? "" : " appearance=\"" + as_xml(node.appearance) + "\"";
    }

    std::string itemset_of(const Node& node) const
    {
        const auto& filter = compiled_.find(node)->choice_filter;
        const auto asked = filter ? "[" + to_xpath(*filter, Place::choice_filter) + "]" : "";
        return "<itemset nodeset=\"instance('" + as_xml(node.choices) + "')/root/item" +
               as_xml(asked) +
               "\"><value ref=\"name\"/><label ref=\"jr:itext(itextId)\"/></itemset>";
    }

    void write_group(const Node& node)
    {
        out_ += "<group ref=\"" + node.path + "\"" + appearance_of(node) + ">\n";
        write_label(node);
        write_body(node.children);
        out_ += "</group>\n";
    }

    void write_repeat(const Node& node)
    {
        out_ += "<group ref=\"" + node.path + "\">\n";
        write_label(node);
        out_ += "<repeat nodeset=\"" + node.path + "\"" + appearance_of(node);
        if (compiled_.find(node)->repeat_count)
            out_ += " jr:count=\"" + node.path + "_count\" jr:noAddRemove=\"true()\"";
        out_ += ">\n";
        write_body(node.children);
        write_first_values_of_repeat(node);
        out_ += "</repeat>\n</group>\n";
    }

    const Form& form_;
    const Compiled& compiled_;
    const std::string version_;
    std::string out_;
};

} // namespace

std::string write_xform(const Form& form, const std::string& version)
{
    std::vector<Fault> faults;
    const Compiled compiled(form, faults);
    ENSURE(faults.empty());
    return Writer(form, compiled, version).write();
}

} // namespace xlsform
