package dev.tertulia.server.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micronaut.context.env.Environment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.BacklogSettings;
import dev.tertulia.DeadLetterSettings;
import dev.tertulia.Line;
import dev.tertulia.outbox.OutboxSettings;
import dev.tertulia.outbox.Priority;
import dev.tertulia.redis.RedisConnection;
import dev.tertulia.store.EventJournal;
import dev.tertulia.turn.TurnSettings;
import dev.tertulia.window.WindowRule;

/** Reader of all settings, which are checked before anything starts. */
public final class SettingsReader {

    /** The usual size of the largest delivery. */
    static final String LARGEST_DELIVERY = "3MB";

    private static final String SECRET = "whatsapp.app-secret";
    private static final String VERIFY = "whatsapp.verify-token";
    private static final String REDIS = "redis.uri";
    private static final String STORE = "tertulia.store";
    /** Keys that are read in every mode, so that they count as known. */
    private static final List<String> ALWAYS_KNOWN = List.of(SECRET, VERIFY, REDIS, STORE, Accounts.TOKEN,
            Accounts.NUMBER, "whatsapp.messages-per-second", "whatsapp.operations-per-second",
            "tertulia.moderation");
    private static final String SEED = "tertulia.demo.seed";
    private static final String KEPT = "tertulia.demo.keep";
    private static final String ACCESS = "tertulia.demo.access";
    private static final String HOSTS = "tertulia.demo.hosts";
    private static final String WEBHOOKS = "tertulia.demo.webhooks";
    private static final String PORT = "tertulia.port";
    private static final String MANAGEMENT_PORT = "tertulia.management.port";
    private static final String REDIS_STORE = "redis";
    private static final String AGAIN = "again";
    private static final String ASK = "ask";
    private static final Duration GRAPH_TIMEOUT = Duration.ofSeconds(10);
    private static final Set<String> REDIS_SCHEMES = Set.of("redis", "rediss", "redis-sentinel", "rediss-sentinel",
            "redis-socket");

    private static final Logger LOG = LoggerFactory.getLogger(SettingsReader.class);

    private static final String REDIS_HOST = "(\\[[\\p{XDigit}:.%]+]|[^:/?#@,]+)(:\\d{1,5})?";
    private static final Pattern REDIS_HOSTS = Pattern
            .compile("[^:]+://(.*@)?" + REDIS_HOST + "(," + REDIS_HOST + ")*([/?#].*)?");

    private final Keys keys;
    private final Accounts accounts;
    private final Collection<String> labels;
    private final Collection<String> classifiers;

    private SettingsReader(Environment environment) {
        this.keys = new Keys(environment);
        this.accounts = new Accounts(keys, environment.getPropertyEntries("whatsapp.numbers"));
        this.labels = environment.getPropertyEntries(ChatReader.LABEL_STAFF);
        this.classifiers = environment.getPropertyEntries(ClassifierReader.MANY);
    }

    /**
     * Reads all settings.
     *
     * @throws BadSettings if keys are missing, wrong or contradictory; names each of them and what to write
     */
    public static Settings read(Environment environment) {
        SettingsReader reader = new SettingsReader(environment);
        Settings settings = reader.read();
        StrayKeys stray = new StrayKeys(environment, reader.keys.asked());
        stray.mistakes().forEach(reader.keys::note);
        reader.keys.refuseIfAny();
        ServerProperties.addTo(environment, reader.keys);
        stray.warnings().forEach(LOG::warn);
        return settings;
    }

    /** All keys that are known. */
    static Set<String> known(Environment environment) {
        SettingsReader reader = new SettingsReader(environment);
        reader.read();
        return reader.keys.asked();
    }

    private Settings read() {
        checkServer();
        ALWAYS_KNOWN.forEach(keys::text);
        keys.text("whatsapp.business-account-id");
        List<Account> numbers = accounts.read();
        if (numbers.isEmpty()) {
            accounts.refuseWithoutToken(Accounts.NUMBER, SECRET, VERIFY);
        }
        boolean live = !numbers.isEmpty();
        return new Settings(numbers, graph(), live ? webhook() : new WebhookSecrets("", ""),
                live ? redis() : Optional.empty(), line(), failures(live ? LogFailures.PLACE : LogFailures.FULL),
                keys.words("tertulia.bots"), scene(live),
                new ClassifierReader(keys, classifiers).read(), new ConsoleReader(keys).read(), journal());
    }

