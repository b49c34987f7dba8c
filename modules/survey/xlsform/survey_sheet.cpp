// SPDX-License-Identifier: EUPL-1.2
#include "survey/xlsform/survey_sheet.h"

#include <algorithm>
#include <set>

#include "survey/xlsform/answer_kinds.h"
#include "survey/xlsform/expression.h"
#include "survey/xlsform/question_types.h"
#include "survey/xlsform/reading.h"

namespace xlsform {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

// A name of XML without letters that other programs stumble over; the names of XForms are taken.
bool is_name(std::string_view name)
{
    constexpr std::size_t characters_max = 60;
    return name.size() <= characters_max && is_letter(name.front()) &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
           });
}

bool is_taken(std::string_view name) { return name == "meta" || name == "data"; }

class Reader {
public:
    Reader(const Table& survey, const Form& form, std::vector<Fault>& faults)
        : survey_(survey), form_(form), faults_(faults)
    {
    }

    std::vector<Node> read()
    {
        open_.push_back({});
        for (const auto& row : survey_.rows()) {
            if (++count_ > nodes_max) {
                fault(row, "", "too_many_questions", std::to_string(nodes_max));
                break;
            }
            read_row(row);
        }
        while (open_.size() > 1) {
            const auto at = open_.back().node.at;
            faults_.push_back({"survey", std::atoi(at.c_str() + at.rfind('!') + 1), "type",
                               "not_closed", open_.back().node.name});
            close();
        }
        if (open_.front().node.children.empty())
            faults_.push_back({"survey", 0, "", "no_questions", ""});
        return std::move(open_.front().node.children);
    }

private:
    // A group whose end was not read yet; the first one is the form.
    struct Open {
        Node node;
        std::set<std::string> names; // of its children
    };

    void fault(const SheetRow& row, const std::string& column, const char* code,
               const std::string& fact = {})
    {
        faults_.push_back({"survey", row.line, survey_.header(column), code, fact});
    }

    void read_row(const SheetRow& row)
    {
        const auto text = survey_.cell(row, "type");
        const auto type = question_type(text);
        if (text.empty())
            return fault(row, "type", "missing", "type");
        if (type.what == QuestionType::What::unknown)
            return fault(row, "type", "unsupported_type", text);
        if (type.what == QuestionType::What::end)
            return end(row, type.kind);
        auto node = read_node(row, type);
        if (!take_name(row, node))
            node.name.clear(); // goes on, so that its children are read too
        if (type.what == QuestionType::What::begin)
            return begin(row, std::move(node));
        open_.back().node.children.push_back(std::move(node));
    }

    void begin(const SheetRow& row, Node node)
    {
        if (static_cast<int>(open_.size()) > nesting_max)
            fault(row, "type", "too_deep", std::to_string(nesting_max));
        open_.push_back({std::move(node), {}});
    }

    void end(const SheetRow& row, Kind kind)
    {
        for (const auto& column : survey_.columns())
            if (column.name != "type" && column.name != "name" && column.name != "label" &&
                !column.name.empty() && !survey_.cell(row, column.name).empty())
                fault(row, column.name, "not_for_this_type", column.header);
        if (open_.size() == 1 || open_.back().node.kind != kind)
            return fault(row, "type", "nothing_to_end", kind == Kind::group ? "group" : "repeat");
        if (open_.back().node.children.empty())
            fault(row, "type", "empty_group", open_.back().node.name);
        close();
    }

    void close()
    {
        auto node = std::move(open_.back().node);
        open_.pop_back();
        open_.back().node.children.push_back(std::move(node));
    }

    bool take_name(const SheetRow& row, Node& node)
    {
        if (node.name.empty()) {
            fault(row, "name", "missing", "name");
            return false;
        }
        if (!is_name(node.name) || is_taken(node.name)) {
            fault(row, "name", "bad_name", node.name);
            return false;
        }
        auto& names = open_.back().names;
        // Collect is given the number of a counted repeat as a question of that name.
        const bool is_counted = !node.repeat_count.empty();
        if (!names.insert(node.name).second ||
            (is_counted && !names.insert(node.name + "_count").second)) {
            fault(row, "name", "name_twice", node.name);
            return false;
        }
        const auto& above = open_.back().node.path;
        node.path = (above.empty() ? "/data" : above) + "/" + node.name;
        return true;
    }

    // ---- one row

