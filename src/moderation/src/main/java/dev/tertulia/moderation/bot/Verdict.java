package dev.tertulia.moderation.bot;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.CaseState;

/** What people can say about a case. */
public enum Verdict {
    /** What is proposed or asked for is approved; an appeal is granted. */
    YES {
        @Override
        public boolean isAllowed(Case one) {
            return one.state() == CaseState.APPEALED && !one.isForgiven()
                    || one.state() == CaseState.OPEN
                            && (one.deed(Deeds.PROPOSE).isPresent() || !StaffDesk.request(one).isEmpty());
        }
    },
    /** What is proposed or asked for is turned down; after an appeal, the decision is confirmed. */
    NO {
        @Override
        public boolean isAllowed(Case one) {
            return one.state() == CaseState.APPEALED || StaffDesk.canBeRefused(one);
        }
    },
    /** The person is removed from the group. */
    REMOVE {
        @Override
        public boolean isAllowed(Case one) {
            return StaffDesk.canBeRemoved(one);
        }
    },
    /** The rules should not have hit. */
    WRONG {
        @Override
        public boolean isAllowed(Case one) {
            return one.state() != CaseState.WRONG;
        }
    },
    /** The strikes of the case are taken back. */
    FORGIVE {
        @Override
        public boolean isAllowed(Case one) {
            return !one.isForgiven();
        }
    };

    /** Whether a case, as it is now, allows this. */
    public abstract boolean isAllowed(Case one);

    /** Whether this counts as an approval of what a case proposes. */
    boolean approves(Case one) {
        return this == REMOVE || this == YES && one.state() == CaseState.OPEN;
    }

    /** The name as it is written in commands, such as {@code yes}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The verdict with that name; empty if there is none. */
    public static Optional<Verdict> find(String word) {
        return Stream.of(values()).filter(verdict -> verdict.word().equals(word)).findFirst();
    }
}
