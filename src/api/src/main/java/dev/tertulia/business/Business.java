package dev.tertulia.business;

/**
 * Direct access to the Graph API for a phone number: a bean that bots take in their constructors. It is for the only
 * number of the process; with several numbers choose with {@link #of}. Every call waits for WhatsApp's answer. It
 * throws {@link RefusedByWhatsApp} if the answer is an error, and {@link WhatsAppUnavailable} if there is none;
 * nothing is retried or stored. Lists are streams that fetch pages as needed and throw the same exceptions.
 */
public interface Business {

    /**
     * The business of a certain number.
     *
     * @param number its phone number id
     * @throws IllegalArgumentException if the process does not serve it
     */
    Business of(String number);

    /** The groups of the number. */
    GroupDirectory groups();

    /** The media files of the number. */
    MediaFiles media();

    /** The message templates of the account. */
    Templates templates();

    /** The phone numbers of the account and their state. */
    Numbers numbers();

    /** The people whom the number has blocked. */
    BlockList blockList();

    /** Message and price analytics. */
    Analytics analytics();

    /** The webhook subscriptions. */
    Subscription subscription();
}
