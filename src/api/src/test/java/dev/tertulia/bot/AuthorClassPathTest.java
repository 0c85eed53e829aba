package dev.tertulia.bot;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A bot compiles on this module's class path alone, which has nothing of the line. */
class AuthorClassPathTest {

    private static final String BOT = """
            import dev.tertulia.bot.*;
            import dev.tertulia.broadcast.Broadcasts;
            import dev.tertulia.business.Business;
            import dev.tertulia.deadletter.DeadLetters;

            @Bot
            final class MyBot {

                MyBot(Groups groups, Business business, Broadcasts broadcasts, DeadLetters deadLetters) {}

                @OnCommand("hello {name}")
                Reply hello(String name, State<Integer> greeted) {
                    return Reply.text("Hello " + name);
                }
            }
            """;

    @TempDir
    private Path out;

    @Test
    void compilesABot() {
        assertThat(errors(BOT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.tertulia.Line", "dev.tertulia.store.Stores", "dev.tertulia.outbox.Pump",
            "dev.tertulia.operator.NumberDeadLetters", "dev.tertulia.store.memory.MemoryStore",
            "dev.tertulia.redis.RedisStore", "dev.tertulia.server.Application"})
    void refusesABotThatNamesAnInsideType(String inside) {
        List<String> errors = errors(BOT.replace("String name,", "String name, " + inside + " inside,"));

        assertThat(errors).singleElement().asString().containsAnyOf(
                "package " + inside.substring(0, inside.lastIndexOf('.')) + " does not exist", "cannot find symbol");
    }

    private List<String> errors(String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        compiler.getTask(null, null, found, List.of("-d", out.toString(), "-proc:none"), null, List.of(file(source)))
                .call();
        return found.getDiagnostics().stream().filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .map(d -> d.getMessage(Locale.ROOT)).collect(Collectors.toList());
    }

    private static JavaFileObject file(String source) {
        return new SimpleJavaFileObject(URI.create("string:///MyBot.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }
}
