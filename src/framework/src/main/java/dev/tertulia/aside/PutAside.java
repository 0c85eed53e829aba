package dev.tertulia.aside;

import java.util.List;

/** What was put aside, for beans and bots that are given this. */
public interface PutAside {

    /**
     * The letters of the only phone number.
     *
     * @throws IllegalStateException if there are several
     */
    Letters letters();

    /**
     * The letters of a phone number.
     *
     * @param number the phone number id
     */
    Letters letters(String number);

    /** The letters of every phone number. */
    List<Letters> all();
}
