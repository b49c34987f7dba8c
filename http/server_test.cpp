// SPDX-License-Identifier: EUPL-1.2
// The server over real sockets. hostile_test.cpp has the requests that mean harm.
#include "http/server.h"

#include <atomic>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <zlib.h>

#include "http/client_for_tests.h"

using namespace std::chrono_literals;

namespace {

std::string get(std::string_view target, std::string_view headers = "")
{
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: x\r\n" + std::string(headers) +
           "\r\n";
}

std::string post(std::string_view body)
{
    return "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + std::string(body);
}

// What the request was, so that a test can look at it.
void echo(core::Request request, core::Reply reply)
{
    core::Response response;
    response.content_type = "text/plain";
    response.body = request.method + " " + request.path + "\n";
    for (const auto& [name, value] : request.query)
        response.body += "? " + name + "=" + value + "\n";
    for (const auto& [name, value] : request.headers)
        response.body += name + ": " + value + "\n";
    response.body += "remote " + request.remote + "\n\n" + request.body;
    reply(std::move(response));
}

core::Handler answering(core::Response response)
{
    return [response](core::Request, core::Reply reply) { reply(response); };
}

core::Response text(std::string body)
{
    core::Response response;
    response.content_type = "text/plain";
    response.body = std::move(body);
    return response;
}

std::chrono::milliseconds time_of(const std::function<void()>& work)
{
    const auto begins = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() -
                                                                 begins);
}

std::string gunzip(const std::string& small)
{
    std::string large(1 << 20, '\0');
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(small.data()));
    stream.avail_in = static_cast<uInt>(small.size());
    stream.next_out = reinterpret_cast<Bytef*>(large.data());
    stream.avail_out = static_cast<uInt>(large.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    large.resize(stream.total_out);
    inflateEnd(&stream);
    return large;
}

} // namespace

TEST(Server, TheHandlerSeesTheRequestDecoded)
{
    http::Server server("127.0.0.1:0", echo);
    Client client(server.port());
    const auto answer = client.ask("POST /api/caf%C3%A8?name=a%20b HTTP/1.1\r\nHost: x\r\n"
                                   "Accept-Language: it\r\nContent-Length: 5\r\n\r\nciao!");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 200);
    EXPECT_EQ(answer->body, "POST /api/cafè\n? name=a b\nhost: x\naccept-language: it\n"
                            "content-length: 5\nremote 127.0.0.1\n\nciao!");
}

TEST(Server, EveryAnswerCarriesTheProtectiveHeaders)
{
    http::Server server("127.0.0.1:0", answering(text("hello")));
    const auto answer = Client(server.port()).ask(get("/api/x"));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->header("content-type"), "text/plain");
    EXPECT_EQ(answer->header("content-length"), "5");
    EXPECT_EQ(answer->header("cache-control"), "no-store");
    EXPECT_EQ(answer->header("x-content-type-options"), "nosniff");
    EXPECT_EQ(answer->header("referrer-policy"), "no-referrer");
    EXPECT_NE(answer->header("content-security-policy").find("frame-ancestors 'none'"),
              std::string::npos);
    EXPECT_EQ(answer->header("connection"), "");
    EXPECT_EQ(answer->header("date").size(), std::string("Mon, 23 Nov 2026 21:15:00 GMT").size());
}

TEST(Server, PagesAreIsolatedAndMayUseNoDevice)
{
    core::Response page;
    page.content_type = "text/html; charset=utf-8";
    page.headers.emplace_back("cache-control", "no-cache");
    http::Server server("127.0.0.1:0", answering(page));
    const auto answer = Client(server.port()).ask(get("/"));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->header("cross-origin-opener-policy"), "same-origin");
    EXPECT_NE(answer->header("permissions-policy").find("geolocation=()"), std::string::npos);
    EXPECT_EQ(answer->header("cache-control"), "no-cache");
}

