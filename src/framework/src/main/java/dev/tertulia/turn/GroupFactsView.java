package dev.tertulia.turn;

import java.util.function.Supplier;

import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.Member;

/** The known facts of a group. */
interface GroupFactsView extends Supplier<GroupFacts> {

    /** A person as known now, without asking WhatsApp; the same one if the group does not know them. */
    Member current(Member member);
}
