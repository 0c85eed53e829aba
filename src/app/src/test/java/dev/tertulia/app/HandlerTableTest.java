package dev.tertulia.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.tertulia.bot.BeforeSend;
import dev.tertulia.bot.Handler;
import dev.tertulia.message.AccountUpdated;
import dev.tertulia.message.IncomingMessage;
import dev.tertulia.message.NumberUpdated;
import dev.tertulia.message.TemplateUpdated;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of {@code docs/handlers.md} has every annotation of a handler, its event, and what it may return. */
class HandlerTableTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "handlers.md");
    private static final Path API = Path.of("..", "api", "src", "main", "java", "dev", "tertulia", "bot");
    private static final Pattern ROW = Pattern.compile("\\| `@(\\w+)` \\| .* \\| `(\\w+)` \\| (\\S+) \\|");
    private static final Set<Class<?>> OF_ACCOUNTS = Set.of(AccountUpdated.class, TemplateUpdated.class,
            NumberUpdated.class);

    private static String row(Class<?> annotation) {
        Class<?> event = annotation.getAnnotation(Handler.class).value();
        return annotation.getSimpleName() + " " + event.getSimpleName() + " " + returned(annotation, event);
    }

    private static String returned(Class<?> annotation, Class<?> event) {
        if (annotation == BeforeSend.class) {
            return "`Outgoing`";
        }
        if (OF_ACCOUNTS.contains(event)) {
            return "nothing";
        }
        return IncomingMessage.class.isAssignableFrom(event) ? "`Reply`" : "`Notice`";
    }

    private static Set<String> annotations() throws Exception {
        Set<String> rows = new TreeSet<>();
        try (Stream<Path> files = Files.list(API)) {
            for (Path file : files.filter(one -> !one.endsWith("package-info.java")).toList()) {
                Class<?> type = Class
                        .forName("dev.tertulia.bot." + file.getFileName().toString().replace(".java", ""));
                if (type.isAnnotationPresent(Handler.class)) {
                    rows.add(row(type));
                }
            }
        }
        return rows;
    }

    private static Set<String> table() throws IOException {
        Set<String> rows = new TreeSet<>();
        for (MatchResult row : ROW.matcher(Files.readString(PAGE)).results().toList()) {
            rows.add(row.group(1) + " " + row.group(2) + " " + row.group(3));
        }
        return rows;
    }

    @Test
    void isThatOfTheAnnotations() throws Exception {
        assertThat(table()).hasSizeGreaterThan(30).isEqualTo(annotations());
    }
}
