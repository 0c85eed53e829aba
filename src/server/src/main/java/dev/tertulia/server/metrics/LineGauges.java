package dev.tertulia.server.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;

import dev.tertulia.Backlog;
import dev.tertulia.Line;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.SendCounts;
import dev.tertulia.outbox.SendCounts.Apart;
import dev.tertulia.store.MailCounts;
import dev.tertulia.throttle.Lane;
import dev.tertulia.throttle.LaneKind;

/** Gauges of a number's line: waiting work and lane rates, as of the last count of its backlog. */
public final class LineGauges {

    private static final double MILLIS = 1_000;

    private final MeterRegistry registry;
    private final InstantSource clock;

    public LineGauges(MeterRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** Registers the gauges of a line. */
    public void show(Line line, MeteredJournal journal) {
        journal.announce(line.number());
        new Refusals(registry, "answer").announce(line.number());
        Tags number = Tags.of("number", line.number());
        lane(number, line.throttle().messages());
        lane(number, line.throttle().operations());
        mail(number, line.backlog());
        sends(number, line.backlog());
        gauge("tertulia.account.restricted", number, line.standing(), standing -> standing.measures().size());
        gauge("tertulia.account.troubled", number, line.standing(), standing -> standing.troubled().size());
        gauge("tertulia.door.shut", number, line.backlog(), backlog -> backlog.full() ? 1 : 0);
    }

    private void lane(Tags number, Lane lane) {
        Tags tags = number.and("lane", lane.name());
        gauge("tertulia.lane.rate", tags, lane, Lane::rate);
        gauge("tertulia.lane.ceiling", tags, lane, Lane::ceiling);
        gauge("tertulia.lane.wait.seconds", tags, lane, l -> l.ahead().toMillis() / MILLIS);
    }

    private void mail(Tags number, Backlog backlog) {
        List.<Figure<MailCounts>>of(new Figure<>("waiting", MailCounts::waiting),
                new Figure<>("dead", MailCounts::dead),
                new Figure<>("quarantined", MailCounts::quarantined))
                .forEach(figure -> gauge("tertulia.inbox.events", number.and("state", figure.name()), backlog,
                        b -> figure.value().applyAsDouble(b.seen().mail())));
    }

    private void sends(Tags number, Backlog backlog) {
        for (LaneKind lane : LaneKind.values()) {
            for (Priority priority : Priority.values()) {
                SendCounts.Queue queue = new SendCounts.Queue(lane, priority);
                gauge("tertulia.outbox.waiting",
                        number.and("lane", lane.name().toLowerCase(Locale.ROOT), "priority",
                                priority.name().toLowerCase(Locale.ROOT)),
                        backlog, b -> b.seen().sends().queued().getOrDefault(queue, 0L));
            }
        }
        List.<Figure<Apart>>of(new Figure<>("in-hand", Apart::inHand), new Figure<>("unknown", Apart::unknown),
                new Figure<>("parked", Apart::parked), new Figure<>("held", Apart::held),
                new Figure<>("dead", Apart::dead))
                .forEach(figure -> gauge("tertulia.outbox.apart", number.and("state", figure.name()), backlog,
                        b -> figure.value().applyAsDouble(b.seen().sends().apart())));
        gauge("tertulia.outbox.overdue.seconds", number, backlog, b -> secondsSince(b.seen().sends().dueSince()));
        gauge("tertulia.outbox.oldest.seconds", number, backlog, b -> secondsSince(b.seen().sends().oldest()));
    }

    private double secondsSince(@Nullable Instant since) {
        return since == null ? 0 : Math.max(0, Duration.between(since, clock.instant()).toMillis() / MILLIS);
    }

    private record Figure<T>(String name, ToDoubleFunction<T> value) {}

    private <T> void gauge(String name, Tags tags, T of, ToDoubleFunction<T> value) {
        Gauge.builder(name, of, value).tags(tags).strongReference(true).register(registry);
    }
}
