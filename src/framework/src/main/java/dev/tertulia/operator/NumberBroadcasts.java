package dev.tertulia.operator;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.tertulia.bot.Notice;
import dev.tertulia.bot.Tag;
import dev.tertulia.broadcast.Broadcast;
import dev.tertulia.broadcast.Broadcast.Audience;
import dev.tertulia.broadcast.BroadcastProgress;
import dev.tertulia.broadcast.Broadcasts;
import dev.tertulia.broadcast.Estimate;
import dev.tertulia.costs.Costs;
import dev.tertulia.journal.Sha256;
import dev.tertulia.journal.Step;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.number.NumberContext;
import dev.tertulia.number.Payloads;
import dev.tertulia.store.BroadcastStore;
import dev.tertulia.store.BroadcastStore.Started;
import dev.tertulia.store.Labels;
import dev.tertulia.window.WindowRule;

/** The broadcasts of one phone number. */
public final class NumberBroadcasts implements Broadcasts {

    private static final int MOST_AT_ONCE = 100;
    private static final int MOST_LISTED = 100;

    private final NumberContext number;
    private final BroadcastStore store;
    private final Labels labels;
    private final CostEstimator estimator;
    private final Payloads payloads;

    /** @param known the groups from which costs are estimated */
    public NumberBroadcasts(NumberContext number, BroadcastStore store, Labels labels, KnownGroups known,
            WindowRule rule, Costs costs) {
        this.number = number;
        this.store = store;
        this.labels = labels;
        this.estimator = new CostEstimator(known, rule, costs, number.clock());
        this.payloads = new Payloads(number.json());
    }

    @Override
    public Broadcasts of(String id) {
        number.requireSame(id);
        return this;
    }

    @Override
    public Estimate estimate(Broadcast broadcast) {
        return estimator.estimate(broadcast.notice(), groups(broadcast));
    }

    @Override
    public BroadcastProgress start(Broadcast broadcast) {
        Started started = new Started(broadcast.name(), written(broadcast.notice()),
                describe(broadcast.audience()), number.now());
        Optional<Started> earlier = store.find(broadcast.name());
        if (earlier.isEmpty()) {
            List<String> groups = groups(broadcast);
            if (store.active().size() >= MOST_AT_ONCE) {
                throw new IllegalStateException("broadcast '" + broadcast.name() + "' cannot start: " + MOST_AT_ONCE
                        + " others are running; wait until one of them is done");
            }
            if (store.start(started, groups)) {
                record(broadcast.name(), "started, to " + groups.size() + " groups");
                return known(broadcast.name());
            }
            earlier = store.find(broadcast.name());
        }
        refuseAnother(started, earlier.orElseThrow());
        return known(broadcast.name());
    }

    /** The notice with the payload of its tag as it is stored. */
    private Notice written(Notice notice) {
        Tag tag = notice.followUp().tag();
        return tag == null || tag.payload() == null
                ? notice
                : notice.tagged(tag.name(), payloads.write("tag '" + tag.name() + "'", tag.payload()));
    }

    private static void refuseAnother(Started wanted, Started earlier) {
        boolean same = wanted.notice().equals(earlier.notice()) && wanted.audience().equals(earlier.audience());
        if (!same) {
            throw new InvalidArgument("a broadcast '" + wanted.name() + "' was started at " + earlier.at()
                    + " with another notice or to others; give this one a name of its own");
        }
    }

    /** The groups that are not known to be deleted. */
    private List<String> groups(Broadcast broadcast) {
        List<String> wanted = switch (broadcast.audience()) {
            case Audience.Groups groups -> groups.ids();
            case Audience.Label label -> List.copyOf(labels.groups(label.name()));
        };
        if (wanted.size() > Broadcast.MOST_GROUPS) {
            throw refused(broadcast, wanted.size() + " groups; make several of " + Broadcast.MOST_GROUPS + " at most");
        }
        Set<String> deleted = Set.copyOf(estimator.deleted(wanted));
        if (!deleted.isEmpty() && broadcast.audience() instanceof Audience.Groups) {
            throw refused(broadcast, deleted.size() + " groups that were deleted, such as "
                    + deleted.iterator().next() + "; leave them out");
        }
        List<String> left = wanted.stream().filter(group -> !deleted.contains(group)).toList();
        if (left.isEmpty()) {
            throw refused(broadcast, "no group; " + switch (broadcast.audience()) {
                case Audience.Groups groups -> "name at least one";
                case Audience.Label label ->
                    "none bears the label '" + label.name() + "': group.label(\"" + label.name() + "\")";
            });
        }
        return left;
    }

    private static IllegalArgumentException refused(Broadcast broadcast, String where) {
        return new InvalidArgument("broadcast '" + broadcast.name() + "' goes to " + where);
    }

    /** The digest by which a list of groups is recognized. */
    private static String describe(Audience audience) {
        return switch (audience) {
            case Audience.Label label -> "label " + label.name();
            case Audience.Groups groups -> groups.ids().size() + " groups " + digest(groups.ids());
        };
    }

    private static String digest(List<String> ids) {
        return HexFormat.of().formatHex(Sha256.of(String.join("\n", ids)));
    }

    @Override
    public Optional<BroadcastProgress> progress(String name) {
        return store.progress(name);
    }

    @Override
    public BroadcastProgress stop(String name) {
        return stopped(name, true);
    }

    @Override
    public BroadcastProgress resume(String name) {
        return stopped(name, false);
    }

    private BroadcastProgress stopped(String name, boolean stopped) {
        if (known(name).stopped() != stopped) {
            store.stopped(name, stopped);
            record(name, stopped ? "stopped" : "resumed");
        }
        return known(name);
    }

    @Override
    public List<BroadcastProgress> list() {
        return store.latest(MOST_LISTED).stream().flatMap(name -> store.progress(name).stream()).toList();
    }

    private BroadcastProgress known(String name) {
        return store.progress(name).orElseThrow(() -> new InvalidArgument("no broadcast '" + name
                + "' is known; it was never started, or over " + BroadcastStore.KEPT.toDays() + " days ago"));
    }

    private void record(String name, String detail) {
        number.journal().record(Step.BROADCAST, "", name, detail);
    }
}
