package dev.tertulia.site;

import java.util.List;

/** A page that was read: its HTML, and its sections for the search and for the list beside the text. */
public record Page(String url, String title, String html, List<Section> sections) {

    /**
     * A heading with the text below it.
     *
     * @param level 1 for the title of the page
     */
    public record Section(int level, String id, String heading, String text) {}

    /** Returns the sections that are listed beside the text. */
    public List<Section> listed() {
        return sections.stream().filter(section -> section.level() == 2 || section.level() == 3).toList();
    }
}
