package dev.tertulia.server.console.page;

/**
 * A page while the store is not available.
 *
 * @param why   what the store says
 * @param again whether the page is loaded again by itself; a form is not
 */
public record AwayPage(String why, boolean again) {}
