package dev.tertulia.server.cli.delivery;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** A run of deliveries against a webhook, one after the other. */
final class Replay {

    /** The count of deliveries that were not answered. */
    static final String NO_ANSWER = "no answer";

    private final WebhookClient webhook;
    private final double speed;
    private final Map<String, Integer> answers = new TreeMap<>();

    /** @param speed how many times as fast as recorded; 0 for no pauses */
    Replay(WebhookClient webhook, double speed) {
        this.webhook = webhook;
        this.speed = speed;
    }

    /** Each delivery twice, the second time right after the first. */
    static List<Recorded> doubled(List<Recorded> all) {
        return all.stream().flatMap(one -> List.of(one, one).stream()).toList();
    }

    /** All deliveries in the random order of a seed. */
    static List<Recorded> shuffled(List<Recorded> all, long seed) {
        List<Recorded> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    /** Delivers everything, and returns the number of answers of each status. */
    Map<String, Integer> run(List<Recorded> all) throws InterruptedException {
        Instant before = null;
        for (Recorded one : all) {
            pause(before, one.at());
            before = one.at();
            answers.merge(status(one), 1, Integer::sum);
        }
        return answers;
    }

    private String status(Recorded one) throws InterruptedException {
        try {
            return String.valueOf(webhook.deliver(one.body()));
        } catch (IOException e) {
            return NO_ANSWER;
        }
    }

    private void pause(@Nullable Instant before, @Nullable Instant at) throws InterruptedException {
        if (speed > 0 && before != null && at != null && at.isAfter(before)) {
            Thread.sleep(Duration.ofMillis((long) (Duration.between(before, at).toMillis() / speed)));
        }
    }
}
