// SPDX-License-Identifier: EUPL-1.2
// The only file that sees Boost.Asio and Beast. Asio carries bytes; of Beast we use the parser
// alone, fed by hand, so that every wait has one place and one deadline. Plain completion handlers.
#include "http/server.h"

// Beast 1.81 asserts that a last chunk comes whole ("0\r\n", then "\r" alone, breaks it) and its
// code is right without the assertion; nobody on the network may stop the program by cutting a
// packet.
#define BOOST_DISABLE_ASSERTS

#include <algorithm>
#include <array>
#include <atomic>
#include <future>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>
#include <unordered_set>
#include <utility>
#include <vector>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <sys/resource.h>

#include "base/json.h"
#include "core/log.h"
#include "http/encoding.h"
#include "http/head.h"
#include "http/target.h"

namespace http {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;
using beast::http::field;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;
using Parser = beast::http::request_parser<beast::http::string_body>;

constexpr std::size_t header_read_bytes = 8 * 1024;
constexpr std::size_t body_read_bytes = 32 * 1024;
// Beast throws on a field of 64 KiB, also in a trailer; with the reads above none can get so long.
constexpr std::size_t header_bytes_most = 31 * 1024;

// How often deadlines are looked at.
constexpr auto tick_time = std::chrono::milliseconds(250);
// Out of open files, or all connections taken: how long to wait before accepting again.
constexpr auto accept_pause = std::chrono::milliseconds(50);
// Closing with bytes unread resets the connection and may destroy the answer on its way. So we send
// our end, and read on for a little while.
constexpr auto linger_time = std::chrono::milliseconds(2000);
constexpr std::size_t linger_bytes_max = 1024 * 1024;

constexpr std::array methods{"GET", "HEAD", "POST", "PUT", "DELETE"};

// What all loops and connections of one server share.
struct Common {
    core::Handler handler;
    Limits limits;
    Refusing refusing;
    std::atomic<int> connections{0};
    std::atomic<int> large_bodies{0};
};

core::Response refusal(const Common& common, const core::Request& so_far, const Problem& problem)
{
    auto response = common.refusing(so_far, problem);
    response.status = problem.status;
    if (problem.status == 405)
        response.headers.emplace_back("Allow", "GET, HEAD, POST, PUT, DELETE");
    return response;
}

class Connection;

// One thread's loop, and the connections that live on it. All but the constructor runs on that
// thread.
class Loop {
public:
    explicit Loop(Common& common) : common(common) { tick(); }

    void welcome(tcp::socket socket);
    void forget(const std::shared_ptr<Connection>& connection);
    void stop();

    bool stopping() const { return stop_by_.has_value(); }
    const std::string& date() const { return date_; }

    Common& common;
    asio::io_context context{1};

private:
    void tick();
    void leave_when_empty();

    std::unordered_set<std::shared_ptr<Connection>> connections_;
    asio::executor_work_guard<asio::io_context::executor_type> stay_{context.get_executor()};
    asio::steady_timer ticker_{context};
    std::string date_;
    std::optional<Clock::time_point> stop_by_;
};

// Between a connection and the Reply to its request, which may come from any thread and at any
// time, even when the connection and its loop are gone. Whoever holds the lock and finds a
// connection knows that its loop still runs, because a connection closes only after
// forget_connection().
class Ticket {
public:
    Ticket(std::shared_ptr<Connection> connection, const core::Request& request);

    void deliver(core::Response response);
    void deliver_failure(); // if nothing was delivered
    void forget_connection();

private:
    void post(core::Response response);

    std::mutex mutex_;
    std::shared_ptr<Connection> connection_; // null: delivered, or the connection has closed
    const bool takes_gzip_;
    core::Request so_far_; // of the request what a refusal needs to know
};

// One socket, and the one request on it at a time. It does not read while a request is being
// answered: pipelined requests wait in the buffers.
class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(Loop& loop, tcp::socket socket);

