// SPDX-License-Identifier: EUPL-1.2
// What must hold for questionnaires: whatever was written in one, and whatever was sent of one.
#include <algorithm>

#include "base/zip.h"
#include "survey/xlsform/check.h"
#include "survey/xlsform/compiled.h"
#include "survey/xlsform/evaluation.h"
#include "survey/xlsform/form_json.h"
#include "survey/xlsform/reading.h"
#include "survey/xlsform/submission.h"
#include "survey/xlsform/xform.h"
#include "tests/fuzz/inputs.h"

namespace fuzz {

namespace {

const Instant now{1'795'468'500'000};

void must(bool holds, const std::string& what)
{
    if (!holds)
        throw Broken(what);
}

// "@survey\ntype,name\n@choices\n…": one sheet below each line that begins so.
std::map<std::string, std::string> sheets_in(std::string_view text)
{
    std::map<std::string, std::string> files;
    std::string name = "survey.csv";
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (line.starts_with('@'))
            name = std::string(line.substr(1)) + ".csv";
        else
            files[name] += std::string(line) + "\n";
    }
    return files;
}

// A question of each kind, in groups and in repeats.
const xlsform::Form& example()
{
    static const auto form = [] {
        std::vector<xlsform::Fault> faults;
        const auto sheets = xlsform::sheets_of_csv(
            sheets_in("type,name,label,relevant,calculation,choice_filter\n"
                      "integer,age,A,,,\nselect_multiple l,needs,N,,,\n"
                      "begin_group,home,H,${age} > 17,,\ntext,city,C,,,\nend_group,,,,,\n"
                      "begin_repeat,child,C,,,\ntext,called,N,${age} > 1,,\n"
                      "select_one l,where,W,,,area = ${called}\n"
                      "begin_repeat,toy,T,,,\ndecimal,cost,C,,,\nend_repeat,,,,,\n"
                      "end_repeat,,,,,\ncalculate,all,,,sum(${cost}) + count(${child}),\n"
                      "date,day,D,,,\ntext,out,O,,,\n"
                      "@choices\nlist_name,name,label,area\nl,A,A,x\nl,B,B,y\n"
                      "@settings\nform_id,version\nexample,1\n"),
            faults);
        auto read = xlsform::read_sheets(sheets, faults);
        must(faults.empty(), "the example is at fault");
        return read;
    }();
    return form;
}

void must_have_reasons(const std::vector<xlsform::Fault>& faults)
{
    for (const auto& fault : faults)
        must(!fault.code.empty() && fault.row >= 0, "a fault without a reason");
}

} // namespace

void try_expression(std::string_view bytes)
{
    static const xlsform::Names names(example());
    for (const std::string context : {"/data/out", "/data/child/where", "/data/child/toy/cost"}) {
        const auto place = context == "/data/child/where" ? xlsform::Place::choice_filter
                                                          : xlsform::Place::question;
        try {
            const auto tree = xlsform::compile(bytes, names, context, place);
            const auto xpath = xlsform::to_xpath(tree, place);
            if (xpath.size() < xlsform::expression_bytes_max / 2)
                must(xlsform::compile(xpath, names, context, place) == tree,
                     "XPath of another tree: " + xpath);
            xlsform::Instance instance(example());
            long steps = 100'000;
            auto* self = instance.place(context, context == "/data/out" ? "" : "1", 9);
            self = self ? self : instance.place(context, "1.1", 9);
            const auto& choice = example().choices.at("l").front();
            xlsform::evaluate(tree, {example(), instance.root(), self, &choice,
                                     "2026-11-30T21:15:00.000+01:00", "it", &steps});
        } catch (const xlsform::ExpressionWrong& wrong) {
            must(!wrong.code.empty(), "wrong without a reason");
        } catch (const xlsform::TooComplex&) {
            continue;
        }
    }
}

void try_questionnaire(std::string_view bytes)
{
    std::vector<xlsform::Fault> faults;
    const auto sheets = begins_as_zip(bytes) ? xlsform::sheets_of_xlsx(bytes, faults)
                                             : xlsform::sheets_of_csv(sheets_in(bytes), faults);
    const auto form = xlsform::read_sheets(sheets, faults);
    must_have_reasons(faults);
    if (!faults.empty())
        return;
    const auto json = xlsform::form_json(form);
    must(xlsform::form_json(xlsform::form_from_json(json)) == json, "another form");
    const auto xform = xlsform::write_xform(form, "1");
    must(xform.ends_with("</h:html>\n"), "half an XForm");
    for (const auto& wrong : xlsform::check_answers(form, {}, now))
        must(wrong.code == "required" || wrong.code == "too_complex", wrong.code);
}

void try_interview(std::string_view bytes)
{
    const auto read = xlsform::read_submission(example(), bytes);
    must(read.fault.empty() || read.answers.empty(), "answers of what could not be read");
    must(read.answers.size() <= xlsform::answers_max, "more answers than the limit");
    for (const auto& answer : read.answers)
        must(xlsform::find_node(example(), answer.question) && !answer.value.empty(),
             "an answer to nothing");
    for (const auto& wrong : xlsform::check_answers(example(), read.answers, now))
        must(wrong.code != "unknown_question" && wrong.code != "wrong_occurrence",
             "what was read is not known: " + wrong.code);
}

} // namespace fuzz
