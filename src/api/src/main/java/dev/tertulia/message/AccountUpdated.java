package dev.tertulia.message;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * WhatsApp takes measures against the business account, or takes them back. It is told once for each of the account's
 * phone numbers, in the conversation that stands for the account.
 *
 * @param restrictions for {@code RESTRICTED}: what is forbidden; empty when nothing is any more
 * @param detail       WhatsApp's word for what was violated, or the day on which the account is disabled
 */
public record AccountUpdated(Origin origin, Kind kind, List<Restriction> restrictions, @Nullable String detail)
        implements
            Event {

    public AccountUpdated {
        restrictions = List.copyOf(restrictions);
    }

    /** What happens to the account. */
    public enum Kind {
        /** Something is forbidden for a while; it is not done until then. */
        RESTRICTED,
        /** It broke a policy; nothing is forbidden yet. */
        VIOLATION,
        /** It will be disabled on a day that is told. */
        DISABLING_SCHEDULED,
        /** Nothing may be sent, until it is reinstated. */
        DISABLED,
        /** Everything is allowed again. */
        REINSTATED,
        /** It is no more. */
        DELETED,
        /** The partner that shared it has no access to it any more. */
        PARTNER_REMOVED
    }

    /**
     * Something that is forbidden.
     *
     * @param type  as WhatsApp names it, such as {@code RESTRICTED_BIZ_INITIATED_MESSAGING}
     * @param until when that ends; {@code null} if WhatsApp does not say
     */
    public record Restriction(String type, @Nullable Instant until) {

        /** Whether it holds at a moment. */
        public boolean holds(Instant at) {
            return until == null || at.isBefore(until);
        }
    }

    /** The same about the account of another number. */
    public AccountUpdated with(Origin other) {
        return new AccountUpdated(other, kind, restrictions, detail);
    }
}
