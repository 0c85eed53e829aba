package dev.tertulia.business;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A kind of media file, with its MIME types and its maximum size in bytes (wire reference, part 5). */
public enum FileKind {
    /** Images, at most 5 MB. */
    IMAGE(5 * FileKind.MB, "image/jpeg", "image/png"),
    /** Videos with H.264 and AAC, at most 16 MB. */
    VIDEO(16 * FileKind.MB, "video/mp4", "video/3gpp"),
    /** Audio files, at most 16 MB; Ogg only as mono Opus. */
    AUDIO(16 * FileKind.MB, "audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"),
    /** Stickers, at most 500 KB if animated, otherwise 100 KB. */
    STICKER(500 * FileKind.KB, "image/webp"),
    /** Text, PDF and office documents, at most 100 MB. */
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

    /** The kind of a MIME type; its case and its parameters, such as {@code codecs=opus}, are ignored. */
    static Optional<FileKind> of(String mimeType) {
        Matcher type = TYPE.matcher(mimeType);
        if (!type.matches()) {
            return Optional.empty();
        }
        String name = type.group(1).toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(kind -> kind.types.contains(name)).findFirst();
    }

    /** The MIME type in lower case; its parameters are unchanged. */
    static String lowerCased(String mimeType) {
        int end = mimeType.indexOf(';');
        return end < 0
                ? mimeType.toLowerCase(Locale.ROOT)
                : mimeType.substring(0, end).toLowerCase(Locale.ROOT) + mimeType.substring(end);
    }

    /** The maximum size of a file of this kind, in bytes. */
    public long mostBytes() {
        return mostBytes;
    }

    static List<String> allTypes() {
        return Stream.of(values()).flatMap(kind -> kind.types.stream()).toList();
    }
}
