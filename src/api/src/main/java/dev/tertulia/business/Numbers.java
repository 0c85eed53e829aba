package dev.tertulia.business;

import java.util.stream.Stream;

/** The phone numbers of the business, and how they are (wire reference, part 6). */
public interface Numbers {

    /** This number. */
    NumberInfo info();

    /** Whether this number may send, and if not, what is in the way. */
    NumberHealth health();

    /** All numbers of the account, in short. It needs {@code WHATSAPP_BUSINESS_ACCOUNT_ID}. */
    Stream<NumberInfo> list();
}
