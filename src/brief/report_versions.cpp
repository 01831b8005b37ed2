#include "brief/report_versions.h"

#include "brief/cite.h"
#include "brief/report.h"

namespace depesche {
namespace {

std::string_view host_of(std::string_view address) {
    const std::size_t scheme = address.find("://");
    if (scheme == std::string_view::npos) return {};
    address.remove_prefix(scheme + 3);
    address = address.substr(0, address.find_first_of("/?#"));
    if (address.starts_with("www.")) address.remove_prefix(4);
    return address;
}

// The canonical address, unless it leads to another house: a piece taken over names its first printer there.
std::string_view own_address(const Prepared& report) {
    const std::string& stored = report.page.stored.url;
    if (!report.article.canonical) return stored;
    const std::string_view canonical = report.article.canonical->value;
    const std::string_view host = host_of(canonical);
    const std::string_view from = host_of(stored);
    const bool own = from.empty() || from.ends_with(host) || host.ends_with(from);
    return !host.empty() && own ? canonical : std::string_view(stored);
}

std::optional<Moment> value_of(const std::optional<DateField>& field) { return field ? std::optional(field->value) : std::nullopt; }

std::vector<ReportChange> make_changes(const Prepared& older, const Prepared& newer) {
    std::vector<ReportChange> changes;
    for (const VersionChange& change : changes_between(make_version_input(older), make_version_input(newer))) {
        ReportChange out;
        if (!change.before.empty()) out.before = cite(older, change.before);
        if (!change.after.empty()) out.after = cite(newer, change.after);
        changes.push_back(std::move(out));
    }
    return changes;
}

}  // namespace

VersionInput make_version_input(const Prepared& report) {
    VersionInput input;
    input.page_id = report.page.id;
    if (report.article.outlet) input.outlet = report.article.outlet->value;
    input.address = own_address(report);
    input.text = report.page.source.text();
    for (const Passage& passage : passages_of(report.article)) input.passages.push_back(passage.span);
    input.published = value_of(report.article.published);
    input.updated = value_of(report.article.updated);
    input.crawled = report.page.stored.crawled;
    return input;
}

std::vector<std::vector<std::uint32_t>> versions_in(const PreparedPages& pages) {
    std::vector<VersionInput> inputs;
    for (const auto& report : pages.reports) inputs.push_back(make_version_input(*report));
    return find_versions(inputs);
}

std::vector<ReportVersion> make_versions(std::span<const std::uint32_t> group, const PreparedPages& pages) {
    std::vector<ReportVersion> versions;
    if (group.size() < 2) return versions;
    for (std::size_t i = 0; i < group.size(); ++i) {
        const Prepared& report = *pages.reports[group[i]];
        ReportVersion version;
        version.page = group[i];
        version.crawled = report.page.stored.crawled;
        if (report.article.published) version.published = publication_time(report, *report.article.published);
        if (report.article.updated) version.updated = publication_time(report, *report.article.updated);
        if (i + 1 < group.size()) version.changes = make_changes(*pages.reports[group[i + 1]], report);
        versions.push_back(std::move(version));
    }
    return versions;
}

}  // namespace depesche
