package dev.tertulia.server.doctor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tertulia.graph.http.HttpTransport;
import dev.tertulia.redis.RedisConnection;
import dev.tertulia.server.settings.Account;
import dev.tertulia.server.settings.Settings;

/** The checks of an installation, in the order in which they are made. */
public final class Doctor {

    private static final List<String> NAMES = List.of("settings", "bots", "rules", "rate-card", "redis",
            "redis-durability", "redis-latency", "graph-version", "clock", "token", "app", "app-secret", "number",
            "groups", "quality", "throughput", "health", "subscription", "webhook-fields", "webhook", "signature",
            "templates");

    private final Settings settings;
    private final Surroundings around;

    private Doctor(Settings settings, Surroundings around) {
        this.settings = settings;
        this.around = around;
    }

    /** The names of all checks, in their order. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Makes checks.
     *
     * @param only the names of the checks to make; empty for all
     */
    public static Report examine(Settings settings, Surroundings around, Collection<String> only) {
        return new Doctor(settings, around).examine(only);
    }

    private Report examine(Collection<String> only) {
        Optional<String> redis = settings.redis();
        try (HttpTransport transport = new HttpTransport(settings.graph().url(), settings.graph().timeout());
                HttpProbe probe = new HttpProbe(settings.graph().timeout())) {
            List<Check> checks = new ArrayList<>(local());
            try (RedisLink link = new RedisLink(redis.map(RedisConnection::to))) {
                checks.addAll(List.of(new RedisCheck(settings, link), new RedisDurabilityCheck(link),
                        new RedisLatencyCheck(link)));
                settings.accounts().forEach(account -> checks.addAll(ofNumber(account, transport, probe)));
                return Examination
                        .of(checks.stream().filter(check -> only.isEmpty() || only.contains(check.name())).toList());
            }
        }
    }

    private List<Check> local() {
        return List.of(new SettingsCheck(settings), new BotsCheck(around.bots()), new RulesCheck(around.rules()),
                new RateCardCheck(settings.line().costs().rates(), around.clock()));
    }

    private List<Check> ofNumber(Account account, HttpTransport transport, HttpProbe probe) {
        GraphFacts facts = GraphFacts.of(account, settings, transport);
        GraphHead head = new GraphHead(account, settings.graph(), probe, around.clock());
        WebhookProbe webhook = new WebhookProbe(facts, probe, around.webhook());
        Stream<Check> aboutGraph = Stream.of(new GraphVersionCheck(account, settings.graph(), head, around.clock()),
                new ClockCheck(account, head, settings.line().window().margin()));
        Stream<Check> aboutMeta = Stream.of(new TokenCheck(facts, around.clock()), new AppCheck(facts),
                new AppSecretCheck(facts), new NumberCheck(facts), new GroupsCheck(facts), new QualityCheck(facts),
                new ThroughputCheck(facts), new HealthCheck(facts), new SubscriptionCheck(facts),
                new WebhookFieldsCheck(facts));
        Stream<Check> aboutUs = Stream.of(new WebhookCheck(facts, webhook, settings.webhook().verifyToken()),
                new SignatureCheck(facts, webhook, settings.webhook().appSecret()),
                new TemplatesCheck(facts, new NamedTemplates(around.bots(), around.rules(), settings.graph())));
        return Stream.of(aboutGraph, aboutMeta, aboutUs).flatMap(checks -> checks).toList();
    }
}
