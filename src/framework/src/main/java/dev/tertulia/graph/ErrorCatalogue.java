package dev.tertulia.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** The error codes that WhatsApp documents, with meaning, advice and disposition: data, in {@code errors.txt}. */
public final class ErrorCatalogue {

    private static final String FILE = "errors.txt";
    private static final List<Entry> ENTRIES = read();
    private static final Map<Integer, Entry> BY_CODE = byCode();

    private ErrorCatalogue() {}

    /**
     * The entry of a code, or of a range of codes with the same meaning.
     *
     * @param meaning what has happened, one sentence
     * @param advice what the operator should do, one sentence
     */
    public record Entry(int code, int last, Disposition disposition, String title, String meaning, String advice) {

        /** The code, or the first and last of its range. */
        public String codes() {
            return code == last ? String.valueOf(code) : code + "-" + last;
        }
    }

    /** The entry of a code, if it is documented. */
    public static Optional<Entry> find(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The advice on a code; {@code null} without a code, or if it is not documented. */
    public static @Nullable String advice(@Nullable Integer code) {
        return code == null ? null : find(code).map(Entry::advice).orElse(null);
    }

    /** All entries, by code. */
    public static List<Entry> all() {
        return ENTRIES;
    }

    private static Map<Integer, Entry> byCode() {
        Map<Integer, Entry> entries = new HashMap<>();
        ENTRIES.forEach(entry -> IntStream.rangeClosed(entry.code(), entry.last())
                .forEach(code -> entries.put(code, entry)));
        return Map.copyOf(entries);
    }

    private static List<Entry> read() {
        try (InputStream in = ErrorCatalogue.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing beside " + ErrorCatalogue.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(ErrorCatalogue::entry)
                    .sorted(Comparator.comparingInt(Entry::code)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(String line) {
        String[] part = line.split("\\s*\\|\\s*");
        if (part.length != 5) {
            throw new IllegalStateException(FILE + ": five columns expected in: " + line);
        }
        String[] codes = part[0].strip().split("-");
        return new Entry(Integer.parseInt(codes[0]), Integer.parseInt(codes[codes.length - 1]),
                Disposition.valueOf(part[1]), part[2], part[3], part[4]);
    }
}
