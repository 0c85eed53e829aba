package dev.tertulia.moderation.classifier;

import java.net.URI;
import java.time.Duration;

/**
 * An HTTP endpoint that gives texts scores, in the form of OpenAI's moderation endpoint: {@code POST {input, model}} is
 * answered with {@code results[0].category_scores}.
 *
 * @param name    the name that rules use
 * @param model   empty if the endpoint has only one
 * @param token   the bearer token; empty for none
 * @param timeout how long an event may wait for a score
 */
public record ClassifierEndpoint(String name, URI url, String model, String token, Duration timeout) {

    /** How long an event waits, unless the settings say otherwise. */
    public static final Duration USUAL_TIMEOUT = Duration.ofMillis(500);

    /**
     * @throws IllegalArgumentException if the URL is not one of HTTP, the token is malformed, or the time-out is not above 0
     */
    public ClassifierEndpoint {
        if (url.getHost() == null || !"https".equals(url.getScheme()) && !"http".equals(url.getScheme())) {
            throw new IllegalArgumentException("the URL of classifier " + name
                    + " is no address; write for example https://api.example.org/v1/moderations");
        }
        if (!token.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("the token of classifier " + name
                    + " contains a space, a line break or another character that is not allowed in it; copy it again");
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException(
                    "the time-out of classifier " + name + " is not above 0; write for example "
                            + USUAL_TIMEOUT.toMillis() + "ms");
        }
    }

    /** Omits the token. */
    @Override
    public String toString() {
        return "ClassifierEndpoint[" + name + ", " + url.getHost() + "]";
    }
}
