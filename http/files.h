// SPDX-License-Identifier: EUPL-1.2
// The web app, which lives inside the program (web/dist, embedded by the build).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/embedded.h"
#include "core/request.h"

namespace http {

class Files {
public:
    // What stands under web/dist/; "x.br" and "x.gz" are "x", already compressed.
    explicit Files(const std::vector<EmbeddedFile>& embedded);

    // See find_file.
    std::optional<core::Response> find(const core::Request& request) const;

private:
    struct File {
        std::string_view plain;
        std::string_view brotli; // empty: the build made none
        std::string_view gzip;
        std::string tag; // of the contents; the heart of the ETag
    };

    core::Response answer(const std::string& name, const File& file,
                          const core::Request& request) const;

    std::map<std::string, File, std::less<>> files_; // by path: "/index.html"
};

// The answer to a GET or HEAD of a file or a page of the web app; nullopt for what is not asked of
// files: other methods, /api and /metrics. A path without a dot is a page: the app itself routes
// it.
std::optional<core::Response> find_file(const core::Request& request);

} // namespace http