    void await_request();
    void answer(core::Response response);
    void check_deadline(Clock::time_point now);
    void close_if_idle();
    void close();
    Loop& loop() const { return loop_; }

private:
    // waiting (for a first byte) -> reading -> busy (the handler has it) -> writing -> waiting
    // again, or lingering -> closed.
    enum class State { waiting, reading, busy, writing, lingering, closed };

    void read();
    void on_read(error_code error, std::size_t bytes);
    void parse();
    void feed_parser();
    void take_head();
    void check_framing() const;
    void bound_body();
    void make_room();
    void continue_if_expected();
    void hand_over();
    void refuse(const Problem& problem);
    void send(core::Response response);
    void write();
    void on_written(error_code error, std::size_t bytes);
    void linger();
    void drop_rest();

    const Limits& limits() const { return loop_.common.limits; }
    void expire_in(std::chrono::milliseconds time) { deadline_ = Clock::now() + time; }

    Loop& loop_;
    tcp::socket socket_;
    std::string remote_;
    State state_ = State::waiting;
    Clock::time_point deadline_;

    beast::flat_buffer buffer_; // read and not yet parsed
    std::optional<Parser> parser_;
    std::size_t head_bytes_ = 0; // of this request, parsed
    std::size_t body_bytes_ = 0; // at most
    bool has_place_ = false;     // among the large bodies
    core::Request request_;
    bool wants_body_ = true; // false: HEAD
    Afterwards then_ = Afterwards::keep_open;

    std::shared_ptr<Ticket> ticket_; // while busy
    std::string head_;
    std::string body_;
    std::size_t sent_bytes_ = 0;
    std::size_t dropped_bytes_ = 0;
};

// Loop

void Loop::welcome(tcp::socket socket)
{
    const auto connection = std::make_shared<Connection>(*this, std::move(socket));
    connections_.insert(connection);
    connection->await_request();
}

void Loop::forget(const std::shared_ptr<Connection>& connection)
{
    connections_.erase(connection);
    --common.connections;
    leave_when_empty();
}

void Loop::stop()
{
    stop_by_ = Clock::now() + common.limits.stop_time;
    const std::vector living(connections_.begin(), connections_.end());
    for (const auto& connection : living)
        connection->close_if_idle();
    leave_when_empty();
}

void Loop::tick()
{
    date_ = http_date(std::time(nullptr));
    const auto now = Clock::now();
    const std::vector living(connections_.begin(), connections_.end());
    for (const auto& connection : living) {
        if (stop_by_ && now >= *stop_by_)
            connection->close();
        else
            connection->check_deadline(now);
    }

    ticker_.expires_after(tick_time);
    ticker_.async_wait([this](error_code error) {
        if (!error)
            tick();
    });
    leave_when_empty();
}

// Without the guard and the ticker nothing is left to do, and the thread's run() returns.
void Loop::leave_when_empty()
{
    if (!stopping() || !connections_.empty())
        return;
    stay_.reset();
    ticker_.cancel();
}

// Ticket

Ticket::Ticket(std::shared_ptr<Connection> connection, const core::Request& request)
    : connection_(std::move(connection)),
      takes_gzip_(accepts_coding(request.header("accept-encoding"), "gzip"))
{
    so_far_.path = request.path;
    so_far_.headers.emplace_back("accept-language", request.header("accept-language"));
}

void Ticket::deliver(core::Response response)
{
    compress(response, takes_gzip_); // here, so that the loop's thread need not
    const std::lock_guard lock(mutex_);
    if (connection_)
        post(std::move(response));
}

void Ticket::deliver_failure()
{
    const std::lock_guard lock(mutex_);
    if (connection_)
        post(refusal(connection_->loop().common, so_far_, Problem(500, "http.no_answer")));
}

void Ticket::forget_connection()
{
    const std::lock_guard lock(mutex_);
    connection_.reset();
}

void Ticket::post(core::Response response)
{
    auto& context = connection_->loop().context;
    asio::post(context, [connection = std::exchange(connection_, nullptr),
                         response = std::move(response)]() mutable {
        connection->answer(std::move(response));
    });
}

