// SPDX-License-Identifier: EUPL-1.2
// Requests that mean harm: smuggling, floods, endless waits. Each is refused with a status where
// one can be told, ends its connection, and leaves the server as it was.
#include <atomic>
#include <chrono>
#include <optional>
#include <string>
#include <thread>

#include <gtest/gtest.h>

#include "http/client_for_tests.h"
#include "http/server.h"

using namespace std::chrono_literals;

namespace {

class Hostile : public testing::Test {
protected:
    static http::Limits limits()
    {
        http::Limits limits;
        limits.header_time = 500ms;
        limits.body_time = 700ms;
        return limits;
    }

    void TearDown() override
    {
        // Whatever was tried, the next one is served.
        const auto answer = Client(server_.port()).ask("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n");
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->status, 200);
    }

    void expect_refused(std::string_view request, int status, std::string_view code)
    {
        const int before = handled_;
        Client client(server_.port());
        const auto answer = client.ask(request);
        ASSERT_TRUE(answer) << request.substr(0, 200);
        EXPECT_EQ(answer->status, status) << request.substr(0, 200);
        EXPECT_EQ(answer->header("content-type"), "application/problem+json");
        EXPECT_EQ(answer->header("connection"), "close");
        EXPECT_NE(answer->body.find('"' + std::string(code) + '"'), std::string::npos)
            << answer->body;
        EXPECT_TRUE(client.at_end()) << request.substr(0, 200);
        EXPECT_EQ(handled_, before) << "the handler saw " << request.substr(0, 200);
    }

    void expect_malformed(std::string_view request)
    {
        expect_refused(request, 400, "http.malformed");
    }

    // How many bytes the server takes before it ends the connection.
    std::size_t flood(std::string_view head, std::string_view piece)
    {
        constexpr std::size_t enough = 64 << 20;
        Client client(server_.port());
        std::size_t sent = 0;
        client.send(head);
        while (sent < enough && client.send(piece))
            sent += piece.size();
        return sent;
    }

    std::atomic<int> handled_ = 0;
    core::Request last_; // looked at only after its answer has come
    http::Server server_{"127.0.0.1:0",
                         [this](core::Request request, core::Reply reply) {
                             ++handled_;
                             last_ = std::move(request);
                             reply({});
                         },
                         limits()};
};

const std::string chunked = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n";
// More than the kernels' buffers and what is read on after a refusal, far less than a flood.
constexpr std::size_t taken_most = 16 << 20;

} // namespace

TEST_F(Hostile, FramingThatAProxyMightReadInAnotherWay)
{
    for (const std::string_view headers :
         {"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
          "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
          "Content-Length: 4\r\nContent-Length: 5\r\n",
          "Content-Length: 4\r\nContent-Length: 4\r\n", "Content-Length: 4, 4\r\n",
          "Content-Length: +4\r\n", "Content-Length: -4\r\n", "Content-Length: 0x4\r\n",
          "Content-Length: \r\n", "Content-Length: 18446744073709551617\r\n",
          "Transfer-Encoding: xchunked\r\nContent-Length: 4\r\n", "Transfer-Encoding: xchunked\r\n",
          "Transfer-Encoding: gzip, chunked\r\n", "Transfer-Encoding: chunked, chunked\r\n",
          "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
          "Transfer-Encoding: identity\r\n", "Transfer-Encoding: \r\n",
          "Transfer-Encoding : chunked\r\n", "Transfer-Encoding: \vchunked\r\n"})
        expect_malformed("POST / HTTP/1.1\r\nHost: x\r\n" + std::string(headers) +
                         "\r\n4\r\nciao\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n");
}

TEST_F(Hostile, ChunkedIsNotForHttp10)
{
    expect_malformed("POST / HTTP/1.0\r\nHost: x\r\nConnection: keep-alive\r\n"
                     "Transfer-Encoding: chunked\r\n\r\n4\r\nciao\r\n0\r\n\r\n");
}

TEST_F(Hostile, ChunkSizesThatAreNone)
{
    for (const std::string_view size : {"-2", "ffffffffffffffff1", "", "x", "0x4", " 4", "4 4"})
        expect_malformed(chunked + "\r\n" + std::string(size) + "\r\nciao\r\n0\r\n\r\n");
    expect_malformed(chunked + "\r\n4\r\nciaociao\r\n0\r\n\r\n");
}

TEST_F(Hostile, HostMustBeThereOnce)
{
    expect_malformed("GET / HTTP/1.1\r\n\r\n");
    expect_malformed("GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n");
    expect_malformed("GET / HTTP/1.0\r\nHost: x\r\nHost: y\r\n\r\n");
}

TEST_F(Hostile, LinesThatAreNotHttp)
{
    using namespace std::string_view_literals;
    for (const std::string_view request :
         {"GET / HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n"sv,
          "GET / HTTP/1.1\r\nHost: x\r\n: y\r\n\r\n"sv,
          "GET / HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n"sv, "GET / HTTP/1.1\nHost: x\n\n"sv,
          "GET / HTTP/2.0\r\nHost: x\r\n\r\n"sv, "GET / HTTP/1.2\r\nHost: x\r\n\r\n"sv,
          "GET /\r\nHost: x\r\n\r\n"sv, "GET  / HTTP/1.1\r\nHost: x\r\n\r\n"sv,
          "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"sv, "\x16\x03\x01\x02\x01\x01\x01\r\n\r\n\r\n\r\n"sv})
        expect_malformed(request);
}

