// SPDX-License-Identifier: EUPL-1.2
#include "network/release_files.h"

#include <algorithm>
#include <cctype>
#include <stdexcept>

#include "base/base64.h"
#include "base/deflate.h"
#include "network/releases.h"

namespace network {

namespace {

constexpr std::string_view vocabularies = "/vocabularies/";
constexpr std::string_view indicators = "catalogue/indicators/";
constexpr std::string_view forms = "catalogue/forms/";
constexpr auto number_path = "catalogue/release";
// Unpacked; today's catalogue has 750 kB.
constexpr std::size_t release_bytes_max = 8'000'000;

bool is_vocabulary(std::string_view path)
{
    return path.find(vocabularies) != std::string_view::npos && path.ends_with(".csv");
}

// An instrument of assessment, or a sheet of a questionnaire.
bool is_form_file(std::string_view path)
{
    const auto name = path.starts_with(forms) ? path.substr(forms.size()) : "";
    return (name.starts_with("assessment_") && name.ends_with(".toml")) ||
           (name.starts_with("survey_") && name.ends_with(".csv"));
}

} // namespace

bool is_indicator_file(std::string_view path)
{
    const auto name = path.starts_with(indicators) ? path.substr(indicators.size()) : "";
    return (name.ends_with(".toml") || name.ends_with(".sql")) &&
           std::all_of(name.begin(), name.end(), [](unsigned char c) {
               return std::isalnum(c) != 0 || c == '.' || c == '-';
           });
}

bool is_written(std::string_view path)
{
    return is_vocabulary(path) || is_indicator_file(path) || is_form_file(path) ||
           path == "catalogue/warnings.toml" || path == "catalogue/returns.toml";
}

bool is_of_release(std::string_view path) { return is_written(path) || path == targets_path; }

core::CatalogueFiles files_of(const core::Catalogue& catalogue)
{
    core::CatalogueFiles files;
    for (const char* folder : {"catalogue/", "modules/"})
        for (const auto& [path, text] : catalogue.files_below(folder))
            if (is_of_release(path))
                files.emplace(path, text);
    return files;
}

std::string pack(const core::CatalogueFiles& files)
{
    std::string json = "{";
    for (const auto& [path, text] : files) {
        json += json.size() > 1 ? "," : "";
        write_json(json, path);
        json += ':';
        write_json(json, text);
    }
    return to_base64(deflated(json + "}"));
}

void add_number(core::CatalogueFiles& files, std::int64_t number)
{
    files[number_path] = std::to_string(number);
}

core::CatalogueFiles read_files(const ReleaseRow& row)
{
    core::CatalogueFiles files;
    add_number(files, row.number);
    const auto bytes = from_base64(row.files);
    const auto text = bytes ? inflated(*bytes, release_bytes_max) : std::nullopt;
    if (!text)
        throw std::runtime_error("its files cannot be read");
    const auto document = JsonDocument::parse(*text);
    document.root().each_member([&](std::string_view path, JsonView text) {
        if (text.kind() == JsonView::Kind::text && is_of_release(path))
            files.emplace(path, text.text());
    });
    return files;
}

int release_of(const core::Catalogue& catalogue)
{
    const auto number = catalogue.find_file(number_path);
    return number ? std::stoi(std::string(*number)) : 0;
}

} // namespace network
