// SPDX-License-Identifier: EUPL-1.2
// Files of the repository that live inside the program: schemas, words, vocabularies, indicators
// and the web app. Paths are those of the repository
// ("catalogue/vocabularies/contact_setting.csv").
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct EmbeddedFile {
    std::string_view path;
    std::string_view bytes;
};

// Called by the generated code of cmake/embed.cmake, once per embedded folder, before main.
struct EmbeddedFolder {
    EmbeddedFolder(const EmbeddedFile* files, std::size_t count);
};

std::optional<std::string_view> find_embedded(std::string_view path);

// Sorted by path; for prefix "catalogue/vocabularies/" the files below it.
std::vector<EmbeddedFile> embedded_below(std::string_view prefix);
