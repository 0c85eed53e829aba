package dev.tertulia.server.settings;

import java.net.URI;
import java.time.Duration;

/**
 * How the Graph API is called.
 *
 * @param version          such as {@code v25.0}
 * @param timeout          how long to wait for an answer
 * @param templateLanguage of templates that name none
 */
public record GraphSite(URI url, String version, Duration timeout, String templateLanguage) {}
