package dev.tertulia.server.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import picocli.CommandLine;

import dev.tertulia.redis.TestRedis;
import dev.tertulia.store.Stores;

import static dev.tertulia.store.Samples.NOW;

/** Commands beside a server of one phone number, whose Redis is the one of the tests. */
final class CommandBench {

    final String number = TestRedis.newNumber();
    final Stores stores = TestRedis.shared().stores(number);
    private final Map<String, Object> properties = new HashMap<>(Map.of("whatsapp.access-token", "token",
            "whatsapp.app-secret", "secret", "whatsapp.verify-token", "verify", "whatsapp.phone-number-id", number,
            "redis.uri", TestRedis.shared().uri()));
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    /** Another configuration; an empty value takes a key away. */
    CommandBench with(String key, Object value) {
        properties.put(key, value);
        properties.values().removeIf(""::equals);
        return this;
    }

    /** Runs a command and returns its status. */
    int run(String... words) {
        out = new StringWriter();
        err = new StringWriter();
        CommandLine line = Commands.line(properties, InstantSource.fixed(NOW)).setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return line.execute(words);
    }

    /** What the last command answered. */
    List<String> answer() {
        return out.toString().lines().toList();
    }

    /** What the last command complained of. */
    List<String> complaint() {
        return err.toString().lines().toList();
    }
}
