// SPDX-License-Identifier: EUPL-1.2
// Forms for tests, written as the sheets are.
#pragma once

#include <ostream>

#include "survey/xlsform/reading.h"

namespace xlsform {

inline bool operator==(const Fault& one, const Fault& other)
{
    return one.sheet == other.sheet && one.row == other.row && one.column == other.column &&
           one.code == other.code && one.fact == other.fact;
}

inline std::ostream& operator<<(std::ostream& out, const Fault& fault)
{
    return out << fault.sheet << '!' << fault.row << ' ' << fault.column << ": " << fault.code
               << " (" << fault.fact << ")";
}

using Faults = std::vector<Fault>;

struct ReadForm {
    Form form;
    Faults faults;
};

// `choices` and `settings` may be left out: a list yes_no, a form called "try".
inline ReadForm read_csv_form(const std::string& survey, std::string choices = "",
                              std::string settings = "")
{
    if (choices.empty())
        choices = "list_name,name,label\nyes_no,YES,Sì\nyes_no,NO,No\n";
    if (settings.empty())
        settings = "form_title,form_id,version,default_language\nProva,try,1,it\n";
    ReadForm read;
    const auto sheets = sheets_of_csv(
        {{"survey.csv", survey}, {"choices.csv", choices}, {"settings.csv", settings}},
        read.faults);
    read.form = read_sheets(sheets, read.faults);
    return read;
}

} // namespace xlsform
