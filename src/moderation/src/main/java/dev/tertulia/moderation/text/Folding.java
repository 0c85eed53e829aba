package dev.tertulia.moderation.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Removes disguises from a text: case, accents, look-alike letters of other scripts, invisible characters, digits and
 * signs that stand for letters, stretched letters, and dots or spaces between letters.
 */
public final class Folding {

    /** As many pieces make a word that was written in pieces. */
    private static final int FEWEST_PIECES = 3;

    private final StringBuilder text = new StringBuilder();
    private final List<Run> runs = new ArrayList<>();
    private int genuine;

    private Folding() {}

    /** Folds a text. */
    public static FoldedText fold(String text) {
        Folding folding = new Folding();
        folding.join(Pieces.of(text));
        return new FoldedText(text, folding.text.toString(), folding.runs, folding.genuine);
    }

    private void join(List<Piece> pieces) {
        int at = 0;
        while (at < pieces.size()) {
            int end = endOfChain(pieces, at);
            List<Piece> chain = end - at < FEWEST_PIECES
                    ? List.of()
                    : pieces.subList(at, end).stream().filter(piece -> !piece.isPicture()).toList();
            if (chain.size() >= FEWEST_PIECES) {
                add(Word.of(chain.stream().flatMap(piece -> piece.items().stream()).toList(), true));
                at = end;
            } else {
                add(pieces.get(at));
                at++;
            }
        }
    }

    /** The end of the pieces that are one word, if there are enough of them. */
    private static int endOfChain(List<Piece> pieces, int start) {
        Piece last = pieces.get(start);
        int end = start + 1;
        int widest = Integer.MAX_VALUE;
        for (int at = end; at < pieces.size() && !last.isPicture(); at++) {
            Piece next = pieces.get(at);
            if (next.isPicture()) {
                continue;
            }
            if (!next.continues(last, widest)) {
                break;
            }
            widest = widest == Integer.MAX_VALUE ? next.gap() : widest;
            last = next;
            end = at + 1;
        }
        return end;
    }

    private void add(Piece piece) {
        if (!piece.isSigns()) {
            add(Word.of(piece.items(), false));
        }
    }

    private void add(Word word) {
        List<Item> items = word.items();
        if (items.isEmpty()) {
            return;
        }
        if (!runs.isEmpty()) {
            runs.add(runs.getLast());
            text.append(' ');
        }
        int from = 0;
        while (from < items.size()) {
            int to = from + 1;
            int shape = items.get(from).shape();
            while (to < items.size() && items.get(to).shape() == shape) {
                to++;
            }
            append(shape, new Run(word, from, to));
            from = to;
        }
    }

    private void append(int shape, Run run) {
        text.appendCodePoint(shape);
        for (int i = 0; i < Character.charCount(shape); i++) {
            runs.add(run);
        }
        for (int i = 0; i < run.length(); i++) {
            genuine |= run.item(i).isGenuine() ? run.item(i).script() : Script.NONE;
        }
    }
}
