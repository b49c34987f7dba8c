// SPDX-License-Identifier: EUPL-1.2
// Files as telephones and programs make them, as small as they can be, with what must not stay.
#include "stories/media.h"

#include <gtest/gtest.h>

namespace stories {

namespace {

using namespace std::string_literals;

std::string number(std::size_t value, int bytes)
{
    std::string out;
    for (int i = bytes - 1; i >= 0; --i)
        out += static_cast<char>(value >> (8 * i) & 0xff);
    return out;
}

std::string box(const std::string& name, const std::string& content)
{
    return number(content.size() + 8, 4) + name + content;
}

std::string track(const std::string& kind, const std::string& more = "")
{
    return box("trak", box("tkhd", std::string(84, '\0')) + more +
                           box("mdia", box("mdhd", std::string(24, '\0')) +
                                           box("hdlr", std::string(8, '\0') + kind +
                                                           std::string(13, '\0')) +
                                           box("minf", "samples")));
}

std::string film(const std::string& tracks, const std::string& in_movie = "",
                 const std::string& behind = "")
{
    return box("ftyp", "isom\0\0\2\0isommp42"s) +
           box("moov", box("mvhd", std::string(100, '\0')) + tracks + in_movie) +
           box("mdat", "the film itself") + behind;
}

const std::string place = "+41.9028+012.4964/";

} // namespace

TEST(Media, blanks_the_place_in_a_film_and_moves_nothing)
{
    const auto told = box("udta", box("\xa9xyz", place));
    const auto tagged = box("meta", "com.apple.quicktime.location.ISO6709" + place);
    const auto before = film(track("vide", told) + track("soun"), told + tagged,
                             box("uuid", "XMP " + place) + box("free", "left over " + place));
    const auto clean = clean_media("VIDEO", before);
    ASSERT_EQ(clean.fault, MediaFault::none);
    EXPECT_EQ(clean.format, "mp4");
    EXPECT_EQ(clean.bytes.size(), before.size());
    EXPECT_EQ(clean.bytes.find("41.9028"), std::string::npos);
    EXPECT_EQ(clean.bytes.find("mdat"), before.find("mdat"));
    EXPECT_NE(clean.bytes.find("the film itself"), std::string::npos);
    EXPECT_NE(clean.bytes.find("samples"), std::string::npos);
    // Clean already: it stays as it is.
    EXPECT_EQ(clean_media("VIDEO", clean.bytes).bytes, clean.bytes);
}

namespace {

// A track whose one piece of data stands in the file where it says.
std::string pointed_track(const std::string& kind, std::size_t offset, std::size_t length)
{
    const auto table = [](const std::string& name, const std::string& rows) {
        return box(name, std::string(4, '\0') + rows);
    };
    const auto tables = table("stsz", number(0, 4) + number(1, 4) + number(length, 4)) +
                        table("stsc", number(1, 4) + number(1, 4) + number(1, 4) + number(1, 4)) +
                        table("stco", number(1, 4) + number(offset, 4));
    return box("trak",
               box("mdia", box("hdlr", std::string(8, '\0') + kind + std::string(13, '\0')) +
                               box("minf", box("stbl", tables))));
}

std::string walked(std::size_t offset, std::size_t length, const std::string& kind = "meta")
{
    return film(track("vide") + pointed_track(kind, offset, length), "", box("mdat", place));
}

} // namespace

TEST(Media, blanks_the_way_somebody_walked_with_its_track)
{
    const auto offset = walked(0, 0).find(place);
    for (const auto* kind : {"meta", "camm", "text"}) {
        const auto before = walked(offset, place.size(), kind);
        ASSERT_EQ(before.find(place), offset);
        const auto clean = clean_mp4(before);
        ASSERT_EQ(clean.fault, MediaFault::none) << kind;
        EXPECT_EQ(clean.bytes.find("41.9028"), std::string::npos);
        EXPECT_EQ(clean.bytes.find(kind), std::string::npos);
        EXPECT_EQ(clean.bytes.size(), before.size());
        EXPECT_NE(clean.bytes.find("the film itself"), std::string::npos);
    }
}

TEST(Media, refuses_a_film_whose_other_tracks_cannot_be_found)
{
    const auto offset = walked(0, 0).find(place);
    EXPECT_EQ(clean_mp4(walked(offset, place.size() + 1)).fault, MediaFault::located);
    EXPECT_EQ(clean_mp4(walked(0, 8)).fault, MediaFault::located) << "not in the data";
    EXPECT_EQ(clean_mp4(walked(offset + 1'000'000, 8)).fault, MediaFault::located);
    EXPECT_EQ(clean_mp4(film(track("vide") + track("meta"))).fault, MediaFault::located);
    const auto in_pieces = walked(offset, place.size()) + box("moof", box("mfhd", "12345678"));
    EXPECT_EQ(clean_mp4(in_pieces).fault, MediaFault::located);
}

TEST(Media, takes_no_boxes_that_do_not_fit)
{
    const auto whole = film(track("vide"));
    EXPECT_EQ(clean_mp4(whole).fault, MediaFault::none);
    const auto without_data = whole.find("mdat") - 4;
    for (std::size_t cut = 1; cut < whole.size(); ++cut)
        if (cut != without_data) {
            EXPECT_EQ(clean_mp4(whole.substr(0, cut)).fault, MediaFault::unknown) << cut;
        }
    EXPECT_EQ(clean_mp4(box("ftyp", "isom")).fault, MediaFault::unknown);
    EXPECT_EQ(clean_mp4(film("")).fault, MediaFault::unknown);
    // A size that says less than its own head.
    EXPECT_EQ(clean_mp4(box("ftyp", "isom") + number(4, 4) + "moov").fault, MediaFault::unknown);
}

TEST(Media, is_of_the_medium_that_it_is_said_to_be)
{
    EXPECT_EQ(clean_media("AUDIO", film(track("soun"))).format, "m4a");
    EXPECT_EQ(clean_media("VIDEO", film(track("soun"))).fault, MediaFault::unknown);
    EXPECT_EQ(clean_media("AUDIO", film(track("vide"))).fault, MediaFault::unknown);
    EXPECT_EQ(clean_media("PHOTO", film(track("vide"))).fault, MediaFault::unknown);
    for (const auto* text : {"<html><script>alert(1)</script>", "%PDF-1.4", "MZ", "", "GIF89a"})
        for (const auto* medium : {"PHOTO", "AUDIO", "VIDEO"})
            EXPECT_EQ(clean_media(medium, text).fault, MediaFault::unknown) << text;
}

namespace {

// With the size in two bytes, as most programs write it.
std::string sized(const std::string& id, const std::string& content)
{
    return id + static_cast<char>(0x40 | (content.size() >> 8)) +
           static_cast<char>(content.size() & 0xff) + content;
}

const auto ebml = sized("\x1a\x45\xdf\xa3", sized("\x42\x82", "webm"));
const auto tags = sized("\x12\x54\xc3\x67", "LOCATION=" + place);
const auto cluster = sized("\x1f\x43\xb6\x75", sized("\xe7", "0") + sized("\xa3", "a frame"));

std::string webm(const std::string& inside) { return ebml + sized("\x18\x53\x80\x67", inside); }

} // namespace

TEST(Media, blanks_the_tags_of_webm_and_moves_nothing)
{
    const auto info = sized("\x15\x49\xa9\x66",
                            sized("\x7b\xa9", "Via dei Sabelli 12") + sized("\x4d\x80", "muxer"));
    const auto before = webm(info + tags + cluster + tags);
    const auto clean = clean_media("VIDEO", before);
    ASSERT_EQ(clean.fault, MediaFault::none);
    EXPECT_EQ(clean.format, "webm");
    EXPECT_EQ(clean.bytes.size(), before.size());
    EXPECT_EQ(clean.bytes.find("41.9028"), std::string::npos);
    EXPECT_EQ(clean.bytes.find("Sabelli"), std::string::npos);
    EXPECT_NE(clean.bytes.find("muxer"), std::string::npos);
    EXPECT_NE(clean.bytes.find("a frame"), std::string::npos);
    EXPECT_EQ(clean_webm(clean.bytes).bytes, clean.bytes) << "a Void of the same length";
}

TEST(Media, reads_what_a_browser_recorded_without_knowing_its_length)
{
    const std::string endless = "\x01\xff\xff\xff\xff\xff\xff\xff";
    const auto block = sized("\xa3", "a frame");
    const auto before = ebml + "\x18\x53\x80\x67" + endless + "\x1f\x43\xb6\x75" + endless + block +
                        block + "\x1f\x43\xb6\x75" + endless + block + tags;
    const auto clean = clean_webm(before);
    ASSERT_EQ(clean.fault, MediaFault::none);
    EXPECT_EQ(clean.bytes.find("41.9028"), std::string::npos);
    EXPECT_EQ(clean.bytes.size(), before.size());
    EXPECT_EQ(clean_webm(webm(tags)).fault, MediaFault::unknown) << "nothing to play";
    EXPECT_EQ(clean_webm(before.substr(0, 9)).fault, MediaFault::unknown);
}

TEST(Media, cuts_the_tags_from_mp3)
{
    const auto frames = "\xff\xfb\x90\x64"s + std::string(400, 'm');
    const auto front = "ID3\x04\x00\x00\x00\x00\x00\x12"s + place;
    ASSERT_EQ(place.size(), 18U);
    const auto end = "TAG" + place + std::string(125 - place.size(), ' ');
    const auto clean = clean_media("AUDIO", front + frames + end);
    ASSERT_EQ(clean.fault, MediaFault::none);
    EXPECT_EQ(clean.format, "mp3");
    EXPECT_EQ(clean.bytes, frames);
    EXPECT_EQ(clean_media("AUDIO", frames + "APETAGEX" + place).bytes, frames);
    EXPECT_EQ(clean_media("AUDIO", front + "no frame").fault, MediaFault::unknown);
    EXPECT_EQ(clean_media("VIDEO", frames).fault, MediaFault::unknown);
}

namespace {

std::string comment(const std::string& text)
{
    auto size = number(text.size(), 4);
    return std::string(size.rbegin(), size.rend()) + text;
}

std::string ogg(const std::string& line)
{
    return "OggS" + std::string(24, '\0') + "OpusHead" + std::string(11, '\0') + "OggS" +
           std::string(24, '\0') + "OpusTags" + comment("encoder") + "\1\0\0\0"s + comment(line) +
           "OggS frames with GPS and GEO in them by chance";
}

} // namespace

TEST(Media, refuses_ogg_that_tells_a_place)
{
    EXPECT_EQ(clean_media("AUDIO", ogg("TITLE=Il primo giorno")).format, "ogg");
    for (const auto* line : {"LOCATION=Roma", "geo_location=41.9;12.4", "metadata_block_picture=x"})
        EXPECT_EQ(clean_ogg(ogg(line)).fault, MediaFault::located) << line;
    EXPECT_EQ(clean_ogg("OggS\x80theora OpusHead"s).fault, MediaFault::unknown);
    EXPECT_EQ(clean_ogg("OggS OpusHead OpusTags\xff\xff\xff\x7f"s).fault, MediaFault::located)
        << "comments that cannot be read";
}

} // namespace stories
