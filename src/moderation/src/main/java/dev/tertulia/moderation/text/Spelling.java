package dev.tertulia.moderation.text;

/** Decides whether what has the shapes of a word is a spelling of it. */
final class Spelling {

    private final FoldedText text;
    private final FoldedText word;
    private final int begin;
    private final boolean whole;
    private final Disguise disguise = new Disguise();

    /**
     * @param begin where the word's shapes begin in the folded text
     * @param whole whether it has to begin and end where words do
     */
    Spelling(FoldedText text, FoldedText word, int begin, boolean whole) {
        this.text = text;
        this.word = word;
        this.begin = begin;
        this.whole = whole;
    }

    boolean isOfWord() {
        int last = word.text().length() - 1;
        for (int i = 0; i <= last; i++) {
            if (word.isSpace(i) || i > 0 && word.run(i) == word.run(i - 1) && !word.isSpace(i - 1)) {
                continue;
            }
            if (!fits(text.run(begin + i), word.run(i), !whole && i == 0, !whole && word.run(i) == word.run(last))) {
                return false;
            }
        }
        return disguise.isCredible(text)
                && (!whole || new Edges(text, disguise).areAt(begin, begin + last));
    }

    private boolean fits(Run run, Run meant, boolean mayStartLater, boolean mayEndEarlier) {
        int more = run.length() - meant.length();
        if (more < 0) {
            return false;
        }
        int first = mayStartLater && mayEndEarlier || !mayStartLater ? 0 : more;
        int last = mayStartLater ? more : 0;
        for (int offset = first; offset <= last && (more == 0 || mayStartLater || mayEndEarlier); offset++) {
            if (equals(run, offset, meant)) {
                return true;
            }
        }
        return more > 0 && isStretched(run, meant);
    }

    private boolean equals(Run run, int offset, Run meant) {
        for (int i = 0; i < meant.length(); i++) {
            if (!fits(run, offset + i, meant.item(i))) {
                return false;
            }
        }
        for (int i = 0; i < meant.length(); i++) {
            disguise.count(run.item(offset + i), meant.item(i), run.word());
        }
        return true;
    }

    private boolean isStretched(Run run, Run meant) {
        int at = -1;
        int times = 0;
        int expected = 0;
        for (int i = 0; i < run.length(); i++) {
            boolean next = at + 1 < meant.length() && fits(run, i, meant.item(at + 1));
            if (!next && (at < 0 || !fits(run, i, meant.item(at)) || !meant.item(at).isLetter())) {
                return false;
            }
            if (next && at >= 0 && meant.item(at).letter() != meant.item(at + 1).letter()) {
                disguise.stretch(meant.item(at), times, expected);
                times = 0;
                expected = 0;
            }
            at += next ? 1 : 0;
            expected += next ? 1 : 0;
            times++;
            disguise.count(run.item(i), meant.item(at), run.word());
        }
        disguise.stretch(meant.item(at), times, expected);
        return at == meant.length() - 1;
    }

    private static boolean fits(Run run, int index, Item meant) {
        Item item = run.item(index);
        if (!meant.isLetter()) {
            return item.kind() == meant.kind() && item.base() == meant.base();
        }
        return switch (item.kind()) {
            case LETTER -> item.letter() == meant.letter() || isTakenFor(run.word(), run.from() + index, meant);
            case DIGIT -> item.letter() == meant.letter() || item.base() == '1';
            case SIGN -> item.letter() == meant.letter() || item.letter() == 'i';
            default -> false;
        };
    }

    /** A capital I among small letters is read as l, a small l among capitals as I. */
    private static boolean isTakenFor(Word word, int at, Item meant) {
        Item item = word.items().get(at);
        boolean readAsOther = item.letter() == 'i' ? item.isUpper() && meant.letter() == 'l' : !item.isUpper();
        return readAsOther && at > 0 && word.items().get(at - 1).isLetter()
                && word.items().get(at - 1).isUpper() != item.isUpper();
    }
}
