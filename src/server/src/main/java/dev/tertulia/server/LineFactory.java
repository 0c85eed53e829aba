package dev.tertulia.server;

import java.time.Clock;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.Line;
import dev.tertulia.business.Business;
import dev.tertulia.dispatch.HandlerRuntime;
import dev.tertulia.graph.Graph;
import dev.tertulia.graph.GraphClient;
import dev.tertulia.graph.GraphSettings;
import dev.tertulia.graph.business.GraphBusiness;
import dev.tertulia.graph.http.Breaker;
import dev.tertulia.graph.http.HttpTransport;
import dev.tertulia.handler.BadHandler;
import dev.tertulia.handler.ClassPathCheck;
import dev.tertulia.handler.HandlerFinder;
import dev.tertulia.handler.Handlers;
import dev.tertulia.journal.Journal;
import dev.tertulia.redis.RedisConnection;
import dev.tertulia.redis.Rings;
import dev.tertulia.server.beans.RoutedBusiness;
import dev.tertulia.server.demo.Demo;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.lines.ThroughputWatch;
import dev.tertulia.server.logging.FailureLog;
import dev.tertulia.server.logging.Secrets;
import dev.tertulia.server.metrics.CostGauges;
import dev.tertulia.server.metrics.LineGauges;
import dev.tertulia.server.metrics.MeteredGraph;
import dev.tertulia.server.metrics.MeteredJournal;
import dev.tertulia.server.numbers.NumberParts;
import dev.tertulia.server.settings.Account;
import dev.tertulia.server.settings.GraphSite;
import dev.tertulia.server.settings.LogFailures;
import dev.tertulia.server.settings.Settings;
import dev.tertulia.server.storage.MemoryStorage;
import dev.tertulia.server.storage.RedisStorage;
import dev.tertulia.server.storage.Storage;
import dev.tertulia.server.tracing.Traces;
import dev.tertulia.server.turns.TurnLog;
import dev.tertulia.throttle.Throttle;
import dev.tertulia.webhook.Intake;
import dev.tertulia.webhook.Receiver;

/** Factory of the beans of the server process. */
@Factory
@Requires(beans = Settings.class)
final class LineFactory {

    private static final Logger LOG = LoggerFactory.getLogger(LineFactory.class);

    @Singleton
    MeteredJournal journal(Settings settings, MeterRegistry registry, InstantSource clock) {
        Journal log = settings.failures() == LogFailures.FULL
                ? new FailureLog(Journal.toLog(), Secrets.of(settings))
                : Journal.toLog();
        return new MeteredJournal(log, registry, clock);
    }

