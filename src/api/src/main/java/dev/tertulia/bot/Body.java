package dev.tertulia.bot;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.InvalidArgument;

/**
 * What a free-form message of ours holds. Only what WhatsApp takes in a group can be written down: no buttons, lists,
 * products, log-in codes or calls, nothing to view once or that disappears (Groups API, "Limits").
 */
public sealed interface Body {

    /**
     * Words, 1 to 4096 characters.
     *
     * @param preview whether WhatsApp shows what the first link leads to
     */
    record Text(String words, boolean preview) implements Body {

        static final int LONGEST = 4096;

        /**
         * Checks it.
         *
         * @throws IllegalArgumentException when empty or longer
         */
        public Text {
            if (words == null || words.isBlank()) {
                throw new InvalidArgument("a reply has no words; return null to say nothing");
            }
            int length = Characters.count(words);
            if (length > LONGEST) {
                throw new InvalidArgument("a reply has " + length + " characters, WhatsApp takes " + LONGEST
                        + " at most; return Reply.texts(…), which splits it, or a list of shorter replies");
            }
        }

        /** Words without a preview. */
        public Text(String words) {
            this(words, false);
        }
    }

    /** A picture: JPEG or PNG, 5 MB at most. The sizes here and below are WhatsApp's (wire reference, part 5). */
    record Image(Attachment file, @Nullable String caption) implements Body {
        public Image {
            Caption.check(caption);
        }
    }

    /** A film: MP4 or 3GP, 16 MB at most. */
    record Video(Attachment file, @Nullable String caption) implements Body {
        public Video {
            Caption.check(caption);
        }
    }

    /**
     * A sound: AAC, AMR, MP3, MP4 or Ogg, 16 MB at most.
     *
     * @param voice whether it is shown as a voice message; that wants Ogg with the Opus codec
     */
    record Audio(Attachment file, boolean voice) implements Body {}

    /**
     * A text, PDF or office file, 100 MB at most.
     *
     * @param filename what people see, and how their phones know what to open it with
     */
    record Document(Attachment file, @Nullable String filename, @Nullable String caption) implements Body {
        public Document {
            if (filename != null && filename.isBlank()) {
                throw new InvalidArgument("a document's file name is empty; leave it out or write one such as"
                        + " order.pdf");
            }
            Caption.check(caption);
        }
    }

    /** A sticker: WebP, 100 KB at most, 500 KB when it moves. */
    record Sticker(Attachment file) implements Body {}
}
