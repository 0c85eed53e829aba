package dev.tertulia.bot;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.Member;
import dev.tertulia.message.Operation;

/**
 * A group to act on. Inside a turn every call is recorded and takes effect when the turn commits: what is sent, requested
 * and returned leaves in the order recorded, each as soon as the outcome of the one before is decided. WhatsApp carries
 * out group operations asynchronously: each ends with an
 * {@link dev.tertulia.message.OperationEnded} in this group, which carries the id of the {@link Operation} that was
 * returned.
 *
 * <p>A group that a handler receives can be used until the handler returns. After that every method but {@link #id} throws
 * an {@link IllegalStateException}; {@link Groups#group(String)} returns one that can be used at any time.
 */
public non-sealed interface Group extends Chat {

    /** WhatsApp's id of the group. */
    @Override
    String id();

    /**
     * The facts known about the group, including this turn's event. If WhatsApp was not asked for a day, it is asked now,
     * and inside a turn the answer is stored.
     */
    GroupFacts facts();

    /** The members besides the business, as far as they are known. */
    default List<Member> members() {
        return facts().members().stream().map(GroupFacts.Person::member).toList();
    }

    /** Somebody who is or was in the group, by {@link Member#id()}, or by a phone number or user id of any time. */
    default Optional<Member> member(String id) {
        return facts().find(id);
    }

    /**
     * Deletes the group for everybody. The request leaves after everything else that the turn wants of the group, wherever
     * it is called; what would have to wait for the window or for somebody to join is dropped.
     */
    Operation delete();

    /** Removes a member, who cannot come back by the invite link. */
    default Operation remove(Member member) {
        return remove(List.of(member));
    }

    /** Removes members, 1 to 8, who cannot come back by the invite link. */
    Operation remove(Collection<Member> members);

    /** Changes the subject of the group, 1 to 128 characters. */
    Operation rename(String subject);

    /** Changes the description of the group, at most 2048 characters. */
    Operation describe(String description);

    /**
     * Changes the picture of the group.
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

    /** Replaces the invite link; all earlier links stop working. */
    Operation resetInviteLink();

    /** Approves a join request. */
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

    /** Fixes a message to the top for 1 to 30 days; the oldest of three gives way. */
    Operation pin(String messageId, int days);

    /** Pins the message that this bot tagged last with this tag, for 1 to 30 days. Nothing is pinned if there is none. */
    void pin(String tag, Duration time);

    /** Takes a message off the top. */
    Operation unpin(String messageId);

    /** Puts a label on the group, by which broadcasts find it: 1 to 64 of {@code a-z 0-9 . - _}. */
    void label(String name);

    /** Takes a label off. */
    void unlabel(String name);

    /** The labels that the group bears, with what this turn changed. */
    Set<String> labels();
}
