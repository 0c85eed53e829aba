package dev.tertulia.emulator;

import java.time.Instant;

/**
 * A Graph API request and what it got.
 *
 * @param request the body, empty when there was none
 * @param status the HTTP status, 0 when it was never answered
 */
public record ApiCall(Instant at, String method, String path, String request, int status, String response) {}
