// SPDX-License-Identifier: EUPL-1.2
/// Beast's messages on one side, our values on the other. Part of server.cc, which alone uses it.
#pragma once

#include <boost/asio/ip/address.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/http.hpp>

#include "region/http.h"
#include "region/server_target.h"

namespace sveiki::region {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

using Parser = http::request_parser<http::string_body>;
using Header = Parser::value_type;
using Message = http::response<http::string_body>;

/// What a client is told about an error of reading; 0 where there is nobody to tell.
int status_of(beast::error_code error);
/// What is wrong with a header that Beast let through; 0 if nothing is.
int fault_of(const Header& header);
/// The answer to what never reaches the handler: 400, 405, 413, 431, 500 or 503.
Response refusal(int status);

/// All but the body.
Request request_of(const Header& header, Target target, const asio::ip::address& peer,
                   bool behind_proxy, bool tls);
/// A header that could end early and let a second one begin is not clean, and must not be sent.
bool is_clean(const Response& response);
Message message_of(Response response, unsigned version, bool keep_alive, bool tls);

}  // namespace sveiki::region
