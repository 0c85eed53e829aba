package dev.tertulia.moderation.text;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;

/** Finds words as they are written, whatever is written around them. */
final class ExactWords {

    private final AhoCorasickDoubleArrayTrie<List<Entry>> trie = new AhoCorasickDoubleArrayTrie<>();
    private final boolean empty;

    /** @param entries the words, as they are written */
    ExactWords(Map<String, List<Entry>> entries) {
        empty = entries.isEmpty();
        if (!empty) {
            trie.build(entries);
        }
    }

    /** Hands over the words in a text. */
    void find(String text, BiConsumer<Entry, WordHit> hits) {
        if (empty) {
            return;
        }
        trie.parseText(text, (start, end, entries) -> {
            for (Entry entry : entries) {
                if (!entry.list().wholeWord() || isWhole(text, start, end)) {
                    hits.accept(entry, entry.hit(start, end));
                }
            }
        });
    }

    private static boolean isWhole(String text, int start, int end) {
        return !isWithinWord(text, start) && !isWithinWord(text, end);
    }

    private static boolean isWithinWord(String text, int at) {
        return at > 0 && at < text.length() && Character.isLetterOrDigit(text.codePointBefore(at))
                && Character.isLetterOrDigit(text.codePointAt(at));
    }
}
