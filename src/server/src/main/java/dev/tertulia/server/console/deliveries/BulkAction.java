package dev.tertulia.server.console.deliveries;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.tertulia.deadletter.CommandResult;
import dev.tertulia.deadletter.DeadLetterId;
import dev.tertulia.deadletter.DeadLetters;
import dev.tertulia.server.console.page.Said;
import dev.tertulia.server.console.page.Texts;

/** Retries or discards letters, one after the other. */
enum BulkAction {
    RETRY("deliveries.retried"),
    DISCARD("deliveries.discarded");

    /** The most letters for which nothing has to be typed. */
    static final int WITHOUT_CONFIRMATION = 20;

    private static final int MOST_REASONS = 3;

    private final String key;

    BulkAction(String key) {
        this.key = key;
    }

    static BulkAction of(String word) {
        return word.equals("discard") ? DISCARD : RETRY;
    }

    /** Acts on letters and says what was done, and what was not and why. */
    Said on(List<DeadLetterId> ids, DeadLetters letters, Texts texts) {
        int done = 0;
        String words = "";
        Map<String, Integer> reasons = new TreeMap<>();
        for (DeadLetterId id : ids) {
            CommandResult result = this == RETRY ? letters.retry(id) : letters.discard(id);
            done += result.done() ? 1 : 0;
            words = result.words();
            if (!result.done()) {
                reasons.merge(result.words(), 1, Integer::sum);
            }
        }
        return said(done, words, reasons, texts);
    }

    private Said said(int done, String words, Map<String, Integer> reasons, Texts texts) {
        if (reasons.isEmpty()) {
            return new Said(true, texts.get(key, done) + (done == 1 ? " " + texts.get("deliveries.means", words) : ""));
        }
        String why = reasons.entrySet().stream().limit(MOST_REASONS)
                .map(reason -> reason.getValue() + ": " + reason.getKey()).collect(Collectors.joining("; "));
        int not = reasons.values().stream().mapToInt(Integer::intValue).sum();
        return new Said(false, texts.get(key, done) + " " + texts.get("deliveries.not", not, why));
    }
}
