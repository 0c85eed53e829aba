package dev.tertulia.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The error codes that WhatsApp documents, with meaning, advice and disposition: data, in {@code errors.txt}. */
public final class ErrorCatalogue {

    private static final String FILE = "errors.txt";
    private static final Map<Integer, Entry> ENTRIES = read();

    private ErrorCatalogue() {}

    /**
     * What is known of a code.
     *
     * @param meaning what has happened, one sentence
     * @param advice  what the operator should do, one sentence
     */
    public record Entry(int code, Disposition disposition, String title, String meaning, String advice) {}

    /** The entry of a code, if it is documented. All of 200 to 299 say that a permission is missing. */
    public static Optional<Entry> find(int code) {
        return Optional.ofNullable(ENTRIES.get(code / 100 == 2 ? 200 : code));
    }

    private static Map<Integer, Entry> read() {
        try (InputStream in = ErrorCatalogue.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing beside " + ErrorCatalogue.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(ErrorCatalogue::entry)
                    .collect(Collectors.toUnmodifiableMap(Entry::code, e -> e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(String line) {
        String[] part = line.split("\\s*\\|\\s*");
        if (part.length != 5) {
            throw new IllegalStateException(FILE + ": five columns expected in: " + line);
        }
        return new Entry(Integer.parseInt(part[0].strip()), Disposition.valueOf(part[1]), part[2], part[3], part[4]);
    }
}
