package dev.tertulia.server.console.moderation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A text in which evidence is marked. */
public final class Marked {

    private Marked() {}

    /**
     * A part of a text.
     *
     * @param evidence whether a rule hit because of it
     */
    public record Part(String text, boolean evidence) {}

    /** The parts of a text, with every place marked at which evidence stands. */
    static List<Part> parts(@Nullable String text, List<@Nullable String> evidence) {
        if (text == null) {
            return List.of();
        }
        BitSet marked = new BitSet(text.length());
        evidence.forEach(part -> mark(text, part, marked));
        List<Part> parts = new ArrayList<>();
        for (int start = 0; start < text.length();) {
            boolean on = marked.get(start);
            int next = on ? marked.nextClearBit(start) : marked.nextSetBit(start);
            int end = next < 0 ? text.length() : Math.min(next, text.length());
            parts.add(new Part(text.substring(start, end), on));
            start = end;
        }
        return parts;
    }

    private static void mark(String text, @Nullable String part, BitSet marked) {
        if (part == null || part.isEmpty()) {
            return;
        }
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            marked.set(at, at + part.length());
        }
    }
}
