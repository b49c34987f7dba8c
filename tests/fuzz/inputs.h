// SPDX-License-Identifier: EUPL-1.2
// What must hold for any bytes at all that come from outside. Each function throws Broken when it
// does not hold. libFuzzer tries them for as long as it is let (make fuzz); the tests try them on a
// small corpus and on mutations of it (make test).
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace fuzz {

class Broken : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

// A body: JSON, read as a described value with a field of every type, written and read again.
void try_json(std::string_view bytes);
// A spreadsheet as text, with each separator.
void try_csv(std::string_view bytes);
// The target of a request line, and headers that are taken apart.
void try_target(std::string_view bytes);
// Dates, instants, periods and ids.
void try_time(std::string_view bytes);
// The file of a spreadsheet: text with separators, or an Excel workbook.
void try_sheet(std::string_view bytes);
// What people write for a day or an hour.
void try_written(std::string_view bytes);
// An e-mail that is pasted in, a follow-up code, a position.
void try_report(std::string_view bytes);
// What comes as a photo.
void try_photo(std::string_view bytes);
// What comes to be attached to a case.
void try_attachment(std::string_view bytes);
// What comes as a file of a story.
void try_media(std::string_view bytes);
// A body of several parts; its first line stands for the header that names the boundary.
void try_multipart(std::string_view bytes);
// The XML of a form that a phone sends.
void try_submission(std::string_view bytes);
// A package of tables: a zip, or the text of its files, each below a line "@name".
void try_package(std::string_view bytes);
// An expression of a questionnaire, on one that has a question of each kind.
void try_expression(std::string_view bytes);
// A questionnaire: a workbook, or the text of its sheets, each below a line "@name".
void try_questionnaire(std::string_view bytes);
// What a phone sends of a questionnaire that has a question of each kind.
void try_interview(std::string_view bytes);

// Names and dates as they are compared, in any script and none: lines of
// "given;family;birth;value".
void try_match(std::string_view bytes);

// What comes from another machine: the header of a visit, a card of keys, and an answer with
// parcels, each below the other on lines of their own.
void try_parcel(std::string_view bytes);

struct Input {
    const char* name; // of the folder of its corpus, and of its fuzzer
    void (*attempt)(std::string_view bytes);
};

const std::vector<Input>& inputs();

} // namespace fuzz
