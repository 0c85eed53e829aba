package dev.tertulia.outbox;

import java.time.Instant;
import java.util.Optional;

import dev.tertulia.action.Action;

/** How the account stands with WhatsApp: what its measures against the account forbid for now. */
public interface AccountRestrictions {

    /** The restrictions of an account without any. */
    AccountRestrictions GOOD = new AccountRestrictions() {
        @Override
        public Optional<Refusal> bars(Action action) {
            return Optional.empty();
        }

        @Override
        public boolean eased() {
            return false;
        }

        @Override
        public void changed() {}
    };

    /**
     * Why something may not be done.
     *
     * @param until when to look again
     */
    record Refusal(Instant until, String reason) {}

    /** Why this may not be asked of WhatsApp now; empty if it may. */
    Optional<Refusal> bars(Action action);

    /** Whether less is forbidden than at the last look. */
    boolean eased();

    /** The account has changed, so the cached restrictions are no longer valid. */
    void changed();
}
