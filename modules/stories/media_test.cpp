// SPDX-License-Identifier: EUPL-1.2
// WebM, MP3, Ogg and pictures as telephones and programs make them, as small as they can be, with
// what must not stay.
#include "stories/media.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "base/picture.h"
#include "stories/testing_media.h"

namespace stories {

using namespace std::string_literals;
using namespace test_stories;

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
