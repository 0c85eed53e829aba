package dev.tertulia.server.console.page;

/**
 * The result of what a person did, shown on the next page.
 *
 * @param good whether it was carried out
 */
public record Said(boolean good, String text) {}
