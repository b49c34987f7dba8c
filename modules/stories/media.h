// SPDX-License-Identifier: EUPL-1.2
// What a file of a story is, by its bytes and never by its name, and without what cameras and
// programs write into it beside pictures and sound: where, when, by whom, with what.
//
// Pictures are drawn anew (base/picture.h). Of sound and film only the container is read: known is
// what is needed to play it, and everything else is blanked or cut; nothing is decoded here. What
// may carry more in a way that we cannot blank is refused by name. Clean twice is clean once.
#pragma once

#include <string>

namespace stories {

enum class MediaFault { none, unknown, picture_too_large, located };

struct CleanMedia {
    MediaFault fault = MediaFault::none;
    std::string format = {}; // of story_file_format
    std::string bytes = {};
};

// `medium`: PHOTO, AUDIO or VIDEO; a file of another medium is unknown.
CleanMedia clean_media(const std::string& medium, std::string bytes);

// The containers by themselves.
CleanMedia clean_mp4(std::string bytes);
CleanMedia clean_webm(std::string bytes);
CleanMedia clean_ogg(std::string bytes);
CleanMedia clean_mp3(std::string bytes);

// "video/mp4" of "mp4".
std::string type_of(const std::string& format);

} // namespace stories
