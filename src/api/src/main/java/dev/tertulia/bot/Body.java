package dev.tertulia.bot;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.InvalidArgument;

/**
 * The content of a free-form message. Only what WhatsApp accepts can be expressed: in a group no products,
 * authentication codes or calls, no view-once or disappearing messages (Groups API, "Limits"), and no {@link Menu}, which
 * is for private chats alone.
 */
public sealed interface Body permits Body.Text, Body.Image, Body.Video, Body.Audio, Body.Document, Body.Sticker, Menu {

    /**
     * Text of 1 to 4096 characters.
     *
     * @param preview whether WhatsApp shows a preview of the first link
     */
    record Text(String words, boolean preview) implements Body {

        static final int LONGEST = 4096;

        /**
         * Checks the text.
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

        /** Text without a link preview. */
        public Text(String words) {
            this(words, false);
        }
    }

    /** An image: JPEG or PNG, at most 5 MB. The limits here and below are WhatsApp's (wire reference, part 5). */
    record Image(Attachment file, @Nullable String caption) implements Body {
        public Image {
            Caption.check(caption);
        }
    }

    /** A video: MP4 or 3GP, at most 16 MB. */
    record Video(Attachment file, @Nullable String caption) implements Body {
        public Video {
            Caption.check(caption);
        }
    }

    /**
     * An audio file: AAC, AMR, MP3, MP4 or Ogg, at most 16 MB.
     *
     * @param voice whether it is shown as a voice message, which requires Ogg with the Opus codec
     */
    record Audio(Attachment file, boolean voice) implements Body {}

    /**
     * A text, PDF or office document, at most 100 MB.
     *
     * @param filename the name that people see; its extension tells their phones how to open the file
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

    /** A sticker: WebP, at most 100 KB, or 500 KB if animated. */
    record Sticker(Attachment file) implements Body {}
}
