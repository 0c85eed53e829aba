package dev.tertulia.moderation.cases;

import java.util.Locale;

/** What an entry of the trail records. */
public enum EntryKind {
    /** An event that rules have hit, or that a member has reported. */
    OPENED,
    /** A member reported the message. */
    REPORTED,
    /** A staff member approved what was proposed. */
    APPROVED,
    /** A staff member turned down what was proposed. */
    REFUSED,
    /** Nobody decided in time. */
    EXPIRED,
    /** WhatsApp carried out what was decided. */
    CARRIED_OUT,
    /** WhatsApp did not carry out what was decided. */
    FAILED,
    /** The person answered the question that was asked before joining. */
    ANSWERED,
    /** The person did not answer the question in time. */
    UNANSWERED,
    /** A staff member said that the rule should not have hit. */
    WRONG,
    /** A staff member forgave the strikes of the case. */
    FORGIVEN,
    /** The person asked staff to look at the case again. */
    APPEALED,
    /** A staff member confirmed the decision after an appeal. */
    UPHELD,
    /** What the trail knew about a person was erased. */
    ERASED;

    /** The name as it is written in exports, such as {@code carried-out}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
