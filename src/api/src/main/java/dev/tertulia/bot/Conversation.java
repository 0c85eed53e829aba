package dev.tertulia.bot;

/**
 * Where an event happened: in a group, in a one-to-one chat with a person, or in the account as a whole. Messages can be
 * sent to a {@link Chat}: a group or a person.
 */
public sealed interface Conversation permits Chat, Account {

    /** WhatsApp's id of the group, the {@code Member.id()} of the person, or the phone number id of the account. */
    String id();
}
