package dev.tertulia.moderation.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A case: one event, the rules that hit, what was done, and what people decided.
 *
 * @param number    the short number, such as {@code 4F2}
 * @param version   the version of the rules that decided
 * @param on        the kind of event, such as {@code message}
 * @param who       the person whom it is about; {@code null} if that was erased
 * @param messageId the message; {@code null} for other events, or if it was erased
 * @param text      its words; {@code null} if there are none, or if they were erased
 * @param strikes   the strikes that it earned, by policy
 * @param entries   everything that was recorded, in order; the first one opened the case
 */
public record Case(String number, Instant at, CaseState state, String version, String group, String on,
        @Nullable Who who, @Nullable String messageId, @Nullable String text, List<Finding> findings,
        List<Deed> deeds, Map<String, Integer> strikes, List<CaseEntry> entries) {

    /** The deed of that action which was done or proposed. */
    public Optional<Deed> deed(String action) {
        return deeds.stream().filter(deed -> deed.done() && deed.action().equals(action)).findFirst();
    }

    /** The names of the rules that hit, each with its policy. */
    public List<String> rules() {
        return findings.stream().map(Finding::rule).distinct().toList();
    }

    /** The name of the person; empty if it was erased. */
    public String name() {
        return who == null ? "" : who.name();
    }

    /** The entries of a kind. */
    public Stream<CaseEntry> entries(EntryKind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind);
    }

    /** The number of approvals that a proposal needs. */
    public int approvalsNeeded() {
        return deed("propose").map(deed -> deed.get("approvals")).filter(text -> !text.isEmpty())
                .map(Integer::parseInt).orElse(1);
    }

    /** The entry that decided the case last; empty if nobody has decided. */
    public Optional<CaseEntry> decision() {
        return entries.reversed().stream().filter(entry -> switch (entry.kind()) {
            case APPROVED, REFUSED, EXPIRED, WRONG, FORGIVEN, UPHELD -> true;
            default -> false;
        }).findFirst();
    }

    /** Whether its strikes count no longer. */
    public boolean isForgiven() {
        return entries.stream().map(CaseEntry::kind).anyMatch(CaseFold::forgives);
    }
}
