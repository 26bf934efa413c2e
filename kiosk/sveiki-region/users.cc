// SPDX-License-Identifier: EUPL-1.2
// `sveiki-region user`: who may look at the pages. A password is read from standard input, so that
// it stands in no list of commands.
#include <termios.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "region/passwords.h"
#include "sveiki-region/commands.h"
#include "sveiki-region/where.h"

namespace sveiki::region {
namespace {

struct UserOptions {
  Where where;
  User user;
};

const Choices<User::Role> kRoles{{"coordinator", User::Role::kCoordinator},
                                 {"partner", User::Role::kPartner},
                                 {"auditor", User::Role::kAuditor}};

/// What is typed is not shown while this lives.
class NoEcho {
 public:
  NoEcho() {
    if (::tcgetattr(STDIN_FILENO, &before_) != 0) return;
    std::cerr << "Password: ";
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    terminal_ = true;
  }
  ~NoEcho() {
    if (!terminal_) return;
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    std::cerr << '\n';
  }
  NoEcho(const NoEcho&) = delete;
  NoEcho& operator=(const NoEcho&) = delete;

 private:
  termios before_{};
  bool terminal_ = false;
};

std::string hash_of_typed_password() {
  std::string password;
  {
    const NoEcho silence;
    std::getline(std::cin, password);
  }
  if (password.size() < kShortestPassword || password.size() > kLongestPassword)
    throw Refusal("a password has " + std::to_string(kShortestPassword) + " to " +
                  std::to_string(kLongestPassword) + " characters; it is read from standard input");
  return hash_password(password);
}

int add(const UserOptions& options) {
  Storage storage = options.where.open_or_make();
  User user = options.user;
  user.password_hash = hash_of_typed_password();
  storage.add_user(std::move(user), kCommandLine, now());
  return 0;
}

int list(const UserOptions& options) {
  std::cout << "login\trole\torganisation\tstate\n";
  for (const User& user : options.where.open().users())
    std::cout << user.login << '\t' << name_of(user.role, kRoles) << '\t' << user.organisation
              << '\t' << (user.disabled ? "disabled" : "may log in") << '\n';
  return 0;
}

int set_password(const UserOptions& options) {
  Storage storage = options.where.open();
  const std::string hash = hash_of_typed_password();
  storage.set_password_hash(options.user.login, hash, kCommandLine, now());
  return 0;
}

int disable(const UserOptions& options) {
  Storage storage = options.where.open();
  storage.disable_user(options.user.login, kCommandLine, now());
  return 0;
}

}  // namespace

void add_users(CLI::App& program, int& exit_code) {
  const auto options = std::make_shared<UserOptions>();
  CLI::App* user = program.add_subcommand("user", "who may look at the pages");
  user->require_subcommand(1);
  const auto command = [&](const char* name, const char* what, auto work) {
    CLI::App* made = add_command(
        *user, name, what, options->where, [=] { return work(*options); }, exit_code);
    made->add_option("login", options->user.login, "a-z, 0-9, dot, underscore, dash")->required();
    return made;
  };
  CLI::App* adding = command("add", "a new login; its password is read from standard input", add);
  add_choice(*adding, "--role", options->user.role, kRoles, "what it may see and do")->required();
  adding->add_option("--organisation", options->user.organisation, "id, of a partner");
  command("password",
          "a new password, read from standard input; ends its sessions, lets in who was disabled",
          set_password);
  command("disable", "it may log in no more", disable);
  add_command(
      *user, "list", "who may look, and who no more", options->where,
      [=] { return list(*options); }, exit_code);
}

}  // namespace sveiki::region
