package dev.tertulia.moderation.bot;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;

import dev.tertulia.bot.Groups;
import dev.tertulia.message.Origin;
import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.CaseEntry;
import dev.tertulia.moderation.cases.CaseState;
import dev.tertulia.moderation.cases.EntryKind;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.moderation.cases.Who;

/**
 * Where people decide about cases outside of WhatsApp. A decision is handled as an event of the case's group, once, by the
 * code of the staff's commands.
 */
@Singleton
@Requires(condition = RuleFileGiven.class)
public final class CaseDesk {

    /** The name of the timer that carries a decision into a turn. */
    static final String TIMER = "moderation-decision";
    /** The part of an entry that names the decision. */
    static final String DECISION = "decision";

    private static final String OUTSIDE = "outside:";

    private final Groups groups;
    private final CaseFiles files;

    CaseDesk(Groups groups, CaseFiles files) {
        this.groups = groups;
        this.files = files;
    }

    /**
     * A decision about a case.
     *
     * @param id   different for each decision
     * @param one  the number of the case
     * @param by   the name of the person who decides, which also tells people apart
     * @param note what the person wrote; empty if nothing
     */
    public record Decision(String id, Verdict verdict, String one, String by, String note) {

        /** The person as the trail records it. */
        Who who() {
            return new Who(OUTSIDE + by.strip().toLowerCase(Locale.ROOT), by.strip(), null);
        }
    }

    /** What became of a decision. */
    public enum Outcome {
        /** It counts. */
        TAKEN,
        /** Somebody else, or time, was faster. */
        TOO_LATE,
        /** The same person has approved before, and another one is needed. */
        ANOTHER_NEEDED,
        /** It is not handled yet. */
        WAITS
    }

    /** The cases of a phone number. */
    public Trail trail(String number) {
        return files.trail(new Origin(number, "", Origin.account(number), Instant.now(), ""));
    }

    /** Hands a decision over. {@link #outcome} tells what becomes of it. */
    public void decide(String number, Case one, Decision decision) {
        groups.of(number).group(one.group()).timer(TIMER).key(decision.id()).start(Duration.ZERO, decision);
    }

    /** What has become of a decision, by the case as it is now. */
    public static Outcome outcome(Case one, Decision decision) {
        if (one.entries().stream().anyMatch(entry -> decision.id().equals(entry.more().get(DECISION)))) {
            return Outcome.TAKEN;
        }
        if (!decision.verdict().isAllowed(one)) {
            return Outcome.TOO_LATE;
        }
        return one.state() == CaseState.OPEN && decision.verdict().approves(one)
                && one.entries(EntryKind.APPROVED).map(CaseEntry::by)
                        .anyMatch(by -> by != null && by.id().equals(decision.who().id()))
                                ? Outcome.ANOTHER_NEEDED
                                : Outcome.WAITS;
    }
}
