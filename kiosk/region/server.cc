// SPDX-License-Identifier: EUPL-1.2
// One thread reads and writes for all connections, a coroutine for each; a pool of threads answers.
// So what belongs to connections needs no lock, and a slow answer holds up nobody's bytes.
#include "region/server.h"

#include <algorithm>
#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <stdexcept>
#include <thread>

#include "region/server_message.h"

namespace sveiki::region {
namespace {

using asio::ip::tcp;
using TlsStream = beast::ssl_stream<beast::tcp_stream>;

/// Asio's outcome as (error, …): an end of a connection is nothing exceptional.
constexpr auto kTuple = asio::as_tuple(asio::use_awaitable);

/// Room for a whole header and what comes with it; bodies are moved out as they come.
constexpr std::size_t kBuffer = 64 << 10;
/// A sheet of a quiet day fits.
constexpr std::size_t kFirstRead = 4 << 10;
/// How long, and how much, a client may still send after it was refused.
constexpr std::chrono::seconds kLinger{2};
constexpr std::size_t kLingerBytes = 8 << 20;

/// Counts what exists.
class Held {
 public:
  explicit Held(std::atomic<int>& count) : count_(count) { ++count_; }
  ~Held() { --count_; }
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;

 private:
  std::atomic<int>& count_;
};

/// Connections that wait for their client, longest first.
class Waiting {
 public:
  /// The connection waits as long as this lives.
  class Turn {
   public:
    Turn(Waiting& waiting, beast::tcp_stream& stream)
        : waiting_(waiting), number_(waiting.next_++) {
      waiting_.streams_.emplace(number_, &stream);
    }
    ~Turn() { waiting_.streams_.erase(number_); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

   private:
    Waiting& waiting_;
    std::uint64_t number_;
  };

  /// False if none waits.
  bool close_longest() {
    if (streams_.empty()) return false;
    streams_.begin()->second->close();
    streams_.erase(streams_.begin());
    return true;
  }

 private:
  std::map<std::uint64_t, beast::tcp_stream*> streams_;
  std::uint64_t next_ = 0;
};

asio::ssl::context context_of(const ServerOptions::Tls& tls) {
  asio::ssl::context context(asio::ssl::context::tls_server);
  SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
  SSL_CTX_set_options(context.native_handle(), SSL_OP_NO_RENEGOTIATION);
  SSL_CTX_set_mode(context.native_handle(), SSL_MODE_RELEASE_BUFFERS);  // idle ones hold none
  beast::error_code error;
  context.use_certificate_chain_file(tls.certificate.string(), error);
  if (error) throw std::runtime_error("cannot read the certificate " + tls.certificate.string());
  context.use_private_key_file(tls.key.string(), asio::ssl::context::pem, error);
  if (error)
    throw std::runtime_error("cannot read the key " + tls.key.string() +
                             ", or it does not belong to the certificate");
  return context;
}

}  // namespace

struct Server::Parts {
  Parts(ServerOptions its_options, Handler its_handler);
  ~Parts();

  void listen();
  asio::awaitable<void> accept();
  asio::awaitable<void> serve(tcp::socket socket);
  template <class Stream>
  asio::awaitable<void> converse(Stream& stream);
  template <class Stream>
  asio::awaitable<int> read(Stream& stream, beast::flat_buffer& buffer, Parser& parser,
                            std::optional<Held>& large, std::optional<Target>& target);
  asio::awaitable<Response> answer(Request request);
  template <class Stream>
  asio::awaitable<bool> write(Stream& stream, Message message, bool head);
  template <class Stream>
  asio::awaitable<void> part(Stream& stream, beast::flat_buffer& buffer);
  Response handle(const Request& request);
  void log(std::string_view line) {
    if (options.log) options.log(line);
  }

