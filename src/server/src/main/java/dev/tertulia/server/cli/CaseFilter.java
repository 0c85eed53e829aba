package dev.tertulia.server.cli;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

import dev.tertulia.moderation.cases.CaseQuery;
import dev.tertulia.moderation.cases.CaseState;

/** The options that select cases. */
final class CaseFilter {

    private static final int MOST = 1_000;

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--person", paramLabel = "PERSON", description = "Only cases about this person: a name, a part of one, a phone number or a user id.")
    private @Nullable String person;

    @Option(names = "--group", paramLabel = "ID", description = "Only cases of the group with this id.")
    private @Nullable String group;

    @Option(names = "--rule", paramLabel = "RULE", description = "Only cases that this rule hit: its name, or policy/name.")
    private @Nullable String rule;

    @Option(names = "--state", paramLabel = "STATE", description = "Only cases in this state, such as open or carried-out.")
    private @Nullable String state;

    @Option(names = "--limit", defaultValue = "20", paramLabel = "NUMBER", description = "The number of cases at most; ${DEFAULT-VALUE} unless given.")
    private int limit;

    CaseQuery query() {
        if (limit < 1 || limit > MOST) {
            throw new ParameterException(spec.commandLine(),
                    "--limit is %d; write a number from 1 to %d".formatted(limit, MOST));
        }
        return new CaseQuery(person, group, rule, state(), limit);
    }

    private @Nullable CaseState state() {
        if (state == null) {
            return null;
        }
        Optional<CaseState> found = CaseState.find(state);
        return found.orElseThrow(() -> new ParameterException(spec.commandLine(), "'" + state
                + "' is not a state of cases; write one of "
                + Stream.of(CaseState.values()).map(CaseState::word).collect(Collectors.joining(", "))));
    }
}
