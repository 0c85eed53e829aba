package dev.tertulia.server;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every shipped log configuration escapes text that people wrote. */
class EscapedLogTest {

    static Stream<URL> configurations() throws Exception {
        return Stream.of(Path.of("../../config/logback.xml").toUri().toURL(),
                Objects.requireNonNull(Application.class.getResource("logback.xml")),
                Objects.requireNonNull(Application.class.getResource("quiet.xml")));
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void showsWhatATerminalWouldObey(URL configuration) throws Exception {
        LoggerContext context = new LoggerContext();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(configuration);
        Logger root = context.getLogger("ROOT");
        Throwable thrown = new IllegalStateException("a\u001b[2J", new IllegalArgumentException("b\r\n12:00 INFO c"));
        thrown.addSuppressed(new IllegalStateException("d\u202e"));

        String logged = logged(root, new LoggingEvent("", root, Level.ERROR, "{} failed\n12:00 INFO", thrown,
                new Object[]{"e\u009b31m\u0007"}));

        assertThat(logged.lines().filter(line -> !line.contains("\tat ") && !line.contains("frames omitted")))
                .satisfiesExactly(line -> assertThat(line).endsWith("e\\u009b31m\\u0007 failed"),
                        line -> assertThat(line).isEqualTo("\t12:00 INFO"),
                        line -> assertThat(line).isEqualTo("java.lang.IllegalStateException: a\\u001b[2J"),
                        line -> assertThat(line).isEqualTo("\tSuppressed: java.lang.IllegalStateException: d\\u202e"),
                        line -> assertThat(line).isEqualTo(
                                "Caused by: java.lang.IllegalArgumentException: b\\u000d\\u000a12:00 INFO c"));
        context.stop();
    }

    @SuppressWarnings("unchecked") // the appender of each configuration is the console
    private static String logged(Logger root, LoggingEvent event) {
        ConsoleAppender<ILoggingEvent> console = (ConsoleAppender<ILoggingEvent>) root.getAppender("console");
        return new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);
    }
}
