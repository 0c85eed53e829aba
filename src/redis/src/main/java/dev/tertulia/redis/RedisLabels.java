package dev.tertulia.redis;

import java.util.Set;

import dev.tertulia.store.LabelChange;
import dev.tertulia.store.Labels;

/** Labels in sets: of each group, and of each label; and in one of all. */
record RedisLabels(Scripts scripts, Keys keys) implements Labels {

    @Override
    public void change(LabelChange change) {
        scripts.number(change(new Call(Script.LABEL), keys, change));
    }

    /** A change as label.lua reads it. */
    static Call change(Call call, Keys keys, LabelChange change) {
        return call.keyArg(keys.labels(change.group())).keyArg(keys.labelled(change.label())).keyArg(keys.allLabels())
                .args(change.group(), change.label(), change.on() ? 1 : 0);
    }

    @Override
    public Set<String> of(String group) {
        return scripts.redis().run(commands -> commands.smembers(keys.labels(group)));
    }

    @Override
    public Set<String> groups(String label) {
        return scripts.redis().run(commands -> commands.smembers(keys.labelled(label)));
    }

    @Override
    public Set<String> all() {
        return scripts.redis().run(commands -> commands.smembers(keys.allLabels()));
    }
}
