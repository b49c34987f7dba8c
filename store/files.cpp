// SPDX-License-Identifier: EUPL-1.2
#include "store/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <stdexcept>

namespace store {

namespace {

[[noreturn]] void fail(const std::string& what, const std::string& path)
{
    throw std::runtime_error(what + " " + path + ": " + std::strerror(errno) + ".");
}

} // namespace

NewFile::NewFile(std::string path) : path_(std::move(path)), part_(path_ + ".part")
{
    if (::access(path_.c_str(), F_OK) == 0)
        throw std::runtime_error("The file " + path_ + " exists already: choose another name.");
    descriptor_ = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor_ < 0)
        fail("Cannot make the file", part_);
}

NewFile::~NewFile()
{
    if (descriptor_ < 0)
        return;
    ::close(descriptor_);
    ::unlink(part_.c_str());
}

void NewFile::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR)
            fail("Cannot write", part_);
        if (written > 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void NewFile::finish()
{
    if (::fsync(descriptor_) != 0)
        fail("Cannot sync", part_);
    if (::rename(part_.c_str(), path_.c_str()) != 0)
        fail("Cannot make the file", path_);
    ::close(descriptor_);
    descriptor_ = -1;
    sync_folder_of(path_);
}

void sync_folder_of(const std::string& path)
{
    auto folder = std::filesystem::path(path).parent_path().string();
    if (folder.empty())
        folder = ".";
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        fail("Cannot open the folder", folder);
    const int result = ::fsync(descriptor);
    ::close(descriptor);
    if (result != 0)
        fail("Cannot sync the folder", folder);
}

} // namespace store
