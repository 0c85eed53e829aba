package dev.tertulia.moderation.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** The reader of actions: a list of maps, each with an action and its options. */
final class ActionReader {

    private static final Set<On> EVERYTHING = EnumSet.allOf(On.class);
    private static final Set<On> MEMBERS = EnumSet.of(On.MESSAGE, On.REPORT, On.JOIN);
    private static final Set<On> REQUESTS = EnumSet.of(On.JOIN_REQUEST);
    private static final Duration EXPIRES = Duration.ofDays(1);
    private static final Duration HOLD_REQUESTS = Duration.ofDays(1);
    private static final Duration ANSWER = Duration.ofHours(1);
    private static final int MOST_BUTTONS = 3;

    /** An action, with the keys of its options. */
    private record Kind(Set<On> on, List<String> options, BiFunction<Value, Fields, Action> read) {
        Kind(Set<On> on, BiFunction<Value, Fields, Action> read) {
            this(on, List.of(), read);
        }
    }

    private static final Map<String, Kind> KINDS = kinds();
    /** The keys of all actions. */
    static final Set<String> ACTIONS = Set.copyOf(KINDS.keySet());
    private static final Set<String> KEYS = keys();

    private final Set<On> on;
    private final boolean irreversible;

    /**
     * A reader of actions.
     *
     * @param on           the events after which they are taken
     * @param irreversible whether people may be removed without approval
     */
    ActionReader(Set<On> on, boolean irreversible) {
        this.on = on;
        this.irreversible = irreversible;
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("note", new Kind(EVERYTHING, (value, options) -> new Action.Note(textOrTrue(value))));
        kinds.put("strike", new Kind(EVERYTHING, (value, options) -> new Action.Strike(value.count())));
        kinds.put("reply", new Kind(EVERYTHING, Wordings.OPTIONS,
                (value, options) -> new Action.Reply(Wordings.read(value, options))));
        kinds.put("private", new Kind(EVERYTHING, Wordings.OPTIONS,
                (value, options) -> new Action.Private(Wordings.read(value, options))));
        kinds.put("alert", new Kind(EVERYTHING, (value, options) -> new Action.Alert(textOrTrue(value))));
        kinds.put("propose", new Kind(MEMBERS, List.of("approvals", "expires", "delay"), ActionReader::propose));
        kinds.put("remove", new Kind(MEMBERS, (value, options) -> only(value, new Action.Remove())));
        kinds.put("ignore", new Kind(EVERYTHING, (value, options) -> new Action.Ignore(value.duration())));
        kinds.put("reset_link", new Kind(EVERYTHING, (value, options) -> only(value, new Action.ResetLink())));
        kinds.put("hold_requests", new Kind(EVERYTHING, (value, options) -> new Action.HoldRequests(
                value.is("true") ? HOLD_REQUESTS : value.duration())));
        kinds.put("approve", new Kind(REQUESTS, (value, options) -> only(value, new Action.Approve())));
        kinds.put("reject", new Kind(REQUESTS, (value, options) -> only(value, new Action.Reject())));
        kinds.put("ask",
                new Kind(REQUESTS, List.of("within", "wrong", "answers", "buttons", "template", "hold", "drop"),
                        ActionReader::ask));
        return kinds;
    }

    private static Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>(KINDS.keySet());
        KINDS.values().forEach(kind -> keys.addAll(kind.options()));
        return keys;
    }

    private static @Nullable String textOrTrue(Value value) {
        return value.is("true") ? null : Wordings.text(value);
    }

    private static Action only(Value value, Action action) {
        value.mustBeTrue();
        return action;
    }

    private static Action propose(Value value, Fields options) {
        if (!value.is("remove")) {
            value.problem("'propose' is remove; nothing else needs approval");
        }
        return new Action.ProposeRemoval(options.get("approvals", Value::count, 1),
                options.get("expires", Value::duration, EXPIRES), options.get("delay", Value::duration, Duration.ZERO));
    }

    private static Action ask(Value value, Fields options) {
        List<String> buttons = options.get("buttons", TextLists::of, List.of());
        if (buttons.size() > MOST_BUTTONS) {
            options.find("buttons").ifPresent(wrong -> wrong.problem("a private message has at most " + MOST_BUTTONS
                    + " buttons"));
        }
        return new Action.Ask(Wordings.read(value, options), options.get("within", Value::duration, ANSWER),
                options.get("wrong", wrong -> wrong.oneOf(Action.Wrong.class), Action.Wrong.LEAVE),
                options.get("answers", TextLists::of, List.of()), buttons);
    }

    /** The actions of a list, in its order. */
    List<Action> read(Value value) {
        List<Action> actions = new ArrayList<>();
        List<Value> items = value.list("such as [ { strike: 1 }, { reply: \"Please stop.\" } ]");
        if (items.isEmpty() && value.isList()) {
            value.problem("'" + value.key() + "' is empty; write an action such as { note: true }");
        }
        items.forEach(item -> add(item, actions));
        return actions;
    }

    private void add(Value item, List<Action> actions) {
        Fields fields = Fields.of(item, "an action").knowing(KEYS);
        List<Value> found = fields.all().stream().filter(value -> KINDS.containsKey(value.key())).toList();
        if (found.isEmpty() && fields.isBroken()) {
            return;
        }
        if (found.isEmpty()) {
            item.problem("an action is missing here; write one of " + String.join(", ", KINDS.keySet()));
        } else if (found.size() > 1) {
            found.get(1).wrongKey("'%s' and '%s' are two actions; write each in an item of its own".formatted(
                    found.getFirst().key(), found.get(1).key()));
        } else {
            actions.add(action(found.getFirst(), fields));
        }
    }

    private Action action(Value value, Fields fields) {
        Kind kind = KINDS.get(value.key());
        if (kind == null) {
            throw new IllegalStateException(value.key());
        }
        fields.all().stream().filter(other -> KEYS.contains(other.key()) && !other.key().equals(value.key())
                && !kind.options().contains(other.key())).forEach(other -> other.wrongKey(
                        "'" + other.key()
                                + "' is no option of '" + value.key() + "'"
                                + (kind.options().isEmpty()
                                        ? ", which has none"
                                        : "; " + Nearest.advice(other.key(), kind.options()))));
        if (on.stream().noneMatch(kind.on()::contains)) {
            value.wrongKey("'%s' is no action of a rule on %s; it is one of rules on %s".formatted(value.key(),
                    words(on), words(kind.on())));
        }
        if (value.key().equals("remove") && !irreversible) {
            value.wrongKey(
                    "'remove: true' removes people without asking anybody, and a removed person cannot come back by"
                            + " link; write { propose: remove }, or add 'irreversible: true' to the rule");
        }
        return kind.read().apply(value, fields);
    }

    private static String words(Set<On> events) {
        return events.stream().map(Value::word).collect(Collectors.joining(", "));
    }
}
