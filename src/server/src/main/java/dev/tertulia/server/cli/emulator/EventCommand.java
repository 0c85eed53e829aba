package dev.tertulia.server.cli.emulator;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.tertulia.server.cli.terminal.Output;

/** Makes one event happen. */
@Command(mixinStandardHelpOptions = true)
final class EventCommand implements Callable<Integer> {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)}");

    private final Event event;
    private final Supplier<URI> usual;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Output output;

    @Option(names = EmulatorOption.NAME, paramLabel = "URL", description = EmulatorOption.DESCRIPTION)
    private @Nullable URI emulator;

    @Option(names = "--wait", paramLabel = "TIME", description = "Waits so long for messages of the bots, such as 5s, and prints the first ones.")
    private @Nullable Duration wait;

    private EventCommand(Event event, Supplier<URI> usual) {
        this.event = event;
        this.usual = usual;
    }

    /** The command of an event. */
    static CommandLine line(Event event, Supplier<URI> usual) {
        CommandLine line = new CommandLine(new EventCommand(event, usual));
        CommandSpec spec = line.getCommandSpec().name(event.name());
        spec.usageMessage().description(event.description())
                .footer(event.examples().stream().map(example -> "tertulia trigger " + example)
                        .toArray(String[]::new));
        event.fields().forEach(field -> field.addTo(spec));
        return line;
    }

    @Override
    public Integer call() {
        Map<String, String> values = values();
        try (EmulatorClient client = new EmulatorClient(emulator == null ? usual.get() : emulator)) {
            Asked asked = new Asked(new Scene(client.state()), values);
            EmulatorRequest request = event.request().apply(asked);
            BotMessages messages = BotMessages.since(client, asked.scene().state());
            JsonNode answer = client.send(request);
            print(request, asked, answer);
            if (wait != null) {
                messages.within(wait, output);
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private void print(EmulatorRequest request, Asked asked, JsonNode answer) {
        if (request.method().equals("GET")) {
            printFaults(answer);
        } else if (output.json()) {
            output.print(answer);
        } else {
            output.out().println(sentence(asked, answer));
        }
    }

    private Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        for (Field field : event.fields()) {
            Object value = field.in(spec).getValue();
            if (value != null && !value.equals(false)) {
                values.put(field.key(), value.toString());
            }
        }
        return values;
    }

    private void printFaults(JsonNode state) {
        if (output.json()) {
            output.print(state.path("faults"));
        } else {
            state.at("/faults/known").forEach(fault -> output.out().println(fault.asText()));
        }
    }

    private String sentence(Asked asked, JsonNode answer) {
        String done = answer.hasNonNull("join_request_id") ? "{member} asks to join {group}" : event.done();
        return PLACE.matcher(done).replaceAll(place -> Matcher.quoteReplacement(
                word(place.group(1), asked, answer)));
    }

    private static String word(String key, Asked asked, JsonNode answer) {
        if (key.equals("group")) {
            return asked.group().path("subject").asText();
        }
        if (asked.has(key)) {
            return asked.need(key);
        }
        return answer.path(key).isMissingNode() ? "none" : answer.path(key).asText();
    }

    /** The words of an event in a file: its name, then its values. */
    static String[] words(Event event, Map<String, String> values) {
        List<String> words = event.fields().stream().filter(field -> values.containsKey(field.key()))
                .sorted((one, other) -> Boolean.compare(one.isPositional(), other.isPositional()))
                .flatMap(field -> field.words(values.get(field.key())))
                .collect(Collectors.toCollection(ArrayList::new));
        words.addFirst(event.name());
        return words.toArray(String[]::new);
    }
}