    private LogFailures failures(LogFailures usual) {
        String text = keys.matching("tertulia.log-failures", usual.name().toLowerCase(Locale.ROOT), "place|full",
                "place or full");
        return LogFailures.valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** Checks what the HTTP server reads itself, so that a bad value does not end in a stack trace. */
    private void checkServer() {
        keys.text("tertulia.host");
        checkPorts();
        keys.matching("tertulia.log-format", "text", "text|json", "text or json");
        keys.matching("tertulia.management.visible", "loopback", "loopback|anybody", "loopback or anybody");
        keys.count("tertulia.most-connections", 1024);
        keys.limit("tertulia.request-deadline", Duration.ofSeconds(10));
        keys.matching("tertulia.largest-delivery", LARGEST_DELIVERY, "[1-9]\\d{0,8}([KMG]B)?", "a size, such as 3MB");
        keys.duration("tertulia.moderation-reload", Duration.ofSeconds(1));
    }

    private void checkPorts() {
        int management = keys.port(MANAGEMENT_PORT, 0);
        Optional<String> link = keys.text(PORT).filter(text -> text.startsWith("tcp://"));
        if (link.isPresent()) {
            keys.note(new BadSettings(("%s is %s, which Kubernetes sets for a service named tertulia; set"
                    + " enableServiceLinks: false in the pod, or rename the service.")
                    .formatted(Keys.name(PORT), Shown.of(link.get()))));
        } else if (keys.port(PORT, LocalServer.USUAL_PORT) == management && management > 0) {
            keys.note(new BadSettings(("%s is '%d', the port of everything else; write another one, because everything"
                    + " is shown there.").formatted(Keys.name(MANAGEMENT_PORT), management)));
        }
    }

    private GraphSite graph() {
        return new GraphSite(keys.url("whatsapp.graph-url", "https://graph.facebook.com"),
                keys.matching("whatsapp.api-version", "v25.0", "v\\d+\\.\\d+", "a version, such as v25.0"),
                keys.limit("tertulia.graph-timeout", GRAPH_TIMEOUT),
                keys.matching("tertulia.template-language", "en", "[a-z]{2,3}(_[A-Z]{2})?",
                        "a language, such as en or pt_BR"));
    }

    private WebhookSecrets webhook() {
        return new WebhookSecrets(
                keys.oneLine(SECRET, keys.required(SECRET, "the app secret from the app's basic settings")),
                keys.oneLine(VERIFY,
                        keys.required(VERIFY, "a word of your choice, the same as on the app's webhook page")));
    }

    private Optional<String> redis() {
        boolean memory = keys.matching(STORE, REDIS_STORE, "redis|memory", "redis or memory").equals("memory");
        Optional<String> uri = keys.text(REDIS);
        if (memory && uri.isPresent()) {
            keys.note(new BadSettings("%s is set, but %s is memory; remove one of them."
                    .formatted(Keys.name(REDIS), Keys.name(STORE))));
        }
        if (!memory && uri.isEmpty() && !keys.failed(REDIS)) {
            keys.note(
                    new BadSettings(("%s is missing; write the address of Redis, such as redis://localhost:6379, or set"
                            + " %s to memory, which loses all data when the process ends.")
                            .formatted(Keys.name(REDIS), Keys.name(STORE))));
        }
        uri.filter(address -> !isRedis(address)).ifPresent(address -> keys.note(badRedis()));
        return uri;
    }

    private static boolean isRedis(String uri) {
        return REDIS_SCHEMES.contains(uri.replaceFirst(":.*", ""))
                && (uri.startsWith("redis-socket:") || REDIS_HOSTS.matcher(uri).matches())
                && RedisConnection.isAddress(uri);
    }

    /** Does not repeat the address, which may contain a password. */
    private static BadSettings badRedis() {
        return new BadSettings("%s is not the address of a Redis server; write one such as redis://localhost:6379,"
                .formatted(Keys.name(REDIS)) + " redis://:password@host:6379 or redis-sentinel://host:26379#main.");
    }

    private Scene scene(boolean live) {
        return new Scene(demoFile(SEED, live), demoFile(KEPT, live), access(live));
    }

    private DemoAccess access(boolean live) {
        Stream.of(ACCESS, HOSTS, WEBHOOKS).forEach(key -> refuseLive(key, live));
        return new DemoAccess(keys.matching(ACCESS, "here", "here|open", "here or open").equals("open"),
                keys.words(HOSTS), keys.matching(WEBHOOKS, "here", "here|anywhere", "here or anywhere")
                        .equals("anywhere"));
    }

    private void refuseLive(String key, boolean live) {
        if (live && keys.text(key).isPresent()) {
            keys.note(new BadSettings("%s is for the demo, but with an access token the process is live; remove it."
                    .formatted(Keys.name(key))));
        }
    }

    private Optional<Path> demoFile(String key, boolean live) {
        Optional<String> file = keys.text(key);
        refuseLive(key, live);
        try {
            return file.map(Path::of);
        } catch (InvalidPathException e) {
            keys.note(Keys.bad(key, file.orElse(""), "the path of a file, such as demo.yml"));
            return Optional.empty();
        }
    }

    private EventJournal.Limits journal() {
        EventJournal.Limits usual = EventJournal.Limits.USUAL;
        return new EventJournal.Limits(keys.count("tertulia.journal-entries", usual.entries()),
                keys.duration("tertulia.journal-kept", usual.kept()));
    }

    private BacklogSettings backlog() {
        BacklogSettings usual = BacklogSettings.USUAL;
        return new BacklogSettings(keys.count("tertulia.backlog.events", usual.events()),
                keys.count("tertulia.backlog.sends", usual.sends()));
    }

    private Line.Settings line() {
        TurnSettings usual = TurnSettings.USUAL;
        OutboxSettings outbox = OutboxSettings.USUAL;
        return new Line.Settings(
                new TurnSettings(
                        keys.matching("tertulia.command-prefix", usual.commandPrefix(), "[^\\s\\p{Z}\\p{C}]{1,3}",
                                "one to three characters, such as / or !"),
                        keys.words("tertulia.mentions"), keys.limit("tertulia.handler-limit", usual.handlerLimit()),
                        keys.count("tertulia.handler-attempts", usual.attempts()),
                        keys.duration("tertulia.first-retry", usual.firstRetry()),
                        keys.duration("tertulia.reply-hold", usual.replyHold()),
                        new ChatReader(keys, labels).read()),
                new OutboxSettings(keys.duration("tertulia.unknown-wait", outbox.unknownWait()), outbox.lease(),
                        keys.count("tertulia.send-attempts", outbox.attempts()),
                        keys.duration("tertulia.pause-number", outbox.pauseNumber()),
                        keys.limit("tertulia.operation-deadline", outbox.operationDeadline()), askWhenUnknown()),
                new WindowRule(keys.margin("tertulia.window-margin", WindowRule.USUAL_MARGIN)),
                new CostsReader(keys).read(), backlog(),
                new DeadLetterSettings(keys.count("tertulia.most-dead-letters", DeadLetterSettings.USUAL.mostDead()),
                        keys.count("tertulia.most-quarantined", DeadLetterSettings.USUAL.mostQuarantined()),
                        keys.count("tertulia.most-quarantined-bytes", (int) DeadLetterSettings.USUAL.mostBytes())));
    }

    private Set<Priority> askWhenUnknown() {
        return Stream.of(Priority.values()).filter(priority -> {
            boolean usual = OutboxSettings.USUAL.askWhenUnknown().contains(priority);
            String key = "tertulia.unknown-policy." + priority.name().toLowerCase(Locale.ROOT);
            return keys.matching(key, usual ? ASK : AGAIN, AGAIN + "|" + ASK, AGAIN + " or " + ASK).equals(ASK);
        }).collect(Collectors.toUnmodifiableSet());
    }
}
