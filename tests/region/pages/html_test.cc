// SPDX-License-Identifier: EUPL-1.2
#include "region/pages/html.h"

#include "support/catch.h"

using namespace sveiki::region::pages;

TEST_CASE("A name with markup in it is shown as it was written") {
  const std::string name = "<script>alert('\"&\"')</script>";
  const std::string shown = tag("p", {{"title", name}}, name).bytes();
  CHECK(shown ==
        "<p title=\"&lt;script&gt;alert(&#39;&quot;&amp;&quot;&#39;)&lt;/script&gt;\">"
        "&lt;script&gt;alert(&#39;&quot;&amp;&quot;&#39;)&lt;/script&gt;</p>");
}

TEST_CASE("What is markup already is not escaped twice") {
  CHECK(tag("ul", tag("li", "a & b"), tag("li", "c")).bytes() ==
        "<ul><li>a &amp; b</li><li>c</li></ul>");
  CHECK(tag("input", {{"name", "n"}, {"required", true}, {"disabled", false}, {"maxlength", 7}})
            .bytes() == "<input name=\"n\" required maxlength=\"7\">");
}
