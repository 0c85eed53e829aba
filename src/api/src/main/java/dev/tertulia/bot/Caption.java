package dev.tertulia.bot;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.InvalidArgument;

/** The check of a media caption (wire reference, part 5). */
final class Caption {

    private static final int LONGEST = 1024;

    private Caption() {}

    static void check(@Nullable String caption) {
        if (caption != null && (caption.isBlank() || Characters.count(caption) > LONGEST)) {
            throw new InvalidArgument("a caption has " + Characters.count(caption.strip())
                    + " characters, WhatsApp takes 1 to " + LONGEST + "; to have none, leave it out");
        }
    }
}
