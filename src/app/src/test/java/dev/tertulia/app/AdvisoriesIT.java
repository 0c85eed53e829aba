package dev.tertulia.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The application ships no library with an advisory in {@code src/app/advisories.tsv}. */
class AdvisoriesIT {

    private static final Path LIST = Path.of("advisories.tsv");

    private record Advisory(String name, String line, String fixed, String id) {

        static Advisory of(String row) {
            String[] cells = row.split("\t");
            return new Advisory(cells[0].substring(cells[0].indexOf(':') + 1), cells[1], cells[2], cells[3]);
        }

        boolean concerns(String version) {
            return version.startsWith(line) && compare(version, fixed) < 0;
        }

        private static int compare(String one, String other) {
            String[] left = one.split("[.-]");
            String[] right = other.split("[.-]");
            for (int i = 0; i < Math.min(left.length, right.length); i++) {
                int order = Integer.compare(number(left[i]), number(right[i]));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }

        private static int number(String part) {
            return part.matches("[0-9]{1,9}") ? Integer.parseInt(part) : 0;
        }
    }

    static List<Advisory> advisories() throws IOException {
        return Files.readAllLines(LIST).stream().filter(row -> !row.startsWith("#")).map(Advisory::of).toList();
    }

    /** The version of a jar, from its file name, which consists of name and version. */
    private static Optional<String> shipped(String name) throws IOException {
        Pattern jar = Pattern.compile(Pattern.quote(name) + "-([0-9].*)\\.jar");
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty("app"), "lib"))) {
            return jars.map(file -> jar.matcher(file.getFileName().toString())).filter(Matcher::matches)
                    .map(found -> found.group(1)).findFirst();
        }
    }

    @ParameterizedTest
    @MethodSource("advisories")
    void isFixedInWhatIsShipped(Advisory advisory) throws IOException {
        assertThat(shipped(advisory.name())).as("%s, fixed in %s", advisory.id(), advisory.fixed())
                .hasValueSatisfying(version -> assertThat(advisory.concerns(version)).as(version).isFalse());
    }

    @Test
    void anOlderVersionWouldBeFound() {
        Advisory advisory = Advisory.of("io.netty:netty-codec-http\t4.2.\t4.2.18\tCVE-2026-89044");

        assertThat(advisory.concerns("4.2.16.Final")).isTrue();
        assertThat(advisory.concerns("4.2.9.Final")).isTrue();
        assertThat(advisory.concerns("4.2.18.Final")).isFalse();
        assertThat(advisory.concerns("4.2.20.Final")).isFalse();
    }
}