TEST(Server, AHeaderValueCannotBreakItsLine)
{
    auto response = text("");
    response.headers.emplace_back("Content-Disposition", "a\r\nSet-Cookie: b=c");
    http::Server server("127.0.0.1:0", answering(response));
    const auto answer = Client(server.port()).ask(get("/"));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->header("set-cookie"), "");
    EXPECT_EQ(answer->header("content-disposition"), "a  Set-Cookie: b=c");
}

TEST(Server, AConnectionServesManyRequests)
{
    http::Server server("127.0.0.1:0", echo);
    Client client(server.port());
    for (int i = 0; i < 100; ++i) {
        const auto body = std::string(static_cast<std::size_t>(i) * 700, 'b') + std::to_string(i);
        const auto answer = client.ask(post(body));
        ASSERT_TRUE(answer) << i;
        EXPECT_TRUE(answer->body.ends_with("\n\n" + body)) << i;
    }
}

TEST(Server, PipelinedRequestsAreAnsweredInOrder)
{
    // The first is the slowest: an answer that overtook it would show.
    http::Server server("127.0.0.1:0", [](core::Request request, core::Reply reply) {
        std::thread([request, reply] {
            std::this_thread::sleep_for(request.path == "/1" ? 100ms : 0ms);
            reply(text(request.path));
        }).detach();
    });
    Client client(server.port());
    client.send(get("/1") + get("/2") + get("/3"));
    for (const auto* path : {"/1", "/2", "/3"}) {
        const auto answer = client.receive();
        ASSERT_TRUE(answer) << path;
        EXPECT_EQ(answer->body, path);
    }
}

TEST(Server, ARequestMayComeByteByByte)
{
    http::Server server("127.0.0.1:0", echo);
    Client client(server.port());
    for (const char byte : post("slow"))
        client.send({&byte, 1});
    const auto answer = client.receive();
    ASSERT_TRUE(answer);
    EXPECT_TRUE(answer->body.ends_with("\n\nslow"));
}

TEST(Server, AChunkedBodyIsPutTogether)
{
    http::Server server("127.0.0.1:0", echo);
    Client client(server.port());
    const auto answer =
        client.ask("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: Chunked\r\n\r\n"
                   "5\r\nfirst\r\n7;name=value\r\n second\r\n0\r\n\r\n" +
                   get("/after"));
    ASSERT_TRUE(answer);
    EXPECT_TRUE(answer->body.ends_with("\n\nfirst second"));
    EXPECT_TRUE(client.receive()->body.starts_with("GET /after"));
}

TEST(Server, ALastChunkMayComeInPieces)
{
    http::Server server("127.0.0.1:0", echo);
    Client client(server.port());
    for (const auto* piece :
         {"POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", "0\r\n", "\r",
          "\n"}) {
        client.send(piece);
        std::this_thread::sleep_for(20ms);
    }
    const auto answer = client.receive();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 200);
}

TEST(Server, HeadGetsTheHeadOnly)
{
    http::Server server("127.0.0.1:0", answering(text("hello")));
    Client client(server.port());
    const auto answer = client.ask("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n", "HEAD");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->header("content-length"), "5");
    EXPECT_EQ(client.ask(get("/"))->body, "hello"); // nothing was left over from the HEAD
}

TEST(Server, NoContentHasNoLength)
{
    core::Response nothing;
    nothing.status = 204;
    http::Server server("127.0.0.1:0", answering(nothing));
    Client client(server.port());
    const auto answer = client.ask(get("/"));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 204);
    EXPECT_EQ(answer->header("content-length"), "");
    EXPECT_EQ(answer->header("content-type"), "");
    EXPECT_EQ(client.ask(get("/"))->status, 204);
}

TEST(Server, ConnectionsCloseWhenTheClientSaysSo)
{
    http::Server server("127.0.0.1:0", answering(text("hello")));
    for (const auto* request :
         {"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "GET / HTTP/1.0\r\n\r\n",
          "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"}) {
        Client client(server.port());
        const auto answer = client.ask(request);
        ASSERT_TRUE(answer) << request;
        EXPECT_EQ(answer->body, "hello");
        EXPECT_EQ(answer->header("connection"), "close");
        EXPECT_TRUE(client.at_end()) << request;
    }
}

