package dev.tertulia.dispatch;

import java.util.function.Supplier;

import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.Member;

/** What is known of a group when somebody asks. */
interface Facts extends Supplier<GroupFacts> {

    /** Somebody as they are known by now, without asking WhatsApp; the same if the group does not know them. */
    Member current(Member member);
}
