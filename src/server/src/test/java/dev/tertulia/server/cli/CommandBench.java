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

/** Runner of commands for a server of one phone number, on the Redis of the tests. */
final class CommandBench {

    final String number = TestRedis.newNumber();
    final Stores stores = TestRedis.shared().stores(number);
    private final Map<String, Object> properties = new HashMap<>(Map.of("whatsapp.access-token", "token",
            "whatsapp.app-secret", "secret", "whatsapp.verify-token", "verify", "whatsapp.phone-number-id", number,
            "redis.uri", TestRedis.shared().uri()));
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    /** Changes the configuration; an empty value removes a key. */
    CommandBench with(String key, Object value) {
        properties.put(key, value);
        properties.values().removeIf(""::equals);
        return this;
    }

    /** Runs a command and returns its exit code. */
    int run(String... words) {
        out = new StringWriter();
        err = new StringWriter();
        CommandLine line = Commands.line(properties, InstantSource.fixed(NOW)).setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return line.execute(words);
    }

    /** The standard output of the last command. */
    List<String> answer() {
        return out.toString().lines().toList();
    }

    /** The error output of the last command. */
    List<String> complaint() {
        return err.toString().lines().toList();
    }
}
