package dev.tertulia.server.console.page;

import java.util.List;

/** The pages that each page links to, in their order. A page is one line here. */
final class Navigation {

    private static final List<Entry> ENTRIES = List.of(
            new Entry("nav.overview", "/console"),
            new Entry("nav.groups", "/console/groups"),
            new Entry("nav.broadcasts", "/console/broadcasts"),
            new Entry("nav.moderation", "/console/moderation"),
            new Entry("nav.people", "/console/people"),
            new Entry("nav.deliveries", "/console/deliveries"),
            new Entry("nav.events", "/console/events"),
            new Entry("nav.numbers", "/console/numbers"),
            new Entry("nav.settings", "/console/settings"));

    private Navigation() {}

    /** A page that is linked to. */
    private record Entry(String key, String path) {

        boolean contains(String page) {
            return page.equals(path) || !path.equals("/console") && page.startsWith(path + "/");
        }
    }

    /** The links of a page. */
    static List<Link> of(String page, Texts texts) {
        return ENTRIES.stream().map(entry -> new Link(texts.get(entry.key()), entry.path(), entry.contains(page)))
                .toList();
    }
}
