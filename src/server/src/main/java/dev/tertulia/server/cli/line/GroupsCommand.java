package dev.tertulia.server.cli.line;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.tertulia.message.GroupFacts;
import dev.tertulia.server.cli.store.StoreAccess;
import dev.tertulia.server.cli.store.StoreAccess.StoredNumber;
import dev.tertulia.server.cli.terminal.Count;
import dev.tertulia.server.cli.terminal.Output;

/** Lists the groups in which somebody wrote. */
@Command(name = "groups", mixinStandardHelpOptions = true, description = "Lists the groups in which somebody wrote, the latest first, with window and members.", footer = {
        "tertulia groups", "tertulia groups \"book club\"", "tertulia groups --label vip --limit 1000 --json"})
final class GroupsCommand implements Callable<Integer> {

    private final Supplier<StoreAccess> store;

    @Mixin
    private Output output;

    @Parameters(arity = "0..1", paramLabel = "TEXT", description = "Only groups with this text in their id, subject, or the name of a member.")
    private @Nullable String text;

    @Option(names = "--label", paramLabel = "LABEL", description = "Only groups with this label.")
    private @Nullable String label;

    @Option(names = "--number", paramLabel = "ID", description = "Only groups of this phone number id.")
    private @Nullable String number;

    @Option(names = "--limit", paramLabel = "NUMBER", defaultValue = "50", description = "The number of groups at most; ${DEFAULT-VALUE} unless given.")
    private int limit;

    GroupsCommand(Supplier<StoreAccess> store) {
        this.store = store;
    }

    /** A group in JSON. */
    private record Item(String number, String id, @Nullable String subject, boolean open, @Nullable String until,
            @Nullable String lastActivity, int members, boolean suspended, Set<String> labels) {

        static Item of(FoundGroup found, Instant now) {
            GroupFacts facts = found.group().facts();
            return new Item(found.number().id(), found.id(), found.subject(), found.isOpen(now), found.until(),
                    Optional.ofNullable(facts.times().lastActivity()).map(Objects::toString).orElse(null),
                    facts.members().size(), facts.profile().suspended(), found.number().stores().labels().of(
                            found.id()));
        }
    }

    @Override
    public Integer call() {
        output.checkLimit(limit);
        try (StoreAccess open = store.get()) {
            Instant now = open.now();
            if (output.json()) {
                output.print(open.stored(number).stream().flatMap(one -> found(one).limit(limit))
                        .map(found -> Item.of(found, now)).toList());
            } else {
                open.stored(number).forEach(one -> print(one, now));
            }
            return CommandLine.ExitCode.OK;
        }
    }

    private Stream<FoundGroup> found(StoredNumber one) {
        Set<String> labelled = label == null ? Set.of() : one.stores().labels().groups(label);
        return FoundGroup.groups(one).stream().map(group -> new FoundGroup(one, group))
                .filter(group -> group.group().facts().times().deleted() == null)
                .filter(group -> label == null || labelled.contains(group.id())).filter(this::matches);
    }

    private boolean matches(FoundGroup found) {
        return text == null || Stream.concat(Stream.of(found.id(), Objects.requireNonNullElse(found.subject(), "")),
                found.group().facts().members().stream().map(person -> person.member().name()))
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)));
    }

    private void print(StoredNumber one, Instant now) {
        List<FoundGroup> all = found(one).toList();
        output.out().println(one.id() + (all.isEmpty() ? ": no group" : ""));
        all.stream().limit(limit).forEach(found -> row(found, now));
        if (all.size() > limit) {
            output.out().printf("  … and %d more; --limit shows more of them%n", all.size() - limit);
        }
    }

    private void row(FoundGroup found, Instant now) {
        GroupFacts facts = found.group().facts();
        output.out().printf("  %-5s until %-20s  %s  %s%s%n", found.isOpen(now) ? "open" : "shut",
                Objects.requireNonNullElse(found.until(), "-"), Count.of(facts.members().size(), "member"),
                found.title(),
                facts.profile().suspended() ? ", suspended" : "");
    }
}