    Node read_node(const SheetRow& row, const QuestionType& type)
    {
        const auto cell = [&](std::string_view column) { return survey_.cell(row, column); };
        const auto texts = [&](std::string_view column) {
            return survey_.texts(row, column, form_.default_language);
        };
        Node node;
        node.name = cell("name");
        node.at = "survey!" + std::to_string(row.line);
        node.kind = type.kind;
        node.label = texts("label");
        node.hint = texts("hint");
        node.constraint_message = texts("constraint_message");
        node.required_message = texts("required_message");
        node.choices = type.list;
        node.or_other = type.or_other;
        node.appearance = cell("appearance");
        node.parameters = type.kind == Kind::meta ? cell("type") : cell("parameters");
        node.required = says_no(cell("required")) ? "" : cell("required");
        node.relevant = cell("relevant");
        node.constraint = cell("constraint");
        node.calculation = cell("calculation");
        node.choice_filter = cell("choice_filter");
        node.default_value = cell("default");
        node.repeat_count = cell("repeat_count");
        node.read_only = says_yes(cell("read_only"));
        node.need = cell("need");
        node.aspect = cell("aspect");
        node.role = cell("role");
        check(row, node);
        return node;
    }

    void check(const SheetRow& row, Node& node)
    {
        for (const auto& column : survey_.columns())
            if (!column.name.empty() && !has_column(node.kind, column.name) &&
                !all_of(row, column).empty())
                fault(row, column.header, "not_for_this_type", survey_.cell(row, "type"));
        if (is_shown(node.kind) && !node.label.contains(form_.default_language))
            fault(row, "label", "missing_label", form_.default_language);
        if (node.kind == Kind::calculate && node.calculation.empty())
            fault(row, "calculation", "missing", "calculation");
        if (!says_yes(survey_.cell(row, "read_only")) && !says_no(survey_.cell(row, "read_only")))
            fault(row, "read_only", "yes_or_no", survey_.cell(row, "read_only"));
        for (const auto& word : codes_of(node.appearance))
            if (!is_appearance(word))
                fault(row, "appearance", "unsupported_appearance", word);
        check_list(row, node);
        check_parameters(row, node);
        check_default(row, node);
    }

    // Whatever stands in the column, in that language only.
    std::string all_of(const SheetRow& row, const Column& column) const
    {
        const auto place = static_cast<std::size_t>(&column - survey_.columns().data());
        return place < row.cells.size() ? row.cells[place] : "";
    }

    void check_list(const SheetRow& row, const Node& node)
    {
        const bool has_list = node.kind == Kind::one || node.kind == Kind::many;
        if (has_list && !form_.choices.contains(node.choices))
            fault(row, "type", "unknown_list", node.choices);
    }

    void check_parameters(const SheetRow& row, Node& node)
    {
        if (node.kind != Kind::range)
            return;
        const auto range = range_of(node.parameters);
        if (!range)
            return fault(row, "parameters", "bad_range", node.parameters);
        node.parameters = "start=" + range->start + " end=" + range->end + " step=" + range->step;
    }

    // One that is not worked out must be an answer that could be given.
    void check_default(const SheetRow& row, const Node& node)
    {
        const auto& value = node.default_value;
        if (value.empty() || is_worked_out(value))
            return;
        const auto list = form_.choices.find(node.choices);
        const auto has = [&](const std::string& code) {
            return list != form_.choices.end() &&
                   std::any_of(list->second.begin(), list->second.end(),
                               [&](const Choice& choice) { return choice.name == code; });
        };
        bool fits = fits_kind(node, value);
        if (node.kind == Kind::one)
            fits = has(value);
        if (node.kind == Kind::many)
            for (const auto& code : codes_of(value))
                fits = fits && has(code);
        if (!fits)
            fault(row, "default", "bad_default", value);
    }

    const Table& survey_;
    const Form& form_;
    std::vector<Fault>& faults_;
    std::vector<Open> open_;
    std::size_t count_ = 0;
};

} // namespace

bool knows_survey_column(const std::string& name)
{
    static const std::set<std::string> known{"type",
                                             "name",
                                             "label",
                                             "hint",
                                             "constraint_message",
                                             "required",
                                             "relevant",
                                             "constraint",
                                             "required_message",
                                             "calculation",
                                             "choice_filter",
                                             "default",
                                             "appearance",
                                             "repeat_count",
                                             "parameters",
                                             "read_only",
                                             "need",
                                             "aspect",
                                             "role"};
    return known.contains(name);
}

std::vector<Node> read_survey_sheet(const Table& survey, const Form& form,
                                    std::vector<Fault>& faults)
{
    return Reader(survey, form, faults).read();
}

} // namespace xlsform
