// SPDX-License-Identifier: EUPL-1.2
// Rules for C++: who may use whom, and how long things may be.
#include <algorithm>
#include <map>
#include <optional>

#include "tests/tidy/tidy.h"

namespace tidy {

namespace {

constexpr int columns_max = 100;
constexpr int function_lines_max = 70;
constexpr int file_lines_max = 500;
constexpr int test_lines_max = 700; // a long list of cases is no long story

// One third-party library per door, seen by one file: these doors are wide.
const std::map<std::string, int, std::less<>> long_files{
    {"http/server.cpp", 900},    // Beast takes half a minute to compile, so one file has it all
    {"store/sqlite.cpp", 700},   // everything that SQLite does its own way
    {"store/postgres.cpp", 800}, // everything that PostgreSQL does its own way
};

// What each folder of the floor may include beside itself.
const std::map<std::string, std::vector<std::string>, std::less<>> floor_order{
    {"base", {}},
    {"store", {"base"}},
    {"core", {"base", "store"}},
    {"http", {"base", "store", "core"}},
    {"paper", {"base"}},
};

// Of store/, only what stores are used by; the rest is between the store and its databases.
const std::vector<std::string> faces_of_store{"store/store.h", "store/rows.h", "store/seal.h",
                                              "store/backup.h", "store/testing.h"};

bool holds(const std::vector<std::string>& many, std::string_view one)
{
    return std::find(many.begin(), many.end(), one) != many.end();
}

// The path of `#include "path"`.
std::optional<std::string> included(const std::string& line)
{
    const auto hash = line.find_first_not_of(' ');
    if (hash == std::string::npos || !line.substr(hash).starts_with("#include \""))
        return std::nullopt;
    const auto begins = hash + 10;
    return line.substr(begins, line.find('"', begins) - begins);
}

std::string first_folder(std::string_view path)
{
    const auto slash = path.find('/');
    return std::string(slash == std::string_view::npos ? std::string_view()
                                                       : path.substr(0, slash));
}

// "people/match/match.h": a library inside a module that knows nothing of it, and has its own face.
bool is_face_of_library(const std::string& module, const std::string& what)
{
    const auto name = what.substr(std::min(module.size() + 1, what.size()));
    const auto slash = name.find('/');
    return slash != std::string::npos &&
           name == name.substr(0, slash) + "/" + name.substr(0, slash) + ".h";
}

// Why `path` may not include `what`; "" when it may.
std::string refusal(const std::vector<std::string>& modules, const std::string& path,
                    const std::string& what)
{
    const auto own = module_of(path);
    const auto folder = own.empty() ? first_folder(path) : own;
    auto theirs = first_folder(what);
    if (theirs.empty())
        return "include \"" + what + "\" from the root";
    if (theirs == "modules")
        return what == "modules/modules.def"
                   ? ""
                   : "a module is included by its own name, not by modules/";
    if (folder == "tests" || folder == "bench" || folder == theirs)
        return "";

    const bool is_module = holds(modules, theirs);
    if (is_face_of_library(theirs, what))
        return "";
    if (is_module && what != theirs + "/" + theirs + ".h")
        return what + " is not the face of " + theirs;
    if (theirs == "store" && !holds(faces_of_store, what))
        return what + " is between the store and its databases";
    if (folder == "app")
        return "";
    if (theirs == "app" || theirs == "tests" || theirs == "bench")
        return folder + " must not know " + theirs;
    if (const auto floor = floor_order.find(folder); floor != floor_order.end())
        return holds(floor->second, theirs) ? "" : folder + " must not know " + theirs;
    if (!is_module)
        return theirs == "http" ? folder + " must not know http" : "";
    const auto place = [&](const std::string& name) {
        return std::find(modules.begin(), modules.end(), name) - modules.begin();
    };
    return place(theirs) < place(folder)
               ? ""
               : theirs + " stands below " + folder + " in modules/modules.def";
}

int characters(std::string_view utf8)
{
    return static_cast<int>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// The indentation of a line that holds nothing but `bracket`; -1 for another line.
int alone(const std::string& line, char bracket)
{
    const auto place = line.find_first_not_of(' ');
    if (place == std::string::npos || line[place] != bracket || place + 1 != line.size())
        return -1;
    return static_cast<int>(place);
}

} // namespace

Faults order_of_folders(const Tree& tree)
{
    const auto modules = modules_in_order(tree);
    Faults faults;
    for (const auto& source : tree) {
        if (!is_cpp(source))
            continue;
        int number = 0;
        for (const auto& line : lines_of(source.text)) {
            ++number;
            const auto what = included(line);
            if (!what)
                continue;
            if (const auto why = refusal(modules, source.path, *what); !why.empty())
                faults.push_back({source.path, number, why});
        }
    }
    return faults;
}

Faults no_coroutines(const Tree& tree)
{
    Faults faults;
    for (const auto& source : tree) {
        if (!is_cpp(source))
            continue;
        const auto code = read_code(source.text);
        for (const char* word : {"co_await", "co_return", "co_yield"})
            if (const auto at = code.bare.find(word); at != std::string::npos)
                faults.push_back({source.path, line_at(code.bare, at),
                                  std::string(word) + ": threads, not coroutines"});
    }
    return faults;
}

Faults pragma_once(const Tree& tree)
{
    Faults faults;
    for (const auto& source : tree)
        if (source.path.ends_with(".h") &&
            source.text.find("\n#pragma once\n") == std::string::npos)
            faults.push_back({source.path, 1, "a header begins with #pragma once"});
    return faults;
}

Faults line_length(const Tree& tree)
{
    Faults faults;
    for (const auto& source : tree) {
        if (!is_cpp(source))
            continue;
        int number = 0;
        for (const auto& line : lines_of(source.text)) {
            ++number;
            if (characters(line) > columns_max)
                faults.push_back({source.path, number,
                                  std::to_string(characters(line)) + " columns, of " +
                                      std::to_string(columns_max)});
        }
    }
    return faults;
}

// The brace of a function stands on a line of its own, and no other brace does.
Faults function_length(const Tree& tree)
{
    Faults faults;
    for (const auto& source : tree) {
        if (!is_cpp(source))
            continue;
        int number = 0;
        int begun = 0; // the line of the brace that is open
        int indent = -1;
        for (const auto& line : lines_of(read_code(source.text).bare)) {
            ++number;
            if (indent < 0) {
                indent = alone(line, '{');
                begun = number;
            } else if (alone(line, '}') == indent) {
                if (number - begun - 1 > function_lines_max)
                    faults.push_back({source.path, begun,
                                      "a function of " + std::to_string(number - begun - 1) +
                                          " lines, of " + std::to_string(function_lines_max)});
                indent = -1;
            }
        }
    }
    return faults;
}

Faults file_length(const Tree& tree)
{
    Faults faults;
    for (const auto& source : tree) {
        if (!is_cpp(source))
            continue;
        const auto known = long_files.find(source.path);
        const int usual = is_test(source) ? test_lines_max : file_lines_max;
        const int most = known == long_files.end() ? usual : known->second;
        const auto lines = static_cast<int>(lines_of(source.text).size());
        if (lines > most)
            faults.push_back(
                {source.path, 0, std::to_string(lines) + " lines, of " + std::to_string(most)});
    }
    return faults;
}

} // namespace tidy
