package dev.tertulia.redis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A script with its keys, each once, and its arguments. */
final class Call {

    private final Script script;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<String> args = new ArrayList<>();

    Call(Script script) {
        this.script = script;
    }

    /** Adds keys that the script knows by their places. */
    Call keys(String... keys) {
        for (String key : keys) {
            place(key);
        }
        return this;
    }

    /** Adds the index of a key as an argument. */
    Call keyArg(String key) {
        return args(place(key));
    }

    Call args(Object... values) {
        for (Object value : values) {
            args.add(value.toString());
        }
        return this;
    }

    private int place(String key) {
        return places.computeIfAbsent(key, k -> places.size() + 1);
    }

    Script script() {
        return script;
    }

    String[] keys() {
        return places.keySet().toArray(String[]::new);
    }

    String[] args() {
        return args.toArray(String[]::new);
    }
}
