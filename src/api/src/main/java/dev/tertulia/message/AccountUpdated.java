package dev.tertulia.message;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A measure that WhatsApp takes against the business account, or lifts. It is delivered once for each of the
 * account's phone numbers, in the account's conversation.
 *
 * @param restrictions for {@code RESTRICTED}: what is forbidden; empty when nothing is forbidden any more
 * @param detail       WhatsApp's name of the violation, or the day on which the account will be disabled
 */
public record AccountUpdated(Origin origin, Kind kind, List<Restriction> restrictions, @Nullable String detail)
        implements
            Event {

    public AccountUpdated {
        restrictions = List.copyOf(restrictions);
    }

    /** The kinds of measures. */
    public enum Kind {
        /** Some actions are forbidden for a time; they are held until then. */
        RESTRICTED,
        /** The account violated a policy; nothing is forbidden yet. */
        VIOLATION,
        /** The account will be disabled on the given day. */
        DISABLING_SCHEDULED,
        /** The account is disabled: nothing can be sent until it is reinstated. */
        DISABLED,
        /** The account is reinstated: everything is allowed again. */
        REINSTATED,
        /** The account was deleted. */
        DELETED,
        /** The partner that shared the account has lost its access. */
        PARTNER_REMOVED
    }

    /**
     * A restriction.
     *
     * @param type  the name that WhatsApp uses, such as {@code RESTRICTED_BIZ_INITIATED_MESSAGING}
     * @param until when the restriction ends; {@code null} if WhatsApp does not say
     */
    public record Restriction(String type, @Nullable Instant until) {

        /** Whether the restriction applies at a given time. */
        public boolean holds(Instant at) {
            return until == null || at.isBefore(until);
        }
    }

    /** The same update for another number of the account. */
    public AccountUpdated with(Origin other) {
        return new AccountUpdated(other, kind, restrictions, detail);
    }
}
