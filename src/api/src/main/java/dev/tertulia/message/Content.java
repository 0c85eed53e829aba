package dev.tertulia.message;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What a participant's message holds. */
public sealed interface Content {

    /** Words a person typed: the body of a text, the caption of a picture, the label of a button; else empty. */
    default String text() {
        return "";
    }

    /** A plain text, at most 4096 characters. */
    record Text(String body) implements Content {
        @Override
        public String text() {
            return body;
        }
    }

    /** The kinds of files that WhatsApp knows. */
    enum MediaKind {
        IMAGE,
        VIDEO,
        AUDIO,
        DOCUMENT,
        STICKER
    }

    /**
     * A file. Its id can be fetched for 7 days (wire reference, part 5).
     *
     * @param voice whether an audio was recorded in WhatsApp rather than attached
     */
    record Media(MediaKind kind, String id, String mimeType, @Nullable String sha256, @Nullable String caption,
            @Nullable String filename, boolean voice) implements Content {
        @Override
        public String text() {
            return caption == null ? "" : caption;
        }
    }

    /** A place on the map, in degrees. */
    record Location(double latitude, double longitude, @Nullable String name, @Nullable String address)
            implements
                Content {}

    /** Address cards. */
    record Contacts(List<Card> cards) implements Content {}

    /** One person of an address card. */
    record Card(String name, List<String> phones) {}

    /** A tap on a quick-reply button of a template. */
    record ButtonTap(String label, @Nullable String payload) implements Content {
        @Override
        public String text() {
            return label;
        }
    }
}
