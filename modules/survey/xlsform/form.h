// SPDX-License-Identifier: EUPL-1.2
// A questionnaire as an XLSForm says it: questions in the order they are asked, in groups and
// repeats, in every language it was written in. Read once (reading.h), kept as JSON
// (form_json.h), filled in the browser or by ODK Collect (xform.h), checked on the server
// (check.h). This library knows no store.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace xlsform {

// Code of a language ("it", "ar") → text. What was written without a language stands under the
// form's default language.
using Texts = std::map<std::string, std::string>;

enum class Kind {
    group,
    repeat,
    text,
    integer,
    decimal,
    date,
    time,
    date_time,
    one,  // select_one
    many, // select_multiple
    note, // read, not answered
    calculate,
    range,
    acknowledge,
    meta, // start, end, today: said by the device, not by the person
};

struct Choice {
    std::string name;
    Texts label;
    std::map<std::string, std::string> columns; // further columns, for choice_filter
};

struct Node {
    std::string name, path; // "need", "/data/housing/need"
    std::string at;         // sheet and row it was written in: "survey!12"
    Kind kind = Kind::note;
    Texts label, hint, constraint_message, required_message;
    std::string choices; // its list, for one and many
    bool or_other = false;
    // Of meta, `parameters` is what it keeps: "start", "end" or "today".
    std::string appearance, parameters;
    // Expressions as they were written; "" = none.
    std::string required, relevant, constraint, calculation, choice_filter, default_value,
        repeat_count;
    bool read_only = false;
    std::string need;           // our column `need`: a code of the vocabulary need_item
    std::string aspect;         // our column `aspect`: HAVE, ASKED, WHOM, ANSWERED, WHY_NOT; SHARE
    std::string role;           // our column `role`: CENTRES, GENDER, AGE, QUOTE_CONSENT, OPEN …
    std::vector<Node> children; // of group and repeat

    // Written by the person in their own words: sealed where it is stored.
    bool is_free_text() const { return kind == Kind::text; }
};

struct Form {
    std::string id, version; // settings: form_id, version
    Texts title;
    std::string default_language;
    std::vector<std::string> languages;
    std::vector<Node> nodes;
    std::map<std::string, std::vector<Choice>> choices;
};

// What is wrong with a form, and where: "survey", 12, "relevant", "unknown_function", "pulldata".
// `row` counts as the sheet shows it, from 1; 0: the sheet as a whole.
struct Fault {
    std::string sheet;
    int row = 0;
    std::string column;
    std::string code;
    std::string fact;
};

// One answer. `occurrence` says which one of a repeat: "" outside, "2", "2.1" within two. The
// value is as XForms writes it (many: codes with spaces between).
struct Answer {
    std::string question; // a path
    std::string occurrence;
    std::string value;
};

} // namespace xlsform
