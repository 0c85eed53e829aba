package dev.tertulia.moderation.text;

import java.util.List;

/**
 * A text without its disguises: small plain letters, each repeated letter once, one space between words, nothing else. It
 * is for comparing, not for reading: {@code l} is written as {@code i}. Each of its characters knows its place in the
 * original.
 */
public final class FoldedText {

    private final String original;
    private final String text;
    private final Run[] runs;
    private final int genuine;

    /**
     * @param runs    the run of each character; of a space the run before it
     * @param genuine the scripts that are certainly written in, as a set of {@link Script}s
     */
    FoldedText(String original, String text, List<Run> runs, int genuine) {
        this.original = original;
        this.text = text;
        this.runs = runs.toArray(Run[]::new);
        this.genuine = genuine;
    }

    /** What was folded. */
    public String original() {
        return original;
    }

    /** The folded text. */
    public String text() {
        return text;
    }

    /** Whether nothing is left that could be compared. */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Where the character of the folded text at this index begins in the original. */
    public int start(int index) {
        return isSpace(index) ? runs[index].end() : runs[index].start();
    }

    /** Where the character of the folded text at this index ends in the original, exclusive. */
    public int end(int index) {
        return isSpace(index) ? runs[index + 1].start() : runs[index].end();
    }

    boolean isSpace(int index) {
        return text.charAt(index) == ' ';
    }

    Run run(int index) {
        return runs[index];
    }

    /** Whether letters of this script are certainly meant as such, because others of the text look like no other script's. */
    boolean isGenuine(int script) {
        return (genuine & script) != 0;
    }
}
