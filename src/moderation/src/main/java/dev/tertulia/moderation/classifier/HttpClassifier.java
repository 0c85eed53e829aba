package dev.tertulia.moderation.classifier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.moderation.judge.Classifier;
import dev.tertulia.moderation.text.FoldedText;
import dev.tertulia.moderation.text.Folding;

/**
 * Classifiers over HTTP. A text is sent once; texts that differ only in disguises have the same scores. A classifier that
 * fails or is slow gives no score.
 */
public final class HttpClassifier implements Classifier, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpClassifier.class);
    private static final int MOST_KEPT = 20_000;
    private static final Duration KEPT = Duration.ofHours(1);

    private final Map<String, GuardedEndpoint> endpoints = new HashMap<>();
    private final AsyncCache<String, Scores> kept = Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT)
            .buildAsync();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** The classifiers at these endpoints. */
    public HttpClassifier(Collection<ClassifierEndpoint> endpoints, Clock clock) {
        endpoints.forEach(endpoint -> this.endpoints.put(endpoint.name(), new GuardedEndpoint(endpoint, clock)));
    }

    @Override
    public OptionalDouble score(String name, String label, String text) {
        GuardedEndpoint endpoint = endpoints.get(name);
        if (endpoint == null) {
            tellOnce("A rule names the classifier " + name + ", which has no settings; set tertulia.classifiers." + name
                    + ".url");
            return OptionalDouble.empty();
        }
        try {
            Scores scores = kept.get(name + ":" + fingerprint(text), (_, _) -> endpoint.scores(text)).get();
            OptionalDouble score = scores.of(label);
            if (score.isEmpty()) {
                tellOnce("Classifier " + name + " has no label " + label + "; it has "
                        + scores.labels());
            }
            return score;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return OptionalDouble.empty();
        } catch (ExecutionException _) {
            return OptionalDouble.empty();
        }
    }

    private void tellOnce(String message) {
        if (told.add(message)) {
            LOG.warn(message);
        }
    }

    private static String fingerprint(String text) {
        FoldedText folded = Folding.fold(text);
        String compared = folded.isEmpty() ? text : folded.text();
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(compared.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** Ends all calls. */
    @Override
    public void close() {
        endpoints.values().forEach(GuardedEndpoint::close);
    }
}
