package dev.tertulia.moderation.bot;

import java.time.Duration;

import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.State;
import dev.tertulia.bot.States;
import dev.tertulia.bot.Turn;
import dev.tertulia.message.Member;
import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.Deed;
import dev.tertulia.moderation.cases.Who;
import dev.tertulia.moderation.rules.StaffSettings;

/** Carries out the deeds of a case in a turn of its group. A turn that is repeated does the same again, once. */
final class DeedRunner {

    /** The name of the timer that ends a proposal. */
    static final String EXPIRY = "moderation-expiry";

    private static final Duration USUAL_EXPIRY = Duration.ofDays(1);

    private final Turn turn;
    private final Kept kept;
    private final Alerts alerts;
    private final CaseWords words;

    /** What is stored of a group. */
    record Kept(States<Ignored> ignored, State<HeldRequests> held) {}

    DeedRunner(Turn turn, Kept kept, Alerts alerts, CaseWords words) {
        this.turn = turn;
        this.kept = kept;
        this.alerts = alerts;
        this.words = words;
    }

    void run(Case one, StaffSettings staff) {
        Who who = one.who();
        if (who == null) {
            return;
        }
        Member person = who.member();
        boolean alert = false;
        for (Deed deed : one.deeds()) {
            if (deed.done()) {
                run(one, deed, person);
                alert |= isForStaff(deed);
            }
        }
        if (alert) {
            alerts.send(turn, staff, words.alert(turn, one));
        }
    }

    private static boolean isForStaff(Deed deed) {
        return deed.action().equals(Deeds.ALERT) || deed.action().equals(Deeds.PROPOSE)
                || deed.action().equals(Deeds.REPORT);
    }

    private void run(Case one, Deed deed, Member person) {
        Group group = turn.group(one.group());
        switch (deed.action()) {
            case Deeds.REPLY -> group.send(quoting(one, Sentences.notice(deed, one.number())));
            case Deeds.PRIVATE -> turn.person(person).send(Sentences.notice(deed, one.number()));
            case Deeds.PROPOSE -> group.timer(EXPIRY).key(one.number()).start(
                    deed.get("expires").isEmpty() ? USUAL_EXPIRY : Duration.parse(deed.get("expires")),
                    one.number());
            case Deeds.REMOVE -> group.remove(person);
            case Deeds.IGNORE -> kept.ignored().of(person)
                    .set(new Ignored(one.at().plus(Duration.parse(deed.get("time")))));
            case Deeds.RESET_LINK -> group.resetInviteLink();
            case Deeds.HOLD_REQUESTS -> kept.held()
                    .set(new HeldRequests(one.at().plus(Duration.parse(deed.get("time")))));
            case Deeds.APPROVE -> group.approve(deed.get("request"));
            case Deeds.REJECT -> group.reject(deed.get("request"));
            case Deeds.ASK -> Door.ask(turn, one, deed, person);
            default -> {
                // a note, a strike, a report or an alert: the case itself, and what staff are told
            }
        }
    }

    private static Notice quoting(Case one, Notice notice) {
        return one.messageId() == null ? notice : notice.quoting(one.messageId());
    }
}
