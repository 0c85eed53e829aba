package dev.tertulia.server.cli.line;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import dev.tertulia.journal.LogText;
import dev.tertulia.server.cli.store.StoreAccess;
import dev.tertulia.server.cli.store.StoreAccess.StoredNumber;
import dev.tertulia.server.cli.terminal.Count;
import dev.tertulia.server.cli.terminal.Output;
import dev.tertulia.server.cli.terminal.TimeText;
import dev.tertulia.store.MailCounts;
import dev.tertulia.store.WaitingMail;

/** Shows which events wait to be handled, and why. */
@Command(name = "inbox", mixinStandardHelpOptions = true, description = "Shows which events wait to be handled, and why: by conversation, the longest waiting first.", footer = {
        "tertulia inbox", "tertulia inbox --group \"Book club\"", "tertulia inbox --limit 100 --json"})
final class InboxCommand implements Callable<Integer> {

    private static final long LATE_SECONDS = 5;

    private final Supplier<StoreAccess> store;

    @Mixin
    private Output output;

    @Mixin
    private GroupFilter group;

    @Option(names = "--number", paramLabel = "ID", description = "Only this phone number id.")
    private @Nullable String number;

    @Option(names = "--limit", paramLabel = "NUMBER", defaultValue = "20", description = "The number of conversations at most; ${DEFAULT-VALUE} unless given.")
    private int limit;

    InboxCommand(Supplier<StoreAccess> store) {
        this.store = store;
    }

    /** The inbox of a number in JSON. */
    private record Inbox(String number, long waiting, long dead, long quarantined, List<Item> conversations) {

        static Inbox of(StoredNumber one, Stream<WaitingMail> mail) {
            MailCounts counts = one.stores().inbox().counts();
            return new Inbox(one.id(), counts.waiting(), counts.dead(), counts.quarantined(),
                    mail.map(Item::of).toList());
        }
    }

    /** A conversation in JSON. */
    private record Item(String conversation, long events, int attempts, boolean claimed, long readyForMillis,
            String why) {

        static Item of(WaitingMail mail) {
            return new Item(mail.group(), mail.events(), mail.attempts(), mail.claimed(), mail.readyFor().toMillis(),
                    InboxCommand.why(mail));
        }
    }

    @Override
    public Integer call() {
        output.checkLimit(limit);
        try (StoreAccess open = store.get()) {
            Predicate<String> selected = group.selected(open, number);
            List<Inbox> inboxes = open.stored(number).stream()
                    .map(one -> Inbox.of(one, one.stores().inbox().waiting(group.reading(limit)).stream()
                            .filter(mail -> selected.test(mail.group())).limit(limit)))
                    .toList();
            if (output.json()) {
                output.print(inboxes);
            } else {
                inboxes.forEach(this::print);
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private void print(Inbox inbox) {
        output.out().printf("%s: %s to handle; %s, %s that could not be read%n", inbox.number,
                Count.of(inbox.waiting, "event"), Count.of(inbox.dead, "dead letter"),
                Count.of(inbox.quarantined, "part"));
        inbox.conversations.forEach(item -> output.out().printf("  %s: %s%n    %s%n",
                LogText.shorten(item.conversation), Count.of(item.events, "event"), item.why));
    }

    private static String why(WaitingMail mail) {
        String tries = mail.attempts() == 0 ? "" : ", tried " + Count.of(mail.attempts(), "time");
        if (mail.claimed()) {
            return "a process handles the first one" + tries;
        }
        String time = TimeText.of(mail.readyFor());
        if (mail.readyFor().isNegative()) {
            return "the first one failed and is tried again in " + time + tries;
        }
        return "no process has taken them for " + time
                + (mail.readyFor().toSeconds() < LATE_SECONDS ? "" : "; is a server running?") + tries;
    }
}
