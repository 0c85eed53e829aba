package dev.tertulia.moderation.judge;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.tertulia.moderation.rules.Condition;
import dev.tertulia.moderation.text.WordList;
import dev.tertulia.moderation.text.WordMatcher;

/** The word lists of all rules, each once. */
final class WordLists {

    private final Map<Condition.Words, WordList> lists = new LinkedHashMap<>();

    /** Adds a list and returns its id. */
    String add(Condition.Words words) {
        return lists.computeIfAbsent(words, one -> new WordList(String.valueOf(lists.size()), one.wholeWord(),
                one.fold(), one.words())).id();
    }

    /** Finds the words of all lists in one pass. */
    WordMatcher matcher() {
        return WordMatcher.of(lists.values());
    }
}
