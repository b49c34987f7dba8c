// SPDX-License-Identifier: EUPL-1.2
#include "base/html.h"

#include <gtest/gtest.h>

TEST(Html, makes_nothing_of_a_text_but_a_text)
{
    EXPECT_EQ(as_html("<script>alert('x')</script> & \"y\""),
              "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;y&quot;");
    EXPECT_EQ(as_html(std::string_view("a\0b\x1b", 4)), "ab");
    EXPECT_EQ(as_html("così è\nla vita"), "così è\nla vita");
}

TEST(Html, keeps_a_value_inside_its_quotes)
{
    HtmlWriter html;
    html.element("img-of", "x", {{"alt", "\"><img src=x onerror=alert(1)>"}});
    EXPECT_EQ(html.take(),
              "<img-of alt=\"&quot;&gt;&lt;img src=x onerror=alert(1)&gt;\">x</img-of>\n");
}

TEST(Html, leads_nowhere_but_to_pages)
{
    for (const auto* address : {"/rete", "/rete/citta/roma?lang=en", "#main",
                                "https://example.org/a?b=c", "http://example.org"})
        EXPECT_TRUE(is_safe_address(address)) << address;
    for (const auto* address :
         {"javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "data:text/html,x",
          "//elsewhere.example", "/\\elsewhere.example", "java\nscript:alert(1)", "", "rete",
          "vbscript:x", "https://a b"})
        EXPECT_FALSE(is_safe_address(address)) << address;
    HtmlWriter html;
    html.element("a", "qui", {{"href", "javascript:alert(1)"}, {"class", "link"}});
    EXPECT_EQ(html.take(), "<a class=\"link\">qui</a>\n");
}

TEST(Html, keeps_paragraphs_and_their_lines)
{
    HtmlWriter html;
    html.paragraphs("uno\ndue <b>\n\n\n\ntre");
    EXPECT_EQ(html.take(), "<p>uno<br>due &lt;b&gt;</p>\n<p>tre</p>\n");
    html.paragraphs("");
    EXPECT_EQ(html.take(), "");
}
