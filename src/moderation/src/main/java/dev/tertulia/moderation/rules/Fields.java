package dev.tertulia.moderation.rules;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The keys of a map, each with its value. */
final class Fields {

    private final Reading reading;
    private final Node node;
    private final String what;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Set<String> meant = new HashSet<>();
    private boolean broken;

    private Fields(Reading reading, Node node, String what) {
        this.reading = reading;
        this.node = node;
        this.what = what;
    }

    /** The keys of a value; none, and a problem, if it is no map. */
    static Fields of(Value value, String what) {
        Fields fields = new Fields(value.reading(), value.node(), what);
        if (value.node() instanceof MappingNode map) {
            map.getValue().forEach(fields::add);
        } else {
            fields.broken = true;
            value.notThis(what, "a map, that is, lines such as 'key: value'");
        }
        return fields;
    }

    private void add(NodeTuple pair) {
        if (!(pair.getKeyNode() instanceof ScalarNode key)) {
            reading.problem(pair.getKeyNode(), "a key of " + what + " is a word, not a list or a map");
            return;
        }
        Value value = new Value(reading, key.getValue(), key, pair.getValueNode());
        Value before = values.putIfAbsent(key.getValue(), value);
        if (before != null) {
            value.wrongKey("'%s' is given twice in %s, first in line %d; remove one".formatted(key.getValue(), what,
                    before.keyNode().getStartMark().getLine() + 1));
        }
    }

    /** Records all keys that are not known. */
    Fields knowing(Collection<String> known) {
        values.values().stream().filter(value -> !known.contains(value.key())).forEach(value -> {
            Nearest.to(value.key(), known).ifPresent(meant::add);
            value.wrongKey("'" + value.key() + "' is no key of " + what + "; " + Nearest.advice(value.key(), known));
            broken = true;
        });
        return this;
    }

    /** The keys, in the order of the file. */
    Set<String> keys() {
        return values.keySet();
    }

    Collection<Value> all() {
        return values.values();
    }

    /** The value of a key. */
    Optional<Value> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** What a value stands for, or something else if the key is missing. */
    <T> T get(String key, Function<Value, T> read, T otherwise) {
        return find(key).map(read).orElse(otherwise);
    }

    /** What a value stands for; if the key is missing, a problem and a filler. */
    <T> T need(String key, Function<Value, T> read, T filler) {
        if (!values.containsKey(key) && !meant.contains(key) && isMap()) {
            problem("'" + key + "' is missing in " + what);
        }
        return get(key, read, filler);
    }

    private boolean isMap() {
        return node instanceof MappingNode;
    }

    /** Whether it is no map or has keys that are not known, so that nothing is said of what is missing. */
    boolean isBroken() {
        return broken;
    }

    /** Records a problem of the whole map. */
    void problem(String message) {
        reading.problem(node, message);
    }
}
