package dev.tertulia.graph;

/**
 * The identity with which the Graph API is called.
 *
 * @param version such as {@code v25.0}
 * @param number the phone number id to send from
 * @param language of templates that name none, such as {@code en}
 */
public record GraphSettings(String version, String number, String accessToken, String language) {

    @Override
    public String toString() {
        return "GraphSettings[" + version + " " + number + "]";
    }
}
