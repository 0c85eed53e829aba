package dev.tertulia.business;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Picture;

/** The groups of a phone number as WhatsApp knows them (wire reference, part 2). */
public interface GroupDirectory {

    /**
     * A group.
     *
     * @param fields what to ask for; all when none is named. What was not asked for is absent in the answer
     * @throws RefusedByWhatsApp with 131041 when it is unknown; also straight after it was made, until the event came
     */
    GroupInfo info(String group, GroupField... fields);

    /** All groups but suspended ones, 25 a page. When the list changes meanwhile, paging begins anew, once. */
    default Stream<GroupSummary> list() {
        return list(25);
    }

    /**
     * The same.
     *
     * @param pageSize how many to fetch at a time, 1 to 1024
     */
    Stream<GroupSummary> list(int pageSize);

    /** The link by which people join; empty when it was deleted. */
    String inviteLink(String group);

    /** Who asks to be let in. When the list changes meanwhile, paging begins anew, once. */
    Stream<JoinRequest> joinRequests(String group);

    /**
     * Gives a group another picture, of up to 5 MB; a smaller one can also go with a turn. Whether WhatsApp does it
     * comes as an event.
     *
     * @return the id that the event will carry, if WhatsApp gave one
     */
    @Nullable
    String changePicture(String group, Picture picture);
}