TEST(Server, AClientThatSendsNoMoreStillGetsItsAnswer)
{
    http::Server server("127.0.0.1:0", answering(text("hello")));
    Client client(server.port());
    client.send(get("/"));
    client.send_no_more();
    EXPECT_EQ(client.receive()->body, "hello");
    EXPECT_TRUE(client.at_end());
}

TEST(Server, ContinueIsSentWhenAskedFor)
{
    http::Server server("127.0.0.1:0", echo);
    Client client(server.port());
    const auto first = client.ask(
        "POST /echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
    ASSERT_TRUE(first);
    EXPECT_EQ(first->status, 100);
    EXPECT_TRUE(client.ask("ciao")->body.ends_with("\n\nciao"));
}

TEST(Server, LargeAnswersArriveWhole)
{
    std::string large(20'000'000, ' ');
    for (std::size_t i = 0; i < large.size(); ++i)
        large[i] = static_cast<char>('a' + i * i % 23);
    http::Server server("127.0.0.1:0", answering(text(large)));
    const auto answer = Client(server.port()).ask(get("/"));
    ASSERT_TRUE(answer);
    EXPECT_TRUE(answer->body == large);
}

TEST(Server, LargeTextIsCompressedForWhoTakesIt)
{
    const std::string large(100'000, 'a');
    http::Server server("127.0.0.1:0", answering(text(large)));
    Client client(server.port());
    const auto small = client.ask(get("/", "Accept-Encoding: gzip, br\r\n"));
    ASSERT_TRUE(small);
    EXPECT_EQ(small->header("content-encoding"), "gzip");
    EXPECT_LT(small->body.size(), 1000u);
    EXPECT_EQ(gunzip(small->body), large);
    EXPECT_EQ(client.ask(get("/"))->body, large);
}

TEST(Server, RepliesMayComeFromAnyThread)
{
    std::vector<std::thread> threads;
    std::mutex mutex;
    http::Server server("127.0.0.1:0", [&](core::Request request, core::Reply reply) {
        const std::lock_guard lock(mutex);
        threads.emplace_back([request, reply] { reply(text(request.path)); });
    });
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 32; ++i) {
        clients.push_back(std::make_unique<Client>(server.port()));
        clients.back()->send(get("/" + std::to_string(i)));
    }
    for (int i = 0; i < 32; ++i)
        EXPECT_EQ(clients[static_cast<std::size_t>(i)]->receive()->body, "/" + std::to_string(i));
    server.stop();
    for (auto& thread : threads)
        thread.join();
}

TEST(Server, OnlyTheFirstReplyCounts)
{
    http::Server server("127.0.0.1:0", [](core::Request, core::Reply reply) {
        const auto copy = reply;
        reply(text("first"));
        copy(text("second"));
    });
    Client client(server.port());
    EXPECT_EQ(client.ask(get("/"))->body, "first");
    EXPECT_EQ(client.ask(get("/"))->body, "first");
}

TEST(Server, ADroppedReplyAnswers500)
{
    http::Server server("127.0.0.1:0", [](core::Request request, core::Reply reply) {
        if (request.path == "/elsewhere")
            std::thread([reply] { std::this_thread::sleep_for(20ms); }).detach();
        if (request.path == "/throws")
            throw std::runtime_error("on purpose");
    });
    Client client(server.port());
    for (const auto* path : {"/here", "/elsewhere", "/throws"}) {
        const auto answer = client.ask(get(path));
        ASSERT_TRUE(answer) << path;
        EXPECT_EQ(answer->status, 500) << path;
        EXPECT_EQ(answer->header("content-type"), "application/problem+json");
        EXPECT_NE(answer->body.find("\"code\":\"http.no_answer\""), std::string::npos);
    }
}

TEST(Server, AReplyMayOutliveTheServer)
{
    core::Reply late;
    std::promise<void> taken;
    {
        http::Limits limits;
        limits.stop_time = 100ms;
        http::Server server(
            "127.0.0.1:0",
            [&](core::Request, core::Reply reply) {
                late = std::move(reply);
                taken.set_value();
            },
            limits);
        Client client(server.port());
        client.send(get("/"));
        taken.get_future().wait();
        EXPECT_LT(time_of([&] { server.stop(); }), 3s); // although nobody ever answers
        EXPECT_TRUE(client.at_end());
    }
    late(text("too late"));
}

TEST(Server, RefusalsAreWordedForTheirReader)
{
    http::Limits limits;
    limits.body_bytes = 10;
    http::Server server("127.0.0.1:0", echo, limits, 1,
                        [](const core::Request& so_far, const Problem& problem) {
                            core::Response response;
                            response.content_type = "text/plain";
                            response.body = so_far.path + " ";
                            response.body += so_far.header("accept-language");
                            response.body += " " + problem.code + problem.facts.at(0).second;
                            return response;
                        });
    const auto answer = Client(server.port())
                            .ask("POST /a HTTP/1.1\r\nHost: x\r\nAccept-Language: it\r\n"
                                 "Transfer-Encoding: chunked\r\n\r\nff\r\n");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 413);
    EXPECT_EQ(answer->body, "/a it core.too_large10");
}

