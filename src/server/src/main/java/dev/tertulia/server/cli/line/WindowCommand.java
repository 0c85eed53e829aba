package dev.tertulia.server.cli.line;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.tertulia.message.GroupFacts;
import dev.tertulia.server.cli.store.StoreAccess;
import dev.tertulia.server.cli.terminal.Count;
import dev.tertulia.server.cli.terminal.Output;
import dev.tertulia.server.cli.terminal.TimeText;

/** Shows whether the customer service window of a group is open. */
@Command(name = "window", mixinStandardHelpOptions = true, description = "Shows whether the window of a group is open, and until when. While it is shut, only templates are sent.", footer = {
        "tertulia window \"Book club\"", "tertulia window Y2FwaV9ncm91cDox --json"})
final class WindowCommand implements Callable<Integer> {

    private final Supplier<StoreAccess> store;

    @Mixin
    private Output output;

    @Parameters(paramLabel = "GROUP", description = "The id or the subject of a group.")
    private String group;

    @Option(names = "--number", paramLabel = "ID", description = "Only groups of this phone number id.")
    private @Nullable String number;

    WindowCommand(Supplier<StoreAccess> store) {
        this.store = store;
    }

    /** The window in JSON. */
    private record Window(String number, String group, @Nullable String subject, boolean open, @Nullable String until,
            @Nullable String lastActivity, long held) {}

    @Override
    public Integer call() {
        try (StoreAccess open = store.get()) {
            FoundGroup found = FoundGroup.find(open, number, group);
            GroupFacts.Times times = found.group().facts().times();
            long held = found.number().stores().outbox().countHeld(found.id());
            if (output.json()) {
                output.print(new Window(found.number().id(), found.id(), found.subject(), found.isOpen(open.now()),
                        found.until(), times.lastActivity() == null ? null : Objects.toString(times.lastActivity()),
                        held));
                return CommandLine.ExitCode.OK;
            }
            output.out().println(found.title());
            output.out().println("  " + sentence(found, open.now()));
            if (held > 0) {
                output.out().printf("  %s held until somebody writes: dead-letters held%n", Count.of(held, "message"));
            }
            return CommandLine.ExitCode.OK;
        }
    }

    private static String sentence(FoundGroup found, Instant now) {
        Instant until = found.group().openUntil().orElse(null);
        if (until == null) {
            return "shut: nobody has written yet";
        }
        if (found.isOpen(now)) {
            return "open until %s, for %s more".formatted(until, TimeText.of(Duration.between(now, until)));
        }
        return until.isAfter(now)
                ? "counts as shut, because it ends in less than the margin of %s, at %s".formatted(
                        TimeText.of(found.number().settings().window().margin()), until)
                : "shut since %s, for %s".formatted(until, TimeText.of(Duration.between(until, now)));
    }
}
