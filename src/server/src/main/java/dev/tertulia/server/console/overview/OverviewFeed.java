package dev.tertulia.server.console.overview;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import dev.tertulia.server.console.page.PageFrame;
import dev.tertulia.server.console.page.Templates;
import dev.tertulia.server.console.page.Texts;
import dev.tertulia.server.settings.Settings;

/**
 * The overviews of this process: one a second while somebody looks, however many do, each rendered once for each
 * language.
 */
@Singleton
@Requires(beans = Settings.class)
final class OverviewFeed {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** Browsers connect again, and their login is checked again. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final OverviewSource source;
    private final Templates templates;
    private final Flux<Snapshot> snapshots;
    private volatile Snapshot latest;

    private record Snapshot(OverviewPage page, long at, Map<String, String> byLanguage) {}

    OverviewFeed(OverviewSource source, Templates templates, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.source = source;
        this.templates = templates;
        this.latest = take();
        this.snapshots = Flux.interval(PAUSE).onBackpressureDrop().publishOn(Schedulers.fromExecutor(executor), 1)
                .map(tick -> fresh()).publish().refCount();
    }

    private Snapshot take() {
        return new Snapshot(source.now(), System.nanoTime(), new ConcurrentHashMap<>());
    }

    /** The latest overview, or a new one if it is a second old. */
    OverviewPage now() {
        return fresh().page();
    }

    private synchronized Snapshot fresh() {
        if (System.nanoTime() - latest.at() >= PAUSE.toNanos() / 2) {
            latest = take();
        }
        return latest;
    }

    /** The parts of the page that change. */
    Publisher<Event<String>> live(Texts texts) {
        return snapshots.onBackpressureLatest().map(snapshot -> Event.of(render(snapshot, texts)).name("overview"))
                .take(LONGEST);
    }

    private String render(Snapshot snapshot, Texts texts) {
        return snapshot.byLanguage().computeIfAbsent(texts.language(), language -> templates
                .render("overview-live.jte", PageFrame.before(texts, "/console"), snapshot.page()).replace("\n", " "));
    }
}