// Of this size, under this address; the status.
int status_of_large(int port, const std::string& path, std::size_t bytes)
{
    const auto answer = Client(port).ask(
        "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(bytes) +
        "\r\n\r\n" + std::string(bytes, 'a'));
    return answer ? answer->status : 0;
}

TEST(Server, LargerBodiesAreReadWhereTheyAreAllowed)
{
    http::Limits limits;
    limits.body_bytes = 100;
    limits.large_body_bytes = [](const core::Request& head) {
        return head.path == "/pictures" ? std::size_t{1000} : 0;
    };
    http::Server server("127.0.0.1:0", answering(text("read")), limits);
    EXPECT_EQ(status_of_large(server.port(), "/", 100), 200);
    EXPECT_EQ(status_of_large(server.port(), "/", 101), 413);
    EXPECT_EQ(status_of_large(server.port(), "/pictures", 1000), 200);
    EXPECT_EQ(status_of_large(server.port(), "/pictures", 1001), 413);
    const auto chunks = [&](const std::string& size) {
        const auto length = std::stoul(size, nullptr, 16);
        return Client(server.port())
            .ask("POST /pictures HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + size +
                 "\r\n" + std::string(length, 'a') + "\r\n0\r\n\r\n")
            ->status;
    };
    EXPECT_EQ(chunks("3e8"), 200);
    EXPECT_EQ(chunks("3e9"), 413);
}

// What the server does a moment after the bytes, or their end, have reached it.
bool is_soon(const std::function<bool()>& holds)
{
    for (int i = 0; i < 200; ++i) {
        if (holds())
            return true;
        std::this_thread::sleep_for(25ms);
    }
    return false;
}

TEST(Server, OnlySoManyLargeBodiesAreHeldAtOnce)
{
    http::Limits limits;
    limits.body_bytes = 10;
    limits.large_body_bytes = [](const core::Request&) { return std::size_t{1000}; };
    limits.large_bodies_max = 1;
    http::Server server("127.0.0.1:0", answering(text("read")), limits);
    {
        Client slow(server.port());
        slow.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\nhalf of it");
        EXPECT_TRUE(is_soon([&] { return status_of_large(server.port(), "/", 500) == 503; }));
        EXPECT_EQ(status_of_large(server.port(), "/", 10), 200); // the usual ones go on
    }
    EXPECT_TRUE(is_soon([&] { return status_of_large(server.port(), "/", 500) == 200; }))
        << "who went away has made room";
    for (int i = 0; i < 20; ++i)
        ASSERT_EQ(status_of_large(server.port(), "/", 500), 200) << "whoever was answered too";
}

