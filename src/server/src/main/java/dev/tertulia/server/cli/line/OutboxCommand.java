package dev.tertulia.server.cli.line;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.deadletter.DeadLetters;
import dev.tertulia.journal.LogText;
import dev.tertulia.outbox.SendCounts;
import dev.tertulia.outbox.WaitingSend;
import dev.tertulia.server.cli.store.StoreAccess;
import dev.tertulia.server.cli.terminal.Count;
import dev.tertulia.server.cli.terminal.Output;

/** Shows what waits to be sent, and why. */
@Command(name = "outbox", mixinStandardHelpOptions = true, description = "Shows what waits to be sent, and why: the first entry of each queue, the oldest first; then what is held, and parked groups.", footer = {
        "tertulia outbox", "tertulia outbox --group \"Book club\"", "tertulia outbox --limit 100 --json"})
final class OutboxCommand implements Callable<Integer> {

    private final Supplier<StoreAccess> store;

    @Mixin
    private Output output;

    @Mixin
    private GroupFilter group;

    @Option(names = "--number", paramLabel = "ID", description = "Only this phone number id.")
    private @Nullable String number;

    @Option(names = "--limit", paramLabel = "NUMBER", defaultValue = "20", description = "The number of entries of each kind at most; ${DEFAULT-VALUE} unless given.")
    private int limit;

    OutboxCommand(Supplier<StoreAccess> store) {
        this.store = store;
    }

    /** The outbox of a number in JSON. */
    private record Outbox(String number, long waiting, long inHand, long unknown, long held, long parked, long dead,
            List<Item> entries) {}

    /**
     * A queue, a held entry or a parked group in JSON.
     *
     * @param state    waiting, held or parked
     * @param entries  the number of entries in the queue
     * @param priority {@code null} for what is held and parked, as the lane is
     */
    private record Item(String state, String conversation, String since, long entries, @Nullable String what,
            @Nullable String lane, @Nullable String priority, String why) {

        static Item of(WaitingSend waiting, Instant now) {
            return new Item("waiting", waiting.first().group(), waiting.first().created().toString(),
                    waiting.entries(), SendText.what(waiting.first()), word(waiting.first().lane()),
                    word(waiting.first().priority()), SendText.why(waiting, now));
        }

        static Item of(String state, DeadLetter letter) {
            return new Item(state, letter.group(), letter.since().toString(), 1, null, null, null, letter.cause());
        }

        private static String word(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        output.checkLimit(limit);
        try (StoreAccess open = store.get()) {
            Predicate<String> selected = group.selected(open, number);
            List<Outbox> all = open.stored(number).stream().map(one -> {
                DeadLetters letters = open.deadLetters(one.id()).getFirst();
                Stream<Item> waiting = one.stores().outbox().waiting(group.reading(limit)).stream()
                        .map(queue -> Item.of(queue, open.now()));
                return outbox(one.id(), one.stores().outbox().counts(),
                        Stream.of(waiting, apart("held", letters, DeadLetterKind.HELD),
                                apart("parked", letters, DeadLetterKind.PARKED))
                                .flatMap(items -> items.filter(item -> selected.test(item.conversation))
                                        .limit(limit)));
            }).toList();
            if (output.json()) {
                output.print(all);
            } else {
                all.forEach(this::print);
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private Stream<Item> apart(String state, DeadLetters letters, DeadLetterKind kind) {
        return letters.list(kind, null, group.reading(limit)).stream().map(letter -> Item.of(state, letter));
    }

    private static Outbox outbox(String number, SendCounts counts, Stream<Item> entries) {
        SendCounts.Apart apart = counts.apart();
        return new Outbox(number, counts.waiting(), apart.inHand(), apart.unknown(), apart.held(), apart.parked(),
                apart.dead(), entries.toList());
    }

    private void print(Outbox outbox) {
        output.out().printf("%s: %d to send, %d being sent, %d held, %d in parked groups, %s%n", outbox.number,
                outbox.waiting, outbox.inHand, outbox.held, outbox.parked, Count.of(outbox.dead, "dead letter"));
        outbox.entries.forEach(this::print);
    }

    private void print(Item item) {
        String what = item.what == null
                ? item.state
                : "%s%s".formatted(item.what, item.entries == 1 ? "" : ", and " + (item.entries - 1) + " behind it");
        output.out().printf("  %s  %s: %s%n    %s%n", item.since, LogText.shorten(item.conversation), what, item.why);
    }
}
