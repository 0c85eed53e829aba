package dev.tertulia.message;

import java.time.Instant;

/**
 * The source and the identity of an event.
 *
 * @param number        id of the business phone number that received it
 * @param displayNumber that number as people dial it, digits only; empty if Meta omits it
 * @param group         id of the group; events outside of any group carry {@code person:…} or {@code account:…}
 * @param at            when it happened by WhatsApp's clock (whole seconds), not when it arrived
 * @param key           identity for dropping duplicates: equal for every redelivery, whatever the JSON looks like
 */
public record Origin(String number, String displayNumber, String group, Instant at, String key) {

    private static final String PERSON = "person:";
    private static final String ACCOUNT = "account:";

    /** The conversation that stands for a one-to-one chat. */
    public static String person(String id) {
        return PERSON + id;
    }

    /** The conversation that stands for what concerns the account as a whole. */
    public static String account(String number) {
        return ACCOUNT + number;
    }

    /** The person whose one-to-one chat a conversation stands for; empty if it stands for none. */
    public static String personIn(String conversation) {
        return conversation.startsWith(PERSON) ? conversation.substring(PERSON.length()) : "";
    }

    /** The phone number id whose account a conversation stands for; empty if it stands for none. */
    public static String accountNumber(String conversation) {
        return conversation.startsWith(ACCOUNT) ? conversation.substring(ACCOUNT.length()) : "";
    }

    /** The same origin with a key of its own, for a second look at an event that was seen. */
    public Origin again(String why) {
        return new Origin(number, displayNumber, group, at, key + "#" + why);
    }

    /** The same origin in another conversation. */
    public Origin in(String conversation) {
        return new Origin(number, displayNumber, conversation, at, key);
    }

    /** Whether the event belongs to a group. */
    public boolean inGroup() {
        return isGroup(group);
    }

    /** Whether a conversation is a group. */
    public static boolean isGroup(String conversation) {
        return !conversation.startsWith(PERSON) && !conversation.startsWith(ACCOUNT);
    }
}
