// SPDX-License-Identifier: EUPL-1.2
// `sveiki-region serve`: the collector itself.
#include <malloc.h>
#include <signal.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <iostream>

#include "region/api.h"
#include "region/pages/pages.h"
#include "region/retention_daily.h"
#include "region/server.h"
#include "sveiki-region/commands.h"

namespace sveiki::region {
namespace {

struct ServeOptions {
  std::string data;
  std::string listen;
  std::string certificate;
  std::string key;
  std::string postgres;
  bool behind_proxy = false;
};

/// Pages may be slow: no more of them at once, so that uploads always find a thread.
constexpr int kPagesAtOnce = 8;

/// Reads "127.0.0.1:8080" or "[::1]:8080".
void read_address(std::string_view text, ServerOptions& to) {
  const auto colon = text.rfind(':');
  const auto port = colon == std::string_view::npos ? "" : text.substr(colon + 1);
  const auto read = std::from_chars(port.data(), port.data() + port.size(), to.port);
  if (port.empty() || read.ec != std::errc{} || read.ptr != port.data() + port.size())
    throw std::runtime_error("\"" + std::string(text) + "\" is not an address like 127.0.0.1:8080");
  to.host = text.substr(0, colon);
  if (to.host.starts_with('[') && to.host.ends_with(']'))
    to.host = to.host.substr(1, to.host.size() - 2);
}

/// share/sveiki beside the program's bin/: the pages' styles and words.
std::filesystem::path share_dir() {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path().parent_path() / "share" /
         "sveiki";
}

void make_room_for_connections() {
  rlimit files{};
  ::getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);
  ::mallopt(M_ARENA_MAX, 2);  // else every thread that answers keeps free memory of its own
}

int serve(const ServeOptions& options) {
  // Threads inherit it: the signals that end us are waited for, below.
  sigset_t ending;
  ::sigemptyset(&ending);
  ::sigaddset(&ending, SIGTERM);
  ::sigaddset(&ending, SIGINT);
  ::pthread_sigmask(SIG_BLOCK, &ending, nullptr);
  ::signal(SIGPIPE, SIG_IGN);
  spdlog::set_default_logger(spdlog::stderr_logger_mt("sveiki-region"));
  make_room_for_connections();

  const auto open = [&] {
    return std::make_unique<Storage>(open_database(options.data, options.postgres));
  };
  // Each their own: a page that reads for long keeps no upload waiting.
  Storages for_api(open), for_pages(open);
  for_api.borrow();  // what is wrong with the database is said now
  Ingest ingest(storing_in(open));
  Metrics metrics;
  const DailyRetention retention([&] { return open_database(options.data, options.postgres); },
                                 [](std::string_view line) { spdlog::error(line); });

  ServerOptions server_options;
  read_address(options.listen, server_options);
  if (!options.certificate.empty())
    server_options.tls = ServerOptions::Tls{options.certificate, options.key};
  server_options.behind_proxy = options.behind_proxy;
  server_options.load = std::make_shared<Load>();
  server_options.log = [](std::string_view line) { spdlog::error(line); };

  const Handler pages =
      at_most(kPagesAtOnce, giving_memory_back(make_pages(for_pages, share_dir())));
  const Server server(server_options,
                      make_api({for_api, ingest, metrics, *server_options.load}, pages));

  const std::string host = options.listen.substr(0, options.listen.rfind(':'));
  std::cout << "listening on " << (server_options.tls ? "https://" : "http://") << host << ':'
            << server.port() << std::endl;
  int signal = 0;
  ::sigwait(&ending, &signal);
  return 0;
}

}  // namespace

void add_serve(CLI::App& program, int& exit_code) {
  auto* command = program.add_subcommand("serve", "receive what the centres send, show the pages");
  const auto options = std::make_shared<ServeOptions>();
  auto* place = command->add_option_group("where", "what it keeps, in one of:");
  place->add_option("--data", options->data, "the region's data directory");
  place->add_option("--postgres", options->postgres, "a PostgreSQL, postgresql://...");
  place->require_option(1);
  command->add_option("--listen", options->listen, "HOST:PORT; port 0 takes any free one")
      ->required();
  auto* key = command->add_option("--tls-key", options->key, "its key, PEM");
  auto* certificate =
      command->add_option("--tls-cert", options->certificate, "certificate and chain, PEM")
          ->needs(key);
  key->needs(certificate);
  command->add_flag("--behind-proxy", options->behind_proxy,
                    "X-Forwarded-For and X-Forwarded-Proto are what a proxy says");
  command->callback([options, &exit_code] { exit_code = serve(*options); });
}

}  // namespace sveiki::region