// Connection

std::string text_of(asio::ip::address address)
{
    // A listener on [::] sees IPv4 in IPv6 clothes.
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    return address.to_string();
}

Connection::Connection(Loop& loop, tcp::socket socket) : loop_(loop), socket_(std::move(socket))
{
    error_code ignored; // A peer that has already gone: the first read says so.
    remote_ = text_of(socket_.remote_endpoint(ignored).address());
    socket_.set_option(tcp::no_delay(true), ignored);
    socket_.non_blocking(true, ignored);
    expire_in(limits().header_time);
}

void Connection::await_request()
{
    state_ = State::waiting;
    request_ = {};
    head_bytes_ = 0;
    wants_body_ = true;
    then_ = Afterwards::keep_open;
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(limits().header_bytes));
    parser_->body_limit(boost::none); // bound_body() says, when the head has come

    if (buffer_.size() == 0) {
        buffer_.shrink_to_fit(); // An idle connection should weigh little.
        return read();
    }
    state_ = State::reading;
    expire_in(limits().header_time);
    parse();
}

void Connection::read()
{
    const auto bytes = parser_->is_header_done() ? body_read_bytes : header_read_bytes;
    socket_.async_read_some(buffer_.prepare(bytes),
                            [self = shared_from_this()](error_code error, std::size_t count) {
                                self->on_read(error, count);
                            });
}

void Connection::on_read(error_code error, std::size_t bytes)
{
    if (state_ != State::waiting && state_ != State::reading)
        return; // Given up meanwhile.
    if (error)
        return close();

    buffer_.commit(bytes);
    if (state_ == State::waiting) {
        state_ = State::reading;
        expire_in(limits().header_time);
    }
    parse();
}

void Connection::parse()
{
    try {
        feed_parser();
    } catch (const Problem& problem) {
        return refuse(problem);
    }
    if (parser_->is_done())
        hand_over();
    else
        read();
}

Problem malformed(std::string reason)
{
    return Problem(400, "http.malformed", {{"reason", std::move(reason)}});
}

Problem head_too_large(const Limits& limits)
{
    return Problem(431, "http.head_too_large", {{"most", std::to_string(limits.header_bytes)}});
}

Problem body_too_large(std::size_t most)
{
    return Problem(413, "core.too_large", {{"most", std::to_string(most)}});
}

Problem problem_of(error_code error, const Limits& limits)
{
    if (error == beast::http::error::header_limit)
        return head_too_large(limits);
    return malformed(error.message());
}

void Connection::feed_parser()
{
    while (buffer_.size() > 0 && !parser_->is_done()) {
        const bool in_head = !parser_->is_header_done();
        error_code error;
        const auto used = parser_->put(buffer_.data(), error);
        buffer_.consume(used);
        // The parser's own limit is for the request line and for the headers, each by itself.
        head_bytes_ += in_head ? used : 0;
        if (in_head && head_bytes_ > limits().header_bytes)
            throw head_too_large(limits());
        if (error == beast::http::error::need_more)
            break;
        if (error == beast::http::error::body_limit)
            throw body_too_large(body_bytes_);
        if (error)
            throw problem_of(error, limits());
        if (in_head && parser_->is_header_done())
            take_head();
    }
    if (parser_->is_done())
        return;
    if (!parser_->is_header_done() && head_bytes_ + buffer_.size() > limits().header_bytes)
        throw head_too_large(limits());
    if (buffer_.size() > limits().header_bytes)
        throw malformed("a chunk's extension or the trailer is too long");
}

