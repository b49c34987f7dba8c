// SPDX-License-Identifier: EUPL-1.2
// The house rules as a test: what a tool can check is not a matter of taste. Each rule looks at the
// files of the repository and answers the places where it is broken.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace tidy {

struct Source {
    std::string path; // from the root: "modules/people/rows.cpp"
    std::string text;
};

using Tree = std::vector<Source>;

struct Fault {
    std::string path;
    int line = 0; // 0: of the file as a whole
    std::string what;

    bool operator==(const Fault&) const = default;
};

using Faults = std::vector<Fault>;

std::ostream& operator<<(std::ostream& out, const Fault& fault);

// Every text of ours below `root`: what was built, installed or drawn is left out.
Tree read_tree(const std::string& root);

struct Rule {
    const char* name;
    Faults (*broken)(const Tree& tree);
};

inline std::ostream& operator<<(std::ostream& out, const Rule& rule) { return out << rule.name; }

// code.cpp
Faults order_of_folders(const Tree& tree);
Faults no_coroutines(const Tree& tree);
Faults pragma_once(const Tree& tree);
Faults line_length(const Tree& tree);
Faults function_length(const Tree& tree);
Faults file_length(const Tree& tree);

// sql.cpp
Faults sql_in_its_place(const Tree& tree);
Faults sql_of_own_tables(const Tree& tree);
Faults tables_bear_the_name_of_their_module(const Tree& tree);
Faults facts_hide_persons(const Tree& tree);
Faults indicators_count_facts(const Tree& tree);
Faults schema_steps_are_numbered(const Tree& tree);

// words.cpp
Faults words_in_every_language(const Tree& tree);
Faults problems_have_words(const Tree& tree);
Faults problem_words_are_said(const Tree& tree);
Faults acts_have_words(const Tree& tree);
Faults acts_bear_the_name_of_their_module(const Tree& tree);
Faults vocabularies_have_words(const Tree& tree);

// files.cpp
Faults licence_in_every_file(const Tree& tree);
Faults no_empty_names(const Tree& tree);
Faults no_machine_paths(const Tree& tree);
Faults no_download_addresses(const Tree& tree);
Faults nothing_left_to_do(const Tree& tree);
Faults modules_are_whole(const Tree& tree);

std::vector<Rule> rules();

// ---- what the rules share

// C++ without its comments and texts (blanked out, so that lines and columns stay), and the texts
// alone; texts side by side are one.
struct Literal {
    int line = 0;
    std::string text;
};
struct Code {
    std::string bare;
    std::string without_remarks;
    std::vector<Literal> literals;
};
Code read_code(std::string_view text);

std::vector<std::string> lines_of(std::string_view text);
int line_at(std::string_view text, std::size_t place);
bool is_cpp(const Source& source);
bool is_test(const Source& source);
// "people" of "modules/people/rows.cpp"; "" outside modules/.
std::string module_of(std::string_view path);
// The modules of modules/modules.def, in their order.
std::vector<std::string> modules_in_order(const Tree& tree);
const Source* find_source(const Tree& tree, std::string_view path);

} // namespace tidy
