package dev.tertulia.business;

import java.util.stream.Stream;

/** The phone numbers of the account and their state (wire reference, part 6). */
public interface Numbers {

    /** This number. */
    NumberInfo info();

    /** Whether this number can send, and if not, why. */
    NumberHealth health();

    /** What people see of the business. */
    BusinessProfile profile();

    /** Changes what people see of the business. */
    void changeProfile(BusinessProfile change);

    /** All numbers of the account, in short form. This requires {@code WHATSAPP_BUSINESS_ACCOUNT_ID}. */
    Stream<NumberInfo> list();
}
