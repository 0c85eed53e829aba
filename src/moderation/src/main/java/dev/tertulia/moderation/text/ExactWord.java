package dev.tertulia.moderation.text;

/** Finds a word as it is written, near where its shapes are. */
final class ExactWord {

    private final String text;
    private final Entry entry;

    ExactWord(String text, Entry entry) {
        this.text = text;
        this.entry = entry;
    }

    /**
     * The index of the word in the text, or -1.
     *
     * @param start where its shapes begin
     * @param end   where they end
     */
    int find(int start, int end) {
        String word = entry.word();
        int last = Math.min(end, text.length() - word.length());
        for (int at = Math.max(0, start - word.length()); at <= last; at++) {
            if (text.startsWith(word, at) && (!entry.list().wholeWord() || isWhole(at, at + word.length()))) {
                return at;
            }
        }
        return -1;
    }

    private boolean isWhole(int start, int end) {
        return !joins(start) && !joins(end);
    }

    private boolean joins(int at) {
        return at > 0 && at < text.length() && Character.isLetterOrDigit(text.codePointBefore(at))
                && Character.isLetterOrDigit(text.codePointAt(at));
    }
}