TEST(Server, ALargeBodyMayTakeItsTime)
{
    http::Limits limits;
    limits.body_bytes = 10;
    limits.body_time = 100ms;
    limits.large_body_bytes = [](const core::Request& head) {
        if (head.path == "/guest")
            throw Problem(401, "core.log_in_first");
        return std::size_t{1000};
    };
    http::Server server("127.0.0.1:0", answering(text("read")), limits);
    const auto in_two_pieces = [&](const std::string& path, std::size_t bytes) {
        Client client(server.port());
        client.send("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " +
                    std::to_string(bytes) + "\r\n\r\n" + std::string(bytes / 2, 'a'));
        std::this_thread::sleep_for(800ms);
        client.send(std::string(bytes - bytes / 2, 'a'));
        const auto answer = client.receive();
        return answer ? answer->status : 0;
    };
    EXPECT_EQ(in_two_pieces("/", 500), 200);
    EXPECT_EQ(in_two_pieces("/", 10), 408);
    EXPECT_EQ(status_of_large(server.port(), "/guest", 500), 401) << "before any of it is read";
    EXPECT_EQ(status_of_large(server.port(), "/guest", 10), 200) << "the act itself will say so";
}

TEST(Server, SilentConnectionsAreClosed)
{
    http::Limits limits;
    limits.header_time = 200ms;
    http::Server server("127.0.0.1:0", echo, limits);
    Client client(server.port());
    EXPECT_TRUE(client.at_end());
}

TEST(Server, IdleConnectionsAreClosed)
{
    http::Limits limits;
    limits.idle_time = 300ms;
    http::Server server("127.0.0.1:0", answering(text("hello")), limits);
    Client client(server.port());
    EXPECT_EQ(client.ask(get("/"))->body, "hello");
    EXPECT_LT(time_of([&] { EXPECT_TRUE(client.at_end()); }), 3s);
}

TEST(Server, AClientThatTakesNothingIsGivenUp)
{
    http::Limits limits;
    limits.idle_time = 300ms;
    http::Server server("127.0.0.1:0", answering(text(std::string(50'000'000, 'a'))), limits);
    Client client(server.port());
    client.send(get("/"));
    std::this_thread::sleep_for(1200ms);
    // What the kernels held comes, and then the end.
    EXPECT_FALSE(client.receive());
    EXPECT_TRUE(client.has_partial_answer());
}

TEST(Server, AClientMayLeaveInTheMiddleOfItsAnswer)
{
    http::Server server("127.0.0.1:0", answering(text(std::string(5'000'000, 'a'))));
    for (int i = 0; i < 20; ++i)
        Client(server.port()).send(get("/"));
    EXPECT_EQ(Client(server.port()).ask(get("/"))->body.size(), 5'000'000u);
}

TEST(Server, IdleConnectionsDoNotBlockOthers)
{
    http::Server server("127.0.0.1:0", answering(text("hello")));
    std::vector<std::unique_ptr<Client>> idle;
    for (int i = 0; i < 128; ++i) {
        idle.push_back(std::make_unique<Client>(server.port()));
        if (i % 2 == 0)
            idle.back()->send("POST / HTTP/1.1\r\nHo"); // half of them stop in the middle
    }
    Client client(server.port());
    EXPECT_LT(time_of([&] { EXPECT_EQ(client.ask(get("/"))->body, "hello"); }), 2s);
}

TEST(Server, ConnectionsBeyondTheLimitWaitForTheirTurn)
{
    http::Limits limits;
    limits.connections_max = 2;
    http::Server server("127.0.0.1:0", answering(text("hello")), limits);
    auto first = std::make_unique<Client>(server.port());
    Client second(server.port());
    EXPECT_TRUE(first->ask(get("/")));
    EXPECT_TRUE(second.ask(get("/")));

    Client third(server.port(), 300);
    third.send(get("/"));
    EXPECT_TRUE(third.is_silent());
    first.reset();
    EXPECT_EQ(third.receive()->body, "hello");
}

