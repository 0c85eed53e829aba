package dev.tertulia.server.cli.line;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import dev.tertulia.outbox.Priority;
import dev.tertulia.server.cli.terminal.Output;
import dev.tertulia.server.settings.LocalServer;
import dev.tertulia.server.settings.NumberIds;
import dev.tertulia.throttle.LaneKind;

/** Shows the lanes of a running server: their rates, and what waits in them. */
@Command(name = "lanes", mixinStandardHelpOptions = true, description = {
        "Shows the rate of each lane, and what waits for it, by priority.",
        "A running server is asked, because each has its own rates; the one that sends for a number shows what it has learned from WhatsApp."}, footer = {
                "tertulia lanes", "tertulia lanes --server http://localhost:9090 --json"})
final class LanesCommand implements Callable<Integer> {

    private final Map<String, Object> properties;

    @Mixin
    private Output output;

    @Option(names = "--server", paramLabel = "URL", description = "The address of the server; by default the configured port of this machine.")
    private @Nullable URI server;

    @Option(names = "--number", paramLabel = "ID", description = "Only this phone number id.")
    private @Nullable String number;

    LanesCommand(Map<String, Object> properties) {
        this.properties = properties;
    }

    /**
     * The lanes of a number in JSON.
     *
     * @param apart what is in progress, of unknown outcome, parked, held or dead
     */
    private record Lanes(String number, List<Lane> lanes, Map<String, Long> apart, double oldestSeconds) {}

    /**
     * A lane in JSON.
     *
     * @param waitSeconds how long the next message waits for a permit
     * @param slowed      whether WhatsApp has reported that the rate was exceeded
     */
    private record Lane(String lane, double rate, double ceiling, double waitSeconds, boolean slowed,
            Map<String, Long> waiting) {}

    @Override
    public Integer call() {
        ServerMetrics metrics = ServerMetrics.of(server == null ? LocalServer.of(properties).management() : server);
        List<Lanes> all = numbers(metrics).stream().map(id -> lanes(metrics, id)).toList();
        if (output.json()) {
            output.print(all);
        } else {
            all.forEach(this::print);
        }
        return CommandLine.ExitCode.OK;
    }

    private List<String> numbers(ServerMetrics metrics) {
        List<String> ids = metrics.values("tertulia_lane_rate", "number");
        if (number == null) {
            return ids;
        }
        if (!ids.contains(number)) {
            throw output.wrongUsage("'%s' is not a phone number id of this server; the ids are %s".formatted(number,
                    NumberIds.listed(ids)));
        }
        return List.of(number);
    }

    private static Lanes lanes(ServerMetrics metrics, String id) {
        Map<String, Long> apart = new LinkedHashMap<>();
        for (String state : List.of("in-hand", "unknown", "parked", "held", "dead")) {
            apart.put(state, (long) metrics.value("tertulia_outbox_apart", Map.of("number", id, "state", state)));
        }
        return new Lanes(id, Stream.of(LaneKind.values()).map(lane -> lane(metrics, id, word(lane))).toList(), apart,
                metrics.value("tertulia_outbox_oldest_seconds", Map.of("number", id)));
    }

    private static Lane lane(ServerMetrics metrics, String id, String name) {
        Map<String, String> tags = Map.of("number", id, "lane", name);
        double rate = metrics.value("tertulia_lane_rate", tags);
        double ceiling = metrics.value("tertulia_lane_ceiling", tags);
        Map<String, Long> waiting = new LinkedHashMap<>();
        for (Priority priority : Priority.values()) {
            waiting.put(word(priority), (long) metrics.value("tertulia_outbox_waiting",
                    Map.of("number", id, "lane", name, "priority", word(priority))));
        }
        return new Lane(name, rate, ceiling, metrics.value("tertulia_lane_wait_seconds", tags), rate < ceiling,
                waiting);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private void print(Lanes all) {
        output.out().println(all.number);
        output.out().printf("  %-10s  %9s  %9s  %8s  waiting%n", "lane", "rate/s", "at most/s", "permit");
        all.lanes.forEach(lane -> output.out().printf("  %-10s  %9.2f  %9.2f  %6.1f s  %s%s%n", lane.lane, lane.rate,
                lane.ceiling, lane.waitSeconds, counts(lane.waiting),
                lane.slowed ? "; slowed, because WhatsApp reported too many requests" : ""));
        output.out().printf("  apart: %s; the oldest waits for %.1f s%n", counts(all.apart), all.oldestSeconds);
    }

    private static String counts(Map<String, Long> counts) {
        List<String> some = counts.entrySet().stream().filter(count -> count.getValue() > 0)
                .map(count -> count.getKey() + " " + count.getValue()).toList();
        return some.isEmpty() ? "nothing" : String.join(", ", some);
    }
}
