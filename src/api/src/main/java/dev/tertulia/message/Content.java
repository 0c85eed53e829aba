package dev.tertulia.message;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** The content of a message from a participant. */
public sealed interface Content {

    /**
     * The text: the body of a text message, the caption of a media message, or the label of a button or a row of a list;
     * otherwise empty.
     */
    default String text() {
        return "";
    }

    /** A text message, at most 4096 characters. */
    record Text(String body) implements Content {
        @Override
        public String text() {
            return body;
        }
    }

    /** The kinds of media. */
    enum MediaKind {
        IMAGE,
        VIDEO,
        AUDIO,
        DOCUMENT,
        STICKER
    }

    /**
     * A media message. The file can be downloaded by its id for 7 days (wire reference, part 5).
     *
     * @param voice whether an audio file was recorded in WhatsApp rather than attached
     */
    record Media(MediaKind kind, String id, String mimeType, @Nullable String sha256, @Nullable String caption,
            @Nullable String filename, boolean voice) implements Content {
        @Override
        public String text() {
            return caption == null ? "" : caption;
        }
    }

    /** A location, in degrees. */
    record Location(double latitude, double longitude, @Nullable String name, @Nullable String address)
            implements
                Content {}

    /** Contact cards. */
    record Contacts(List<Card> cards) implements Content {}

    /** One contact of a contact card. */
    record Card(String name, List<String> phones) {}

    /**
     * A tap on a button: of a template message, or of a private message with buttons.
     *
     * @param payload what the button stands for: the payload of a template's button, the id of another
     */
    record ButtonTap(String label, @Nullable String payload) implements Content {
        @Override
        public String text() {
            return label;
        }
    }

    /**
     * A row that was chosen from a list in a private chat.
     *
     * @param id the id of the row
     */
    record ListChoice(String id, String title, @Nullable String description) implements Content {

        @Override
        public String text() {
            return title;
        }
    }
}
