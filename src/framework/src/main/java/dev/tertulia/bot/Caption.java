package dev.tertulia.bot;

import org.jspecify.annotations.Nullable;

/** The words below a file (wire reference, part 5). */
final class Caption {

    private static final int LONGEST = 1024;

    private Caption() {}

    static void check(@Nullable String caption) {
        if (caption != null && (caption.isBlank() || caption.length() > LONGEST)) {
            throw new IllegalArgumentException("a caption has " + caption.strip().length()
                    + " characters, WhatsApp takes 1 to " + LONGEST + "; to have none, leave it out");
        }
    }
}