// The head is copied before the body is read, so that a trailer cannot add a cookie to it.
void Connection::take_head()
{
    const auto& head = parser_->get();
    request_.method = head.method_string();
    request_.remote = remote_;
    for (const auto& header : head) {
        std::string name(header.name_string());
        std::ranges::transform(name, name.begin(), [](unsigned char c) {
            return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
        });
        request_.headers.emplace_back(std::move(name), std::string(header.value()));
    }
    wants_body_ = request_.method != "HEAD";
    // A client of HTTP/1.0 gets one answer: how it would keep a connection open was never settled.
    if (head.version() < 11 || !parser_->keep_alive())
        then_ = Afterwards::close;
    check_framing();

    const auto target = head.target();
    auto parsed = parse_target({target.data(), target.size()});
    if (!parsed)
        throw malformed("the address of the request");
    request_.path = std::move(parsed->path);
    request_.query = std::move(parsed->query);

    bound_body();
    expire_in(has_place_ ? limits().large_body_time : limits().body_time);
    continue_if_expected();
}

// A larger body than usual takes one of few places, so that many at once do not fill the memory.
void Connection::bound_body()
{
    const auto declared = parser_->content_length();
    const bool may_be_large = declared ? *declared > limits().body_bytes : parser_->chunked();
    body_bytes_ = limits().body_bytes;
    if (may_be_large && limits().large_body_bytes)
        body_bytes_ = std::max(body_bytes_, limits().large_body_bytes(request_));
    if (declared && *declared > body_bytes_)
        throw body_too_large(body_bytes_);
    if (body_bytes_ > limits().body_bytes) {
        has_place_ = true;
        if (++loop_.common.large_bodies > limits().large_bodies_max)
            throw Problem(503, "core.unavailable", {{"reason", "large_bodies"}});
    }
    parser_->body_limit(body_bytes_);
}

void Connection::make_room()
{
    if (std::exchange(has_place_, false))
        --loop_.common.large_bodies;
}

// What Beast lets pass, and a proxy in front of us might understand in another way than we do.
void Connection::check_framing() const
{
    const auto& head = parser_->get();
    if (std::ranges::find(methods, request_.method) == methods.end())
        throw Problem(405, "core.method", {{"method", request_.method}});

    const auto hosts = head.count(field::host);
    if (hosts > 1 || (hosts == 0 && head.version() == 11))
        throw malformed("Host must be there, once");

    const auto length = head[field::content_length];
    if (head.count(field::content_length) > 1 ||
        length.find_first_not_of("0123456789") != beast::string_view::npos)
        throw malformed("Content-Length must be one number");

    const auto codings = head.count(field::transfer_encoding);
    if (codings == 0)
        return;
    const std::string_view coding = request_.header("transfer-encoding");
    if (codings > 1 || head.version() < 11 || !same_name(coding, "chunked") || !length.empty())
        throw malformed("Transfer-Encoding must be \"chunked\", once, without a Content-Length");
}

void Connection::continue_if_expected()
{
    const auto expected = request_.header("expect");
    if (expected.empty() || parser_->get().version() < 11)
        return;
    if (!same_name(expected, "100-continue"))
        throw Problem(417, "http.expectation_unknown");
    if (parser_->is_done() || buffer_.size() > 0)
        return;
    // So few bytes always find room, since all earlier answers have been sent; if not, the client
    // sends its body without them after a while.
    static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    error_code ignored;
    socket_.write_some(asio::buffer(go_on), ignored);
}

void Connection::hand_over()
{
    request_.body = std::move(parser_->get().body());
    parser_.reset();
    state_ = State::busy;
    deadline_ = Clock::time_point::max(); // How long an act may take is for the core to say.

    ticket_ = std::make_shared<Ticket>(shared_from_this(), request_);
    // Ends with the last copy of the Reply, and then nobody is left who could answer.
    const auto dropped = [ticket = ticket_](Ticket*) { ticket->deliver_failure(); };
    core::Reply reply = [held = std::shared_ptr<Ticket>(ticket_.get(), dropped)](
                            core::Response response) { held->deliver(std::move(response)); };
    try {
        loop_.common.handler(std::exchange(request_, {}), std::move(reply));
    } catch (const std::exception& error) {
        // The Reply is gone or will go, so there will be an answer.
        core::log(core::Level::error, "http.handler_threw", {{"what", error.what()}});
    }
}

