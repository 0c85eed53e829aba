package dev.tertulia.business;

/**
 * The business behind a phone number, to be asked at any time: a bean that bots take in their constructors. It is the
 * business of the only number of the process; with several, {@link #of} says which one. Every call waits for
 * WhatsApp's answer, and throws {@link RefusedByWhatsApp} when that is an error and {@link WhatsAppUnavailable} when there is
 * none; nothing is repeated and nothing is kept. Lists are streams that fetch a page when they need it, and throw the
 * same.
 */
public interface Business {

    /**
     * The business of a certain number.
     *
     * @param number its phone number id
     * @throws IllegalArgumentException when the process does not serve it
     */
    Business of(String number);

    /** Its groups, to read. */
    GroupDirectory groups();

    /** Its files, to send and to fetch. */
    Media media();

    /** Its templates, to read. */
    Templates templates();

    /** Its phone numbers, and how they are. */
    Numbers numbers();

    /** How much was sent and what it cost. */
    Analytics analytics();

    /** Where its webhooks go. */
    Subscription subscription();
}
