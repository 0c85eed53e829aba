package dev.tertulia.server.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import dev.tertulia.deadletter.CommandResult;
import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.deadletter.DeadLetterId;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.deadletter.DeadLetters;
import dev.tertulia.server.cli.store.StoreAccess;
import dev.tertulia.server.cli.terminal.JsonPrinter;
import dev.tertulia.server.cli.terminal.Printer;

/** Lists dead letters and everything else that left the normal flow; shows, retries or discards one. */
@Command(name = "dead-letters", aliases = "letters", mixinStandardHelpOptions = true, description = "Lists dead letters and everything else that left the normal flow: the number of each kind, or the letters of a kind, newest first.", footer = {
        "tertulia dead-letters", "tertulia dead-letters held", "tertulia dead-letters retry send:1772442000000-0"})
final class DeadLettersCommand implements Callable<Integer> {

    private static final int PAGE = 20;
    private static final Map<String, List<DeadLetterKind>> KINDS = Map.of("dead",
            List.of(DeadLetterKind.DEAD_EVENT, DeadLetterKind.DEAD_SEND),
            "held", List.of(DeadLetterKind.HELD), "unknown", List.of(DeadLetterKind.UNKNOWN), "parked",
            List.of(DeadLetterKind.PARKED),
            "quarantined", List.of(DeadLetterKind.QUARANTINED));

