package dev.tertulia.business;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A kind of file that WhatsApp takes, with its types and its size in bytes (wire reference, part 5). */
public enum FileKind {
    /** Pictures, 5 MB at most. */
    IMAGE(5 * FileKind.MB, "image/jpeg", "image/png"),
    /** Films with H.264 and AAC, 16 MB at most. */
    VIDEO(16 * FileKind.MB, "video/mp4", "video/3gpp"),
    /** Sounds, 16 MB at most; of Ogg only Opus with one channel. */
    AUDIO(16 * FileKind.MB, "audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"),
    /** Stickers, 500 KB at most; those that do not move, 100 KB. */
    STICKER(500 * FileKind.KB, "image/webp"),
    /** Texts, PDF and office files, 100 MB at most. */
    DOCUMENT(100
            * FileKind.MB, "text/plain", "application/pdf", "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint", FileKind.OPEN_XML
                    + "wordprocessingml.document", FileKind.OPEN_XML
                            + "spreadsheetml.sheet", FileKind.OPEN_XML + "presentationml.presentation");

    private static final long KB = 1024;
    private static final long MB = 1024 * KB;
    private static final Pattern TYPE = Pattern.compile("([^;\\s]+) *(?:; ?[ -~]*)?");
    private static final String OPEN_XML = "application/vnd.openxmlformats-officedocument.";

    private final long mostBytes;
    private final List<String> types;

    FileKind(long mostBytes, String... types) {
        this.mostBytes = mostBytes;
        this.types = List.of(types);
    }

    /** The kind that a MIME type belongs to; its case and parameters such as {@code codecs=opus} do not matter. */
    static Optional<FileKind> of(String mimeType) {
        Matcher type = TYPE.matcher(mimeType);
        if (!type.matches()) {
            return Optional.empty();
        }
        String name = type.group(1).toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(kind -> kind.types.contains(name)).findFirst();
    }

    /** The same type in lower case, as WhatsApp's tables have it; parameters stay as they are. */
    static String lowerCased(String mimeType) {
        int end = mimeType.indexOf(';');
        return end < 0
                ? mimeType.toLowerCase(Locale.ROOT)
                : mimeType.substring(0, end).toLowerCase(Locale.ROOT) + mimeType.substring(end);
    }

    /** The largest file of this kind. */
    public long mostBytes() {
        return mostBytes;
    }

    static List<String> allTypes() {
        return Stream.of(values()).flatMap(kind -> kind.types.stream()).toList();
    }
}
