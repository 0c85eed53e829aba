package dev.tertulia.server.console.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.moderation.bot.Verdict;
import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.CaseEntry;
import dev.tertulia.moderation.cases.CaseState;
import dev.tertulia.moderation.cases.EntryKind;
import dev.tertulia.moderation.cases.Finding;
import dev.tertulia.moderation.cases.Who;

/**
 * A case as pages show it.
 *
 * @param one       the case
 * @param groupName the subject of its group, or the id
 * @param text      its words, with evidence marked
 */
public record CaseView(Case one, String groupName, List<Marked.Part> text) {

    private static final Duration USUAL_EXPIRY = Duration.ofDays(1);

    /** A case of a group with this name. */
    public static CaseView of(Case one, String groupName) {
        return new CaseView(one, groupName,
                Marked.parts(one.text(), one.findings().stream().map(Finding::evidence).toList()));
    }

    /** The id of the person; {@code null} if it was erased. */
    public @Nullable String personId() {
        Who who = one.who();
        return who == null ? null : who.id();
    }

    /** The name of the person, or the id where there is no name; {@code null} if it was erased. */
    public @Nullable String person() {
        return one.name().isEmpty() ? personId() : one.name();
    }

    /** The name of who reported it; empty if a rule hit. */
    public String reporter() {
        return one.entries().getFirst().byName();
    }

    /** The number of people who have reported it. */
    public long reports() {
        return one.entries(EntryKind.REPORTED).count() + (reporter().isEmpty() ? 0 : 1);
    }

    /** The names of those who have approved. */
    public List<String> approvals() {
        return one.entries(EntryKind.APPROVED).map(CaseEntry::byName).toList();
    }

    /** Whether a removal is proposed and not decided. */
    public boolean isProposal() {
        return one.state() == CaseState.OPEN && one.deed("propose").isPresent();
    }

    /** When the proposal lapses; {@code null} if it does not. */
    public @Nullable Instant expires() {
        return isProposal()
                ? one.deed("propose").map(deed -> deed.get("expires"))
                        .map(time -> one.at().plus(time.isEmpty() ? USUAL_EXPIRY : Duration.parse(time))).orElse(null)
                : null;
    }

    /** The latest appeal, if it waits for an answer. */
    public @Nullable CaseEntry appeal() {
        return one.state() == CaseState.APPEALED
                ? one.entries(EntryKind.APPEALED).reduce((first, second) -> second).orElse(null)
                : null;
    }

    /** What people can say about it now. */
    public List<Verdict> verdicts() {
        return Stream.of(Verdict.values()).filter(verdict -> verdict.isAllowed(one))
                .filter(verdict -> verdict != Verdict.REMOVE || !Verdict.YES.isAllowed(one))
                .filter(verdict -> verdict != Verdict.FORGIVE || !one.strikes().isEmpty()).toList();
    }

    /** The key of the keyboard for a verdict; {@code null} if it has none. */
    public static @Nullable String key(Verdict verdict) {
        return switch (verdict) {
            case YES -> "y";
            case NO -> "n";
            case WRONG -> "w";
            default -> null;
        };
    }

    /** The class of its state in the style sheet. */
    public String tone() {
        return switch (one.state()) {
            case OPEN, APPEALED, APPROVED -> "warning";
            case FAILED -> "bad";
            case CARRIED_OUT, DONE, UPHELD -> "good";
            default -> "";
        };
    }
}