    @Singleton
    Line.Environment environment(InstantSource clock, MeteredJournal metered, Optional<Traces> traces,
            Optional<TurnLog> turns) {
        Journal traced = traces.map(t -> t.of(metered)).orElse(metered);
        Journal journal = turns.map(log -> log.watch(traced)).orElse(traced);
        String owner = UUID.randomUUID().toString();
        return turns.isPresent()
                ? Line.Environment.unshared(owner, clock, journal)
                : Line.Environment.of(owner, clock, journal);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Storage storage(Settings settings, MeterRegistry registry, Optional<Demo> demo) {
        Rings rings = new Rings();
        return settings.redis().<Storage>map(uri -> new RedisStorage(
                connection(uri, registry, rings), rings, settings.journal()))
                .orElseGet(() -> demo.map(Demo::storage).orElseGet(() -> new MemoryStorage(settings.journal())));
    }

    private static RedisConnection connection(String uri, MeterRegistry registry, Rings rings) {
        Timer calls = registry.timer("tertulia.redis.calls");
        RedisConnection redis = RedisConnection.to(uri, nanos -> calls.record(nanos, TimeUnit.NANOSECONDS), rings);
        redis.begin();
        return redis;
    }

    @Singleton
    @Bean(preDestroy = "close")
    HttpTransport transport(Settings settings) {
        return new HttpTransport(settings.graph().url(), settings.graph().timeout());
    }

    @Singleton
    Breaker breaker(Settings settings, HttpTransport transport, Line.Environment around, MeterRegistry registry) {
        Breaker breaker = new Breaker(transport, settings.graph().url().getAuthority(), Clock.systemUTC(),
                around.journal());
        registry.gauge("tertulia.graph.away", breaker, b -> b.away() ? 1 : 0);
        return breaker;
    }

    @Singleton
    Handlers handlers(HandlerFinder finder, Settings settings, Optional<BotClasses> classes) {
        BotChoice choice = BotChoice.of(finder.bots(), settings.bots());
        Handlers handlers = finder.handlers(settings.line().dispatch(), choice.serving());
        List<String> overlooked = classes.map(own -> ClassPathCheck.in(List.of(own.folder()), handlers))
                .orElseGet(() -> ClassPathCheck.inThisProgram(handlers));
        if (handlers.isEmpty()) {
            throw BadHandler.nobody(overlooked);
        }
        choice.announce();
        handlers.announce();
        overlooked.forEach(LOG::warn);
        return handlers;
    }

    @Singleton
    HandlerRuntime runtime(Handlers handlers, MeterRegistry registry) {
        HandlerRuntime runtime = new HandlerRuntime(handlers);
        handlers.names().forEach(name -> registry.gauge("tertulia.handler.stuck", Tags.of("handler", name), runtime,
                all -> all.stuck().getOrDefault(name, 0)));
        return runtime;
    }

    @Singleton
    @Bean(preDestroy = "close")
    Lines lines(Settings settings, LineParts parts, InstantSource clock, MeteredJournal journal) {
        List<Line> all = settings.accounts().stream().map(account -> line(account, settings, parts)).toList();
        Lines lines = settings.redis().isPresent() ? Lines.shared(all, haveSchedules(parts)) : new Lines(all);
        parts.storage().listen(lines::wake);
        LineGauges gauges = new LineGauges(parts.registry(), clock);
        lines.atFirstUse(line -> {
            gauges.show(line, journal);
            CostGauges.show(line, parts.registry(), clock);
        });
        return lines;
    }

    /** Schedules are planned when a line first looks. */
    private static boolean haveSchedules(LineParts parts) {
        return !parts.handlers().handlers().schedules().isEmpty();
    }

    /** Components that the lines of all numbers share. */
    @Singleton
    record LineParts(Storage storage, Breaker transport, HandlerRuntime handlers, Line.Environment around,
            MeterRegistry registry, Optional<Traces> traces) {

        Graph graph(GraphSettings settings) {
            Graph graph = new MeteredGraph(
                    new GraphClient(settings, transport, around.json(),
                            GraphBusiness.directory(settings, transport, around.json())),
                    settings.number(),
                    registry);
            return traces.map(t -> t.of(graph, settings.number())).orElse(graph);
        }
    }

    @Singleton
    RoutedBusiness business(Settings settings, Breaker transport, Line.Environment around) {
        Map<String, Business> byNumber = new LinkedHashMap<>();
        settings.accounts().forEach(account -> byNumber.put(account.phoneNumberId(),
                business(account, settings, transport, around)));
        return new RoutedBusiness(byNumber);
    }

    private static Business business(Account account, Settings settings, Breaker transport, Line.Environment around) {
        return new GraphBusiness(graph(account, settings.graph()), account.businessAccountId(), transport,
                around.json());
    }

    @Singleton
    NumberParts numberParts(Settings settings, LineParts parts, Breaker transport, Line.Environment around) {
        return new NumberParts(account -> line(account, settings, parts),
                account -> business(account, settings, transport, around));
    }

    private static GraphSettings graph(Account account, GraphSite site) {
        return new GraphSettings(site.version(), account.phoneNumberId(), account.accessToken(),
                site.templateLanguage());
    }

    private static Line line(Account account, Settings settings, LineParts parts) {
        return new Line(account.phoneNumberId(), parts.storage().of(account.phoneNumberId()),
                new Line.WhatsApp(parts.graph(graph(account, settings.graph())),
                        Throttle.of(ThroughputWatch.atFirst(account), account.operationsPerSecond())),
                parts.handlers(),
                settings.line(), parts.around());
    }

    @Singleton
    Receiver receiver(Settings settings, Lines lines, Line.Environment around) {
        List<Intake> intakes = settings.accounts().stream()
                .map(account -> lines.of(account.phoneNumberId()).intake().of(account.businessAccountId())).toList();
        return new Receiver(List.of(settings.webhook().appSecret()), intakes,
                around.json(), around.clock(), around.journal());
    }
}