    private final Supplier<StoreAccess> store;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "KIND", description = "dead, held, unknown, parked or quarantined.")
    private @Nullable String kind;

    @Option(names = "--from", paramLabel = "ID", description = "Continues the list after this letter.")
    private @Nullable DeadLetterId from;

    @Option(names = "--number", paramLabel = "ID", scope = ScopeType.INHERIT, description = "Uses only the letters of this phone number id.")
    private @Nullable String number;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Prints JSON.")
    private boolean json;

    DeadLettersCommand(Supplier<StoreAccess> store) {
        this.store = store;
    }

    @Override
    public Integer call() {
        List<DeadLetterKind> kinds = kinds();
        try (StoreAccess open = store.get()) {
            List<DeadLetters> all = open.deadLetters(number);
            if (from != null && all.size() > 1) {
                throw new ParameterException(spec.commandLine(),
                        "--from continues the list of one number; name it with --number");
            }
            if (json) {
                print(all.stream().map(letters -> kinds.isEmpty()
                        ? LetterReport.counts(letters)
                        : LetterReport.page(letters, kinds, from, PAGE)).toList());
                return CommandLine.ExitCode.OK;
            }
            for (DeadLetters letters : all) {
                out().println(letters.number());
                if (kinds.isEmpty()) {
                    count(letters);
                }
                kinds.forEach(one -> list(letters, one));
            }
        }
        return CommandLine.ExitCode.OK;
    }

    /** The kinds to list; empty to count every kind. */
    private List<DeadLetterKind> kinds() {
        if (kind == null) {
            return from == null ? List.of() : List.of(from.kind());
        }
        List<DeadLetterKind> kinds = KINDS.get(kind);
        if (kinds == null) {
            throw new ParameterException(spec.commandLine(),
                    "'" + kind + "' is not a kind of letter; write dead, held, unknown, parked or quarantined");
        }
        if (from != null && !kinds.contains(from.kind())) {
            throw new ParameterException(spec.commandLine(), from + " is not a letter of the kind " + kind);
        }
        return from == null ? kinds : List.of(from.kind());
    }

    private void count(DeadLetters letters) {
        letters.counts().forEach((one, count) -> out().printf("  %-12s %7d  %s%n", plural(one), count, meaning(one)));
    }

    private void list(DeadLetters letters, DeadLetterKind one) {
        List<DeadLetter> page = letters.list(one, from, PAGE + 1);
        if (page.isEmpty()) {
            out().printf("  no %s%s%n", plural(one), from == null ? "" : " after " + from);
        }
        page.stream().limit(PAGE).forEach(letter -> out().printf("  %s  %s  %s%n    %s%n", letter.id(), letter.since(),
                group(letter), letter.cause()));
        if (page.size() > PAGE) {
            out().printf("  more %s: dead-letters --number %s --from %s%n", plural(one), letters.number(),
                    page.get(PAGE - 1).id());
        }
    }

    private static String group(DeadLetter letter) {
        return letter.group().isEmpty() ? "-" : letter.group();
    }

    private static String plural(DeadLetterKind one) {
        return switch (one) {
            case DEAD_EVENT -> "dead events";
            case DEAD_SEND -> "dead sends";
            default -> KINDS.entrySet().stream().filter(e -> e.getValue().contains(one)).map(Map.Entry::getKey)
                    .collect(Collectors.joining());
        };
    }

    private static String meaning(DeadLetterKind one) {
        return switch (one) {
            case DEAD_EVENT -> "events whose handlers failed permanently";
            case DEAD_SEND -> "messages and operations that failed permanently";
            case HELD -> "messages that wait for the group's window or the daily cost limit";
            case UNKNOWN -> "messages that may have been sent and wait for a status";
            case PARKED -> "groups that wait for a member to join or for WhatsApp to lift a restriction";
            case QUARANTINED -> "parts of deliveries that could not be read";
        };
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows a letter with its content, which may contain text that people wrote.", footer = "tertulia dead-letters show send:1772442000000-0")
    int show(@Parameters(paramLabel = "ID", description = "The id of a letter, as in the list.") DeadLetterId id) {
        return with(id, letters -> letters.find(id).map(letter -> {
            if (json) {
                print(LetterReport.Item.of(letter, letter.content()));
                return CommandLine.ExitCode.OK;
            }
            out().println(id);
            row("Group", group(letter));
            row("Since", letter.since());
            Optional.ofNullable(letter.expires()).ifPresent(expires -> row("Expires", expires));
            row("Cause", letter.cause());
            row("Content", letter.content());
            return CommandLine.ExitCode.OK;
        }));
    }

    private void row(String name, Object value) {
        out().printf("  %-8s %s%n", name + ":", value);
    }

    @Command(name = "retry", mixinStandardHelpOptions = true, description = "Returns a letter to the normal flow; a part of a delivery that could not be read is read again.", footer = "tertulia dead-letters retry send:1772442000000-0")
    int retry(@Parameters(paramLabel = "ID", description = "The id of a letter, as in the list.") DeadLetterId id) {
        return with(id, letters -> Optional.of(answer(id, letters.retry(id))));
    }

    @Command(name = "discard", mixinStandardHelpOptions = true, description = "Deletes a letter; for a parked group, everything that waits to be sent.", footer = "tertulia dead-letters discard raw:1772442000000-0")
    int discard(@Parameters(paramLabel = "ID", description = "The id of a letter, as in the list.") DeadLetterId id) {
        return with(id, letters -> Optional.of(answer(id, letters.discard(id))));
    }

    private int answer(DeadLetterId id, CommandResult answer) {
        if (json) {
            print(new LetterReport.Result(id.toString(), answer.done(), answer.words()));
        } else {
            Printer to = answer.done() ? out() : err();
            to.println(id + ": " + answer.words());
        }
        return answer.done() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    /** Applies a function to the dead letters of the number that has the letter. */
    private int with(DeadLetterId id, Function<DeadLetters, Optional<Integer>> work) {
        try (StoreAccess open = store.get()) {
            List<DeadLetters> holders = open.deadLetters(number).stream()
                    .filter(letters -> letters.find(id).isPresent())
                    .toList();
            if (holders.size() > 1) {
                throw new ParameterException(spec.commandLine(), "several numbers have a letter " + id
                        + "; choose one with --number: "
                        + holders.stream().map(DeadLetters::number).collect(Collectors.joining(", ")));
            }
            return holders.stream().findFirst().flatMap(work).orElseGet(() -> {
                err().println("There is no letter %s; it may have been removed. Count the letters with: dead-letters"
                        .formatted(id));
                return CommandLine.ExitCode.SOFTWARE;
            });
        }
    }

    private void print(Object value) {
        JsonPrinter.print(spec.commandLine().getOut(), value);
    }

    private Printer out() {
        return new Printer(spec.commandLine().getOut());
    }

    private Printer err() {
        return new Printer(spec.commandLine().getErr());
    }
}
