package dev.tertulia.emulator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Kind of media, with the types and the size that WhatsApp accepts. */
enum MediaKind {
    /** At most 5 MB. */
    IMAGE(5 * MediaKind.MB, "image/jpeg", "image/png"),
    /** At most 16 MB. */
    VIDEO(16 * MediaKind.MB, "video/mp4", "video/3gpp"),
    /** At most 16 MB. */
    AUDIO(16 * MediaKind.MB, "audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"),
    /** At most 500 KB, the limit of animated stickers. */
    STICKER(500 * 1024, "image/webp"),
    /** At most 100 MB. */
    DOCUMENT(100
            * MediaKind.MB, "application/pdf", "text/plain", "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/vnd.openxmlformats-officedocument.presentationml.presentation");

    private static final int MB = 1024 * 1024;
    private static final Pattern ANY = Pattern.compile("[\\w.+-]+/[\\w.+-]+ *(;.*)?");

    private final int mostBytes;
    private final List<String> types;

    MediaKind(int mostBytes, String... types) {
        this.mostBytes = mostBytes;
        this.types = List.of(types);
    }

    /** Returns the kind of a message type. */
    static Optional<MediaKind> named(String messageType) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(messageType)).findFirst();
    }

    static Optional<MediaKind> of(String mimeType) {
        return Arrays.stream(values()).filter(kind -> kind.takes(mimeType)).findFirst();
    }

    boolean takes(String mimeType) {
        return types.contains(mimeType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT));
    }

    boolean takes(String mimeType, int bytes) {
        return takes(mimeType) && bytes <= mostBytes;
    }

    /** Returns whether a file of this type can come from a person: a document is any file. */
    boolean comesAs(String mimeType) {
        return this == DOCUMENT ? ANY.matcher(mimeType).matches() : takes(mimeType);
    }

    String usualType() {
        return types.getFirst();
    }

    /** Returns the type of a message with such media. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
