package dev.tertulia.server.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.type.Argument;
import org.jspecify.annotations.Nullable;

/**
 * The settings by their keys. A key such as {@code whatsapp.app-secret} may come from {@code config/application.yml},
 * from the variable {@code WHATSAPP_APP_SECRET}, or from the file that {@code WHATSAPP_APP_SECRET_FILE} names.
 */
final class Keys {

    private static final String IN_A_FILE = "-file";
    private static final int HIGHEST_PORT = 65_535;
    private static final Duration LONGEST = Duration.ofDays(3650);

    private final Environment source;
    private final LiteralSecrets secrets;
    private final ConversionService conversion = ConversionService.SHARED;
    private final Set<String> asked = new HashSet<>();
    private final Set<String> failed = new HashSet<>();
    private final Set<String> mistakes = new LinkedHashSet<>();

    Keys(Environment source) {
        this.source = source;
        this.secrets = new LiteralSecrets(source);
    }

    /** The keys read so far. All others are unknown. */
    Set<String> asked() {
        return asked;
    }

    /** Notes a mistake, so that all mistakes are reported together. */
    void note(BadSettings bad) {
        mistakes.add(bad.getMessage());
    }

    /** Returns a value that is read; on a mistake, notes it and returns the alternative. */
    <T extends @Nullable Object> T orNote(T otherwise, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (BadSettings bad) {
            note(bad);
            return otherwise;
        }
    }

    /** Throws all noted mistakes, if there are any. */
    void refuseIfAny() {
        if (!mistakes.isEmpty()) {
            throw BadSettings.of(List.copyOf(mistakes));
        }
    }

    /** The key as shown to people: as a variable, and as in the file. */
    static String name(String key) {
        return variable(key) + " (" + key + ")";
    }

    /** The key as the name of an environment variable. */
    static String variable(String key) {
        return key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    Optional<String> text(String key) {
        try {
            return read(key);
        } catch (BadSettings bad) {
            note(bad);
            failed.add(key);
            return Optional.empty();
        }
    }

    /** Whether a key is set but cannot be read. Such a key is not reported as missing. */
    boolean failed(String key) {
        return failed.contains(key);
    }

    private Optional<String> read(String key) {
        Optional<String> direct = plain(key);
        Optional<String> file = plain(key + IN_A_FILE);
        if (direct.isPresent() && file.isPresent()) {
            throw new BadSettings("%s and %s are both set; keep one of them."
                    .formatted(name(key), name(key + IN_A_FILE)));
        }
        return file.map(path -> contents(key + IN_A_FILE, path)).or(() -> direct);
    }

    private Optional<String> plain(String key) {
        asked.add(key);
        Optional<String> text = LiteralSecrets.holds(key) ? secrets.find(key) : property(key);
        return text.map(String::strip).filter(one -> !one.isEmpty());
    }

    private Optional<String> property(String key) {
        try {
            return source.getProperty(key, String.class);
        } catch (ConfigurationException unresolved) {
            throw new BadSettings("%s refers to another setting in ${…} that does not exist; write the value itself."
                    .formatted(name(key)));
        }
    }

    private static String contents(String key, String path) {
        try {
            String text = Files.readString(Path.of(path)).strip();
            if (text.isEmpty()) {
                throw new BadSettings("%s names a file that is empty; write the secret into it."
                        .formatted(name(key)));
            }
            return text;
        } catch (IOException | IllegalArgumentException e) {
            throw new BadSettings("%s names a file that cannot be read (%s); name one that holds the secret and that"
                    .formatted(name(key), e.getClass().getSimpleName()) + " this process may read.");
        }
    }

    String required(String key, String whatItIs) {
        return text(key).orElseGet(() -> {
            if (!failed(key)) {
                note(new BadSettings("%s is missing; write %s.".formatted(name(key), whatItIs)));
            }
            return "";
        });
    }

    /** Checks a secret that Meta issues. Line breaks and quotation marks in it come from copying. */
    void checkCopied(String key, String secret) {
        if (!secret.chars().allMatch(c -> c > ' ' && c < 127 && c != '"' && c != '\'')) {
            note(new BadSettings(("%s contains a space, a quotation mark, a line break or another character that is not"
                    + " allowed in it; copy the value again.").formatted(name(key))));
        }
    }

    /** Checks that a secret is on one line. */
    String oneLine(String key, String secret) {
        if (secret.chars().anyMatch(Character::isISOControl)) {
            note(new BadSettings("%s contains a line break or another control character; copy the value again."
                    .formatted(name(key))));
        }
        return secret;
    }

    <T> T value(String key, Class<T> type, T otherwise, String example) {
        return checked(key, type, otherwise, example, value -> true);
    }

    private <T> T checked(String key, Class<T> type, T otherwise, String example, Predicate<T> fits) {
        return orNote(otherwise, () -> {
            Optional<String> text = text(key);
            T value = text.map(t -> conversion.convert(t, type).orElseThrow(() -> bad(key, t, example)))
                    .orElse(otherwise);
            if (text.isPresent() && !fits.test(value)) {
                throw bad(key, value, example);
            }
            return value;
        });
    }

    /** Text that matches a pattern. */
    String matching(String key, String otherwise, String pattern, String example) {
        return checked(key, String.class, otherwise, example, text -> text.matches(pattern));
    }

    /** Words: a list in the file, or separated by commas. */
    List<String> words(String key) {
        asked.add(key);
        return source.getProperty(key, Argument.listOf(String.class)).orElse(List.of()).stream().map(String::strip)
                .filter(word -> !word.isEmpty()).toList();
    }

    int count(String key, int otherwise) {
        return checked(key, Integer.class, otherwise, "a number of at least 1, such as " + otherwise,
                count -> count >= 1);
    }

    double rate(String key, double otherwise) {
        return checked(key, Double.class, otherwise, "a number per second above 0, such as 80",
                rate -> rate > 0 && rate < Double.POSITIVE_INFINITY);
    }

    Duration duration(String key, Duration otherwise) {
        return checked(key, Duration.class, otherwise, "a time, such as 30s, 2m or 7d",
                time -> !time.isNegative() && time.compareTo(LONGEST) <= 0);
    }

    /** A duration above zero. */
    Duration limit(String key, Duration otherwise) {
        Duration time = duration(key, otherwise);
        if (time.isZero()) {
            note(bad(key, time, "a time above 0, such as 30s"));
        }
        return time;
    }

    /** A duration within the customer service window, which lasts 24 hours. */
    Duration margin(String key, Duration otherwise) {
        return checked(key, Duration.class, otherwise, "a time below 24h, such as 2m",
                time -> !time.isNegative() && time.compareTo(Duration.ofDays(1)) < 0);
    }

    /** A port to listen on; 0 selects any free port. */
    int port(String key, int otherwise) {
        return checked(key, Integer.class, otherwise, "a port, such as 8080",
                port -> port >= 0 && port <= HIGHEST_PORT);
    }

    URI url(String key, String otherwise) {
        URI url = checkedUrl(key, otherwise);
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            // not shown, because it may contain a password
            note(new BadSettings(
                    "%s contains a user, a password, a query or a fragment; write only the address, such as %s."
                            .formatted(name(key), otherwise)));
        }
        return url;
    }

    private URI checkedUrl(String key, String otherwise) {
        return checked(key, URI.class, URI.create(otherwise), "a URL, such as " + otherwise,
                url -> Set.of("http", "https").contains(String.valueOf(url.getScheme())) && url.getHost() != null);
    }

    static BadSettings bad(String key, Object value, String example) {
        return new BadSettings("%s is %s; write %s.".formatted(name(key), Shown.of(value), example));
    }
}
