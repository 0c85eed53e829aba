package dev.tertulia.server.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import dev.tertulia.message.Member;
import dev.tertulia.moderation.bot.PersonEraser;
import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.CaseExport;
import dev.tertulia.moderation.cases.CaseQuery;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.server.cli.terminal.JsonPrinter;
import dev.tertulia.server.cli.terminal.Printer;
import dev.tertulia.server.settings.NumberIds;

/** Lists, shows and exports the cases of moderation; verifies their trail, and erases a person from it. */
@Command(name = "cases", mixinStandardHelpOptions = true, description = "Lists, shows and exports the cases of moderation, verifies their trail, and erases a person from it.", footer = {
        "tertulia cases list --state open", "tertulia cases show 4F2"})
final class CasesCommand implements Callable<Integer> {

    private final Supplier<CaseTrails> store;

    @Spec
    private CommandSpec spec;

    @Option(names = "--number", paramLabel = "ID", scope = ScopeType.INHERIT, description = "Uses only the cases of this phone number id.")
    private @Nullable String number;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Prints JSON.")
    private boolean json;

    /** The cases of a number in JSON. */
    private record Listed(String number, List<Map<String, Object>> cases) {}

    /** The result of a verification in JSON. */
    private record Verified(String number, List<String> problems) {}

    /** The result of an erasure in JSON. */
    private record Erased(String number, int entries, int messages, int examples) {

        static Erased of(String number, PersonEraser.Erased erased) {
            return new Erased(number, erased.entries(), erased.messages(), erased.examples());
        }
    }

    /** A case, and the number to which it belongs. */
    private record Found(String number, Case one) {}

    /** The form of an export. */
    enum Format {
        /** One case a line, in JSON. */
        JSONL,
        /** One case a line, with a header. */
        CSV
    }

    CasesCommand(Supplier<CaseTrails> store) {
        this.store = store;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(),
                "Write what to do: cases list, show, export, verify or erase.");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists cases, the latest first.", footer = "tertulia cases list --person Ana --limit 5")
    int list(@Mixin CaseFilter filter) {
        CaseQuery query = filter.query();
        try (CaseTrails open = store.get()) {
            Map<String, Trail> trails = open.of(number);
            if (json) {
                print(trails.entrySet().stream().map(entry -> new Listed(entry.getKey(),
                        entry.getValue().search(query).stream().map(CaseExport::values).toList())).toList());
            } else {
                trails.forEach((id, trail) -> list(id, trail.search(query)));
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private void list(String id, List<Case> cases) {
        out().println(id);
        cases.forEach(new CaseText(out())::brief);
        if (cases.isEmpty()) {
            out().println("  no cases");
        }
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows a case with what people wrote, and with everything that was decided.", footer = "tertulia cases show 4F2")
    int show(@Parameters(paramLabel = "CASE", description = "The number of a case, such as 4F2.") String typed) {
        try (CaseTrails open = store.get()) {
            List<Found> found = open.of(number).entrySet().stream()
                    .flatMap(entry -> entry.getValue().find(typed).map(one -> new Found(entry.getKey(), one)).stream())
                    .toList();
            if (found.size() > 1) {
                throw new ParameterException(spec.commandLine(), "several numbers have a case " + typed
                        + "; choose one with --number: "
                        + NumberIds.listed(found.stream().map(Found::number).toList()));
            }
            if (found.isEmpty()) {
                err().println("There is no case " + typed + "; list the latest with: cases list");
                return CommandLine.ExitCode.SOFTWARE;
            }
            if (json) {
                print(CaseExport.values(found.getFirst().one()));
            } else {
                new CaseText(out()).whole(found.getFirst().one());
            }
        }
        return CommandLine.ExitCode.OK;
    }

    @Command(name = "export", mixinStandardHelpOptions = true, description = "Writes all cases of a number, the earliest first.", footer = "tertulia cases export --format csv")
    int export(
            @Option(names = "--format", defaultValue = "jsonl", paramLabel = "FORMAT", description = "jsonl or csv; ${DEFAULT-VALUE} unless given.") String format) {
        Format chosen = format(format);
        try (CaseTrails open = store.get()) {
            Map<String, Trail> trails = open.of(number);
            if (trails.size() > 1) {
                throw new ParameterException(spec.commandLine(),
                        "an export has the cases of one number; choose one with --number: "
                                + String.join(", ", trails.keySet()));
            }
            Trail trail = trails.values().iterator().next();
            if (chosen == Format.CSV) {
                out().println(CaseExport.csvHeader());
                trail.all().forEach(one -> out().printLines(CaseExport.csv(one)));
            } else {
                trail.all().forEach(one -> print(CaseExport.values(one)));
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private Format format(String text) {
        try {
            return Format.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "'" + text + "' is not a format; write jsonl or csv");
        }
    }

    @Command(name = "verify", mixinStandardHelpOptions = true, description = "Compares the whole trail with its hashes, and names the first entry that was changed or is missing.", footer = "tertulia cases verify")
    int verify() {
        List<Verified> results;
        try (CaseTrails open = store.get()) {
            results = open.of(number).entrySet().stream()
                    .map(entry -> new Verified(entry.getKey(), entry.getValue().verify())).toList();
        }
        if (json) {
            print(results);
        } else {
            results.forEach(this::print);
        }
        return results.stream().allMatch(result -> result.problems().isEmpty())
                ? CommandLine.ExitCode.OK
                : CommandLine.ExitCode.SOFTWARE;
    }

    private void print(Verified result) {
        if (result.problems().isEmpty()) {
            out().println(result.number() + ": the trail is as it was written");
            return;
        }
        int more = result.problems().size() - 1;
        err().println(result.number() + ": " + result.problems().getFirst()
                + (more == 0 ? "" : ", and " + more + " more; list all with --json"));
    }

    @Command(name = "erase", mixinStandardHelpOptions = true, description = "Erases what moderation stores about a person: cases, kept messages and examples. The entries of the trail remain without the person, and it stays whole.", footer = "tertulia cases erase +15550001111")
    int erase(
            @Parameters(paramLabel = "PERSON", description = "A phone number or a user id, such as +15550001111 or US.134.") String person) {
        Member member = Member.find(person).orElseThrow(() -> new ParameterException(spec.commandLine(), "'" + person
                + "' is neither a phone number nor a user id; cases show prints the id of the person"));
        List<Erased> results;
        try (CaseTrails open = store.get()) {
            results = open.erasers(number).entrySet().stream()
                    .map(entry -> Erased.of(entry.getKey(), entry.getValue().erase(member, open.now()))).toList();
        }
        if (json) {
            print(results);
        } else {
            results.forEach(result -> out().printf("%s: %d entries, %d messages and %d examples erased%n",
                    result.number(), result.entries(), result.messages(), result.examples()));
        }
        return CommandLine.ExitCode.OK;
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
