package dev.tertulia.server.cli.delivery;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.micronaut.context.ApplicationContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.server.cli.emulator.EmulatorClient;
import dev.tertulia.server.cli.emulator.EmulatorRequest;
import dev.tertulia.server.cli.store.StoreAccess;
import dev.tertulia.server.cli.terminal.CommandFailed;
import dev.tertulia.server.cli.terminal.Output;
import dev.tertulia.server.settings.ConfiguredContext;
import dev.tertulia.server.settings.LocalServer;
import dev.tertulia.server.settings.SettingsReader;

/** Delivers recorded deliveries again, with a right signature. */
@Command(name = "replay", mixinStandardHelpOptions = true, description = {
        "Delivers recorded deliveries to a webhook again, signed with the app secret of the settings, and counts the answers.",
        "A file has JSON Lines or a list: deliveries as WhatsApp sends them, or objects with 'body' and 'at'. Deliveries that were accepted before are duplicates, and have no effect without --anew."}, footer = {
                "tertulia replay deliveries.jsonl", "tertulia replay deliveries.jsonl --anew --speed 10",
                "tertulia replay deliveries.jsonl --doubled --shuffled --seed 7 --to http://localhost:8081/webhook",
                "tertulia replay --quarantined --save unread.jsonl",
                "tertulia replay --emulator http://localhost:8090 --save deliveries.jsonl"})
public final class ReplayCommand implements Callable<Integer> {

    private static final int MOST_LETTERS = 100_000;

    private final Map<String, Object> properties;
    private final Supplier<StoreAccess> store;
    private final InstantSource clock;

    @Mixin
    private Output output;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The file of deliveries.")
    private @Nullable Path file;

    @Option(names = "--quarantined", description = "Takes the parts of deliveries that could not be read, from the store.")
    private boolean quarantined;

    @Option(names = "--emulator", paramLabel = "URL", description = "Takes the latest 500 deliveries of the emulator or demo at this address.")
    private @Nullable URI emulator;

    @Option(names = "--to", paramLabel = "URL", description = "The address of the webhook; by default /webhook at the configured port of this machine.")
    private @Nullable URI to;

    @Option(names = "--save", paramLabel = "FILE", description = "Writes the deliveries to a file, and delivers nothing.")
    private @Nullable Path save;

    @Option(names = "--speed", paramLabel = "NUMBER", defaultValue = "0", description = "How many times as fast as recorded, such as 1 or 10; without pauses unless given.")
    private double speed;

    @Option(names = "--doubled", description = "Delivers each twice.")
    private boolean doubled;

    @Option(names = "--shuffled", description = "Delivers in a random order.")
    private boolean shuffled;

    @Option(names = "--seed", paramLabel = "NUMBER", defaultValue = "1", description = "The random order: equal seeds give equal orders; ${DEFAULT-VALUE} unless given.")
    private long seed;

    @Option(names = "--anew", description = "Moves all times, the latest to now, and gives messages new ids, so that they are handled again.")
    private boolean anew;

    @Option(names = "--number", paramLabel = "ID", description = "With --quarantined: only this phone number id.")
    private @Nullable String number;

    public ReplayCommand(Map<String, Object> properties, Supplier<StoreAccess> store, InstantSource clock) {
        this.properties = properties;
        this.store = store;
        this.clock = clock;
    }

    /** The result in JSON. */
    private record Result(int deliveries, Map<String, Integer> answers) {}

    @Override
    public Integer call() throws InterruptedException {
        if (!(speed >= 0) || Double.isInfinite(speed)) {
            throw output.wrongUsage("--speed is %s; write how many times as fast, such as 10, or 0".formatted(speed));
        }
        List<Recorded> all = chosen(recorded());
        if (all.isEmpty()) {
            throw new CommandFailed("There is no recorded delivery there.");
        }
        if (save != null) {
            Recording.write(save, all);
            output.err().println(all.size() + " deliveries are in " + save);
            return CommandLine.ExitCode.OK;
        }
        URI webhook = to == null ? LocalServer.of(properties).url().resolve("/webhook") : to;
        Map<String, Integer> answers;
        try (WebhookClient client = new WebhookClient(webhook, appSecret())) {
            answers = new Replay(client, speed).run(all);
        }
        if (output.json()) {
            output.print(new Result(all.size(), answers));
        } else {
            output.out().println("%d deliveries to %s: %s".formatted(all.size(), webhook, answers.entrySet().stream()
                    .map(answer -> answer.getKey() + " × " + answer.getValue()).collect(Collectors.joining(", "))));
        }
        return exitCode(all.size(), answers);
    }

    private static int exitCode(int deliveries, Map<String, Integer> answers) {
        if (answers.getOrDefault(Replay.NO_ANSWER, 0) == deliveries) {
            return CommandFailed.UNREACHABLE;
        }
        return answers.getOrDefault("200", 0) == deliveries
                ? CommandLine.ExitCode.OK
                : CommandLine.ExitCode.SOFTWARE;
    }

    private List<Recorded> recorded() {
        int sources = (file == null ? 0 : 1) + (quarantined ? 1 : 0) + (emulator == null ? 0 : 1);
        if (sources != 1) {
            throw output.wrongUsage("Write where the deliveries come from: FILE, --quarantined or --emulator URL.");
        }
        if (file != null) {
            return Recording.read(file);
        }
        return emulator == null ? quarantine() : ofEmulator(emulator);
    }

    private static List<Recorded> ofEmulator(URI address) {
        try (EmulatorClient client = new EmulatorClient(address)) {
            return Recording.of(client.send(EmulatorRequest.get("/deliveries"))).toList();
        }
    }

    /** The earliest first. */
    private List<Recorded> quarantine() {
        try (StoreAccess open = store.get()) {
            return open.deadLetters(number).stream()
                    .flatMap(letters -> letters.list(DeadLetterKind.QUARANTINED, null, MOST_LETTERS).stream())
                    .sorted(Comparator.comparing(DeadLetter::since))
                    .map(letter -> new Recorded(letter.since(), letter.content())).toList();
        }
    }

    private List<Recorded> chosen(List<Recorded> recorded) {
        List<Recorded> all = recorded;
        if (anew) {
            Instant now = clock.instant();
            all = Renewal.of(all, now, "." + Long.toString(now.toEpochMilli(), Character.MAX_RADIX));
        }
        if (doubled) {
            all = Replay.doubled(all);
        }
        return shuffled ? Replay.shuffled(all, seed) : all;
    }

    private String appSecret() {
        try (ApplicationContext context = ConfiguredContext.of(properties)) {
            String secret = SettingsReader.read(context.getEnvironment()).webhook().appSecret();
            if (secret.isEmpty()) {
                throw new CommandFailed("Deliveries are signed with WHATSAPP_APP_SECRET; set it, and the other"
                        + " variables of the server, such as WHATSAPP_ACCESS_TOKEN.");
            }
            return secret;
        }
    }
}
