package dev.tertulia.moderation.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The reader of policies and their rules. */
final class PolicyReader {

    private static final Duration FILLER = Duration.ofDays(1);
    private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,59}";

    private final Map<String, Integer> policies = new HashMap<>();
    private final Map<String, Integer> rules = new HashMap<>();

    /** A policy. */
    Policy read(Value value) {
        Fields fields = value.fields("a policy", "name", "groups", "strikes", "budget", "rules");
        return new Policy(fields.need("name", name -> name(name, policies, "policy"), ""),
                fields.need("groups", PolicyReader::groups, new Policy.Groups.Every()),
                fields.find("strikes").map(PolicyReader::strikes).orElse(null),
                fields.find("budget").map(PolicyReader::budget).orElse(null),
                fields.need("rules", this::rules, List.of()));
    }

    private static String name(Value value, Map<String, Integer> taken, String what) {
        String name = value.text();
        if (!name.isEmpty() && !name.matches(NAME)) {
            value.problem(
                    "'" + name + "' cannot be the name of a " + what + "; write 1 to 60 letters, digits, spaces, dots,"
                            + " hyphens and underscores");
        }
        Integer before = taken.putIfAbsent(name, value.node().getStartMark().getLine() + 1);
        if (before != null) {
            value.problem(
                    "there is another %s named '%s' in line %d; choose another name".formatted(what, name, before));
        }
        return name;
    }

    private static Policy.Groups groups(Value value) {
        Fields fields = value.fields("'groups'", "label", "all", "ids");
        if (fields.keys().size() != 1 && !fields.isBroken()) {
            value.problem("'groups' has one key: { label: … }, { all: true } or { ids: [ … ] }");
        }
        fields.find("all").ifPresent(Value::mustBeTrue);
        return fields.find("label").<Policy.Groups>map(label -> new Policy.Groups.Labelled(label.groupLabel()))
                .or(() -> fields.find("ids").map(ids -> new Policy.Groups.Listed(new HashSet<>(TextLists.of(ids)))))
                .orElseGet(Policy.Groups.Every::new);
    }

    private static Strikes strikes(Value value) {
        Fields fields = value.fields("'strikes'", "decay", "ladder", "irreversible");
        boolean irreversible = fields.get("irreversible", Value::flag, false);
        return new Strikes(fields.find("decay").map(PolicyReader::decay).orElse(null),
                fields.get("ladder", ladder -> ladder(ladder, irreversible), new TreeMap<>()));
    }

    private static Strikes.Decay decay(Value value) {
        Fields fields = value.fields("'decay'", "every", "by");
        return new Strikes.Decay(fields.need("every", Value::duration, FILLER), fields.get("by", Value::count, 1));
    }

    private static NavigableMap<Integer, List<Action>> ladder(Value value, boolean irreversible) {
        ActionReader actions = new ActionReader(EnumSet.of(On.MESSAGE), irreversible);
        NavigableMap<Integer, List<Action>> ladder = new TreeMap<>();
        for (Value step : Fields.of(value, "'ladder'").all()) {
            if (step.key().matches("[1-9][0-9]{0,3}")) {
                ladder.put(Integer.valueOf(step.key()), actions.read(step));
            } else {
                step.wrongKey("'" + step.key() + "' is no number of strikes; write for example 3: [ { alert: true } ]");
            }
        }
        return ladder;
    }

    private static Budget budget(Value value) {
        Fields fields = value.fields("'budget'", "deliveries", "within", "instead");
        return new Budget(fields.need("deliveries", Value::count, 1), fields.need("within", Value::duration, FILLER),
                fields.get("instead", instead -> instead.oneOf(Budget.Instead.class), Budget.Instead.PRIVATE));
    }

    private List<Rule> rules(Value value) {
        List<Rule> read = new ArrayList<>();
        value.list("each item with a name, when and then").forEach(item -> read.add(rule(item)));
        return read;
    }

    private Rule rule(Value value) {
        Fields fields = value.fields("a rule", "name", "mode", "on", "when", "unless", "irreversible", "then");
        On on = fields.get("on", event -> event.oneOf(On.class), On.MESSAGE);
        ConditionReader conditions = new ConditionReader(on);
        ActionReader actions = new ActionReader(Set.of(on), fields.get("irreversible", Value::flag, false));
        Condition when = fields.get("when", conditions::when, Condition.ALWAYS);
        if (on == On.MESSAGE && fields.find("when").isEmpty()) {
            fields.problem("'when' is missing in a rule on message; without it the rule would hit every message");
        }
        Rule rule = new Rule(fields.need("name", name -> name(name, rules, "rule"), ""),
                fields.get("mode", mode -> mode.oneOf(Mode.class), Mode.SHADOW), on, when,
                fields.get("unless", conditions::unless, Condition.NEVER),
                fields.need("then", actions::read, List.of()));
        contradictions(fields, rule);
        return rule;
    }

    private static void contradictions(Fields fields, Rule rule) {
        boolean approves = rule.then().stream().anyMatch(Action.Approve.class::isInstance);
        boolean rejects = rule.then().stream().anyMatch(Action.Reject.class::isInstance);
        boolean asks = rule.then().stream().anyMatch(Action.Ask.class::isInstance);
        if (approves && rejects || asks && (approves || rejects)) {
            fields.problem("'approve', 'reject' and 'ask' exclude each other; keep one in the rule");
        }
        fields.find("irreversible").filter(value -> value.is("true")
                && rule.then().stream().noneMatch(Action.Remove.class::isInstance)).ifPresent(value -> value.reading()
                        .warning(value.keyNode(),
                                "'irreversible' has no effect: the rule does not say 'remove: true'"));
    }
}
