package dev.tertulia.server.cli.line;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.tertulia.server.cli.terminal.CommandFailed;

/** The metrics of a running server, as its page {@code /prometheus} shows them. */
record ServerMetrics(List<Sample> samples) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int FORBIDDEN = 403;
    private static final int OK = 200;
    private static final Pattern LINE = Pattern.compile("(?<name>\\w+)\\{(?<tags>[^}]*)} (?<value>\\S+)");
    private static final Pattern TAG = Pattern.compile("(?<key>\\w+)=\"(?<value>[^\"]*)\"");

    /** A value with its tags. */
    record Sample(String name, Map<String, String> tags, double value) {}

    /**
     * Asks a server.
     *
     * @throws CommandFailed if it does not answer, or does not show its metrics here
     */
    static ServerMetrics of(URI server) {
        URI page = server.resolve("/prometheus");
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = http.send(HttpRequest.newBuilder(page).timeout(PATIENCE).build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new CommandFailed(answer.statusCode() == FORBIDDEN || answer.statusCode() == 404
                        ? page + " is not shown to this machine; run the command where the server runs, or see"
                                + " TERTULIA_MANAGEMENT_VISIBLE and TERTULIA_MANAGEMENT_PORT"
                        : page + " answers with status " + answer.statusCode());
            }
            return read(answer.body());
        } catch (IOException e) {
            throw CommandFailed.unreachable(
                    "No server answers at %s; start it, or name its address with --server.".formatted(server), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailed.unreachable("interrupted", e);
        }
    }

    static ServerMetrics read(String page) {
        List<Sample> samples = new ArrayList<>();
        page.lines().filter(line -> line.startsWith("tertulia_")).forEach(line -> LINE.matcher(line).results()
                .map(ServerMetrics::sample).forEach(samples::add));
        return new ServerMetrics(samples);
    }

    private static Sample sample(MatchResult line) {
        Map<String, String> tags = TAG.matcher(line.group("tags")).results()
                .collect(Collectors.toMap(tag -> tag.group("key"), tag -> tag.group("value")));
        return new Sample(line.group("name"), tags, Double.parseDouble(line.group("value")));
    }

    /** The values of a tag, in order. */
    List<String> values(String name, String tag) {
        return samples.stream().filter(sample -> sample.name.equals(name)).map(sample -> sample.tags.get(tag))
                .distinct().sorted().toList();
    }

    /** The value with these tags; 0 if there is none. */
    double value(String name, Map<String, String> tags) {
        return samples.stream().filter(
                sample -> sample.name.equals(name) && sample.tags.entrySet().containsAll(tags.entrySet()))
                .mapToDouble(Sample::value).findFirst().orElse(0);
    }
}
