package dev.tertulia.site;

import java.util.List;

/** What surrounds the content of a page: title, navigation and version. */
public record PageFrame(String title, String url, Contents contents, String version) {

    /** A chapter in the navigation. */
    public record Chapter(String title, List<Link> links) {}

    /** A page in the navigation. */
    public record Link(String url, String title, boolean current) {}

    /** Returns the chapters with their pages. */
    public List<Chapter> chapters() {
        return contents.chapters().stream().map(chapter -> new Chapter(chapter.title(), chapter.entries().stream()
                .map(entry -> new Link(base() + entry.url(), entry.title(), entry.url().equals(url))).toList()))
                .toList();
    }

    /** Returns the path from the page to the folder of the site: empty, or {@code ../} for each folder. */
    public String base() {
        return "../".repeat((int) url.chars().filter(letter -> letter == '/').count());
    }
}