  ServerOptions options;
  Handler handler;
  std::optional<asio::ssl::context> tls;
  asio::io_context io{1};
  asio::thread_pool pool;
  tcp::acceptor acceptor{io};
  Waiting waiting;
  std::atomic<int> large_bodies = 0;
  bool stopping = false;
  std::thread thread;
};

Server::Parts::Parts(ServerOptions its_options, Handler its_handler)
    : options(std::move(its_options)),
      handler(std::move(its_handler)),
      pool(static_cast<std::size_t>(options.threads)) {
  if (!options.load) options.load = std::make_shared<Load>();
  if (options.tls) tls = context_of(*options.tls);
  listen();
  asio::co_spawn(io, accept(), asio::detached);
  thread = std::thread([this] { io.run(); });
}

Server::Parts::~Parts() {
  asio::post(io, [this] {
    stopping = true;
    acceptor.close();
    while (waiting.close_longest()) continue;
  });
  thread.join();
  pool.join();
}

void Server::Parts::listen() {
  const std::string where = options.host + ":" + std::to_string(options.port);
  beast::error_code error;
  const auto found =
      tcp::resolver(io).resolve(options.host, std::to_string(options.port),
                                tcp::resolver::passive | tcp::resolver::numeric_service, error);
  if (error || found.empty()) throw std::runtime_error("there is no address " + options.host);
  const tcp::endpoint endpoint = *found.begin();
  if (!options.tls && !endpoint.address().is_loopback())
    throw std::runtime_error("without a certificate only this computer may connect: " + where +
                             " is not a loopback address");
  acceptor.open(endpoint.protocol());
  acceptor.set_option(tcp::acceptor::reuse_address(true));
  acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) throw std::runtime_error("cannot listen on " + where + ": " + error.message());
}

asio::awaitable<void> Server::Parts::accept() {
  asio::steady_timer pause(io);
  while (!stopping) {
    auto [error, socket] = co_await acceptor.async_accept(kTuple);
    const bool full = options.load->connections >= options.max_connections;
    if (error == asio::error::operation_aborted) co_return;
    if (error || full) {
      const bool room = waiting.close_longest();
      if (full && !room) continue;  // everybody is being answered: the new one has to come back
    }
    if (error) {  // no more files may be open
      pause.expires_after(std::chrono::milliseconds(50));
      co_await pause.async_wait(kTuple);
      continue;
    }
    asio::co_spawn(io, serve(std::move(socket)), asio::detached);
  }
}

asio::awaitable<void> Server::Parts::serve(tcp::socket socket) {
  const Held connection(options.load->connections);
  if (stopping) co_return;
  try {
    socket.set_option(tcp::no_delay(true));
    if (!tls) {
      beast::tcp_stream stream(std::move(socket));
      co_await converse(stream);
      co_return;
    }
    TlsStream stream(std::move(socket), *tls);
    {
      const Waiting::Turn turn(waiting, beast::get_lowest_layer(stream));
      beast::get_lowest_layer(stream).expires_after(options.read_deadline);
      const auto [error] = co_await stream.async_handshake(asio::ssl::stream_base::server, kTuple);
      if (error) co_return;
    }
    co_await converse(stream);
  } catch (const std::exception& error) {
    log(std::string("a connection ended: ") + error.what());
  }
}

/// Request after request, until one side has had enough.
template <class Stream>
asio::awaitable<void> Server::Parts::converse(Stream& stream) {
  auto& socket = beast::get_lowest_layer(stream);
  beast::error_code gone;
  const tcp::endpoint peer = socket.socket().remote_endpoint(gone);
  if (gone) co_return;
  beast::flat_buffer buffer(kBuffer);
  for (bool keep_alive = true; keep_alive && !stopping;) {
    Parser parser;
    std::optional<Held> large;
    std::optional<Target> target;
    int status = 0;
    {
      const Waiting::Turn turn(waiting, socket);
      if (buffer.size() == 0) {
        buffer.shrink_to_fit();
        socket.expires_after(options.idle_deadline);
        const auto [error, size] =
            co_await stream.async_read_some(buffer.prepare(kFirstRead), kTuple);
        if (error) co_return;
        buffer.commit(size);
      }
      socket.expires_after(options.read_deadline);
      status = co_await read(stream, buffer, parser, large, target);
    }
    if (status == 0) co_return;
    const bool head = parser.get().method() == http::verb::head;
    const unsigned version = parser.is_header_done() ? parser.get().version() : 11;
    keep_alive = status == 200 && parser.keep_alive();
    bool encrypted = tls.has_value();
    Response response;
    if (status == 200 && options.load->in_flight >= options.max_in_flight) status = 503;
    if (status == 200) {
      const Held in_flight(options.load->in_flight);
      Request request = request_of(parser.get(), *std::move(target), peer.address(),
                                   options.behind_proxy, encrypted);
      encrypted = request.tls;
      request.body = std::move(parser.get().body());
      response = co_await answer(std::move(request));
    } else {
      ++options.load->turned_away;
      response = refusal(status);
    }
    keep_alive = keep_alive && !stopping;
    socket.expires_after(options.write_deadline);
    const bool written = co_await write(
        stream, message_of(std::move(response), version, keep_alive, encrypted), head);
    if (!written) co_return;
  }
  if (!stopping) co_await part(stream, buffer);
}

/// Reads one request. 200 if it is whole, 0 if its sender is gone or too slow, else what to refuse
/// it with.
template <class Stream>
asio::awaitable<int> Server::Parts::read(Stream& stream, beast::flat_buffer& buffer, Parser& parser,
                                         std::optional<Held>& large,
                                         std::optional<Target>& target) {
  parser.header_limit(options.max_header);
  parser.body_limit(options.max_body);
  const auto [error, size] = co_await http::async_read_header(stream, buffer, parser, kTuple);
  if (error) co_return status_of(error);
  const auto& header = parser.get();
  if (const int fault = fault_of(header)) co_return fault;
  target = read_target({header.target().data(), header.target().size()});
  if (!target) co_return 400;
  if (parser.is_done()) co_return 200;
  if (parser.content_length().value_or(options.max_body) > options.large_body) {
    if (large_bodies >= options.max_large) co_return 503;
    large.emplace(large_bodies);
  }
  if (beast::iequals(header[http::field::expect], "100-continue")) {
    const std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    const auto [lost, sent] = co_await asio::async_write(stream, asio::buffer(go_on), kTuple);
    if (lost) co_return 0;
  }
  const auto [cut, rest] = co_await http::async_read(stream, buffer, parser, kTuple);
  co_return cut ? status_of(cut) : 200;
}

asio::awaitable<Response> Server::Parts::answer(Request request) {
  auto work = [this, request = std::move(request)]() -> asio::awaitable<Response> {
    co_return handle(request);
  };
  co_return co_await asio::co_spawn(pool, std::move(work), asio::use_awaitable);
}

Response Server::Parts::handle(const Request& request) {
  try {
    Response response = handler(request);
    if (is_clean(response)) return response;
    log("an answer had a header that must not be sent");
  } catch (const std::exception& error) {
    log(std::string("a request could not be answered: ") + error.what());
  }
  return refusal(500);
}

template <class Stream>
asio::awaitable<bool> Server::Parts::write(Stream& stream, Message message, bool head) {
  http::response_serializer<http::string_body> serializer(message);
  if (head) {
    const auto [error, size] = co_await http::async_write_header(stream, serializer, kTuple);
    co_return !error;
  }
  const auto [error, size] = co_await http::async_write(stream, serializer, kTuple);
  co_return !error;
}

/// A socket that is closed over unread bytes takes the answer back: what is still coming is thrown
/// away, for a moment.
template <class Stream>
asio::awaitable<void> Server::Parts::part(Stream& stream, beast::flat_buffer& buffer) {
  auto& socket = beast::get_lowest_layer(stream);
  const Waiting::Turn turn(waiting, socket);
  socket.expires_after(kLinger);
  if constexpr (std::is_same_v<Stream, TlsStream>) co_await stream.async_shutdown(kTuple);
  beast::error_code gone;
  socket.socket().shutdown(tcp::socket::shutdown_send, gone);
  buffer.clear();
  for (std::size_t thrown = 0; thrown < kLingerBytes && !gone;) {
    const auto [error, size] = co_await socket.async_read_some(buffer.prepare(kFirstRead), kTuple);
    gone = error;
    thrown += size;
  }
}

Server::Server(ServerOptions options, Handler handler)
    : parts_(std::make_unique<Parts>(std::move(options), std::move(handler))) {}

Server::~Server() = default;

std::uint16_t Server::port() const {
  return parts_->acceptor.local_endpoint().port();
}

}  // namespace sveiki::region
