package dev.tertulia.server.console.login;

import org.jspecify.annotations.Nullable;

/**
 * The login form.
 *
 * @param token what the form has to contain
 * @param name  what was typed as name
 * @param next  the path to go to afterwards
 * @param error why the last attempt was refused; {@code null} at the first one
 */
public record LoginPage(String token, String name, String next, @Nullable String error) {}
