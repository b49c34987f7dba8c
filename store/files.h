// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace store {

// A file that is there whole, readable by its owner alone and safe from a power cut, or not at all:
// written beside its place as "PATH.part" and moved there by finish(). Throws std::runtime_error.
class NewFile {
public:
    explicit NewFile(std::string path);
    ~NewFile();
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    const std::string& part() const { return part_; }
    void write(std::string_view bytes);
    void finish();

private:
    std::string path_;
    std::string part_;
    int descriptor_;
};

// A new name in a folder survives a power cut only when the folder itself was synced.
void sync_folder_of(const std::string& path);

} // namespace store
