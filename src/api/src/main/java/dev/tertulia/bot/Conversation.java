package dev.tertulia.bot;

/**
 * Where an event happened: in a group, in a one-to-one chat with a person, or in the account as a whole. Messages can be
 * sent to a group alone.
 */
public sealed interface Conversation permits Group, Person, Account {

    /** WhatsApp's id of the group, the person's user id or phone number, or the phone number id of the account. */
    String id();
}
