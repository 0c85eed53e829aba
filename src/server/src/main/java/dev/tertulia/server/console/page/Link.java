package dev.tertulia.server.console.page;

/**
 * A link to a page.
 *
 * @param current whether it leads to the page that shows it
 */
public record Link(String text, String path, boolean current) {}
