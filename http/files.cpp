// SPDX-License-Identifier: EUPL-1.2
#include "http/files.h"

#include <array>
#include <cstdint>
#include <cstdio>

#include "http/encoding.h"

namespace http {

namespace {

constexpr std::string_view root = "web/dist";
constexpr std::string_view front_page = "/index.html";

// Said instead of the app by a program that was built without it.
constexpr std::string_view no_pages_here =
    "<!doctype html>\n<html lang=\"it\">\n<meta charset=\"utf-8\">\n<title>lgnet</title>\n"
    "<p>Questo programma è stato compilato senza le pagine web. "
    "Costruirle (vedi LEGGIMI.md) e compilare di nuovo; le API rispondono sotto /api.</p>\n"
    "<p lang=\"en\">This program was built without its web pages. "
    "Build them (see README.md) and compile again; the API answers under /api.</p>\n</html>\n";

std::string_view type_of(std::string_view path)
{
    struct Type {
        std::string_view ending;
        std::string_view type;
    };
    static constexpr Type types[] = {
        {".html", "text/html; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".json", "application/json; charset=utf-8"},
        {".geojson", "application/geo+json; charset=utf-8"},
        {".webmanifest", "application/manifest+json; charset=utf-8"},
        {".txt", "text/plain; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".webp", "image/webp"},
        {".ico", "image/x-icon"},
        {".woff2", "font/woff2"},
        {".woff", "font/woff"},
        {".pdf", "application/pdf"},
    };
    for (const auto& [ending, type] : types)
        if (path.ends_with(ending))
            return type;
    return "application/octet-stream";
}

// FNV-1a, 64 bits: tells versions of a file apart, protects nothing.
std::string tag_of(std::string_view bytes)
{
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char byte : bytes) {
        hash ^= static_cast<unsigned char>(byte);
        hash *= 0x100000001b3;
    }
    std::array<char, 17> text{};
    std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(hash));
    return text.data();
}

bool is_below(std::string_view path, std::string_view folder)
{
    return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

bool is_page(std::string_view path)
{
    return path.substr(path.rfind('/')).find('.') == std::string_view::npos;
}

core::Response not_here(int status, std::string_view page)
{
    core::Response response;
    response.status = status;
    response.content_type = type_of(".html");
    response.body = page;
    return response;
}

} // namespace

Files::Files(const std::vector<EmbeddedFile>& embedded)
{
    for (const auto& [path, bytes] : embedded) {
        std::string name(path.substr(root.size()));
        if (name.ends_with(".br"))
            files_[name.substr(0, name.size() - 3)].brotli = bytes;
        else if (name.ends_with(".gz"))
            files_[name.substr(0, name.size() - 3)].gzip = bytes;
        else
            files_[name].plain = bytes;
    }
    // A compressed file whose original is missing is of no use to who takes no compression.
    std::erase_if(files_, [](const auto& file) { return file.second.plain.data() == nullptr; });
    for (auto& [name, file] : files_)
        file.tag = tag_of(file.plain);
}

std::optional<core::Response> Files::find(const core::Request& request) const
{
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (!reads || !request.path.starts_with('/') || is_below(request.path, "/api") ||
        request.path == "/metrics")
        return std::nullopt;

    const auto name = is_page(request.path) ? front_page : std::string_view(request.path);
    const auto file = files_.find(name);
    if (file != files_.end())
        return answer(file->first, file->second, request);
    if (name == front_page)
        return not_here(503, no_pages_here);
    return not_here(404, "<!doctype html>\n<title>404</title>\n<p>404</p>\n");
}

core::Response Files::answer(const std::string& name, const File& file,
                             const core::Request& request) const
{
    const auto takes = request.header("accept-encoding");
    const bool brotli = !file.brotli.empty() && accepts_coding(takes, "br");
    const bool gzip = !brotli && !file.gzip.empty() && accepts_coding(takes, "gzip");
    // Each coding is bytes of its own, so it has a tag of its own.
    const std::string tag = '"' + file.tag + (brotli ? "-br" : gzip ? "-gz" : "") + '"';

    core::Response response;
    response.content_type = type_of(name);
    response.headers.emplace_back("ETag", tag);
    // Names in /assets carry a hash of their contents and so never change what they mean.
    response.headers.emplace_back("Cache-Control", name.starts_with("/assets/")
                                                       ? "public, max-age=31536000, immutable"
                                                       : "no-cache");
    if (!file.brotli.empty() || !file.gzip.empty())
        response.headers.emplace_back("Vary", "Accept-Encoding");

    // A list of tags, perhaps marked weak by a cache on the way; contains our quoted tag or not.
    const auto known = request.header("if-none-match");
    if (known == "*" || known.find(tag) != std::string_view::npos) {
        response.status = 304;
        return response;
    }
    if (brotli || gzip)
        response.headers.emplace_back("Content-Encoding", brotli ? "br" : "gzip");
    response.body = brotli ? file.brotli : gzip ? file.gzip : file.plain;
    return response;
}

std::optional<core::Response> find_file(const core::Request& request)
{
    static const Files files(embedded_below("web/dist/"));
    return files.find(request);
}

} // namespace http
