package dev.tertulia.moderation.bot;

import java.time.Duration;

import dev.tertulia.bot.Chat;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Groups;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.Person;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Turn;
import dev.tertulia.message.Member;
import dev.tertulia.moderation.rules.StaffSettings;

/** The chats in which staff get alerts, and in which they decide. */
final class Alerts {

    private static final Duration KEEP = Duration.ofDays(7);
    private static final int LONGEST = 4_000;

    private final Groups groups;

    Alerts(Groups groups) {
        this.groups = groups;
    }

    /** Sends a text to staff. In a shut window it waits for a week. */
    void send(Turn turn, StaffSettings staff, String text) {
        Notice alert = Reply.text(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text).orHold(KEEP);
        switch (staff.alerts()) {
            case null -> {
                // nobody gets alerts; the case remains
            }
            case StaffSettings.Alerts.ToLabel label -> groups.of(turn.event().origin().number())
                    .labelled(label.label()).forEach(group -> turn.group(group).send(alert));
            case StaffSettings.Alerts.ToGroup group -> turn.group(group.id()).send(alert);
            case StaffSettings.Alerts.ToPerson person -> turn.person(person.person()).send(alert);
        }
    }

    /** Whether staff decide in a chat: where alerts arrive, in private, or anywhere if nobody gets alerts. */
    static boolean decidesIn(Chat chat, StaffSettings staff) {
        return switch (staff.alerts()) {
            case null -> true;
            case StaffSettings.Alerts.ToLabel label -> chat instanceof Person
                    || chat instanceof Group group && group.labels().contains(label.label());
            case StaffSettings.Alerts.ToGroup to -> chat instanceof Person || chat.id().equals(to.id());
            case StaffSettings.Alerts.ToPerson person -> chat instanceof Person;
        };
    }

    /** Whether a person is staff, by the rule file or by the setting {@code tertulia.staff}. */
    static boolean isStaff(Member member, StaffSettings staff) {
        return member.isStaff() || staff.names(member);
    }
}
