package dev.tertulia.moderation.text;

import java.util.ArrayList;
import java.util.List;

import dev.tertulia.moderation.text.Glyph.Kind;

/** A text taken apart where anything but a letter, digit or sign is written. */
final class Pieces {

    private final List<Piece> pieces = new ArrayList<>();
    private int gap;
    private boolean spaced;
    private boolean newLine;
    private boolean apart = true;

    private Pieces() {}

    static List<Piece> of(String text) {
        Pieces pieces = new Pieces();
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            int end = at + Character.charCount(codePoint);
            if (Flags.isIndicator(codePoint)) {
                end = Flags.end(text, at);
                pieces.addIndicators(text, at, end);
            } else {
                pieces.add(codePoint, at, end);
            }
            at = end;
        }
        return pieces.pieces;
    }

    private void addIndicators(String text, int start, int end) {
        boolean flags = Flags.areFlags(text, start, end);
        int at = start;
        while (at < end) {
            int codePoint = text.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            add(flags ? codePoint : Flags.letter(codePoint), at, next);
            at = next;
        }
    }

    private void add(int codePoint, int start, int end) {
        Glyph glyph = Glyphs.of(codePoint);
        switch (glyph.kind()) {
            case INVISIBLE -> {
            }
            case MARK -> mark(codePoint, end);
            case SPACE, PUNCTUATION -> {
                gap++;
                spaced |= glyph.kind() == Kind.SPACE;
                newLine |= codePoint == '\n';
            }
            case PICTURE -> {
                open().add(new Item(glyph, codePoint, start, end));
                apart = true;
            }
            case LETTER, DIGIT, SIGN -> {
                Piece piece = piece(glyph);
                for (int letter : glyph.letters()) {
                    piece.add(new Item(glyph, letter, start, end));
                }
            }
        }
    }

    private void mark(int codePoint, int end) {
        if (!pieces.isEmpty() && gap == 0) {
            pieces.getLast().combine(codePoint, end);
        }
    }

    /** The last piece if this one belongs to it. */
    private Piece piece(Glyph glyph) {
        boolean goesOn = gap == 0 && !apart
                || glyph.script() == Script.UNSPACED && !newLine && !apart && pieces.getLast().isUnspaced();
        if (!goesOn) {
            open();
        }
        rest();
        return pieces.getLast();
    }

    private Piece open() {
        pieces.add(new Piece(gap, spaced));
        rest();
        return pieces.getLast();
    }

    private void rest() {
        gap = 0;
        spaced = false;
        newLine = false;
        apart = false;
    }
}
