package dev.tertulia.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.tertulia.fleet.Logs;
import dev.tertulia.moderation.cases.Deed;
import dev.tertulia.moderation.cases.EntryKind;
import dev.tertulia.moderation.cases.Finding;
import dev.tertulia.moderation.cases.Opening;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.moderation.cases.Who;

/** Cases of the last two months, of many people in all groups, of which the latest wait for a decision or an appeal. */
final class ConsoleCases {

    private static final Duration KEEP = Duration.ofDays(400);
    private static final Duration LENGTH = Duration.ofDays(60);
    private static final int EACH = 5;
    private static final int WAITING = 40;
    private static final int APPEALED = 10;
    private static final String RULE = "community/words";
    private static final List<String> NAMES = List.of("Ana", "Bruno", "Carla", "Dora", "Eve", "Fábio", "Gil");

    private final Trail trail;
    private final List<String> groups;
    private final Instant now = Instant.now();

    ConsoleCases(Logs logs, List<String> groups) {
        this.trail = Trail.of(logs, KEEP);
        this.groups = groups;
    }

    /** The name of the person of the latest case. */
    static String person(int cases) {
        return who(cases - 1).name();
    }

    private static Who who(int number) {
        int person = number / EACH;
        String phone = "1650" + (7_000_000 + person);
        return new Who(phone, NAMES.get(person % NAMES.size()) + " Silva" + person, List.of(phone));
    }

    /** Opens cases, the latest a minute ago. */
    void open(int count) {
        for (int number = 0; number < count; number++) {
            boolean waits = number >= count - WAITING;
            Instant at = now.minus(LENGTH.multipliedBy(count - number).dividedBy(count));
            Opening opening = opening(number, at, waits ? "propose" : "reply");
            String opened = trail.open("case " + number, at, known -> opening).number();
            if (number >= count - WAITING - APPEALED && !waits) {
                trail.record(opened, EntryKind.APPEALED, "appeal", now, Trail.Note.by(who(number)), one -> true);
            }
        }
    }

    private Opening opening(int number, Instant at, String action) {
        return new Opening(at, "v1", groups.get(number % groups.size()), "message", who(number), null,
                "wamid.case." + number, "the casino is open, and here are some more words of a usual message",
                List.of(new Finding(RULE, "enforce", "words", "casino")),
                List.of(new Deed(action, true, Map.of("text", "No casinos here, please."))), Map.of("community", 1),
                Map.of());
    }
}
