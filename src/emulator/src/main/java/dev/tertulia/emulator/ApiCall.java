package dev.tertulia.emulator;

import java.time.Instant;

/**
 * Graph API call with its response.
 *
 * @param request the body, empty if there was none
 * @param status the HTTP status, 0 if the call was never answered
 */
public record ApiCall(Instant at, String method, String path, String request, int status, String response) {}
