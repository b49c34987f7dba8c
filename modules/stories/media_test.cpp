// SPDX-License-Identifier: EUPL-1.2
// Files as telephones and programs make them, as small as they can be, with what must not stay.
#include "stories/media.h"

#include <gtest/gtest.h>

#include <ctime>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <random>
#include <set>

#include "base/picture.h"

namespace stories {

namespace {

using namespace std::string_literals;

const std::string secret = "Via dei Sabelli 12";

// Where something may stand beside sound and picture: who makes a file asks for each such place
// what stands there, and wraps it as that place wants it.
class Told {
public:
    using Wrap = std::function<std::string(const std::string&)>;

    explicit Told(std::set<std::string> places = {}, std::size_t padding = 0)
        : places_(std::move(places)), padding_(padding)
    {
    }

    std::string operator()(const std::string& place, const Wrap& wrap) const
    {
        asked_.insert(place);
        return places_.contains(place) ? wrap(secret + std::string(padding_, '.')) : "";
    }

    const std::set<std::string>& asked() const { return asked_; }

private:
    std::set<std::string> places_;
    std::size_t padding_ = 0;
    mutable std::set<std::string> asked_;
};

using Build = std::string (*)(const Told&);

void tells_nothing(const std::string& medium, Build build, const Told& told,
                   const std::string& which)
{
    const auto before = build(told);
    ASSERT_NE(before.find(secret), std::string::npos) << which;
    const auto clean = clean_media(medium, before);
    ASSERT_EQ(clean.fault, MediaFault::none) << which;
    EXPECT_EQ(clean.bytes.find("Sabelli"), std::string::npos) << which;
    EXPECT_NE(clean.bytes.find("itself"), std::string::npos) << which << ": the recording";
    EXPECT_TRUE(clean_media(medium, clean.bytes).bytes == clean.bytes) << which;
}

// Each place by itself, then many of them together with texts of different length.
void never_tells(const std::string& medium, Build build)
{
    const Told nothing;
    ASSERT_EQ(clean_media(medium, build(nothing)).fault, MediaFault::none);
    const auto& places = nothing.asked();
    for (const auto& place : places)
        tells_nothing(medium, build, Told({place}), place);
    std::mt19937 random(20261130);
    for (int round = 0; round < 200; ++round) {
        std::set<std::string> some{*std::next(places.begin(), random() % places.size())};
        for (const auto& place : places)
            if (random() % 3 == 0)
                some.insert(place);
        tells_nothing(medium, build, Told(some, random() % 300), "round " + std::to_string(round));
    }
}

// As long as a file may be a tenth of; where each byte were looked at again for each other one it
// would take hours.
constexpr std::size_t long_file = 6 * 1024 * 1024;

std::string repeated(const std::string& piece, std::size_t bytes)
{
    std::string all;
    while (all.size() < bytes)
        all += piece;
    return all;
}

CleanMedia clean_in_time(const std::string& medium, const std::string& bytes)
{
    const auto begun = std::clock(); // of this program alone: the machine may be busy
    auto clean = clean_media(medium, bytes);
    EXPECT_LT(std::clock() - begun, 20 * CLOCKS_PER_SEC);
    return clean;
}

std::string number(std::size_t value, int bytes)
{
    std::string out;
    for (int i = bytes - 1; i >= 0; --i)
        out += static_cast<char>(value >> (8 * i) & 0xff);
    return out;
}

std::string little(std::size_t value, int bytes)
{
    const auto big = number(value, bytes);
    return {big.rbegin(), big.rend()};
}

std::string zeros(std::size_t count) { return std::string(count, '\0'); }

} // namespace

// MP4

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

TEST(Media, blanks_all_that_a_film_tells_and_moves_nothing)
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

TEST(Media, forgets_when_a_film_was_made)
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

TEST(Media, refuses_a_film_whose_data_cannot_be_found)
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

TEST(Media, blanks_all_that_a_film_in_pieces_tells)
{
    never_tells("VIDEO", telling_pieces);
    const auto clean = clean_mp4(telling_pieces(Told({"track"})));
    const auto first = clean.bytes.find(of_film + of_sound);
    ASSERT_NE(first, std::string::npos);
    EXPECT_NE(clean.bytes.find(of_film + of_sound, first + 1), std::string::npos) << "both pieces";
}

TEST(Media, finds_the_data_of_a_film_in_pieces_however_it_is_said)
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

TEST(Media, reads_very_many_boxes_in_time_and_no_more_than_a_million)
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

TEST(Media, takes_no_boxes_that_do_not_fit)
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

TEST(Media, is_of_the_medium_that_it_is_said_to_be)
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

// WebM

namespace {

// With the size in two bytes, as most programs write it.
std::string sized(const std::string& id, const std::string& content)
{
    return id + static_cast<char>(0x40 | (content.size() >> 8)) +
           static_cast<char>(content.size() & 0xff) + content;
}

Told::Wrap sized_as(const std::string& id)
{
    return [id](const std::string& text) { return sized(id, text); };
}

const auto ebml = sized("\x1a\x45\xdf\xa3", sized("\x42\x82", "webm"));
const auto tags = sized("\x12\x54\xc3\x67", "LOCATION=" + secret);

std::string webm_track(char which, char type, const std::string& codec,
                       const std::string& more = "")
{
    return sized("\xae",
                 sized("\xd7", {which}) + sized("\x83", {type}) + sized("\x86", codec) + more);
}

std::string block(char which, const std::string& content)
{
    return sized("\xa3", static_cast<char>(0x80 | which) + zeros(3) + content);
}

const auto tracks_alone =
    sized("\x16\x54\xae\x6b", webm_track(1, 1, "V_VP8") + webm_track(2, 2, "A_OPUS"));
const auto cluster = sized("\x1f\x43\xb6\x75", sized("\xe7", "0") + block(1, "the film itself"));

std::string webm(const std::string& inside) { return ebml + sized("\x18\x53\x80\x67", inside); }

// Void, Tags, Attachments, Chapters, CRC-32, and what nobody knows.
std::string strays_of_webm(const Told& told, const std::string& in)
{
    std::string all;
    for (const auto* id :
         {"\xec", "\x12\x54\xc3\x67", "\x19\x41\xa4\x69", "\x10\x43\xa7\x70", "\xbf", "\x4f\xff"})
        all += told(in + "/" + id, sized_as(id));
    return all;
}

std::string vorbis_setup(const std::string& text)
{
    const auto comment =
        "\3vorbis" + little(0, 4) + little(1, 4) + little(text.size(), 4) + text + "\1";
    std::string laced = "\2\x1e";
    for (auto rest = comment.size(); true; rest -= 255) {
        laced += static_cast<char>(rest < 255 ? rest : 255);
        if (rest < 255)
            break;
    }
    return sized("\x63\xa2", laced + "\1vorbis" + zeros(23) + comment + "\5vorbis setup");
}

std::string telling_webm(const Told& told)
{
    const auto text = [](const std::string& what) { return what; };
    const auto info =
        sized("\x15\x49\xa9\x66",
              sized("\x2a\xd7\xb1", "\x0f\x42\x40") + told("title", sized_as("\x7b\xa9")) +
                  told("date", sized_as("\x44\x61")) + told("muxing app", sized_as("\x4d\x80")) +
                  told("writing app", sized_as("\x57\x41")) + told("uid", sized_as("\x73\xa4")) +
                  told("file name", sized_as("\x73\x84")) + strays_of_webm(told, "info"));
    const auto film = webm_track(
        1, 1, "V_VP8",
        told("name", sized_as("\x53\x6e")) + told("codec name", sized_as("\x25\x86\x88")) +
            told("private", sized_as("\x63\xa2")) + told("language", sized_as("\x22\xb5\x9c")) +
            sized("\xe0", sized("\xb0", "\1") + strays_of_webm(told, "video")) +
            strays_of_webm(told, "track"));
    const auto sound = webm_track(2, 2, "A_VORBIS",
                                  told("comments of vorbis", vorbis_setup) +
                                      sized("\xe1", strays_of_webm(told, "audio")));
    const auto tracks = sized("\x16\x54\xae\x6b",
                              film + sound + told("subtitles", [](const std::string& what) {
                                  return webm_track(3, 17, "S_TEXT/UTF8", sized("\x53\x6e", what));
                              }));
    const auto group =
        sized("\xa0", sized("\xa1", "\x82"s + zeros(3) + "sound") +
                          told("additions", sized_as("\x75\xa1")) + strays_of_webm(told, "group"));
    const auto in_cluster = sized("\xe7", "0") + block(1, "the film itself") + group +
                            told("a line read", [](const auto& what) { return block(3, what); }) +
                            told("block of no track",
                                 [](const auto& what) {
                                     return sized("\xa0", sized("\xa1", "\x89"s + zeros(3) + what));
                                 }) +
                            strays_of_webm(told, "cluster");
    const auto cues =
        sized("\x1c\x53\xbb\x6b", sized("\xbb", sized("\xb3", "0") + strays_of_webm(told, "cue")));
    return sized("\x1a\x45\xdf\xa3", sized("\x42\x82", "webm") + strays_of_webm(told, "header")) +
           sized("\x18\x53\x80\x67", info + tracks + sized("\x1f\x43\xb6\x75", in_cluster) + cues +
                                         strays_of_webm(told, "segment")) +
           told("behind", text) + told("behind as void", sized_as("\xec"));
}

} // namespace

TEST(Media, blanks_all_that_webm_tells_and_moves_nothing)
{
    never_tells("VIDEO", telling_webm);
    const auto before = webm(tags + tracks_alone + cluster + tags);
    const auto clean = clean_media("VIDEO", before);
    ASSERT_EQ(clean.fault, MediaFault::none);
    EXPECT_EQ(clean.format, "webm");
    EXPECT_EQ(clean.bytes.size(), before.size());
    EXPECT_EQ(clean.bytes.find("itself"), before.find("itself"));
    EXPECT_EQ(clean_webm(before + secret).bytes, clean.bytes);
}

TEST(Media, takes_webm_only_where_it_is_sure)
{
    const auto of = [](const std::string& track) {
        return clean_webm(webm(sized("\x16\x54\xae\x6b", track) + cluster)).fault;
    };
    EXPECT_EQ(of(webm_track(1, 1, "V_VP8")), MediaFault::none);
    EXPECT_EQ(of(webm_track(1, 17, "V_VP8")), MediaFault::unknown) << "nothing left to play";
    EXPECT_EQ(of(webm_track(1, 1, secret)), MediaFault::unknown);
    EXPECT_EQ(of(webm_track(1, 1, "V_VP8", sized("\x6d\x80", "key"))), MediaFault::unknown);
    EXPECT_EQ(of(webm_track(1, 2, "A_VORBIS", sized("\x63\xa2", secret))), MediaFault::located);
    EXPECT_EQ(of(webm_track(1, 2, "A_OPUS", sized("\x63\xa2", "OpusHead" + secret))),
              MediaFault::located);
    EXPECT_EQ(clean_webm(sized("\x1a\x45\xdf\xa3", sized("\x42\x82", "webm" + secret)) +
                         webm(tracks_alone + cluster).substr(ebml.size()))
                  .fault,
              MediaFault::unknown);
}

TEST(Media, reads_what_a_browser_recorded_without_knowing_its_length)
{
    const std::string endless = "\x01\xff\xff\xff\xff\xff\xff\xff";
    const auto one = block(1, "the film itself");
    const auto before = ebml + "\x18\x53\x80\x67" + endless + tracks_alone + "\x1f\x43\xb6\x75" +
                        endless + one + sized("\x4f\xff", secret) + one + "\x1f\x43\xb6\x75" +
                        endless + one + tags;
    const auto clean = clean_webm(before);
    ASSERT_EQ(clean.fault, MediaFault::none);
    EXPECT_EQ(clean.bytes.find("Sabelli"), std::string::npos);
    EXPECT_EQ(clean.bytes.size(), before.size());
    for (auto at = before.find("itself"); at != std::string::npos;
         at = before.find("itself", at + 1))
        EXPECT_EQ(clean.bytes.compare(at, 6, "itself"), 0) << at;
    EXPECT_EQ(clean_webm(clean.bytes).bytes, clean.bytes);
    EXPECT_EQ(clean_webm(webm(tags)).fault, MediaFault::unknown) << "nothing to play";
    EXPECT_EQ(clean_webm(before.substr(0, 9)).fault, MediaFault::unknown);
}

TEST(Media, reads_very_many_elements_in_time)
{
    const auto many = repeated("\xec\x80", long_file);
    const std::string endless = "\x01\xff\xff\xff\xff\xff\xff\xff";
    const auto clusters = repeated("\x1f\x43\xb6\x75" + endless, long_file);
    EXPECT_EQ(clean_in_time("VIDEO", ebml + "\x18\x53\x80\x67" + endless + tracks_alone + cluster +
                                         many + clusters)
                  .fault,
              MediaFault::none);
}

// MP3

namespace {

// 128 kbit/s at 44.1 kHz: 417 bytes.
std::string frame(const std::string& content = "")
{
    return "\xff\xfb\x90\x64"s + content + std::string(413 - content.size(), 'm');
}

const auto frames = frame("the sound itself") + frame() + frame();

std::string seven_bits(std::size_t size)
{
    std::string out;
    for (int i = 3; i >= 0; --i)
        out += static_cast<char>(size >> (7 * i) & 0x7f);
    return out;
}

std::string id3v2(const std::string& text) { return "ID3\4\0\0"s + seven_bits(text.size()) + text; }

std::string id3v2_at_end(const std::string& text)
{
    return "ID3\4\0\x10"s + seven_bits(text.size()) + text + "3DI\4\0\x10"s +
           seven_bits(text.size());
}

std::string id3v1(const std::string& text)
{
    return "TAG" + (text + std::string(125, ' ')).substr(0, 125);
}

std::string lyrics(const std::string& text)
{
    const auto content = "LYRICSBEGIN" + text;
    const auto size = std::to_string(content.size());
    return content + std::string(6 - size.size(), '0') + size + "LYRICS200";
}

std::string ape_of(const std::string& text, bool has_head)
{
    const auto end = little(2000, 4) + little(text.size() + 32, 4) + little(1, 4);
    const auto head = "APETAGEX" + end + little(0xA0000000, 4) + zeros(8);
    return (has_head ? head : "") + text + "APETAGEX" + end + little(has_head ? 0x80000000 : 0, 4) +
           zeros(8);
}

std::string ape(const std::string& text) { return ape_of(text, true); }

std::string large_ape(const std::string& text)
{
    return ape_of(text + std::string(100'000, 'c') + text, true);
}

std::string headless_ape(const std::string& text)
{
    return ape_of(text + std::string(100'000, 'c') + text, false);
}

const std::map<std::string, std::string (*)(const std::string&)> tags_of_mp3{
    {"ID3v2", id3v2},
    {"ID3v2 at the end", id3v2_at_end},
    {"ID3v1", id3v1},
    {"Lyrics3", lyrics},
    {"APE", ape},
    {"APE with a cover", large_ape},
    {"headless", headless_ape}};

std::string telling_mp3(const Told& told)
{
    std::string front;
    for (const auto* name : {"ID3v2", "APE", "APE with a cover"})
        front += told("front "s + name, tags_of_mp3.at(name));
    std::string end;
    for (const auto& [name, wrap] : tags_of_mp3)
        end += told("end " + name, wrap);
    const auto tag_of_lame = [](const std::string& text) {
        return frame(zeros(32) + "Xing" + number(1, 4) + number(3, 4) + "LAME3.100" +
                     text.substr(0, 300));
    };
    return front + told("encoder", tag_of_lame) + frames + told("in the middle", id3v2) + frames +
           end;
}

} // namespace

TEST(Media, cuts_all_tags_from_mp3)
{
    never_tells("AUDIO", telling_mp3);
    const auto clean = clean_media("AUDIO", id3v2(secret) + frames + id3v1(secret));
    ASSERT_EQ(clean.fault, MediaFault::none);
    EXPECT_EQ(clean.format, "mp3");
    EXPECT_EQ(clean.bytes, frames);
    EXPECT_EQ(clean_media("AUDIO", frames + "APETAGEX" + secret).bytes, frames) << "a broken one";
    EXPECT_EQ(clean_media("AUDIO", id3v2(secret) + "no frame").fault, MediaFault::unknown);
    EXPECT_EQ(clean_media("VIDEO", frames).fault, MediaFault::unknown);
}

TEST(Media, cuts_tags_from_mp3_in_any_order)
{
    for (const auto& [first, wrap] : tags_of_mp3)
        for (const auto& [second, wrap_again] : tags_of_mp3) {
            const auto clean = clean_mp3(frames + wrap(secret) + wrap_again(secret) + wrap(secret));
            EXPECT_EQ(clean.bytes.find("Sabelli"), std::string::npos) << first << ", " << second;
            // The last one goes where what follows has nothing that it could be known by.
            const auto whole = first == "headless" ? frames.size() - frame().size() : frames.size();
            EXPECT_GE(clean.bytes.size(), whole) << first << ", " << second;
            EXPECT_TRUE(frames.starts_with(clean.bytes)) << first << ", " << second;
        }
    // The last frame was cut when the line was, and a tag stands where the rest of it would.
    const auto cut = clean_mp3(frames + frame().substr(0, 100) + id3v2(std::string(300, ' ')) +
                               frames + frame().substr(0, 100) + id3v1(secret));
    EXPECT_TRUE(cut.bytes == frames + frames);
}

TEST(Media, reads_a_long_mp3_in_time)
{
    for (const auto* piece : {"ID3", "TAG", "APETAGEX", "\xff\xfb", "\xff\xfb\x90\x64", "OggS"})
        clean_in_time("AUDIO", frames + repeated(piece, long_file) + frames);
    EXPECT_TRUE(clean_in_time("AUDIO", repeated(id3v2(""), long_file) + frames +
                                           repeated(id3v1(""), long_file))
                    .bytes == frames);
}

// Ogg

namespace {

// As RFC 3533 has it, bit by bit.
std::uint32_t checksum_of(const std::string& page)
{
    std::uint32_t sum = 0;
    for (const auto byte : page) {
        sum ^= static_cast<std::uint32_t>(static_cast<unsigned char>(byte)) << 24;
        for (int bit = 0; bit < 8; ++bit)
            sum = sum << 1 ^ ((sum & 0x80000000) != 0 ? 0x04c11db7 : 0);
    }
    return sum;
}

std::string page(int flags, std::size_t order, const std::string& lacing,
                 const std::string& content, std::size_t serial = 7)
{
    auto all = "OggS\0"s + static_cast<char>(flags) + zeros(8) + little(serial, 4) +
               little(order, 4) + zeros(4) + static_cast<char>(lacing.size()) + lacing + content;
    return all.replace(22, 4, little(checksum_of(all), 4));
}

// One packet over as many pages as it takes.
std::string pages_of(int flags, std::size_t& order, const std::string& packet)
{
    std::string all;
    for (std::size_t at = 0; true; at += 255 * 255) {
        const auto here = packet.substr(at, 255 * 255);
        std::string lacing(here.size() / 255, '\xff');
        const bool ends = here.size() < 255 * 255;
        if (ends)
            lacing += static_cast<char>(here.size() % 255);
        all += page(flags | (at > 0 ? 1 : 0), order++, lacing, here);
        if (ends)
            return all;
    }
}

std::string comments(const std::string& vendor, const std::string& line)
{
    return little(vendor.size(), 4) + vendor + little(1, 4) + little(line.size(), 4) + line;
}

const auto opus_head = "OpusHead\1\1"s + zeros(9);
const auto vorbis_head = "\1vorbis" + zeros(23);

std::string opus(const std::string& vendor, const std::string& line, int last = 4)
{
    std::size_t order = 0;
    auto all = pages_of(2, order, opus_head);
    all += pages_of(0, order, "OpusTags" + comments(vendor, line));
    return all + pages_of(last, order, "the sound itself");
}

std::string telling_opus(const Told& told)
{
    const auto text = [](const std::string& what) { return what; };
    const auto cover = [](const std::string& what) {
        return std::string(200'000, 'c') + "TITLE=" + what;
    };
    return opus(told("vendor", text), told("line", text) + told("cover", cover)) +
           told("behind", id3v1);
}

std::string telling_vorbis(const Told& told)
{
    const auto text = [](const std::string& what) { return what; };
    std::size_t order = 0;
    auto all = pages_of(2, order, vorbis_head);
    all += pages_of(0, order,
                    "\3vorbis" + comments(told("vendor", text), told("line", text)) + "\1" +
                        told("behind the comments", text));
    all += pages_of(0, order, "\5vorbis setup");
    return all + pages_of(4, order, "the sound itself") + told("behind", text);
}

// Each page carries the checksum that it must.
void sums_are_right(const std::string& bytes)
{
    for (std::size_t at = 0; at < bytes.size();) {
        const auto segments = static_cast<unsigned char>(bytes.at(at + 26));
        std::size_t end = at + 27 + segments;
        for (std::size_t i = 0; i < segments; ++i)
            end += static_cast<unsigned char>(bytes.at(at + 27 + i));
        auto one = bytes.substr(at, end - at);
        const auto sum = one.substr(22, 4);
        one.replace(22, 4, zeros(4));
        EXPECT_EQ(sum, little(checksum_of(one), 4)) << at;
        at = end;
    }
}

} // namespace

TEST(Media, empties_the_comments_of_ogg)
{
    never_tells("AUDIO", telling_opus);
    never_tells("AUDIO", telling_vorbis);
    const auto before = opus("encoder", std::string(200'000, 'c') + secret);
    const auto clean = clean_media("AUDIO", before);
    ASSERT_EQ(clean.fault, MediaFault::none);
    EXPECT_EQ(clean.format, "ogg");
    EXPECT_EQ(clean.bytes.size(), before.size());
    EXPECT_NE(clean.bytes.find("OpusTags" + zeros(8)), std::string::npos);
    sums_are_right(clean.bytes);
    EXPECT_TRUE(clean_ogg(before + page(0, 9, "\xff", "cut").substr(0, 20)).bytes == clean.bytes);
}

TEST(Media, refuses_ogg_with_more_than_one_stream)
{
    EXPECT_EQ(clean_ogg(opus("", "") + opus("", "")).fault, MediaFault::located) << "chained";
    const auto other = page(2, 0, "\x08", "fishead\0"s, 8);
    EXPECT_EQ(clean_ogg(opus("", "", 0) + other).fault, MediaFault::located);
    EXPECT_EQ(clean_ogg(other + opus("", "")).fault, MediaFault::unknown);
    EXPECT_EQ(clean_ogg(opus("", "") + page(0, 3, "\x08", "more of it")).fault, MediaFault::located)
        << "behind its end";
    EXPECT_EQ(clean_ogg(opus("", "", 0) + "junk" + page(0, 3, "\4", "more")).fault,
              MediaFault::located)
        << "between pages";
    std::size_t order = 3;
    EXPECT_EQ(clean_ogg(opus("", "", 0) + pages_of(4, order, "OpusTags" + secret)).fault,
              MediaFault::located)
        << "comments once more";
    EXPECT_EQ(clean_ogg("OggS\x80theora OpusHead"s).fault, MediaFault::unknown);
    order = 0;
    EXPECT_EQ(clean_ogg(pages_of(2, order, opus_head + secret)).fault, MediaFault::located);
    order = 0;
    EXPECT_EQ(clean_ogg(pages_of(2, order, opus_head)).fault, MediaFault::unknown) << "no sound";
}

TEST(Media, reads_a_long_ogg_in_time)
{
    clean_in_time("AUDIO", opus("", "", 0) + repeated(page(0, 3, "", ""), long_file));
    clean_in_time("AUDIO", opus("", "") + repeated("OggS", long_file));
}

// Pictures

namespace {

std::string png_chunk(const std::string& name, const std::string& content)
{
    std::uint32_t sum = 0xffffffff; // CRC-32 as PNG has it
    for (const auto byte : name + content) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = sum >> 1 ^ ((sum & 1) != 0 ? 0xedb88320 : 0);
    }
    return number(content.size(), 4) + name + content + number(~sum & 0xffffffff, 4);
}

std::string bytes_of(const std::string& path)
{
    std::ifstream in(std::string(SOURCE_DIR) + "/" + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string telling_png(const Told& told)
{
    static const auto drawing = bytes_of("tests/fuzz/corpus/photo/drawing.png");
    const auto as = [](const std::string& name, const std::string& head) {
        return [=](const std::string& text) { return png_chunk(name, head + text); };
    };
    const auto text = [](const std::string& what) { return what; };
    constexpr std::size_t head = 8 + 25; // the signature and IHDR
    return drawing.substr(0, head) + told("text", as("tEXt", "Comment\0"s)) +
           told("xmp", as("iTXt", "XML:com.adobe.xmp\0\0\0\0\0"s)) +
           told("exif", as("eXIf", "MM\0\x2a\0\0\0\x08"s)) + told("own", as("prVt", "")) +
           drawing.substr(head) + told("behind", text);
}

std::string segment(char mark, const std::string& content)
{
    return "\xff"s + mark + number(content.size() + 2, 2) + content;
}

// Of a camera: what APP1 to APP13 and COM say, and a second picture behind the end.
std::string telling_jpeg(const Told& told)
{
    static const auto drawing =
        *clean_picture(bytes_of("tests/fuzz/corpus/photo/drawing.png"), 1'000'000).jpeg;
    const auto as = [](char mark, const std::string& head) {
        return [=](const std::string& text) { return segment(mark, head + text); };
    };
    const auto second = [](const std::string& what) {
        return "\xff\xd8" + segment('\xe1', "Exif\0\0"s + what) + drawing.substr(2);
    };
    return drawing.substr(0, 2) + told("exif", as('\xe1', "Exif\0\0MM\0\x2a\0\0\0\x08\0\0"s)) +
           told("xmp", as('\xe1', "http://ns.adobe.com/xap/1.0/\0"s)) +
           told("profile", as('\xe2', "ICC_PROFILE\0\1\1"s)) +
           told("more pictures", as('\xe2', "MPF\0"s)) +
           told("iptc", as('\xed', "Photoshop 3.0\0008BIM\4\4\0\0"s)) +
           told("comment", as('\xfe', "")) + drawing.substr(2) + told("second", second);
}

} // namespace

TEST(Media, draws_pictures_anew)
{
    for (const auto build : {telling_png, telling_jpeg}) {
        const Told nothing;
        const auto plain = clean_media("PHOTO", build(nothing));
        ASSERT_EQ(plain.format, "jpg");
        EXPECT_GE(nothing.asked().size(), 5U);
        for (const auto& place : nothing.asked()) {
            const auto before = build(Told({place}));
            ASSERT_NE(before.find(secret), std::string::npos) << place;
            const auto clean = clean_media("PHOTO", before);
            ASSERT_EQ(clean.fault, MediaFault::none) << place;
            EXPECT_TRUE(clean.bytes == plain.bytes) << place << ": nothing but what is seen";
        }
    }
}

} // namespace stories
