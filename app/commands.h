// SPDX-License-Identifier: EUPL-1.2
// What the program can be told to do, one function each; main.cpp reads the command line for them.
// Each answers the program's exit code. What cannot go on is thrown as Refused or Problem, and main
// says it.
#pragma once

#include <iosfwd>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/configuration.h"
#include "headcount/headcount.h"

namespace app {

// Serves until SIGTERM or SIGINT; then lets requests finish and commits what was taken.
int serve(const Configuration& configuration, std::ostream& out);
// The same with the demonstration network, which is made first where the folder is empty.
int serve_demo(const Configuration& configuration, int scale, std::ostream& out);

// A key server of the count across cities, or the counter, in a process of its own: who may speak
// to it stands in DIR/senders.csv, what it did in DIR/journal.txt.
int serve_headcount(headcount::Role role, const Configuration& configuration, std::ostream& out);
// The public keys of the stores of a folder, for senders.csv.
int print_headcount_keys(const Configuration& configuration, std::ostream& out);

int migrate(const Configuration& configuration, std::ostream& out);

// "openapi", "acts", "permissions", "personal-data" or "indicators".
int describe(const std::string& paper, std::ostream& out);

struct NewAccount {
    std::string login; // "giulia@roma"
    std::string name;
    std::vector<std::string> roles;
    std::vector<std::string> teams; // codes
    std::string language = "it";
    std::string password_file; // "-": standard input; empty: a password is made up and printed
};
int add_account(const Configuration& configuration, const NewAccount& wish, std::istream& in,
                std::ostream& out);

int back_up(const Configuration& configuration, const std::string& to, bool with_keys,
            std::ostream& out);
int restore(const Configuration& configuration, const std::string& from, std::ostream& out);

// What the other side of a link must know of a store, and the fingerprint to be read aloud.
int show_card(const Configuration& configuration, const std::string& slug, std::ostream& out);
struct NewLink {
    std::string slug;        // whose link: "roma", or "rete"
    std::string card_file;   // the other side's card; "-": standard input
    std::string fingerprint; // as it was heard
};
int admit_link(const Configuration& configuration, const NewLink& wish, std::istream& in,
               std::ostream& out);

// Of one store, or of all of them.
int verify_journals(const Configuration& configuration, const std::optional<std::string>& slug,
                    std::ostream& out);

struct ImportWish {
    std::string file;
    std::string city;
    std::string language = "it";   // of what is said about the file
    std::set<std::string> ignored; // headers of columns to leave out
    bool dry_run = false;
};
int import_contacts(const Configuration& configuration, const ImportWish& wish, std::ostream& out,
                    std::ostream& errors);

struct SurveyImportWish {
    std::string file;
    std::string city;
    std::string respondents;     // MIGRANT, OPERATOR or BODY: of a questionnaire that is new
    std::string language = "it"; // of what is said about the file
};
int import_questionnaire(const Configuration& configuration, const SurveyImportWish& wish,
                         std::ostream& out, std::ostream& errors);

struct SurveyExportWish {
    std::string code; // the form_id
    std::string file; // to be written
    std::string city;
    std::optional<int> number; // of the version; the newest when left out
};
int export_questionnaire(const Configuration& configuration, const SurveyExportWish& wish,
                         std::ostream& out);

// Who is whom in labelled files, with weights learnt from them without the labels.
struct MatchEvaluateWish {
    std::vector<std::string> files;
    std::string columns;   // "given=first_name,family=surname"; empty: as the headers say
    bool by_party = false; // each file is one party
    bool ablation = false; // and again without each ingredient
    bool json = false;
};
int evaluate_match(const MatchEvaluateWish& wish, std::ostream& out);

// A page of accuracy: each line of the plan evaluated on the files of a folder, those that are
// there. CSV: name; kind (records, or lists of names: aliases, variants, cases); files; party;
// columns; wanted (F1, or shares found); count_wanted (percent); more (ablation, slices).
struct MatchReportWish {
    std::string plan;
    std::string folder;
};
int report_match(const MatchReportWish& wish, std::ostream& out);

struct MatchSearchWish {
    std::string file;
    std::string queries;
    std::string columns;
    std::string query_columns; // empty: as of the file
    int found = 10;
    bool show = false; // what was found, line by line
    bool json = false;
};
int search_match(const MatchSearchWish& wish, std::ostream& out);

} // namespace app
