package dev.tertulia.bot;

/** The groups of the business's phone numbers, to act on without an event in hand. What is asked for happens at once. */
public interface Groups {

    /** The group of the only phone number; with several numbers use the other method. */
    Group group(String id);

    /** The group of a certain phone number id. */
    Group group(String number, String id);
}
