package dev.tertulia.server.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The README lists every setting, and no other. */
class ReadmeSettingsTest {

    private static final Path README = Path.of("..", "..", "README.md");
    private static final Path READERS = Path.of("src", "main", "java", "dev", "tertulia", "server", "settings");
    private static final Pattern KEY = Pattern.compile("\"((?:tertulia|whatsapp|redis)\\.[a-z0-9.-]*[a-z0-9])\"");
    private static final Pattern ROW = Pattern.compile("^\\| (`[A-Z].*?) \\|", Pattern.MULTILINE);
    private static final Pattern VARIABLE = Pattern.compile("`(?!OTEL)([A-Z][A-Z_]+)`");
    /** Prefixes of keys that contain a name. The README describes them in text. */
    private static final Set<String> PREFIXES = Set.of("WHATSAPP_NUMBERS", "TERTULIA_LABEL_STAFF",
            "TERTULIA_CLASSIFIERS");

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    private static Set<String> known() throws IOException {
        Set<String> known = new TreeSet<>();
        try (Stream<Path> files = Files.list(READERS)) {
            for (Path file : files.toList()) {
                Matcher key = KEY.matcher(Files.readString(file));
                while (key.find()) {
                    known.add(variable(key.group(1)));
                }
            }
        }
        known.removeAll(PREFIXES);
        known.removeIf(name -> name.startsWith("TERTULIA_UNKNOWN_POLICY"));
        return known;
    }

    private static Set<String> listed() throws IOException {
        Set<String> listed = new TreeSet<>();
        ROW.matcher(Files.readString(README)).results().map(row -> row.group(1))
                .forEach(cell -> VARIABLE.matcher(cell).results().forEach(name -> listed.add(name.group(1))));
        listed.removeIf(name -> !name.matches("(TERTULIA|WHATSAPP|REDIS)_.*"));
        listed.removeIf(name -> name.startsWith("TERTULIA_UNKNOWN_POLICY"));
        return listed;
    }

    @Test
    void isOneForTheOther() throws IOException {
        assertThat(listed()).hasSizeGreaterThan(30).isEqualTo(known());
    }

    @Test
    void listsThePolicyOfEachPriority() throws IOException {
        String text = Files.readString(README);

        assertThat(text).contains("`TERTULIA_UNKNOWN_POLICY_MODERATION`, `…_REPLY`, `…_NOTICE`, `…_BROADCAST`");
    }
}
