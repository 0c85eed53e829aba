package dev.tertulia.server.doctor;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A check of one part of an installation. It changes nothing. */
interface Check {

    /** The name, as in {@code docs/doctor.md} and on the command line. */
    String name();

    /** The id of the phone number that is checked; {@code null} if the check is about no number. */
    default @Nullable String number() {
        return null;
    }

    /** The name of the check without which this one makes no sense; empty for none. */
    default String after() {
        return "";
    }

    /**
     * Returns what was found, at least one finding.
     *
     * @throws dev.tertulia.business.RefusedByWhatsApp   if WhatsApp refuses a query
     * @throws dev.tertulia.business.WhatsAppUnavailable if WhatsApp does not answer a query
     * @throws dev.tertulia.store.StoreUnavailable       if Redis does not answer
     */
    List<Finding> findings();
}