void Connection::answer(core::Response response)
{
    if (state_ != State::busy)
        return; // Closed meanwhile.
    ticket_.reset();
    if (loop_.stopping())
        then_ = Afterwards::close;
    send(std::move(response));
}

void Connection::refuse(const Problem& problem)
{
    // Where the next request would begin is unknown.
    then_ = Afterwards::close;
    send(refusal(loop_.common, request_, problem));
}

void Connection::send(core::Response response)
{
    make_room(); // before its client can know, and come with the next one
    state_ = State::writing;
    expire_in(limits().idle_time);
    head_ = make_head(response, loop_.date(), then_);
    body_ = wants_body_ && has_body(response.status) ? std::move(response.body) : std::string();
    sent_bytes_ = 0;
    write();
}

void Connection::write()
{
    const auto body_sent = sent_bytes_ - std::min(sent_bytes_, head_.size());
    const std::array rest{asio::buffer(head_) + sent_bytes_, asio::buffer(body_) + body_sent};
    socket_.async_write_some(rest,
                             [self = shared_from_this()](error_code error, std::size_t count) {
                                 self->on_written(error, count);
                             });
}

void Connection::on_written(error_code error, std::size_t bytes)
{
    if (state_ != State::writing)
        return;
    if (error)
        return close();

    sent_bytes_ += bytes;
    expire_in(limits().idle_time);
    if (sent_bytes_ < head_.size() + body_.size())
        return write();
    body_ = {};
    if (then_ == Afterwards::close || loop_.stopping())
        return linger();
    await_request();
}

void Connection::linger()
{
    state_ = State::lingering;
    expire_in(linger_time);
    error_code ignored;
    socket_.shutdown(tcp::socket::shutdown_send, ignored);
    drop_rest();
}

void Connection::drop_rest()
{
    buffer_.clear();
    socket_.async_read_some(buffer_.prepare(body_read_bytes),
                            [self = shared_from_this()](error_code error, std::size_t count) {
                                self->dropped_bytes_ += count;
                                if (error || self->dropped_bytes_ > linger_bytes_max)
                                    return self->close();
                                self->drop_rest();
                            });
}

void Connection::check_deadline(Clock::time_point now)
{
    if (now < deadline_)
        return;
    if (state_ != State::reading)
        return close();
    // Half a request has come; say why it ends here.
    error_code ignored;
    socket_.cancel(ignored);
    refuse(Problem(408, "http.too_slow"));
}

void Connection::close_if_idle()
{
    error_code error;
    const bool asked = socket_.available(error) > 0 && !error;
    if (state_ == State::waiting && !asked)
        close();
}

void Connection::close()
{
    if (state_ == State::closed)
        return;
    state_ = State::closed;
    make_room();
    if (ticket_)
        std::exchange(ticket_, nullptr)->forget_connection();
    error_code ignored;
    socket_.close(ignored);
    loop_.forget(shared_from_this());
}

// Listening

struct Address {
    std::string host;
    std::string port;
};

Address split_address(const std::string& listen)
{
    const auto colon = listen.rfind(':');
    if (colon == std::string::npos || colon == 0 || colon + 1 == listen.size())
        throw std::runtime_error("cannot listen on \"" + listen + "\": expected HOST:PORT");
    std::string host = listen.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    return {host, listen.substr(colon + 1)};
}

tcp::acceptor listen_on(asio::io_context& context, const std::string& listen)
{
    const auto [host, port] = split_address(listen);
    try {
        const auto found = tcp::resolver(context).resolve(
            host, port, tcp::resolver::passive | tcp::resolver::numeric_service);
        return tcp::acceptor(context, found.begin()->endpoint());
    } catch (const boost::system::system_error& error) {
        throw std::runtime_error("cannot listen on \"" + listen + "\": " + error.code().message());
    }
}

