// SPDX-License-Identifier: EUPL-1.2
#include "support/program.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

namespace sveiki::test {

Program::Program(const std::string& name, const std::vector<std::string>& arguments,
                 const std::vector<std::string>& environment) {
  std::vector<std::string> words{SVEIKI_BIN_DIR "/" + name};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  std::vector<std::string> besides = environment;
  const std::string out = dir_ / "out", err = dir_ / "err";
  process_ = ::fork();
  if (process_ != 0) return;
  ::dup2(::open(out.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600), STDOUT_FILENO);
  ::dup2(::open(err.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600), STDERR_FILENO);
  for (std::string& variable : besides) ::putenv(variable.data());
  ::execv(argv[0], argv.data());
  ::_exit(127);
}

Program::~Program() {
  if (process_ <= 0) return;
  signal(SIGKILL);
  end();
}

void Program::signal(int number) {
  ::kill(process_, number);
}

int Program::end() {
  int status = 0;
  ::waitpid(process_, &status, 0);
  process_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace sveiki::test
