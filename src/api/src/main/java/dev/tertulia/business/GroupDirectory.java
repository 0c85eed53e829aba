package dev.tertulia.business;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Picture;

/** The groups of a phone number as WhatsApp knows them (wire reference, part 2). */
public interface GroupDirectory {

    /**
     * A group.
     *
     * @param fields the fields to request; all if none is given. Other fields are {@code null} in the result
     * @throws RefusedByWhatsApp with 131041 if the group is unknown, also between its creation and the event of it
     */
    GroupInfo info(String group, GroupField... fields);

    /** All groups except suspended ones, in pages of 25. If the list changes meanwhile, paging restarts once. */
    default Stream<GroupSummary> list() {
        return list(25);
    }

    /**
     * The same.
     *
     * @param pageSize the number of groups per page, 1 to 1024
     */
    Stream<GroupSummary> list(int pageSize);

    /** The invite link; empty if it was deleted. */
    String inviteLink(String group);

    /** The open join requests. If the list changes meanwhile, paging restarts once. */
    Stream<JoinRequest> joinRequests(String group);

    /**
     * Changes the picture of a group, up to 5 MB; a smaller one can also be changed in a turn. The outcome is
     * reported by an event.
     *
     * @return the request id that the event will carry, if WhatsApp returned one
     */
    @Nullable
    String changePicture(String group, Picture picture);
}
