package dev.tertulia.moderation.text;

import java.util.Collection;
import java.util.List;

/**
 * A list of words or phrases that a {@link WordMatcher} looks for.
 *
 * @param id        what its hits are told apart by
 * @param wholeWord whether a hit has to begin and end where words do; otherwise it may be a part of a word
 * @param folded    whether disguised spellings hit as well; otherwise only what is written exactly so
 */
public record WordList(String id, boolean wholeWord, boolean folded, Collection<String> words) {

    /** The maximum length of a word or phrase. */
    public static final int LONGEST_WORD = 200;

    /**
     * @throws IllegalArgumentException if a word is too long
     */
    public WordList {
        words = List.copyOf(words);
        for (String word : words) {
            if (word.length() > LONGEST_WORD) {
                throw new IllegalArgumentException("List " + id + ": the word \"" + word.substring(0, 20)
                        + "…\" has " + word.length() + " characters; write at most " + LONGEST_WORD);
            }
        }
    }
}