// Every connection is an open file. Asks the system for enough, and leaves half to the stores.
int fit_to_open_files(int connections)
{
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) != 0)
        return connections;
    const auto wished = static_cast<rlim_t>(connections) * 2;
    if (files.rlim_cur < wished) {
        files.rlim_cur = std::min(wished, files.rlim_max);
        setrlimit(RLIMIT_NOFILE, &files);
        getrlimit(RLIMIT_NOFILE, &files);
    }
    return static_cast<int>(std::min<rlim_t>(connections, files.rlim_cur / 2));
}

} // namespace

// Server

struct Server::Inside {
    Inside(const std::string& listen, core::Handler handler, const Limits& limits,
           int threads_count, Refusing refusing);

    void accept();
    void accept_later();
    void stop();

    Common common;
    std::vector<std::unique_ptr<Loop>> loops;
    tcp::acceptor acceptor; // lives on the first loop and hands sockets to all in turn
    asio::steady_timer pause;
    std::size_t turn = 0;
    std::vector<std::thread> threads;
    std::once_flag stopped;
    int port = 0;
};

static std::vector<std::unique_ptr<Loop>> make_loops(Common& common, int count)
{
    ENSURE(count > 0);
    std::vector<std::unique_ptr<Loop>> loops;
    for (int i = 0; i < count; ++i)
        loops.push_back(std::make_unique<Loop>(common));
    return loops;
}

Server::Inside::Inside(const std::string& listen, core::Handler handler, const Limits& limits,
                       int threads_count, Refusing refusing)
    : common{std::move(handler), limits, std::move(refusing), 0},
      loops(make_loops(common, threads_count)),
      acceptor(listen_on(loops.front()->context, listen)),
      pause(loops.front()->context)
{
    ENSURE(limits.header_bytes <= header_bytes_most);
    port = acceptor.local_endpoint().port();
    common.limits.connections_max = fit_to_open_files(limits.connections_max);
    accept();
    for (const auto& loop : loops)
        threads.emplace_back([&context = loop->context] { context.run(); });
}

void Server::Inside::accept()
{
    if (common.connections >= common.limits.connections_max)
        return accept_later();
    Loop& loop = *loops[turn++ % loops.size()];
    acceptor.async_accept(loop.context, [this, &loop](error_code error, tcp::socket socket) {
        if (!acceptor.is_open())
            return;
        if (error)
            return accept_later();
        ++common.connections;
        asio::post(loop.context, [&loop, socket = std::move(socket)]() mutable {
            loop.welcome(std::move(socket));
        });
        accept();
    });
}

void Server::Inside::accept_later()
{
    pause.expires_after(accept_pause);
    pause.async_wait([this](error_code error) {
        if (!error && acceptor.is_open())
            accept();
    });
}

void Server::Inside::stop()
{
    std::promise<void> closed;
    asio::post(loops.front()->context, [&] {
        error_code ignored;
        acceptor.close(ignored);
        pause.cancel();
        closed.set_value();
    });
    // Only then do the loops stop: they have welcomed whatever was accepted.
    closed.get_future().wait();
    for (const auto& loop : loops)
        asio::post(loop->context, [&loop = *loop] { loop.stop(); });
    for (auto& thread : threads)
        thread.join();
}

Server::Server(const std::string& listen, core::Handler handler, Limits limits, int threads,
               Refusing refusing)
    : inside_(std::make_unique<Inside>(listen, std::move(handler), limits, threads,
                                       std::move(refusing)))
{
}

Server::~Server() { stop(); }

int Server::port() const { return inside_->port; }

void Server::stop()
{
    std::call_once(inside_->stopped, [this] { inside_->stop(); });
}

core::Response refuse_plainly(const core::Request&, const Problem& problem)
{
    core::Response response;
    response.content_type = "application/problem+json";
    auto& text = response.body;
    JsonObject object(text);
    object.text("type", "urn:lgnet:problem:" + problem.code);
    object.text("title", reason_of(problem.status));
    object.number("status", problem.status);
    object.text("code", problem.code);
    JsonObject facts(object.member("facts"));
    for (const auto& [name, value] : problem.facts)
        facts.text(name, value);
    facts.close();
    object.close();
    return response;
}

} // namespace http
