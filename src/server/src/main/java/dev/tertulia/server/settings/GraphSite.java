package dev.tertulia.server.settings;

import java.net.URI;
import java.time.Duration;

/**
 * Settings of calls to the Graph API.
 *
 * @param version          the API version, such as {@code v25.0}
 * @param timeout          the maximum time to wait for a response
 * @param templateLanguage the language of templates that name none
 */
public record GraphSite(URI url, String version, Duration timeout, String templateLanguage) {}
