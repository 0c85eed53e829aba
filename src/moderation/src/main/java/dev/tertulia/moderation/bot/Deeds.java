package dev.tertulia.moderation.bot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tertulia.moderation.cases.Deed;
import dev.tertulia.moderation.cases.Finding;
import dev.tertulia.moderation.cases.Opening;
import dev.tertulia.moderation.cases.StrikeDecay;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.moderation.cases.Who;
import dev.tertulia.moderation.judge.Evidence;
import dev.tertulia.moderation.judge.Hit;
import dev.tertulia.moderation.rules.Action;
import dev.tertulia.moderation.rules.Budget;
import dev.tertulia.moderation.rules.Mode;
import dev.tertulia.moderation.rules.Policy;
import dev.tertulia.moderation.rules.Strikes;

/** The decision about an event: what is done, with all words, and what would have been done in shadow mode. */
final class Deeds {

    static final String REPLY = "reply";
    static final String PRIVATE = "private";
    static final String ALERT = "alert";
    static final String NOTE = "note";
    static final String STRIKE = "strike";
    static final String PROPOSE = "propose";
    static final String REMOVE = "remove";
    static final String IGNORE = "ignore";
    static final String RESET_LINK = "reset_link";
    static final String HOLD_REQUESTS = "hold_requests";
    static final String APPROVE = "approve";
    static final String REJECT = "reject";
    static final String ASK = "ask";
    /** A report, or a join request, that people have to look at. */
    static final String REPORT = "report";

    private final Judged judged;
    private final Who who;
    private final List<Deed> deeds = new ArrayList<>();
    /** The messages to the group, each with the policy that sends it. */
    private final Map<Deed, Policy> replies = new LinkedHashMap<>();
    private final Map<String, Integer> strikes = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();

    private Deeds(Judged judged, String groupName) {
        this.judged = judged;
        who = Who.of(judged.member());
        names.put("name", judged.member().name());
        names.put("group", groupName);
    }

    /** The decision on what the trail knows of the person. */
    static Opening decide(Judged judged, String groupName, Trail.Known known) {
        return new Deeds(judged, groupName).opening(known);
    }

    private Opening opening(Trail.Known known) {
        judged.hits().forEach(this::earn);
        Map<Policy, Integer> before = new LinkedHashMap<>();
        for (Hit hit : judged.hits()) {
            before.computeIfAbsent(hit.policy(), policy -> countsStrikes(policy)
                    ? known.strikes(who, policy.name(), decay(policy), judged.subject().origin().at())
                    : 0);
        }
        for (Hit hit : judged.hits()) {
            names.put("rule", hit.rule().name());
            names.put("strikes", Integer.toString(before.getOrDefault(hit.policy(), 0) + earned(hit.policy())));
            hit.rule().then().forEach(action -> add(action, hit.policy(), hit.rule().mode() == Mode.ENFORCE));
        }
        before.forEach(this::climb);
        before.keySet().forEach(this::keepToBudget);
        if (judged.hits().isEmpty()) {
            deeds.add(new Deed(REPORT, true, Map.of()));
        }
        return opening();
    }

    /** Whether it matters how many strikes somebody has, which takes longer the more cases they have. */
    private static boolean countsStrikes(Policy policy) {
        return policy.strikes() != null || policy.rules().stream().flatMap(rule -> rule.then().stream())
                .anyMatch(Action.Strike.class::isInstance);
    }

    private Opening opening() {
        var subject = judged.subject();
        var reporter = judged.circumstances().reporter();
        return new Opening(subject.origin().at(), judged.version().id(), subject.origin().group(),
                subject.on().name().toLowerCase(Locale.ROOT), who, reporter == null ? null : Who.of(reporter),
                subject.post().id().isEmpty() ? null : subject.post().id(),
                subject.post().text().isEmpty() ? null : subject.post().text(),
                judged.hits().stream().map(Deeds::finding).toList(), List.copyOf(deeds), strikes,
                Trail.Note.NOTHING.in(subject.origin().key()).more());
    }

    private static Finding finding(Hit hit) {
        Evidence evidence = hit.evidence();
        return new Finding(hit.policy().name() + "/" + hit.rule().name(),
                hit.rule().mode().name().toLowerCase(Locale.ROOT), evidence.condition(), evidence.text());
    }

