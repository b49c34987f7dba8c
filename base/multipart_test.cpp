// SPDX-License-Identifier: EUPL-1.2
#include "base/multipart.h"

#include <gtest/gtest.h>

#include "base/problem.h"

namespace {

constexpr auto type = "multipart/form-data; boundary=xyz";

// The reason why it is refused; "" when it is read.
std::string refusal(std::string_view content_type, std::string_view body)
{
    try {
        read_multipart(content_type, body);
        return "";
    } catch (const Problem& problem) {
        EXPECT_EQ(problem.status, 400);
        EXPECT_EQ(problem.code, "core.multipart_broken");
        return problem.facts.at(0).second;
    }
}

std::string part(const std::string& head, const std::string& bytes)
{
    return "--xyz\r\n" + head + "\r\n\r\n" + bytes + "\r\n";
}

const std::string named = "Content-Disposition: form-data; name=\"a\"";

} // namespace

TEST(Multipart, parts_with_names_types_and_bytes_of_any_kind)
{
    const std::string bytes("\0\r\n--xy\r\n--xyzz\xff\r\n", 18);
    const auto body =
        part("Content-Disposition: form-data; name=\"xml_submission_file\"; "
             "filename=\"form.xml\"\r\nContent-Type: text/XML; charset=utf-8",
             "<a/>") +
        part("content-disposition:form-data;filename=\"fot\xc3\xb2 \\\"1\\\".jpg\" ; name=photo\r\n"
             "Content-Transfer-Encoding: binary",
             bytes) +
        part(named, "") + "--xyz--\r\nwhat comes after is nobody's";
    const auto parts = read_multipart(type, body);
    ASSERT_EQ(parts.size(), 3U);
    EXPECT_EQ(parts[0].name, "xml_submission_file");
    EXPECT_EQ(parts[0].file_name, "form.xml");
    EXPECT_EQ(parts[0].type, "text/xml");
    EXPECT_EQ(parts[0].bytes, "<a/>");
    EXPECT_EQ(parts[1].name, "photo");
    EXPECT_EQ(parts[1].file_name, "fot\xc3\xb2 \"1\".jpg");
    EXPECT_EQ(parts[1].bytes, bytes);
    EXPECT_EQ(parts[2].name, "a");
    EXPECT_FALSE(parts[2].file_name);
    EXPECT_EQ(parts[2].bytes, "");
}

TEST(Multipart, a_preamble_padding_and_a_quoted_boundary)
{
    const auto body = "for old readers\r\n--x y \t\r\n" + named + "\r\n\r\n1\r\n--x y--";
    const auto parts = read_multipart("Multipart/Form-Data; charset=utf-8; boundary=\"x y\"", body);
    ASSERT_EQ(parts.size(), 1U);
    EXPECT_EQ(parts[0].bytes, "1");
    EXPECT_EQ(read_multipart(type, "--xyz--").size(), 0U);
}

TEST(Multipart, folders_are_left_out_of_names)
{
    const auto file = [](const std::string& name) {
        const auto parts =
            read_multipart(type, part(named + "; filename=\"" + name + "\"", "") + "--xyz--");
        return parts.at(0).file_name.value();
    };
    EXPECT_EQ(file("../../etc/passwd"), "passwd");
    EXPECT_EQ(file("E:\\\\photos\\\\1.jpg"), "1.jpg");
    EXPECT_EQ(file("E:\\photos\\1.jpg"), "1.jpg");
}

TEST(Multipart, what_is_cut_short_is_refused_wherever_it_is_cut)
{
    const auto whole = part(named, "some bytes") + part(named, "more") + "--xyz--";
    ASSERT_EQ(refusal(type, whole), "");
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_NE(refusal(type, whole.substr(0, length)), "") << length;
}

TEST(Multipart, what_is_hostile_is_refused)
{
    const auto end = std::string("--xyz--");
    EXPECT_NE(refusal("text/xml", end), "");
    EXPECT_NE(refusal("multipart/form-data", end), "");
    EXPECT_NE(refusal("multipart/form-data; boundary=", end), "");
    EXPECT_NE(refusal("multipart/form-data; boundary=\"x", end), "");
    EXPECT_NE(refusal("multipart/form-data; boundary=a; boundary=b", end), "");
    EXPECT_NE(refusal("multipart/form-data; boundary=" + std::string(71, 'x'), end), "");
    EXPECT_NE(refusal("multipart/mixed; boundary=xyz", end), "");

    EXPECT_NE(refusal(type, part("Content-Type: text/plain", "") + end), "");
    EXPECT_NE(refusal(type, part("Content-Disposition: attachment; name=\"a\"", "") + end), "");
    EXPECT_NE(refusal(type, part("Content-Disposition: form-data", "") + end), "");
    EXPECT_NE(refusal(type, part(named + "\r\n" + named, "") + end), "");
    EXPECT_NE(refusal(type, part(named + "; name=\"b\"", "") + end), "");
    EXPECT_NE(refusal(type, part("Content-Disposition: form-data; name=\"\xff\"", "") + end), "");
    EXPECT_NE(refusal(type, part(named + "; filename=\"a\tb\"", "") + end), "");
    EXPECT_NE(refusal(type, part(named + "\r\nContent-Transfer-Encoding: base64", "") + end), "");
    EXPECT_NE(refusal(type, part(named + "\r\nno colon", "") + end), "");
    EXPECT_NE(refusal(type, part(named + "\r\nX: " + std::string(5000, 'x'), "") + end), "");

    std::string many;
    for (std::size_t i = 0; i < parts_max; ++i)
        many += part(named, "");
    EXPECT_EQ(refusal(type, many + end), "");
    EXPECT_NE(refusal(type, many + part(named, "") + end), "");
}
