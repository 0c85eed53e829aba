package dev.tertulia.server.console.overview;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.Nullable;

import dev.tertulia.Line;
import dev.tertulia.journal.Step;
import dev.tertulia.outbox.SendCounts;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.lines.Recurring;
import dev.tertulia.server.settings.Settings;
import dev.tertulia.store.MailCounts;
import dev.tertulia.throttle.Lane;

/** The source of overviews. It reads what the lines count anyway, so an overview costs no call of the store. */
@Singleton
@Requires(beans = Settings.class)
final class OverviewSource {

    private final Lines lines;
    private final InstantSource clock;
    private final Counts counts;
    private final CostsCache costs;
    private final Alarms alarms;
    private final Traffic traffic;
    private final RecentRefusals refusals;
    private final Recurring sampling = new Recurring("console-traffic");

    OverviewSource(Lines lines, InstantSource clock, Counts counts, CostsCache costs, Alarms alarms) {
        this.lines = lines;
        this.clock = clock;
        this.counts = counts;
        this.costs = costs;
        this.alarms = alarms;
        this.traffic = new Traffic(counts::in, counts::out);
        this.refusals = new RecentRefusals(counts::refusals, System::nanoTime);
        sampling.start(Traffic.PAUSE, this::sample);
    }

    private void sample() {
        traffic.sample();
        refusals.sample();
    }

    OverviewPage now() {
        return new OverviewPage(clock.instant(), lines.all().stream().map(this::view).toList(),
                Stream.concat(alarms.now().stream(), refusals.alarms().stream()).toList(), traffic.view());
    }

    private NumberView view(Line line) {
        MailCounts mail = line.backlog().seen().mail();
        SendCounts sends = line.backlog().seen().sends();
        SendCounts.Apart apart = sends.apart();
        String number = line.number();
        return new NumberView(number,
                new NumberView.Waiting(mail.waiting(), sends.waiting(), apart.inHand(), line.backlog().full()),
                new NumberView.Aside(mail.dead(), apart.dead(), apart.held(), apart.unknown(), apart.parked(),
                        mail.quarantined()),
                age(sends.oldest()), List.of(lane(line.throttle().messages()), lane(line.throttle().operations())),
                new NumberView.Decisions(counts.accepted(number, "free-form"), counts.accepted(number, "template"),
                        counts.steps(number, Step.HELD), counts.steps(number, Step.DROPPED)),
                costs.of(line));
    }

    private @Nullable Duration age(@Nullable Instant since) {
        return since == null ? null : Duration.between(since, clock.instant());
    }

    private static NumberView.LaneView lane(Lane lane) {
        return new NumberView.LaneView(lane.name(), lane.rate(), lane.ceiling(), lane.ahead(),
                lane.sinceLimit().orElse(null));
    }

    @PreDestroy
    void close() {
        sampling.close();
    }
}
