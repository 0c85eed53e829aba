package dev.tertulia.bot;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.Member;
import dev.tertulia.message.Operation;

/**
 * A group to act on. Inside a turn all of this is only written down and happens once the turn commits: what is sent,
 * asked for and returned then leaves in the order written, each once it is decided what becomes of the one before.
 * WhatsApp works off operations on groups when it likes: each ends with an
 * {@link dev.tertulia.message.OperationEnded} in this group, which carries the id of the {@link Operation} that was
 * returned.
 *
 * <p>A group that a handler was given is good until the handler returns. After that all but {@link #id} throws an
 * {@link IllegalStateException}; {@link Groups#group(String)} gives one that is good for ever.
 */
public non-sealed interface Group extends Conversation {

    /** WhatsApp's id of the group. */
    @Override
    String id();

    /**
     * What is known of the group, this turn's event included. WhatsApp is asked, and waited for, when it was not for a
     * day; what it then says is kept if this is inside a turn.
     */
    GroupFacts facts();

    /**
     * Says something, whether or not the window is open. What the handler returns comes after it, since it is written
     * after it.
     */
    void send(Notice notice);

    /**
     * Ends the group for everybody. It leaves after all else that the turn wants of the group, wherever it is written;
     * what would have to wait for the window, or for somebody who joins, is dropped then.
     */
    Operation delete();

    /** Removes a member, who cannot come back by the invite link. */
    default Operation remove(Member member) {
        return remove(List.of(member));
    }

    /** Removes members, 1 to 8, who cannot come back by the invite link. */
    Operation remove(Collection<Member> members);

    /** Gives the group another subject, 1 to 128 characters. */
    Operation rename(String subject);

    /** Gives the group another description, at most 2048 characters. */
    Operation describe(String description);

    /**
     * Gives the group another picture.
     *
     * @throws IllegalArgumentException when it has more than 256 KB: inside a turn and out, the bytes are kept until
     *                                  they are sent
     */
    Operation changePicture(Picture picture);

    /**
     * Sends the group's invite link to one person, by a template with {@link Template#INVITE_LINK} among its
     * parameters. It goes to the phone number, or to the user id when that is all there is.
     */
    void invite(Member person, Template template);

    /** Makes a new invite link; all earlier ones stop working. */
    Operation resetInviteLink();

    /** Lets a person in who asked for it. */
    default Operation approve(String joinRequestId) {
        return approve(List.of(joinRequestId));
    }

    /** Lets persons in who asked for it. */
    Operation approve(List<String> joinRequestIds);

    /** Turns a join request down; the person is not told. */
    default Operation reject(String joinRequestId) {
        return reject(List.of(joinRequestId));
    }

    /** Turns join requests down. */
    Operation reject(List<String> joinRequestIds);

    /** Shows the writer of a message of the last 30 days that it was read; earlier messages are not marked along. */
    void markRead(String messageId);

    /** Fixes a message to the top for 1 to 30 days; the oldest of three gives way. */
    Operation pin(String messageId, int days);

    /** Takes a message off the top. */
    Operation unpin(String messageId);

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

    /** Puts a label on the group, by which broadcasts find it: 1 to 64 of {@code a-z 0-9 . - _}. */
    void label(String name);

    /** Takes a label off. */
    void unlabel(String name);

    /** The labels that the group bears, with what this turn changed. */
    Set<String> labels();
}
