// SPDX-License-Identifier: EUPL-1.2
#include "openrosa/xform.h"

#include <openssl/evp.h>
#include <unicode/locid.h>

#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include "base/picture.h"

namespace openrosa {

void append_xml(std::string& out, std::string_view text)
{
    for (const char c : text)
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            // The other control characters are no XML at all.
            out += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
        }
}

std::string as_xml(std::string_view text)
{
    std::string out;
    append_xml(out, text);
    return out;
}

// The protocol asks for it; nothing here relies on it.
std::string md5_of(std::string_view bytes)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    ENSURE(EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_md5(), nullptr) == 1);
    std::string hex;
    for (unsigned int i = 0; i < length; ++i) {
        constexpr auto digits = "0123456789abcdef";
        hex += digits[digest[i] >> 4];
        hex += digits[digest[i] & 15];
    }
    return hex;
}

namespace {

constexpr auto version_place = "{version}";
constexpr std::size_t choices_at_a_glance = 12; // more are searched in
constexpr std::uint32_t one_line = 300;         // characters; longer texts get several lines
// Clocks of phones: as far ahead as base/field.h allows, in days.
constexpr auto clock_ahead_days = "0.0034";

std::string list_of(const Member& field)
{
    return field.kind == Kind::boolean ? "yes_no" : field.about.list ? field.about.list : "";
}

class Writer {
public:
    Writer(const core::House& house, std::string city, const Form& form)
        : house_(house), city_(std::move(city)), form_(form)
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
               as_xml(title_of(form_, "it")) + "</h:title>\n<model odk:xforms-version=\"1.0.0\">\n";
        write_texts();
        write_instance();
        write_lists();
        write_binds();
        out_ += "</model>\n</h:head>\n<h:body>\n";
        write_body();
        out_ += "</h:body>\n</h:html>\n";
        return std::move(out_);
    }

private:
    // ---- texts

    void write_texts()
    {
        out_ += "<itext>\n";
        for (const auto& language : house_.words().languages()) {
            out_ += "<translation lang=\"" + as_xml(named(language)) + "\"";
            out_ += language == "it" ? " default=\"true()\">\n" : ">\n";
            write_texts_in(language);
            out_ += "</translation>\n";
        }
        out_ += "</itext>\n";
    }

    void write_texts_in(const std::string& language)
    {
        text("required", house_.words().say(language, "error.required"));
        for (const auto& question : form_.questions) {
            text(question.name + ":label", label_of(house_, language, form_, question));
            if (const auto hint = hint_of(house_, language, form_, question); !hint.empty())
                text(question.name + ":hint", hint);
            if (const auto why = constraint_message(language, question); !why.empty())
                text(question.name + ":constraint", why);
        }
        std::set<std::string> written;
        for (const auto& question : form_.questions)
            if (has_choices(question) && written.insert(list_of(*question.field)).second)
                for (const auto& [code, label] :
                     choices_of(house_, city_, language, *question.field))
                    text(list_of(*question.field) + "-" + code, label);
    }

    void text(const std::string& id, const std::string& words)
    {
        out_ += "<text id=\"" + as_xml(id) + "\"><value>" + as_xml(words) + "</value></text>\n";
    }

    // "italiano (it)", as phones show it in their menu.
    static std::string named(const std::string& language)
    {
        const icu::Locale locale(language.c_str());
        icu::UnicodeString name;
        locale.getDisplayLanguage(locale, name);
        std::string utf8;
        name.toUTF8String(utf8);
        return utf8 + " (" + language + ")";
    }

    // ---- the data

    // The instanceID comes first: what was cut off on its way still says which one it was.
    void write_instance()
    {
        out_ += "<instance>\n<data id=\"" + as_xml(form_.id) + "\" version=\"" + version_place +
                "\">\n<orx:meta><orx:instanceID/></orx:meta>\n";
        for (const auto& question : form_.questions)
            out_ += "<" + question.name + "/>\n";
        out_ += "</data>\n</instance>\n";
    }

    void write_lists()
    {
        std::set<std::string> written;
        for (const auto& question : form_.questions) {
            if (!has_choices(question) || !written.insert(list_of(*question.field)).second)
                continue;
            const auto list = list_of(*question.field);
            out_ += "<instance id=\"" + list + "\">\n<root>\n";
            for (const auto& choice : choices_of(house_, city_, "it", *question.field))
                out_ += "<item><itextId>" + as_xml(list + "-" + choice.code) + "</itextId><name>" +
                        as_xml(choice.code) + "</name></item>\n";
            out_ += "</root>\n</instance>\n";
        }
    }

    void write_binds()
    {
        out_ += "<bind nodeset=\"/data/orx:meta/orx:instanceID\" type=\"string\""
                " readonly=\"true()\" jr:preload=\"uid\"/>\n";
        for (const auto& question : form_.questions)
            write_bind(question);
        for (const auto& question : form_.questions)
            if (question.now)
                out_ += "<setvalue ref=\"/data/" + question.name +
                        "\" event=\"odk-instance-first-load\" value=\"now()\"/>\n";
    }

    void write_bind(const Question& question)
    {
        out_ += "<bind nodeset=\"/data/" + question.name + "\" type=\"" + type_of(question) + "\"";
        if (!question.is_picture() && question.field->required)
            out_ += " required=\"true()\" jr:requiredMsg=\"jr:itext('required')\"";
        if (const auto relevant = relevance_of(question); !relevant.empty())
            out_ += " relevant=\"" + as_xml(relevant) + "\"";
        if (const auto rule = constraint_of(question); !rule.empty())
            out_ += " constraint=\"" + as_xml(rule) + "\" jr:constraintMsg=\"jr:itext('" +
                    question.name + ":constraint')\"";
        if (question.is_picture())
            out_ += " orx:max-pixels=\"" + std::to_string(picture_side_max) + "\"";
        out_ += "/>\n";
    }