TEST(Server, StopDoesNotWaitForIdleConnections)
{
    http::Server server("127.0.0.1:0", answering(text("hello")));
    std::vector<std::unique_ptr<Client>> idle;
    for (int i = 0; i < 16; ++i) {
        idle.push_back(std::make_unique<Client>(server.port()));
        EXPECT_TRUE(idle.back()->ask(get("/")));
    }
    // Neither idle_time nor stop_time; a connection that has not yet noticed the end of its last
    // answer may linger.
    EXPECT_LT(time_of([&] { server.stop(); }), 5s);
    for (auto& client : idle)
        EXPECT_TRUE(client->at_end());
    EXPECT_THROW(Client(server.port()), std::runtime_error);
}

TEST(Server, StopLetsWhatIsUnderWayEnd)
{
    core::Reply first;
    std::promise<void> taken;
    http::Server server(
        "127.0.0.1:0",
        [&](core::Request request, core::Reply reply) {
            if (request.path != "/first")
                return reply(text(request.path));
            first = std::move(reply);
            taken.set_value();
            std::this_thread::sleep_for(100ms); // what comes now is not seen before stop() is
        },
        {}, 1);
    Client one(server.port());
    Client other(server.port());
    EXPECT_TRUE(other.ask(get("/before")));
    one.send(get("/first"));
    taken.get_future().wait();
    other.send(get("/second"));
    std::thread stopping([&] { server.stop(); });

    const auto second = other.receive();
    ASSERT_TRUE(second);
    EXPECT_EQ(second->body, "/second");
    std::this_thread::sleep_for(100ms);
    std::exchange(first, nullptr)(text("at last"));
    const auto answer = one.receive();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->body, "at last");
    EXPECT_EQ(answer->header("connection"), "close");
    EXPECT_TRUE(one.at_end());
    stopping.join();
}

TEST(Server, StopUnderLoadCutsNoRequestThatWasTaken)
{
    std::atomic<int> taken = 0;
    std::atomic<int> answered = 0;
    std::atomic<int> cut = 0;
    // One worker that answers with a delay, as the store's writer does.
    std::mutex mutex;
    std::vector<core::Reply> waiting;
    std::atomic<bool> done = false;
    std::thread worker([&] {
        while (!done) {
            std::this_thread::sleep_for(2ms);
            std::vector<core::Reply> batch;
            {
                const std::lock_guard lock(mutex);
                batch.swap(waiting);
            }
            for (const auto& reply : batch)
                reply(text(std::string(3000, 'a')));
        }
    });
    http::Server server("127.0.0.1:0", [&](core::Request, core::Reply reply) {
        ++taken;
        const std::lock_guard lock(mutex);
        waiting.push_back(std::move(reply));
    });

    std::vector<std::thread> clients;
    for (int i = 0; i < 16; ++i)
        clients.emplace_back([&] {
            Client client(server.port());
            while (client.send(post("write this"))) {
                if (!client.receive()) {
                    cut += client.has_partial_answer();
                    return;
                }
                ++answered;
            }
        });
    while (answered < 500)
        std::this_thread::sleep_for(1ms);
    server.stop();
    for (auto& client : clients)
        client.join();
    done = true;
    worker.join();

    EXPECT_EQ(cut, 0);
    EXPECT_EQ(answered, taken);
}

TEST(Server, AnAddressThatCannotBeHadIsNamed)
{
    http::Server server("127.0.0.1:0", echo);
    const auto taken = "127.0.0.1:" + std::to_string(server.port());
    for (const std::string& listen : {taken, std::string("8080"), std::string(":8080"),
                                      std::string("127.0.0.1:"), std::string("127.0.0.1:http")}) {
        try {
            http::Server other(listen, echo);
            ADD_FAILURE() << listen;
        } catch (const std::runtime_error& error) {
            EXPECT_NE(std::string(error.what()).find("\"" + listen + "\""), std::string::npos);
        }
    }
}
