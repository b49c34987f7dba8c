// SPDX-License-Identifier: EUPL-1.2
// Films as telephones and browsers make them, as small as they can be, with what must not stay.
#include <gtest/gtest.h>

#include "stories/media.h"
#include "stories/testing_media.h"

namespace stories {

using namespace std::string_literals;
using namespace test_stories;

namespace {

std::string box(const std::string& name, const std::string& content)
{
    return number(content.size() + 8, 4) + name + content;
}

Told::Wrap boxed(const std::string& name)
{
    return [name](const std::string& text) { return box(name, zeros(4) + text); };
}

std::string table(const std::string& name, const std::string& rows)
{
    return box(name, zeros(4) + rows);
}

// What may stand in any box that holds others.
std::string strays(const Told& told, const std::string& in)
{
    std::string all;
    for (const auto* name : {"udta", "meta", "uuid", "free", "skip", "\xa9xyz", "cprt", "tmcd"})
        all += told(in + "/" + name, boxed(name));
    return all;
}

const std::string at_noon = number(0xE3A1B2C3, 4);

std::string entry_of(const std::string& kind, const Told& told)
{
    const auto text_of_32 = [](const std::string& text) {
        return "\x1f" + (text + zeros(31)).substr(0, 31);
    };
    const auto name = kind == "vide" ? told("compressor", text_of_32) : "";
    if (kind == "vide")
        return box("avc1", zeros(7) + "\1" + zeros(34) + (name.empty() ? zeros(32) : name) +
                               "\0\x18\xff\xff"s + box("avcC", "\1\x42") +
                               told("vide/profile",
                                    [](const auto& text) { return box("colr", "prof" + text); }) +
                               strays(told, "avc1"));
    if (kind == "soun")
        return box("mp4a", zeros(7) + "\1" + zeros(20) + box("esds", zeros(4) + "\3") +
                               strays(told, "mp4a"));
    return box(kind, zeros(8));
}

std::string tables_of(const std::string& kind, std::size_t offset, std::size_t length,
                      const Told& told)
{
    const auto behind = [](const std::string& text) { return text; };
    return table("stsd", number(1, 4) + entry_of(kind, told)) +
           table("stts",
                 number(1, 4) + number(1, 4) + number(1, 4) + told(kind + "/behind stts", behind)) +
           table("stsz", number(0, 4) + number(1, 4) + number(length, 4)) +
           table("stsc", number(1, 4) + number(1, 4) + number(1, 4) + number(1, 4)) +
           table("stco", number(1, 4) + number(offset, 4));
}

// A track whose one piece of data stands in the file where it says.
std::string track(const std::string& kind, std::size_t offset, std::size_t length,
                  const Told& told = Told(), const std::string& more = "")
{
    const auto text = [](const std::string& what) { return what + zeros(1); };
    const auto times = zeros(4) + at_noon + at_noon;
    const auto references = table("dref", number(1, 4) + table("url ", told(kind + "/file", text)));
    const auto media =
        box("mdhd", times + zeros(12) + told(kind + "/behind mdhd", text)) +
        box("hdlr", zeros(8) + kind + zeros(12) + told(kind + "/handler", text) + zeros(1)) +
        box("minf",
            (kind == "vide" ? table("vmhd", zeros(8)) : table("smhd", zeros(4))) +
                box("dinf", references + strays(told, kind + "/dinf")) +
                box("stbl", tables_of(kind, offset, length, told) + strays(told, kind + "/stbl")) +
                strays(told, kind + "/minf"));
    return box("trak", box("tkhd", times + zeros(72) + told(kind + "/behind tkhd", text)) +
                           box("edts", table("elst", number(0, 4)) + strays(told, "edts")) + more +
                           box("mdia", media + strays(told, kind + "/mdia")) +
                           strays(told, kind + "/trak"));
}

const std::string of_film = "the film itself";
const std::string of_sound = "its sound";
constexpr std::size_t film_at = 32;

std::string film(const std::string& tracks, const std::string& in_movie = "",
                 const std::string& behind = "", const std::string& data = of_film + of_sound)
{
    return box("ftyp", "isom\0\0\2\0isommp42"s) + box("mdat", data) +
           box("moov", box("mvhd", zeros(4) + at_noon + at_noon + zeros(88)) + tracks + in_movie) +
           behind;
}

std::string film_track(const Told& told = Told())
{
    return track("vide", film_at, of_film.size(), told);
}

std::string sound_track(const Told& told = Told())
{
    return track("soun", film_at + of_film.size(), of_sound.size(), told);
}

std::string telling_film(const Told& told)
{
    const auto text = [](const std::string& what) { return what; };
    auto data = of_film + of_sound;
    std::string others;
    for (const auto* kind : {"meta", "text", "tmcd", "camm"})
        others += told("track "s + kind, [&](const std::string& what) {
            const auto at = film_at + data.size();
            data += what;
            return track(kind, at, what.size());
        });
    data += told("left over in the data", text);
    return film(film_track(told) + sound_track(told) + others, strays(told, "moov"),
                strays(told, "top"), data);
}

} // namespace

TEST(Mp4, blanks_all_that_a_film_tells_and_moves_nothing)
{
    never_tells("VIDEO", telling_film);
    const auto told = box("udta", box("\xa9xyz", secret));
    const auto before = film(film_track() + sound_track(), told, box("uuid", "XMP " + secret));
    const auto clean = clean_media("VIDEO", before);
    ASSERT_EQ(clean.fault, MediaFault::none);
    EXPECT_EQ(clean.format, "mp4");
    EXPECT_EQ(clean.bytes.size(), before.size());
    EXPECT_EQ(clean.bytes.find("mdat"), before.find("mdat"));
    EXPECT_NE(clean.bytes.find(of_film + of_sound), std::string::npos);
}

TEST(Mp4, forgets_when_a_film_was_made)
{
    const auto before = film(film_track() + sound_track());
    ASSERT_NE(before.find(at_noon), std::string::npos);
    EXPECT_EQ(clean_mp4(before).bytes.find(at_noon), std::string::npos);

    // In eight bytes, in the second version of these boxes.
    const auto late = "\1\0\0\0"s + number(0xE3A1B2C3, 8) + number(0xE3A1B2C3, 8);
    auto tracks = film_track();
    const auto head = box("tkhd", zeros(4) + at_noon + at_noon + zeros(72));
    tracks.replace(tracks.find(head), head.size(), box("tkhd", late + zeros(76)));
    tracks = box("trak", tracks.substr(8));
    const auto clean = clean_mp4(film(tracks, box("mvhd", late + zeros(92))));
    ASSERT_EQ(clean.fault, MediaFault::none);
    EXPECT_EQ(clean.bytes.find(at_noon), std::string::npos);
    EXPECT_EQ(clean_mp4(film(film_track(), box("mvhd", zeros(20)))).fault, MediaFault::unknown);
}

TEST(Mp4, refuses_a_film_whose_data_cannot_be_found)
{
    const auto film_of = [](std::size_t at, std::size_t length) {
        return clean_mp4(film(track("vide", at, length))).fault;
    };
    EXPECT_EQ(film_of(film_at, of_film.size()), MediaFault::none);
    EXPECT_EQ(film_of(film_at + 1'000'000, 8), MediaFault::located);
    EXPECT_EQ(clean_mp4(film(box("trak", box("mdia", table("hdlr", zeros(4) + "vide"))))).fault,
              MediaFault::located)
        << "no tables at all";
}

namespace {

std::string with_id(std::string track, char which)
{
    track[track.find("tkhd") + 4 + 15] = which;
    return track;
}

// Of one track: its data stand so far behind the beginning of their piece of the film.
std::string fragment(std::size_t track, std::size_t offset, std::size_t length,
                     const std::string& more = "")
{
    const auto run = number(0x201, 4) + number(1, 4) + number(offset, 4) + number(length, 4);
    return box("traf",
               box("tfhd", number(0x20000, 4) + number(track, 4)) + more + box("trun", run));
}

// As browsers record it: what is told of the film first, then piece after piece with its data.
std::string telling_pieces(const Told& told)
{
    const auto text = [](const std::string& what) { return what; };
    const auto walked = told("track", text);
    const auto left = told("left over in the data", text);
    const auto piece = [&](std::size_t from) {
        auto others = walked.empty() ? "" : fragment(3, from + 24, walked.size());
        return box("moof", table("mfhd", number(1, 4)) + strays(told, "moof") +
                               fragment(1, from, 15, strays(told, "traf")) +
                               fragment(2, from + 15, 9) + others);
    };
    const auto data = box("mdat", of_film + of_sound + walked + left);
    const auto one = piece(piece(0).size() + 8) + data;
    auto tracks = with_id(track("vide", 0, 0), 1) + with_id(track("soun", 0, 0), 2);
    if (!walked.empty())
        tracks += with_id(track("meta", 0, 0), 3);
    return box("ftyp", "isom") +
           box("moov", box("mvhd", zeros(100)) + tracks +
                           box("mvex", table("trex", number(1, 4) + zeros(16)))) +
           one + one + strays(told, "top");
}

} // namespace

TEST(Mp4, blanks_all_that_a_film_in_pieces_tells)
{
    never_tells("VIDEO", telling_pieces);
    const auto clean = clean_mp4(telling_pieces(Told({"track"})));
    const auto first = clean.bytes.find(of_film + of_sound);
    ASSERT_NE(first, std::string::npos);
    EXPECT_NE(clean.bytes.find(of_film + of_sound, first + 1), std::string::npos) << "both pieces";
}

TEST(Mp4, finds_the_data_of_a_film_in_pieces_however_it_is_said)
{
    const auto movie = box(
        "moov", with_id(track("vide", 0, 0), 1) +
                    box("mvex", table("trex", number(1, 4) + zeros(8) + number(4, 4) + zeros(4))));
    const auto begin = box("ftyp", "isom") + movie;
    const auto of = [&](const std::string& in_track) {
        const auto bytes =
            begin + box("moof", box("traf", in_track)) + box("mdat", "..film" + secret);
        const auto clean = clean_mp4(bytes);
        const auto at = clean.bytes.rfind("mdat");
        return clean.fault == MediaFault::none ? clean.bytes.substr(at + 4, 8) : "refused";
    };
    const auto kept = zeros(2) + "film" + zeros(2);
    const auto head = [](std::size_t flags, const std::string& more) {
        return box("tfhd", number(flags, 4) + number(1, 4) + more);
    };
    const auto run = [](std::size_t flags, std::size_t count, const std::string& more) {
        return box("trun", number(flags, 4) + number(count, 4) + more);
    };
    // From the beginning of the file; the length as the movie has it.
    const auto length = head(1, zeros(8)).size() + run(0, 1, "").size();
    const auto data_at = begin.size() + 16 + length + 8 + 2;
    EXPECT_EQ(of(head(1, number(data_at, 8)) + run(0, 1, "")), kept);
    // From the beginning of the piece; the length as its head has it, in two runs.
    const auto two = head(0x10, number(2, 4)).size() + run(1, 1, zeros(4)).size() + 16;
    EXPECT_EQ(of(head(0x10, number(2, 4)) + run(1, 1, number(16 + two + 8 + 2, 4)) + run(0, 1, "")),
              kept);
    // A row for each, with its time.
    const auto rows = number(9, 4) + number(1, 4) + number(9, 4) + number(3, 4);
    const auto size = head(0, "").size() + run(0x301, 2, zeros(4) + rows).size();
    EXPECT_EQ(of(head(0, "") + run(0x301, 2, number(16 + size + 8 + 2, 4) + rows)), kept);
    EXPECT_EQ(of(head(0, "") + run(0x301, 3, zeros(4) + rows)), "refused") << "a row is missing";
    EXPECT_EQ(of(head(0, "") + run(1, 100'000, zeros(4))), "refused") << "beyond the file";
    EXPECT_EQ(of(run(0, 1, "")), "refused") << "of no track";
    EXPECT_EQ(clean_mp4(box("ftyp", "isom") + box("moof", fragment(1, 0, 0)) + movie).fault,
              MediaFault::located)
        << "before the movie";
}

TEST(Mp4, reads_very_many_boxes_in_time_and_no_more_than_a_million)
{
    // Each of them was looked for among all pieces of data.
    std::string offsets;
    for (std::size_t i = 0; i < 150'000; ++i)
        offsets += number(film_at, 4);
    const auto tables = table("stsz", number(of_film.size(), 4) + number(150'000, 4)) +
                        table("stsc", number(1, 4) + number(1, 4) + number(1, 4) + number(1, 4)) +
                        table("stco", number(150'000, 4) + offsets);
    const auto other = box(
        "trak", box("mdia", table("hdlr", zeros(4) + "meta") + box("minf", box("stbl", tables))));
    const auto many = repeated(box("mdat", ""), 4 * 1024 * 1024);
    EXPECT_EQ(clean_in_time("VIDEO", film(film_track() + other, "", many)).fault, MediaFault::none);
    const auto too_many = repeated(box("free", ""), 9 * 1024 * 1024);
    EXPECT_EQ(clean_in_time("VIDEO", film(film_track(), "", too_many)).fault, MediaFault::located);
}

TEST(Mp4, takes_no_boxes_that_do_not_fit)
{
    const auto whole = film(film_track());
    EXPECT_EQ(clean_mp4(whole).fault, MediaFault::none);
    for (std::size_t cut = 1; cut < whole.size(); ++cut)
        EXPECT_EQ(clean_mp4(whole.substr(0, cut)).fault, MediaFault::unknown) << cut;
    EXPECT_EQ(clean_mp4(box("ftyp", "isom")).fault, MediaFault::unknown);
    EXPECT_EQ(clean_mp4(film("")).fault, MediaFault::unknown);
    // A size that says less than its own head.
    EXPECT_EQ(clean_mp4(box("ftyp", "isom") + number(4, 4) + "moov").fault, MediaFault::unknown);
}

TEST(Mp4, is_of_the_medium_that_it_is_said_to_be)
{
    EXPECT_EQ(clean_media("AUDIO", film(sound_track())).format, "m4a");
    EXPECT_EQ(clean_media("VIDEO", film(sound_track())).fault, MediaFault::unknown);
    EXPECT_EQ(clean_media("AUDIO", film(film_track())).fault, MediaFault::unknown);
    EXPECT_EQ(clean_media("PHOTO", film(film_track())).fault, MediaFault::unknown);
    for (const auto* text :
         {"<html><script>alert(1)</script>", "%PDF-1.4", "MZ", "", "GIF89a", "RIFF....WAVEfmt "})
        for (const auto* medium : {"PHOTO", "AUDIO", "VIDEO"})
            EXPECT_EQ(clean_media(medium, text).fault, MediaFault::unknown) << text;
}

} // namespace stories
