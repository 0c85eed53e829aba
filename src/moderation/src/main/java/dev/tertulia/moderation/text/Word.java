package dev.tertulia.moderation.text;

import java.util.ArrayList;
import java.util.List;

import dev.tertulia.moderation.text.Glyph.Kind;

/**
 * A word as it is read: digits and signs stand for letters where they are among letters.
 *
 * @param scripts  the scripts of its letters, as a set of {@link Script}s
 * @param inPieces whether its letters were written apart
 */
record Word(List<Item> items, int scripts, boolean inPieces) {

    private static final String STROKES = "!¡|";

    static Word of(List<Item> items, boolean inPieces) {
        int letters = count(items, Kind.LETTER);
        return new Word(letters == items.size() ? items : read(items, letters > 0), scripts(items), inPieces);
    }

    private static int count(List<Item> items, Kind kind) {
        int count = 0;
        for (Item item : items) {
            count += item.kind() == kind ? 1 : 0;
        }
        return count;
    }

    private static List<Item> read(List<Item> items, boolean letters) {
        List<Item> kept = new ArrayList<>(items.size());
        boolean strokesAreLetters = strokesAreLetters(items);
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (item.kind() == Kind.SIGN && !isLetter(items, i, letters, strokesAreLetters)) {
                continue;
            }
            if (letters && item.kind() == Kind.DIGIT) {
                item.readDigitAsLetter();
            }
            kept.add(item);
        }
        return kept;
    }

    /** Strokes between all letters only separate them. */
    private static boolean strokesAreLetters(List<Item> items) {
        long strokes = items.stream().filter(Word::isStroke).count();
        return strokes * 2 <= items.size() - strokes;
    }

    private static boolean isStroke(Item item) {
        return item.kind() == Kind.SIGN && STROKES.indexOf(item.base()) >= 0;
    }

    private static boolean isLetter(List<Item> items, int at, boolean letters, boolean strokesAreLetters) {
        Item item = items.get(at);
        if (isStroke(item)) {
            return strokesAreLetters && at > 0 && at < items.size() - 1;
        }
        boolean mention = item.base() == '@' && at == 0 && items.size() > 1 && items.get(1).letter() == 'a';
        return letters && !mention;
    }

    private static int scripts(List<Item> items) {
        int scripts = Script.NONE;
        for (Item item : items) {
            scripts |= item.script();
        }
        return scripts;
    }

    boolean isMixed() {
        return Integer.bitCount(scripts()) > 1;
    }
}
