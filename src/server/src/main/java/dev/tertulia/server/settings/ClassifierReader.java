package dev.tertulia.server.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import dev.tertulia.moderation.classifier.ClassifierEndpoint;

/**
 * Reader of the classifiers of texts under {@code tertulia.classifiers}.
 *
 * @param names the names of the classifiers
 */
record ClassifierReader(Keys keys, Collection<String> names) {

    /** The prefix of the keys of each classifier. */
    static final String MANY = "tertulia.classifiers";

    private static final String EXAMPLE = "https://api.openai.com/v1/moderations";

    List<ClassifierEndpoint> read() {
        return names.stream().sorted().map(this::endpoint).flatMap(Optional::stream).toList();
    }

    private Optional<ClassifierEndpoint> endpoint(String name) {
        String prefix = MANY + "." + name + ".";
        String model = keys.text(prefix + "model").orElse("");
        String token = keys.text(prefix + "token").orElse("");
        keys.checkCopied(prefix + "token", token);
        Duration timeout = keys.limit(prefix + "timeout", ClassifierEndpoint.USUAL_TIMEOUT);
        keys.required(prefix + "url", "the address that texts are sent to, such as " + EXAMPLE);
        URI url = keys.url(prefix + "url", EXAMPLE);
        try {
            return Optional.of(new ClassifierEndpoint(name, url, model, token, timeout));
        } catch (IllegalArgumentException _) {
            // what is wrong has been noted by the key
            return Optional.empty();
        }
    }
}