    private void earn(Hit hit) {
        if (hit.rule().mode() == Mode.ENFORCE) {
            hit.rule().then().stream().filter(Action.Strike.class::isInstance).map(Action.Strike.class::cast)
                    .forEach(strike -> strikes.merge(hit.policy().name(), strike.count(), Integer::sum));
        }
    }

    private int earned(Policy policy) {
        return strikes.getOrDefault(policy.name(), 0);
    }

    /** Takes the steps of the ladder that the person has reached with the strikes of this event. */
    private void climb(Policy policy, int before) {
        Strikes ladder = policy.strikes();
        int now = before + earned(policy);
        if (ladder != null && now > before) {
            names.put("strikes", Integer.toString(now));
            ladder.reached(before, now).forEach(action -> add(action, policy, true));
        }
    }

    static StrikeDecay decay(Policy policy) {
        Strikes strikes = policy.strikes();
        return strikes == null || strikes.decay() == null
                ? StrikeDecay.NEVER
                : new StrikeDecay(strikes.decay().every(), strikes.decay().by());
    }

    private void add(Action action, Policy policy, boolean done) {
        Deed deed = deed(action, policy, done);
        if (deeds.stream().noneMatch(deed::equals)) {
            deeds.add(deed);
            if (done && deed.action().equals(REPLY)) {
                replies.put(deed, policy);
            }
        }
    }

    /** Does something else instead of messages to the group that cost too much. */
    private void keepToBudget(Policy policy) {
        long messages = replies.values().stream().filter(policy::equals).count();
        Budget budget = policy.budget();
        if (budget != null && !judged.allowance().allows(policy, (int) messages)) {
            deeds.replaceAll(deed -> policy.equals(replies.get(deed)) ? instead(budget, deed) : deed);
        }
    }

    private Deed deed(Action action, Policy policy, boolean done) {
        return switch (action) {
            case Action.Note note -> new Deed(NOTE, done, text(note.text()));
            case Action.Strike strike -> new Deed(STRIKE, done,
                    Map.of("policy", policy.name(), "count", Integer.toString(strike.count())));
            case Action.Reply reply -> new Deed(REPLY, done, Sentences.parts(reply.words(), names));
            case Action.Private words -> new Deed(PRIVATE, done, Sentences.parts(words.words(), names));
            case Action.Alert alert -> new Deed(ALERT, done, text(alert.text()));
            case Action.ProposeRemoval propose -> new Deed(PROPOSE, done,
                    Map.of("approvals", Integer.toString(propose.approvals()), "expires",
                            propose.expires().toString(), "delay", propose.delay().toString()));
            case Action.Remove remove -> judged.circumstances().reporter() == null
                    ? new Deed(REMOVE, done, Map.of())
                    : new Deed(PROPOSE, done, Map.of());
            case Action.Ignore ignore -> new Deed(IGNORE, done, time(ignore.time()));
            case Action.ResetLink reset -> new Deed(RESET_LINK, done, Map.of());
            case Action.HoldRequests hold -> new Deed(HOLD_REQUESTS, done, time(hold.time()));
            case Action.Approve approve -> atTheDoor(APPROVE, done, Map.of());
            case Action.Reject reject -> atTheDoor(REJECT, done, Map.of());
            case Action.Ask ask -> atTheDoor(ASK, done, Door.parts(ask, names));
        };
    }

    private Map<String, String> text(@Nullable String text) {
        return text == null ? Map.of() : Map.of("text", Sentences.filled(text, names));
    }

    private static Map<String, String> time(Duration time) {
        return Map.of("time", time.toString());
    }

    private static Deed instead(Budget budget, Deed reply) {
        Map<String, String> parts = new HashMap<>(reply.with());
        parts.put("instead_of", REPLY);
        return switch (budget.instead()) {
            case PRIVATE -> new Deed(PRIVATE, true, parts);
            case ALERT -> new Deed(ALERT, true, Map.of("text", parts.getOrDefault("text", "")));
            case NOTE -> new Deed(NOTE, true, parts);
        };
    }

    private Deed atTheDoor(String action, boolean done, Map<String, String> parts) {
        Map<String, String> with = new HashMap<>(parts);
        String request = judged.circumstances().requestId();
        with.put("request", request == null ? "" : request);
        if (done && judged.circumstances().requestsHeld()) {
            return new Deed(REPORT, true, with);
        }
        return new Deed(action, done, with);
    }
}
