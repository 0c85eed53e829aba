package dev.tertulia.site;

import java.util.List;

/**
 * A file or folder of the project that a page links to.
 *
 * @param text the content of a file; empty for a folder
 * @param entries what a folder contains
 */
public record SourcePage(String path, String url, String text, List<Entry> entries) {

    /**
     * An entry of a folder.
     *
     * @param url its page; empty if it has none
     */
    public record Entry(String name, String url) {}
}
