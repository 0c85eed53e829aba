package dev.tertulia.turn;

import java.time.Duration;
import java.util.Locale;

import dev.tertulia.store.Tags;

/**
 * How the framework itself behaves in chats.
 *
 * @param language the language of chats for which none is set
 * @param help     whether {@code /help} is answered where no bot has such a command
 * @param hints    where a command that is nearly one of a bot's is answered with that one
 * @param tagsKept how long the tags of messages are kept
 */
public record ChatSettings(Locale language, StaffList staff, boolean help, Hints hints, Duration tagsKept) {

    /** The settings unless configured. */
    public static final ChatSettings USUAL = new ChatSettings(Locale.ENGLISH, StaffList.NOBODY, true, Hints.PRIVATE,
            Tags.USUALLY_KEPT);

    /** The chats in which hints are given. */
    public enum Hints {
        /** Nowhere. */
        OFF,
        /** In private chats. */
        PRIVATE,
        /** In private chats and groups. */
        ANYWHERE
    }
}
