package dev.tertulia.server.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.type.Argument;
import io.micronaut.core.value.PropertyResolver;

/**
 * The settings by their keys. A key such as {@code whatsapp.app-secret} may come from {@code config/application.yml},
 * from the variable {@code WHATSAPP_APP_SECRET}, or from the file that {@code WHATSAPP_APP_SECRET_FILE} names.
 */
final class Keys {

    private static final String IN_A_FILE = "-file";

    private final PropertyResolver source;
    private final ConversionService conversion = ConversionService.SHARED;
    private final Set<String> asked = new HashSet<>();

    Keys(PropertyResolver source) {
        this.source = source;
    }

    /** The keys that were asked for so far: all others mean nothing. */
    Set<String> asked() {
        return asked;
    }

    /** How people write the key: as a variable, and in the file. */
    static String name(String key) {
        return key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT) + " (" + key + ")";
    }

    Optional<String> text(String key) {
        Optional<String> direct = plain(key);
        Optional<String> file = plain(key + IN_A_FILE);
        if (direct.isPresent() && file.isPresent()) {
            throw new BadSettings("%s is set, and so is %s; keep one of them."
                    .formatted(name(key), name(key + IN_A_FILE)));
        }
        return file.map(path -> contents(key + IN_A_FILE, path)).or(() -> direct);
    }

    private Optional<String> plain(String key) {
        asked.add(key);
        return source.getProperty(key, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static String contents(String key, String path) {
        try {
            String text = Files.readString(Path.of(path)).strip();
            if (text.isEmpty()) {
                throw new BadSettings("%s names '%s', which is empty; write the secret into it."
                        .formatted(name(key), path));
            }
            return text;
        } catch (IOException | IllegalArgumentException e) {
            throw new BadSettings("%s names '%s', which cannot be read (%s); name a file that holds the secret and"
                    .formatted(name(key), path, e.getClass().getSimpleName()) + " that this process may read.");
        }
    }

    String required(String key, String whatItIs) {
        return text(key).orElseThrow(() -> new BadSettings("%s is missing; write %s.".formatted(name(key), whatItIs)));
    }

    <T> T value(String key, Class<T> type, T otherwise, String example) {
        return text(key).map(text -> conversion.convert(text, type)
                .orElseThrow(() -> bad(key, text, example))).orElse(otherwise);
    }

    /** Text of a certain form. */
    String matching(String key, String otherwise, String pattern, String example) {
        String text = text(key).orElse(otherwise);
        if (!text.matches(pattern)) {
            throw bad(key, text, example);
        }
        return text;
    }

    /** Words, a list in the file or with commas between them. */
    List<String> words(String key) {
        asked.add(key);
        return source.getProperty(key, Argument.listOf(String.class)).orElse(List.of()).stream().map(String::strip)
                .filter(word -> !word.isEmpty()).toList();
    }

    int count(String key, int otherwise) {
        String example = "a number from 1 on, such as " + otherwise;
        int count = value(key, Integer.class, otherwise, example);
        if (count < 1) {
            throw bad(key, count, example);
        }
        return count;
    }

    double rate(String key, double otherwise) {
        String example = "a number per second above 0, such as 80";
        double rate = value(key, Double.class, otherwise, example);
        if (!(rate > 0)) {
            throw bad(key, rate, example);
        }
        return rate;
    }

    Duration duration(String key, Duration otherwise) {
        String example = "a time, such as 30s, 2m or 7d";
        Duration duration = value(key, Duration.class, otherwise, example);
        if (duration.isNegative()) {
            throw bad(key, duration, example);
        }
        return duration;
    }

    URI url(String key, String otherwise) {
        URI url = value(key, URI.class, URI.create(otherwise), "a URL, such as " + otherwise);
        if (!Set.of("http", "https").contains(String.valueOf(url.getScheme())) || url.getHost() == null) {
            throw bad(key, url, "a URL, such as " + otherwise);
        }
        return url;
    }

    static BadSettings bad(String key, Object value, String example) {
        return new BadSettings("%s is '%s'; write %s.".formatted(name(key), value, example));
    }
}
