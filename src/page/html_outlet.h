// The outlet of an HTML page that declares none for machines.
#pragma once

#include <optional>

#include "page/article.h"
#include "read/page.h"

namespace depesche {

// The part at an end of <title> ("Brücke gesperrt | Hafenblick") that a link to the site's first page also says, by its words or by its
// picture's. Two places have to agree, since either alone may be a desk, a slogan or a partner. Evidence: the place in the title.
//   handles:   <title>Brücke gesperrt - Hafenblick</title> with <a href="/"><img alt="Hafenblick Logo"></a>
//   not:       a site whose first page's address has a path ("/de/")
// Looks at the first 400 links; time is linear in the elements. Test: HtmlOutlet in tests/page/declared_test.cpp.
[[nodiscard]] std::optional<Field> outlet_of_first_page(const Page& page);

}  // namespace depesche
