// SPDX-License-Identifier: EUPL-1.2
// A questionnaire with the interviewer's own questions before it.
#include "survey/phone_forms.h"

#include "survey/xlsform/expression.h"

namespace survey {

namespace {

using xlsform::Kind;
using xlsform::Node;

Node meta(const char* name, const char* what)
{
    Node node;
    node.name = name;
    node.path = std::string("/data/") + name;
    node.at = "survey!0";
    node.kind = Kind::meta;
    node.parameters = what;
    return node;
}

Node question(const char* name, const xlsform::Texts& label)
{
    Node node;
    node.name = name;
    node.path = std::string("/data/") + name;
    node.at = "survey!0";
    node.kind = Kind::one;
    node.choices = name;
    node.label = label;
    node.required = "yes";
    return node;
}

std::string both(const std::string& one, const std::string& other)
{
    return one.empty() ? other : "(" + one + ") and (" + other + ")";
}

// Who broke off has not answered what comes after; who refused, nothing.
void require_only_when_whole(std::vector<Node>& nodes)
{
    const std::string whole = std::string("${") + field_names::disposition + "} = 'COMPLETE'";
    for (auto& node : nodes) {
        require_only_when_whole(node.children);
        if (xlsform::says_yes(node.required))
            node.required = whole;
        else if (!node.required.empty() && !xlsform::says_no(node.required))
            node.required = both(node.required, whole);
    }
}

} // namespace

xlsform::Form for_the_field(xlsform::Form form, const std::string& id, FieldLists lists,
                            const FieldTexts& texts)
{
    form.id = id;
    const std::string disposition = std::string("${") + field_names::disposition + "}";
    const auto answered = disposition + " = 'COMPLETE' or " + disposition + " = 'PARTIAL'";
    require_only_when_whole(form.nodes);
    for (auto& node : form.nodes)
        if (node.kind != Kind::meta)
            node.relevant = both(node.relevant, answered);

    auto place = question(field_names::place, texts.place);
    place.required.clear();
    place.choice_filter = std::string("district = ${") + field_names::district + "}";
    std::vector<Node> own{
        meta(field_names::started, "start"),
        meta(field_names::ended, "end"),
        question(field_names::district, texts.district),
        question(field_names::disposition, texts.disposition),
        question(field_names::language, texts.language),
    };
    if (!lists.places.empty())
        own.insert(own.begin() + 3, std::move(place));
    form.nodes.insert(form.nodes.begin(), own.begin(), own.end());

    form.choices[field_names::district] = std::move(lists.districts);
    form.choices[field_names::disposition] = std::move(lists.dispositions);
    form.choices[field_names::language] = std::move(lists.languages);
    if (!lists.places.empty())
        form.choices[field_names::place] = std::move(lists.places);
    return form;
}

} // namespace survey