TEST_F(Hostile, TargetsThatMeanSomethingElse)
{
    for (const std::string_view target : {"/../etc/passwd", "/%2e%2e/etc/passwd", "/a%2fb", "/%00",
                                          "/%ff", "/%zz", "/?a=%ff", "http://other/", "*"})
        expect_malformed("GET " + std::string(target) + " HTTP/1.1\r\nHost: x\r\n\r\n");
}

TEST_F(Hostile, OnlyOurMethods)
{
    for (const std::string_view method : {"PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "BREW"})
        expect_refused(std::string(method) + " / HTTP/1.1\r\nHost: x\r\n\r\n", 405, "core.method");
}

TEST_F(Hostile, AnExpectationThatNobodyKnows)
{
    expect_refused("POST / HTTP/1.1\r\nHost: x\r\nExpect: tea\r\nContent-Length: 4\r\n\r\n", 417,
                   "http.expectation_unknown");
}

TEST_F(Hostile, HeadersAreBounded)
{
    const std::string begins = "GET / HTTP/1.1\r\nHost: x\r\n";
    expect_refused(begins + "X: " + std::string(65536, 'a') + "\r\n\r\n", 431,
                   "http.head_too_large");
    expect_refused("GET /" + std::string(65536, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n", 431,
                   "http.head_too_large");
    std::string many = begins;
    for (int i = 0; i < 2000; ++i)
        many += "X" + std::to_string(i) + ": y\r\n";
    expect_refused(many + "\r\n", 431, "http.head_too_large");
    // Neither part alone is too large.
    expect_refused("GET /" + std::string(10'000, 'a') +
                       " HTTP/1.1\r\nHost: x\r\nX: " + std::string(10'000, 'b') + "\r\n\r\n",
                   431, "http.head_too_large");
}

TEST_F(Hostile, HeaderLinesThatComeOneByOneAreBoundedTogether)
{
    Client client(server_.port());
    client.send("GET / HTTP/1.1\r\n");
    for (int i = 0; i < 30; ++i) {
        std::this_thread::sleep_for(5ms); // so that each is read and consumed by itself
        client.send("X: " + std::string(1000, 'a') + "\r\n");
    }
    const auto answer = client.ask("Host: x\r\n\r\n");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 431);
    EXPECT_EQ(handled_, 0);
}

TEST_F(Hostile, ADeclaredLengthBeyondTheLimitIsRefusedUnread)
{
    expect_refused("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2147483648\r\n\r\nabc", 413,
                   "core.too_large");
    expect_refused("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1048577\r\n\r\n", 413,
                   "core.too_large");
    // Nor is its sender told to go on.
    expect_refused("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
                   "Content-Length: 1048577\r\n\r\n",
                   413, "core.too_large");
}

TEST_F(Hostile, TheLimitItselfIsAllowed)
{
    Client client(server_.port());
    const auto answer = client.ask("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1048576\r\n\r\n" +
                                   std::string(1048576, 'a'));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 200);
    EXPECT_EQ(last_.body.size(), 1048576u);
}

TEST_F(Hostile, ChunksAreCountedTogether)
{
    std::string body;
    for (int i = 0; i < 17; ++i)
        body += "10000\r\n" + std::string(65536, 'a') + "\r\n";
    expect_refused(chunked + "\r\n" + body, 413, "core.too_large");
}

TEST_F(Hostile, FloodsAreCut)
{
    const std::string piece(65536, 'a');
    const std::string host = "GET / HTTP/1.1\r\nHost: x\r\n";
    EXPECT_LT(flood(chunked + "\r\n", "10000\r\n" + piece + "\r\n"), taken_most) << "body";
    EXPECT_LT(flood(host + "X: ", piece), taken_most) << "header";
    EXPECT_LT(flood(host, "X: y\r\n"), taken_most) << "headers";
    EXPECT_LT(flood("GET /", piece), taken_most) << "request line";
    EXPECT_LT(flood(chunked + "\r\n5;", piece), taken_most) << "chunk extension";
    EXPECT_LT(flood(chunked + "\r\n1\r\nx\r\n0\r\n", "T: " + piece.substr(0, 1000) + "\r\n"),
              taken_most)
        << "trailers";
    EXPECT_EQ(handled_, 0);
}

TEST_F(Hostile, ATrailerMayNotBeLong)
{
    // Beast throws on a field of 64 KiB or more.
    expect_malformed(chunked + "\r\n0\r\nT: " + std::string(70'000, 'a') + "\r\n\r\n");
}

TEST_F(Hostile, ATrailerAddsNoHeader)
{
    Client client(server_.port());
    const auto answer = client.ask(chunked + "\r\n0\r\nCookie: lgnet=stolen\r\n\r\n");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 200);
    EXPECT_EQ(last_.header("cookie"), "");
}

TEST_F(Hostile, SlowHeadersTimeOut)
{
    Client client(server_.port(), 100);
    const auto begins = std::chrono::steady_clock::now();
    const std::string endless = "GET / HTTP/1.1\r\nHost: x\r\nX: " + std::string(1000, 'a');
    std::optional<Answer> answer;
    for (std::size_t i = 0; i < endless.size() && !answer; ++i) {
        client.send(endless.substr(i, 1));
        answer = client.receive(); // waits 100 ms
    }
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 408);
    EXPECT_NE(answer->body.find("http.too_slow"), std::string::npos);
    EXPECT_LT(std::chrono::steady_clock::now() - begins, 3s);
}

TEST_F(Hostile, SlowBodiesTimeOut)
{
    Client client(server_.port());
    const auto answer =
        client.ask("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf of it");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 408);
    EXPECT_TRUE(client.at_end());
    EXPECT_EQ(handled_, 0);
}