    static std::string type_of(const Question& question)
    {
        if (question.is_picture())
            return "binary";
        switch (question.field->kind) {
        case Kind::integer:
            return "int";
        case Kind::real:
            return "decimal";
        case Kind::date:
            return "date";
        case Kind::instant:
            return "dateTime";
        default:
            return "string";
        }
    }

    std::string relevance_of(const Question& question) const
    {
        if (question.when.empty())
            return "";
        const auto other = "/data/" + question.when;
        if (question.is.empty())
            return other + " != ''";
        std::string any;
        for (const auto& code : question.is)
            any += (any.empty() ? "selected(" : " or selected(") + other + ", '" + code + "')";
        return any;
    }

    // ---- what an answer must be

    static bool has_choices(const Question& question)
    {
        return !question.is_picture() && !list_of(*question.field).empty();
    }

    static std::string constraint_of(const Question& question)
    {
        if (question.is_picture())
            return "";
        const auto& about = question.field->about;
        if (question.field->many)
            return "count-selected(.) <= " + std::to_string(about.count_max);
        switch (question.field->kind) {
        case Kind::text:
            return about.list ? "" : "string-length(.) <= " + std::to_string(about.length_max);
        case Kind::integer:
        case Kind::real:
            return range_of(about);
        case Kind::date:
            return about.not_future ? ". <= today()" : "";
        case Kind::instant:
            return about.not_future ? std::string("decimal-date-time(.) <= "
                                                  "decimal-date-time(now()) + ") +
                                          clock_ahead_days
                                    : "";
        default:
            return "";
        }
    }

    static std::string range_of(const About& about)
    {
        using Bounds = std::numeric_limits<std::int64_t>;
        std::string rule;
        if (about.least != Bounds::min())
            rule = ". >= " + std::to_string(about.least);
        if (about.most != Bounds::max())
            rule += (rule.empty() ? ". <= " : " and . <= ") + std::to_string(about.most);
        return rule;
    }

    std::string constraint_message(const std::string& language, const Question& question) const
    {
        if (constraint_of(question).empty())
            return "";
        const auto& about = question.field->about;
        const auto& words = house_.words();
        if (question.field->many)
            return words.say(language, "error.too_many",
                             {{"most", std::to_string(about.count_max)}});
        if (question.field->kind == Kind::text)
            return words.say(language, "error.too_long",
                             {{"most", std::to_string(about.length_max)}});
        if (about.not_future)
            return words.say(language, "error.in_the_future");
        std::string range;
        if (about.least != std::numeric_limits<std::int64_t>::min())
            range =
                words.say(language, "error.too_small", {{"least", std::to_string(about.least)}});
        if (about.most != std::numeric_limits<std::int64_t>::max())
            range += (range.empty() ? "" : " ") +
                     words.say(language, "error.too_large", {{"most", std::to_string(about.most)}});
        return range;
    }

    // ---- the questions

    void write_body()
    {
        for (std::size_t i = 0; i < form_.questions.size();) {
            std::size_t end = i + 1;
            while (end < form_.questions.size() &&
                   form_.questions[end].screen == form_.questions[i].screen)
                ++end;
            out_ += "<group appearance=\"field-list\">\n";
            for (; i < end; ++i)
                write_question(form_.questions[i]);
            out_ += "</group>\n";
        }
    }

    void write_question(const Question& question)
    {
        const auto ref = " ref=\"/data/" + question.name + "\"";
        if (question.is_picture())
            return write_control("upload", ref + " mediatype=\"image/*\"", question, "");
        if (!has_choices(question))
            return write_control("input", ref + multiline(question), question, "");
        const auto list = list_of(*question.field);
        write_control(question.field->many ? "select" : "select1", ref + long_list(question),
                      question,
                      "<itemset nodeset=\"instance('" + list +
                          "')/root"
                          "/item\"><value ref=\"name\"/>"
                          "<label ref=\"jr:itext(itextId)\"/></itemset>");
    }

    static std::string multiline(const Question& question)
    {
        const bool is_long =
            question.field->kind == Kind::text && question.field->about.length_max > one_line;
        return is_long ? " appearance=\"multiline\"" : "";
    }

    std::string long_list(const Question& question) const
    {
        const auto count = choices_of(house_, city_, "it", *question.field).size();
        return count > choices_at_a_glance ? " appearance=\"minimal autocomplete\"" : "";
    }

    void write_control(const char* element, const std::string& attributes, const Question& question,
                       const std::string& inside)
    {
        out_ += std::string("<") + element + attributes + "><label ref=\"jr:itext('" +
                question.name + ":label')\"/>";
        if (!hint_of(house_, "it", form_, question).empty())
            out_ += "<hint ref=\"jr:itext('" + question.name + ":hint')\"/>";
        out_ += inside + "</" + element + ">\n";
    }

    const core::House& house_;
    const std::string city_;
    const Form& form_;
    std::string out_;
};

} // namespace

XForm write_xform(const core::House& house, const std::string& city, const store::Seal& seal,
                  const Form& form)
{
    XForm xform;
    xform.text = Writer(house, city, form).write();
    xform.version = version_of(seal, form.id, xform.text);
    const std::string_view place = version_place;
    xform.text.replace(xform.text.find(place), place.size(), xform.version);
    xform.md5 = md5_of(xform.text);
    return xform;
}

} // namespace openrosa
