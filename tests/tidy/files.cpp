// SPDX-License-Identifier: EUPL-1.2
// Rules for files of any kind, and how the files are read.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "tests/tidy/tidy.h"

namespace tidy {

namespace {

bool holds(const std::vector<std::string>& many, std::string_view one)
{
    return std::find(many.begin(), many.end(), one) != many.end();
}

std::string extension(const std::string& path)
{
    return std::filesystem::path(path).extension().string();
}

// Kinds of file that can hold a comment.
bool can_say_its_licence(const std::string& path)
{
    static const std::vector<std::string> kinds{".h",   ".cpp",  ".cmake", ".sql", ".toml", ".ts",
                                                ".tsx", ".mjs",  ".scss",  ".sh",  ".md",   ".html",
                                                ".def", ".talk", ".yml",   ".R",   ".svg"};
    const auto name = std::filesystem::path(path).filename();
    return holds(kinds, extension(path)) || name == "CMakeLists.txt" || name == "Makefile" ||
           (path.starts_with("catalogue/") && extension(path) == ".csv");
}

// The line of the first of `texts` in each source that is `of_interest`.
Faults mentions(const Tree& tree, const std::vector<std::string>& texts, const std::string& why)
{
    Faults faults;
    for (const auto& source : tree)
        for (const auto& text : texts)
            if (const auto at = source.text.find(text); at != std::string::npos)
                faults.push_back({source.path, line_at(source.text, at), text + ": " + why});
    return faults;
}

} // namespace

std::ostream& operator<<(std::ostream& out, const Fault& fault)
{
    out << fault.path;
    if (fault.line > 0)
        out << ':' << fault.line;
    return out << ": " << fault.what;
}

Tree read_tree(const std::string& root)
{
    namespace fs = std::filesystem;
    static const std::set<std::string> not_ours{".git",     "build",  "node_modules", "dist",
                                                "LICENSES", ".cache", "screenshots"};
    static const std::set<std::string> no_text{".png", ".xlsx", ".woff2", ".ico", ".jpg",
                                               ".pdf", ".mp4",  ".webm",  ".mp3", ".ogg"};
    Tree tree;
    for (fs::recursive_directory_iterator file(root), end; file != end; ++file) {
        if (file->is_directory()) {
            if (not_ours.contains(file->path().filename().string()))
                file.disable_recursion_pending();
            continue;
        }
        // Of a second working tree, .git is a file.
        if (!file->is_regular_file() || file->path().filename() == ".git" ||
            no_text.contains(file->path().extension().string()))
            continue;
        std::ifstream in(file->path(), std::ios::binary);
        tree.push_back({fs::relative(file->path(), root).generic_string(),
                        {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()}});
    }
    std::sort(tree.begin(), tree.end(),
              [](const Source& one, const Source& other) { return one.path < other.path; });
    return tree;
}

Faults licence_in_every_file(const Tree& tree)
{
    Faults faults;
    for (const auto& source : tree) {
        const auto head = source.text.substr(0, 400);
        if (can_say_its_licence(source.path) &&
            head.find("SPDX-License-"
                      "Identifier: EUPL-1.2") == std::string::npos)
            faults.push_back({source.path, 1, "the licence is not named at its head"});
    }
    return faults;
}

Faults no_empty_names(const Tree& tree)
{
    static const std::regex empty_name(
        R"((^|[/_.])(utils?|common|helpers?|managers?|misc|shared|stuff)($|[/_.]))");
    Faults faults;
    for (const auto& source : tree)
        if (std::regex_search(source.path, empty_name))
            faults.push_back({source.path, 0, "a name that says nothing of what is inside"});
    return faults;
}

// The texts are put together here so that this file does not break its own rule.
Faults no_machine_paths(const Tree& tree)
{
    const std::string why = "a place of one machine";
    const std::string slash = "/";
    auto faults = mentions(tree, {"C:" + std::string("\\"), "file:" + slash + slash}, why);
    // Not where it goes on from something before it: a question of a form has such a path too.
    static const std::regex from_the_root(R"((^|[^\w).])(/(work|home|root)/))");
    for (const auto& source : tree)
        if (std::smatch found; std::regex_search(source.text, found, from_the_root))
            faults.push_back({source.path,
                              line_at(source.text, static_cast<std::size_t>(found.position(2))),
                              found.str(2) + ": " + why});
    return faults;
}

Faults no_download_addresses(const Tree& tree)
{
    const std::string quote = "\"";
    auto faults =
        mentions(tree,
                 {quote + "reso" + "lved" + quote, std::string("Fetch") + "Content",
                  std::string("ExternalProject") + "_Add", std::string("registry.npmjs") + ".org",
                  std::string("deb.debian") + ".org", std::string("git cl") + "one http",
                  std::string("pip ins") + "tall"},
                 "only the registries that the machine itself knows are used");
    static const std::regex fetching(
        R"(\b(curl|wget)\s+(-\S+\s+)*['"]?https?://(?!(127\.0\.0\.1|localhost)))");
    for (const auto& source : tree)
        if (std::smatch found; std::regex_search(source.text, found, fetching))
            faults.push_back({source.path,
                              line_at(source.text, static_cast<std::size_t>(found.position())),
                              found.str() + ": nothing is fetched"});
    return faults;
}

Faults nothing_left_to_do(const Tree& tree)
{
    const std::string to = "TO";
    const std::string fix = "FIX";
    const std::string xs = "XX";
    Tree code;
    std::copy_if(tree.begin(), tree.end(), std::back_inserter(code), [](const Source& source) {
        static const std::vector<std::string> kinds{".h",   ".cpp",  ".sql", ".ts",
                                                    ".tsx", ".scss", ".sh"};
        return holds(kinds, extension(source.path));
    });
    return mentions(code, {to + "DO", fix + "ME", xs + "X:"}, "do it, or say it in an issue");
}

Faults modules_are_whole(const Tree& tree)
{
    Faults faults;
    const auto listed = modules_in_order(tree);
    std::set<std::string> reported;
    for (const auto& source : tree) {
        const auto module = module_of(source.path);
        if (!module.empty() && !holds(listed, module) && reported.insert(module).second)
            faults.push_back({source.path, 0, module + " is not in modules/modules.def"});
    }
    for (const auto& module : listed) {
        const auto folder = "modules/" + module + "/";
        for (const auto& part : {module + ".h", std::string("module.cpp"), std::string("README.md"),
                                 std::string("words/it.json"), std::string("words/en.json")})
            if (!find_source(tree, folder + part))
                faults.push_back({folder + part, 0, "is missing"});
        const auto has = [&](auto&& fits) {
            return std::any_of(tree.begin(), tree.end(), [&](const Source& source) {
                return source.path.starts_with(folder) && fits(source.path);
            });
        };
        if (!has([](const std::string& path) { return path.ends_with(".talk"); }))
            faults.push_back({folder, 0, "has no conversation (*.talk)"});
        if (!has([](const std::string& path) { return path.ends_with("_test.cpp"); }))
            faults.push_back({folder, 0, "has no test (*_test.cpp)"});
    }
    return faults;
}

std::vector<Rule> rules()
{
    return {
        {"order_of_folders", order_of_folders},
        {"no_coroutines", no_coroutines},
        {"pragma_once", pragma_once},
        {"line_length", line_length},
        {"function_length", function_length},
        {"file_length", file_length},
        {"sql_in_its_place", sql_in_its_place},
        {"sql_of_own_tables", sql_of_own_tables},
        {"tables_bear_the_name_of_their_module", tables_bear_the_name_of_their_module},
        {"facts_hide_persons", facts_hide_persons},
        {"indicators_count_facts", indicators_count_facts},
        {"schema_steps_are_numbered", schema_steps_are_numbered},
        {"words_in_every_language", words_in_every_language},
        {"problems_have_words", problems_have_words},
        {"problem_words_are_said", problem_words_are_said},
        {"acts_have_words", acts_have_words},
        {"acts_bear_the_name_of_their_module", acts_bear_the_name_of_their_module},
        {"vocabularies_have_words", vocabularies_have_words},
        {"licence_in_every_file", licence_in_every_file},
        {"no_empty_names", no_empty_names},
        {"no_machine_paths", no_machine_paths},
        {"no_download_addresses", no_download_addresses},
        {"nothing_left_to_do", nothing_left_to_do},
        {"modules_are_whole", modules_are_whole},
    };
}

} // namespace tidy
