package dev.tertulia.bot;

import java.time.Duration;

import dev.tertulia.message.Member;

/**
 * A group to act on. Inside a turn all of this is only written down and happens once the turn commits; what comes of
 * it arrives as an event, since WhatsApp works off operations on groups when it likes.
 */
public interface Group {

    /** WhatsApp's id of the group. */
    String id();

    /** Says something, whether or not the window is open. */
    void send(Notice notice);

    /** Removes a member, who cannot come back by the invite link. */
    void remove(Member member);

    /** Gives the group another subject, 1 to 128 characters. */
    void rename(String subject);

    /** Gives the group another description, at most 2048 characters. */
    void describe(String description);

    /** Makes a new invite link; all earlier ones stop working. */
    void resetInviteLink();

    /** Lets a person in who asked for it. */
    void approve(String joinRequestId);

    /** Turns a join request down; the person is not told. */
    void reject(String joinRequestId);

    /** Fixes a message to the top for 1 to 30 days; the oldest of three gives way. */
    void pin(String messageId, int days);

    /** Takes a message off the top. */
    void unpin(String messageId);

    /** Starts a timer that carries nothing. */
    default void startTimer(String name, Duration after) {
        startTimer(name, after, "");
    }

    /**
     * Starts a timer; {@link OnTimer} of that name handles it, with this payload. Several of one name may run.
     *
     * @param after counted from now; nothing below zero
     */
    void startTimer(String name, Duration after, String payload);

    /** Stops all timers of that name in this group. */
    void cancelTimers(String name);
}
