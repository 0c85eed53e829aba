package dev.tertulia.server.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The versions of the Graph API that this version of Tertulia knows, with their ends: data, in
 * {@code graph-versions.txt}.
 *
 * @param ends the day from which a version is no longer served, from the oldest version; empty if it is not announced
 */
record GraphVersions(SequencedMap<String, Optional<LocalDate>> ends) {

    private static final String FILE = "graph-versions.txt";

    static GraphVersions read() {
        try (InputStream in = GraphVersions.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing beside " + GraphVersions.class.getName());
            }
            SequencedMap<String, Optional<LocalDate>> ends = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split("\\s+"))
                    .forEach(line -> ends.put(line[0],
                            line.length == 1 ? Optional.empty() : Optional.of(LocalDate.parse(line[1]))));
            return new GraphVersions(ends);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String newest() {
        return ends.lastEntry().getKey();
    }

    /** Whether a version is older than all known ones, so that it has ended. */
    boolean forgotten(String version) {
        return number(version) < number(ends.firstEntry().getKey());
    }

    /** The end of a version; empty if it is not known. */
    Optional<LocalDate> end(String version) {
        return Optional.ofNullable(ends.get(version)).flatMap(end -> end);
    }

    private static double number(String version) {
        return Double.parseDouble(version.substring(1));
    }
}
