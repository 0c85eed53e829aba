package dev.tertulia.redis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.broadcast.BroadcastProgress;
import dev.tertulia.broadcast.RecipientStatus;
import dev.tertulia.outbox.Send;
import dev.tertulia.store.BroadcastStore;

/** Broadcasts in Redis: a hash of figures, a list of groups that wait, and a hash of where the others stand. */
final class RedisBroadcasts implements BroadcastStore {

    /** Fields of the hash besides the figures, as broadcast.lua writes them. */
    private static final String STARTED = "started";
    private static final String TOTAL = "total";
    static final String STOPPED = "stopped";

    private final Scripts scripts;
    private final Keys keys;

    RedisBroadcasts(Scripts scripts, Keys keys) {
        this.scripts = scripts;
        this.keys = keys;
    }

    @Override
    public boolean start(Started broadcast, List<String> groups) {
        Instant at = broadcast.at();
        Call call = new Call(Script.BROADCAST).keys(keys.broadcast(broadcast.name()),
                keys.broadcastWaiting(broadcast.name()), keys.broadcasts(), keys.activeBroadcasts());
        call.args(broadcast.name(), Codec.write(broadcast), at.toEpochMilli(), at.minus(KEPT).toEpochMilli(),
                KEPT.toMillis());
        return scripts.number(call.args(groups.toArray())) == 1;
    }

    @Override
    public Optional<Started> find(String name) {
        return Optional.ofNullable(scripts.redis().run(commands -> commands.hget(keys.broadcast(name), STARTED)))
                .map(json -> Codec.read(json, Started.class));
    }

    @Override
    public Optional<BroadcastProgress> progress(String name) {
        Map<String, String> fields = scripts.redis().run(commands -> commands.hgetall(keys.broadcast(name)));
        return fields.isEmpty() ? Optional.empty() : Optional.of(progress(fields));
    }

    private static BroadcastProgress progress(Map<String, String> fields) {
        Started started = Codec.read(fields.get(STARTED), Started.class);
        Map<RecipientStatus, Integer> stands = new EnumMap<>(RecipientStatus.class);
        int waiting = Integer.parseInt(fields.get(TOTAL));
        for (RecipientStatus stand : RecipientStatus.values()) {
            int count = Integer.parseInt(fields.getOrDefault(stand.name().toLowerCase(Locale.ROOT), "0"));
            stands.put(stand, count);
            waiting -= count;
        }
        stands.put(RecipientStatus.WAITING, waiting);
        return new BroadcastProgress(started.name(), started.at(), fields.containsKey(STOPPED), stands);
    }

    @Override
    public void stopped(String name, boolean stopped) {
        scripts.number(new Call(Script.HALT).keys(keys.broadcast(name), keys.activeBroadcasts()).args(name,
                stopped ? 1 : 0));
    }

    @Override
    public List<String> latest(int atMost) {
        return scripts.redis().run(commands -> commands.zrevrange(keys.broadcasts(), 0, atMost - 1L));
    }

    @Override
    public List<String> active() {
        return scripts.redis().run(commands -> commands.zrange(keys.activeBroadcasts(), 0, -1));
    }

    @Override
    public Optional<Batch> next(String name) {
        List<@Nullable Object> found = scripts.list(new Call(Script.NEXT)
                .keys(keys.broadcast(name), keys.broadcastWaiting(name), keys.activeBroadcasts())
                .args(name, MOST_IN_QUEUES));
        if (found.size() < 2) {
            return Optional.empty();
        }
        List<String> groups = found.stream().skip(1).map(String.class::cast).toList();
        return Optional.of(new Batch(Codec.read((String) found.getFirst(), Started.class), groups));
    }

    @Override
    public int feed(long fence, String name, List<Send> sends) {
        Call call = new Call(Script.FEED).keys(keys.lease(), keys.parked(), keys.waiting(), keys.firsts())
                .keys(broadcast(keys, name)).args(fence);
        for (Send send : sends) {
            call.keyArg(keys.queue(send.group(), send.lane(), send.priority()));
            call.keyArg(keys.due(send.lane(), send.priority()));
            CommitCall.appended(call, keys, send);
        }
        return (int) scripts.number(call);
    }

    /** The keys that stand.lua names. */
    static String[] broadcast(Keys keys, String name) {
        return new String[]{keys.broadcast(name), keys.broadcastStands(name), keys.broadcastWaiting(name)};
    }

    @Override
    public List<Glance> glance(List<String> groups, String key) {
        Call call = new Call(Script.GLANCE).keys(keys.windows()).args(key);
        groups.forEach(group -> call.args(group).keyArg(keys.state(group)));
        List<@Nullable Object> found = scripts.list(call);
        List<Glance> glances = new ArrayList<>();
        for (int i = 0; i < found.size(); i += 2) {
            Optional<Instant> openUntil = Optional.ofNullable((String) found.get(i))
                    .map(score -> Instant.ofEpochMilli((long) Double.parseDouble(score)));
            glances.add(new Glance(openUntil, Optional.ofNullable((String) found.get(i + 1))));
        }
        return glances;
    }
}
