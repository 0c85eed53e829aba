package dev.tertulia.graph;

import java.net.URI;
import java.time.Duration;

/**
 * Where the Graph API is and as whom to call it.
 *
 * @param url      Meta's, or an emulator's
 * @param version  such as {@code v25.0}
 * @param number   the phone number id to send from
 * @param language of templates that name none, such as {@code en}
 * @param timeout  how long to wait for an answer; after that the outcome is unclear
 */
public record GraphSettings(URI url, String version, String number, String accessToken, String language,
        Duration timeout) {

    @Override
    public String toString() {
        return "GraphSettings[" + url + " " + version + " " + number + "]";
    }
}
