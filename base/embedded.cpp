// SPDX-License-Identifier: EUPL-1.2
#include "base/embedded.h"

#include <map>

namespace {

// Built while static objects are made, read-only ever after.
std::map<std::string_view, std::string_view>& all_files()
{
    static std::map<std::string_view, std::string_view> files;
    return files;
}

} // namespace

EmbeddedFolder::EmbeddedFolder(const EmbeddedFile* files, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        all_files().emplace(files[i].path, files[i].bytes);
}

std::optional<std::string_view> find_embedded(std::string_view path)
{
    const auto found = all_files().find(path);
    return found == all_files().end() ? std::nullopt : std::optional(found->second);
}

std::vector<EmbeddedFile> embedded_below(std::string_view prefix)
{
    std::vector<EmbeddedFile> below;
    for (auto file = all_files().lower_bound(prefix);
         file != all_files().end() && file->first.starts_with(prefix); ++file)
        below.push_back({file->first, file->second});
    return below;
}
