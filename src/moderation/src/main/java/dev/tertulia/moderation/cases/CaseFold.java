package dev.tertulia.moderation.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Derives a case from its entries. */
final class CaseFold {

    private CaseFold() {}

    /** The case of these entries in the order of the trail; empty if the first one does not open a case. */
    static Optional<Case> of(List<TrailEntry> entries) {
        if (entries.isEmpty() || entries.getFirst().fact().kind() != EntryKind.OPENED) {
            return Optional.empty();
        }
        TrailEntry first = entries.getFirst();
        Fact fact = first.fact();
        Personal personal = first.personal();
        boolean known = personal != null;
        Case opened = new Case(fact.number(), first.at(), opened(fact), text(fact.version()), text(fact.group()),
                text(fact.on()), known ? personal.who() : null, known ? personal.messageId() : null,
                known ? personal.text() : null, known ? personal.findings() : fact.findings(),
                known ? personal.deeds() : fact.deeds(), fact.strikes(),
                entries.stream().map(CaseFold::entry).toList());
        return Optional.of(stateAfter(opened));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static CaseEntry entry(TrailEntry entry) {
        Personal personal = entry.personal();
        return new CaseEntry(entry.place(), entry.at(), entry.fact().kind(), personal == null ? null : personal.by(),
                personal == null ? null : personal.text(), entry.fact().more());
    }

    private static CaseState opened(Fact fact) {
        if (waits(fact.deeds())) {
            return CaseState.OPEN;
        }
        return fact.deeds().stream().anyMatch(deed -> deed.done() && !deed.action().equals("note"))
                ? CaseState.DONE
                : CaseState.NOTED;
    }

    /** Whether one of these deeds leaves something to be decided. */
    static boolean waits(List<Deed> deeds) {
        return deeds.stream().anyMatch(deed -> deed.done() && WAITING.contains(deed.action()));
    }

    /** The actions that leave something to be decided. */
    private static final List<String> WAITING = List.of("propose", "report", "ask");

    private static Case stateAfter(Case opened) {
        CaseState state = opened.state();
        int approvals = 0;
        for (CaseEntry entry : opened.entries()) {
            approvals += entry.kind() == EntryKind.APPROVED ? 1 : 0;
            state = next(state, entry, approvals >= opened.approvalsNeeded());
        }
        return new Case(opened.number(), opened.at(), state, opened.version(), opened.group(), opened.on(),
                opened.who(), opened.messageId(), opened.text(), opened.findings(), opened.deeds(), opened.strikes(),
                opened.entries());
    }

    /** The outcome of a question at the door that settles nothing. */
    private static final String LEFT_TO_STAFF = "left to staff";
    private static final Map<EntryKind, CaseState> STATES = Map.of(EntryKind.REFUSED, CaseState.REFUSED,
            EntryKind.EXPIRED, CaseState.EXPIRED, EntryKind.CARRIED_OUT, CaseState.CARRIED_OUT, EntryKind.FAILED,
            CaseState.FAILED, EntryKind.WRONG, CaseState.WRONG,
            EntryKind.FORGIVEN, CaseState.FORGIVEN, EntryKind.APPEALED, CaseState.APPEALED, EntryKind.UPHELD,
            CaseState.UPHELD);

    private static CaseState next(CaseState state, CaseEntry entry, boolean enough) {
        return switch (entry.kind()) {
            case OPENED, REPORTED, ERASED -> state;
            case APPROVED -> enough ? CaseState.APPROVED : state;
            case ANSWERED, UNANSWERED -> LEFT_TO_STAFF.equals(entry.more().get("outcome"))
                    ? CaseState.OPEN
                    : CaseState.DONE;
            default -> STATES.getOrDefault(entry.kind(), state);
        };
    }

    /** Whether an entry of this kind takes the strikes of its case back. */
    static boolean forgives(EntryKind kind) {
        return kind == EntryKind.WRONG || kind == EntryKind.FORGIVEN;
    }
}
