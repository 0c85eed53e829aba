package dev.tertulia.bot;

/** What a free-form message of ours holds. Only what WhatsApp takes in a group can be written down. */
public sealed interface Body {

    /**
     * Words, 1 to 4096 characters.
     *
     * @throws IllegalArgumentException when empty or longer
     */
    record Text(String words) implements Body {

        private static final int LONGEST = 4096;

        public Text {
            if (words.isBlank()) {
                throw new IllegalArgumentException("a reply has no words; return null to say nothing");
            }
            if (words.length() > LONGEST) {
                throw new IllegalArgumentException("a reply has " + words.length() + " characters, WhatsApp takes "
                        + LONGEST + " at most; return a list of shorter replies");
            }
        }
    }
}
