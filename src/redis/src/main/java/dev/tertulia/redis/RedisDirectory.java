package dev.tertulia.redis;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.lettuce.core.Range;
import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Member;
import dev.tertulia.store.PeopleDirectory;

/** People in two hashes, and a sorted set of who is where. */
record RedisDirectory(Scripts scripts, Keys keys) implements PeopleDirectory {

    @Override
    public Entry meet(Member member, @Nullable String group, Instant now) {
        Call call = call(Script.MEET).args(now.toEpochMilli(), or(member.userId()), or(member.phone()),
                member.address(), or(group));
        return entry(scripts.list(call)).orElseThrow();
    }

    @Override
    public Optional<Entry> change(Member before, Member after, Instant now) {
        return entry(scripts.list(call(Script.CHANGE).args(or(before.userId()), or(before.phone()),
                or(after.userId()), or(after.phone()))));
    }

    @Override
    public void moved(String id, String other) {
        scripts.number(call(Script.MOVED).args(id, other));
    }

    @Override
    public void left(String id, String group) {
        scripts.redis().run(commands -> commands.zrem(keys.places(), place(id, group)));
    }

    @Override
    public Set<String> groups(String id) {
        Range<String> of = Range.from(Range.Boundary.including(place(id, "")), Range.Boundary.excluding(id + "\u000B"));
        return scripts.redis().run(commands -> commands.zrangebylex(keys.places(), of)).stream()
                .map(place -> place.substring(id.length() + 1)).collect(Collectors.toUnmodifiableSet());
    }

    private Call call(Script script) {
        return new Call(script).keys(keys.ids(), keys.people(), keys.places());
    }

    private static String place(String id, String group) {
        return id + "\n" + group;
    }

    private static String or(@Nullable String identity) {
        return Objects.requireNonNullElse(identity, "");
    }

    private static Optional<Entry> entry(List<@Nullable Object> answer) {
        return answer.isEmpty()
                ? Optional.empty()
                : Optional.of(new Entry((String) answer.getFirst(),
                        answer.stream().skip(1).map(String.class::cast).toList()));
    }
}
