// SPDX-License-Identifier: EUPL-1.2
#include "http/files.h"

#include <gtest/gtest.h>

#include "http/encoding.h"

namespace {

const http::Files& app()
{
    static const http::Files files({{"web/dist/index.html", "<html>"},
                                    {"web/dist/assets/main-4f.js", "plain script"},
                                    {"web/dist/assets/main-4f.js.br", "brotli script"},
                                    {"web/dist/assets/main-4f.js.gz", "gzip script"},
                                    {"web/dist/service-worker.js", "worker"},
                                    {"web/dist/.well-known/security.txt", "Contact: us"},
                                    {"web/dist/empty.txt", ""},
                                    {"web/dist/orphan.css.gz", "gzip only"}});
    return files;
}

core::Request get(std::string path, decltype(core::Request::headers) headers = {})
{
    core::Request request;
    request.method = "GET";
    request.path = std::move(path);
    request.headers = std::move(headers);
    return request;
}

std::string header(const core::Response& response, std::string_view name)
{
    for (const auto& [key, value] : response.headers)
        if (key == name)
            return value;
    return {};
}

} // namespace

TEST(Files, PagesAreTheFrontPage)
{
    for (const auto* path : {"/", "/people/0192f", "/board/roma.d/2026", "/apiary"}) {
        const auto page = app().find(get(path));
        ASSERT_TRUE(page) << path;
        EXPECT_EQ(page->status, 200) << path;
        EXPECT_EQ(page->body, "<html>");
        EXPECT_EQ(page->content_type, "text/html; charset=utf-8");
        EXPECT_EQ(header(*page, "Cache-Control"), "no-cache");
        EXPECT_NE(header(*page, "ETag"), "");
    }
}

TEST(Files, ApiAndMetricsAndOtherMethodsAreNotFiles)
{
    for (const auto* path :
         {"/api", "/api/", "/api/people/persons", "/api/openapi.json", "/metrics"})
        EXPECT_FALSE(app().find(get(path))) << path;
    auto post = get("/");
    post.method = "POST";
    EXPECT_FALSE(app().find(post));
    post.method = "HEAD";
    EXPECT_TRUE(app().find(post));
}

TEST(Files, HashedNamesAreKeptForAYearOthersAreAskedForAgain)
{
    const auto script = app().find(get("/assets/main-4f.js"));
    EXPECT_EQ(header(*script, "Cache-Control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(script->content_type, "text/javascript; charset=utf-8");
    EXPECT_EQ(header(*app().find(get("/service-worker.js")), "Cache-Control"), "no-cache");
    const auto security = app().find(get("/.well-known/security.txt"));
    EXPECT_EQ(header(*security, "Cache-Control"), "no-cache");
    EXPECT_EQ(security->body, "Contact: us");
    EXPECT_EQ(app().find(get("/empty.txt"))->status, 200);
}

TEST(Files, TheSmallestCodingThatTheClientTakes)
{
    const auto taking = [](std::string codings) {
        return *app().find(get("/assets/main-4f.js", {{"accept-encoding", std::move(codings)}}));
    };
    EXPECT_EQ(taking("gzip, deflate, br").body, "brotli script");
    EXPECT_EQ(header(taking("br"), "Content-Encoding"), "br");
    EXPECT_EQ(taking("gzip, br;q=0").body, "gzip script");
    EXPECT_EQ(header(taking("gzip"), "Content-Encoding"), "gzip");
    EXPECT_EQ(taking("").body, "plain script");
    EXPECT_EQ(header(taking(""), "Content-Encoding"), "");
    for (const auto* codings : {"br", "gzip", ""})
        EXPECT_EQ(header(taking(codings), "Vary"), "Accept-Encoding");
    EXPECT_NE(header(taking("br"), "ETag"), header(taking(""), "ETag"));
}

TEST(Files, AKnownTagNeedsNoBody)
{
    const auto tag = header(*app().find(get("/")), "ETag");
    for (const auto& known : {tag, "W/" + tag, "\"other\", " + tag, std::string("*")}) {
        const auto again = app().find(get("/", {{"if-none-match", known}}));
        EXPECT_EQ(again->status, 304) << known;
        EXPECT_EQ(again->body, "");
        EXPECT_EQ(header(*again, "ETag"), tag);
    }
    EXPECT_EQ(app().find(get("/", {{"if-none-match", "\"other\""}}))->status, 200);
}

TEST(Files, WhatIsNotThereIsNotFound)
{
    for (const auto* path :
         {"/missing.js", "/orphan.css", "/assets/main-4f.js.br", "/x/index.html"})
        EXPECT_EQ(app().find(get(path))->status, 404) << path;
}

TEST(Files, AProgramWithoutTheAppSaysSoInBothLanguages)
{
    const http::Files none(std::vector<EmbeddedFile>{});
    const auto page = none.find(get("/"));
    ASSERT_TRUE(page);
    EXPECT_EQ(page->status, 503);
    EXPECT_NE(page->body.find("senza le pagine web"), std::string::npos);
    EXPECT_NE(page->body.find("without its web pages"), std::string::npos);
    EXPECT_FALSE(none.find(get("/api/health")));
}

TEST(Encoding, AWeightOfZeroRefuses)
{
    using http::accepts_coding;
    EXPECT_TRUE(accepts_coding("gzip", "gzip"));
    EXPECT_TRUE(accepts_coding("br;q=1.0, GZip;q=0.5", "gzip"));
    EXPECT_FALSE(accepts_coding("gzip;q=0", "gzip"));
    EXPECT_FALSE(accepts_coding("gzip ; q=0.000 , br", "gzip"));
    EXPECT_FALSE(accepts_coding("xgzip, identity", "gzip"));
    EXPECT_FALSE(accepts_coding("", "gzip"));
}

TEST(Encoding, OnlyLargeTextIsCompressedAndOnlyOnce)
{
    core::Response large;
    large.body = std::string(100'000, 'a');
    auto refused = large;
    http::compress(refused, false);
    EXPECT_EQ(refused.body, large.body);
    EXPECT_EQ(header(refused, "Vary"), "Accept-Encoding");

    auto taken = large;
    http::compress(taken, true);
    EXPECT_LT(taken.body.size(), 1000u);
    EXPECT_EQ(header(taken, "Content-Encoding"), "gzip");
    const auto once = taken.body;
    http::compress(taken, true);
    EXPECT_EQ(taken.body, once);

    core::Response picture = large;
    picture.content_type = "image/png";
    http::compress(picture, true);
    EXPECT_EQ(picture.body, large.body);
}
