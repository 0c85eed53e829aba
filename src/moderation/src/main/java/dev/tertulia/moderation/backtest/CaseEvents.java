package dev.tertulia.moderation.backtest;

import java.time.Instant;

import dev.tertulia.message.Origin;
import dev.tertulia.moderation.judge.Author;
import dev.tertulia.moderation.judge.Post;
import dev.tertulia.moderation.judge.Post.Forwarding;
import dev.tertulia.moderation.judge.Subject;
import dev.tertulia.moderation.rules.On;
import dev.tertulia.moderation.rules.Policy;
import dev.tertulia.moderation.rules.RuleCase;
import dev.tertulia.moderation.rules.RuleSet;

/** The events that test cases describe. */
final class CaseEvents {

    private static final String SOME_GROUP = "group";

    private CaseEvents() {}

    /** The same rules, in force in all groups. */
    static RuleSet everywhere(RuleSet rules) {
        return new RuleSet(rules.id(), rules.settings(),
                rules.policies().stream().map(policy -> new Policy(policy.name(), new Policy.Groups.Every(),
                        policy.strikes(), policy.budget(), policy.rules())).toList(),
                rules.warnings(), rules.labels());
    }

    /** One of the events of a case, from 0. */
    static Subject subject(RuleCase test, int index) {
        RuleCase.Event event = test.event();
        RuleCase.Repetition repetition = event.repetition();
        Instant at = event.place().at().plus(repetition.every().multipliedBy(index));
        String group = event.place().group().isEmpty() ? SOME_GROUP : event.place().group();
        Origin origin = new Origin("", "", repetition.differentGroups() ? group + "-" + index : group, at,
                "case/" + index);
        return new Subject(event.on(), origin, event.place().labels(), author(test, index, at), post(test, index));
    }

    private static Author author(RuleCase test, int index, Instant at) {
        RuleCase.Who who = test.who();
        boolean other = test.event().repetition().differentPeople() && test.event().on() != On.REPORT;
        String id = (who.phone() == null ? who.name() : who.phone()) + (other ? "-" + index : "");
        Instant since = who.memberFor().map(at::minus).orElse(null);
        boolean isMember = test.event().on() != On.JOIN_REQUEST;
        return new Author(id, who.name(), who.phone(), who.staff(), isMember ? since : null, policy -> who.strikes());
    }

    private static Post post(RuleCase test, int index) {
        RuleCase.Event event = test.event();
        Forwarding forwarding = switch (event.forwarding()) {
            case "often" -> Forwarding.OFTEN;
            case "true" -> Forwarding.FORWARDED;
            default -> Forwarding.NOT;
        };
        boolean reported = event.on() == On.REPORT;
        String reporter = event.repetition().differentPeople() ? "reporter-" + index : "reporter";
        return new Post(reported ? "message" : "message-" + index, event.type(), event.text(), forwarding,
                reported ? reporter : null);
    }
}
