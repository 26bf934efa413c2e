// SPDX-License-Identifier: EUPL-1.2
#include "support/driven.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <stdexcept>

#include "support/temporary_dir.h"

namespace sveiki::test {
namespace {

struct Ends {
  int read = -1;
  int write = -1;
};

/// Another program must not hold our ends open, or nobody would ever see an end of file.
Ends make_pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  return {ends[0], ends[1]};
}

pid_t start(const std::vector<std::string>& arguments, int in, int out, int err) {
  std::vector<std::string> words{SVEIKI_BIN_DIR "/sveiki-kiosk"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  const pid_t process = ::fork();
  if (process == 0) {
    if (in >= 0) ::dup2(in, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    if (err >= 0) ::dup2(err, STDERR_FILENO);
    ::execv(argv[0], argv.data());
    ::_exit(127);
  }
  return process;
}

/// The exit code; 128 and the signal for a program that was killed.
int ended(pid_t process) {
  int status = 0;
  ::waitpid(process, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

Ran run_kiosk(const std::vector<std::string>& arguments) {
  const TemporaryDir dir;
  const auto into = [&](const char* name) {
    return ::open((dir / name).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  };
  const int out = into("out");
  const int err = into("err");
  const int code = ended(start(arguments, -1, out, err));
  ::close(out);
  ::close(err);
  return {code, read_file(dir / "out"), read_file(dir / "err")};
}

Driven::Driven(const std::filesystem::path& data, const std::string& size) {
  // A program that was killed does not read: that is no reason for the test to end too.
  std::signal(SIGPIPE, SIG_IGN);
  const Ends lines = make_pipe();
  const Ends answers = make_pipe();
  process_ = start({"drive", "--data", data, "--size", size, "-"}, lines.read, answers.write, -1);
  ::close(lines.read);
  ::close(answers.write);
  lines_ = ::fdopen(lines.write, "w");
  answers_ = ::fdopen(answers.read, "r");
}

Driven::~Driven() {
  if (process_ > 0) kill();
  if (lines_) std::fclose(lines_);
  std::fclose(answers_);
}

void Driven::send(const std::string& lines) {
  std::fputs((lines + "\n").c_str(), lines_);
  std::fflush(lines_);
}

std::optional<Json> Driven::answer() {
  char* line = nullptr;
  std::size_t size = 0;
  const ssize_t length = ::getline(&line, &size, answers_);
  // A line that a crash cut short was never said.
  const bool whole = length > 0 && line[length - 1] == '\n';
  auto reply = whole ? std::optional<Json>{Json::parse(line)} : std::nullopt;
  std::free(line);
  return reply;
}

Json Driven::say(const std::string& line) {
  send(line);
  if (auto reply = answer()) return *std::move(reply);
  throw std::runtime_error("the program ended at: " + line.substr(0, 100));
}

std::string Driven::go(std::initializer_list<std::string> lines) {
  std::string screen;
  for (const std::string& line : lines) {
    const Json reply = say(line);
    if (!reply["ok"]) throw std::runtime_error(line + ": " + reply["why"].get<std::string>());
    screen = reply["screen"];
  }
  return screen;
}

Json Driven::nodes() {
  return say("tree")["nodes"];
}

Json Driven::node(const std::string& id) {
  for (Json& node : nodes()) {
    const std::string found = node["id"];
    if (found == id || (id.ends_with('.') && found.starts_with(id))) return std::move(node);
  }
  throw std::runtime_error("no \"" + id + "\" on this screen");
}

std::vector<std::string> Driven::ids(const std::string& begin) {
  std::vector<std::string> ids;
  for (const Json& node : nodes()) {
    std::string id = node["id"];
    if (id.starts_with(begin)) ids.push_back(std::move(id));
  }
  return ids;
}

void Driven::kill() {
  ::kill(process_, SIGKILL);
  ended(process_);
  process_ = -1;
}

int Driven::end() {
  std::fclose(lines_);
  lines_ = nullptr;
  const int code = ended(process_);
  process_ = -1;
  return code;
}

}  // namespace sveiki::test
