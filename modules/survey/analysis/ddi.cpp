// SPDX-License-Identifier: EUPL-1.2
// The order of the elements is that of the schema of DDI-Codebook 2.5, which is strict about it.
#include <map>

#include "base/html.h"
#include "survey/analysis/writers.h"

namespace analysis {

namespace {

// Elements within each other; what is written into them is escaped as in HTML, which is good XML.
class Xml {
public:
    using Attributes = std::vector<std::pair<std::string, std::string>>;

    Xml& open(const std::string& name, const Attributes& attributes = {})
    {
        begin(name, attributes);
        out_ += ">\n";
        open_.push_back(name);
        return *this;
    }
    Xml& close()
    {
        const auto name = open_.back();
        open_.pop_back();
        indent();
        out_ += "</" + name + ">\n";
        return *this;
    }
    // Nothing to say is not said.
    Xml& element(const std::string& name, const std::string& text,
                 const Attributes& attributes = {})
    {
        if (text.empty())
            return *this;
        begin(name, attributes);
        out_ += ">" + as_html(text) + "</" + name + ">\n";
        return *this;
    }
    std::string take() { return std::move(out_); }

private:
    void indent() { out_.append(open_.size() * 2, ' '); }
    void begin(const std::string& name, const Attributes& attributes)
    {
        indent();
        out_ += "<" + name;
        for (const auto& [key, value] : attributes)
            out_ += " " + key + "=\"" + as_html(value) + "\"";
    }

    std::string out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    std::vector<std::string> open_;
};

void write_document(Xml& xml, const Study& study)
{
    xml.open("docDscr").open("citation").open("titlStmt");
    xml.element("titl", study.title).element("IDNo", study.id).close();
    xml.open("prodStmt").element("producer", study.producer);
    const auto day = to_string(local_date(study.made_at));
    xml.element("prodDate", day, {{"date", day}}).element("software", study.program);
    xml.close().close().close();
}

void write_scope(Xml& xml, const Study& study)
{
    xml.open("stdyInfo").open("sumDscr");
    for (const auto& [event, date] :
         {std::pair("start", study.from), std::pair("end", study.until)}) {
        const auto day = to_string(date);
        xml.element("collDate", day, {{"date", day}, {"event", event}});
    }
    xml.element("nation", "Italia", {{"abbr", "IT"}}).element("geogCover", study.place);
    xml.element("universe", study.universe).close().close();
}

void write_study(Xml& xml, const Study& study)
{
    xml.open("stdyDscr").open("citation").open("titlStmt");
    xml.element("titl", study.title).element("IDNo", study.id).close();
    xml.open("prodStmt").element("producer", study.producer).close().close();
    write_scope(xml, study);
    xml.open("method").open("dataColl");
    xml.element("sampProc", study.sampling).element("collMode", study.collection);
    xml.element("weight", study.weighting).close();
    xml.open("anlyInfo").element("respRate", study.response).close().close();
    xml.open("dataAccs").open("useStmt").element("restrctn", study.access);
    xml.close().close().close();
}

void write_file(Xml& xml, const Study& study, const Table& wide)
{
    xml.open("fileDscr", {{"ID", "F1"}}).open("fileTxt");
    xml.element("fileName", study.id + ".csv").open("dimensns");
    xml.element("caseQnty", std::to_string(wide.rows.size()));
    xml.element("varQnty", std::to_string(wide.variables.size())).close();
    xml.element("fileType", "text/csv; charset=utf-8; header=present").close().close();
}

struct Counts {
    std::map<std::string, int> of_value;
    int valid = 0;
    int none = 0;
    int not_in_version = 0;
};

Counts count(const Table& wide, std::size_t column)
{
    Counts counts;
    for (const auto& row : wide.rows) {
        const auto& cell = row[column];
        if (cell.state == Cell::State::none)
            ++counts.none;
        else if (cell.state == Cell::State::not_in_version)
            ++counts.not_in_version;
        else {
            ++counts.valid;
            ++counts.of_value[cell.text];
        }
    }
    return counts;
}

void write_category(Xml& xml, const std::string& code, const std::string& label, int count,
                    bool missing)
{
    xml.open("catgry", missing ? Xml::Attributes{{"missing", "Y"}} : Xml::Attributes{});
    xml.element("catValu", code).element("labl", label);
    xml.element("catStat", std::to_string(count), {{"type", "freq"}}).close();
}

std::string versions_of(const Wording& wording)
{
    std::string text;
    for (const int one : wording.versions)
        text += (text.empty() ? "" : " ") + std::to_string(one);
    return text;
}

void write_questions(Xml& xml, const Variable& variable)
{
    for (const auto& one : variable.wordings) {
        xml.open("qstn", {{"seqNo", versions_of(one)}});
        xml.element("qstnLit", one.label).close();
    }
}

void write_variable(Xml& xml, const Table& wide, std::size_t column, const Terms& terms)
{
    const auto& one = wide.variables[column];
    const auto counts = count(wide, column);
    const bool is_number = one.measure == Measure::number || one.measure == Measure::day;
    Xml::Attributes attributes{{"ID", "V" + std::to_string(column + 1)},
                               {"name", one.name},
                               {"files", "F1"},
                               {"intrvl", is_number ? "contin" : "discrete"}};
    if (one.weight)
        attributes.emplace_back("wgt", "wgt");
    xml.open("var", attributes).element("labl", one.label);
    write_questions(xml, one);
    if (!one.question.empty()) {
        xml.element("sumStat", std::to_string(counts.valid), {{"type", "vald"}});
        xml.element("sumStat", std::to_string(counts.none + counts.not_in_version),
                    {{"type", "invd"}});
    }
    for (const auto& category : one.categories) {
        const auto found = counts.of_value.find(category.code);
        write_category(xml, category.code, category.label,
                       found == counts.of_value.end() ? 0 : found->second, false);
    }
    if (counts.not_in_version > 0)
        write_category(xml, "NOT_IN_VERSION", terms.not_in_version, counts.not_in_version, true);
    if (!one.question.empty() && counts.none > 0)
        write_category(xml, "", terms.no_answer, counts.none, true);
    xml.element("concept", one.need, {{"vocab", "need_item"}});
    const auto* type = is_number && one.measure == Measure::number ? "numeric" : "character";
    xml.open("varFormat", {{"type", type}}).close().close();
}

} // namespace

std::string write_ddi(const Study& study, const Table& wide, const Terms& terms)
{
    Xml xml;
    xml.open("codeBook", {{"xmlns", "ddi:codebook:2_5"},
                          {"version", "2.5"},
                          {"xml:lang", study.language},
                          {"ID", "S-" + study.id}});
    write_document(xml, study);
    write_study(xml, study);
    write_file(xml, study, wide);
    xml.open("dataDscr");
    for (std::size_t i = 0; i < wide.variables.size(); ++i)
        write_variable(xml, wide, i, terms);
    return xml.close().close().take();
}

} // namespace analysis
