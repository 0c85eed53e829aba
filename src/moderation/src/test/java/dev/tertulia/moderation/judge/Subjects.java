package dev.tertulia.moderation.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Origin;
import dev.tertulia.moderation.judge.Post.Forwarding;
import dev.tertulia.moderation.rules.MessageType;
import dev.tertulia.moderation.rules.On;

/** Events for tests: a text of Ana, in a group, at noon, unless something else is said. */
record Subjects(On on, String key, Instant at, String group, Author author, Post post) {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final Author ANA = new Author("34600000001", "Ana", "34600000001", false, NOON.minus(Duration.ofDays(10)),
            StrikeLookup.NONE);

    static Subjects text(String text) {
        return new Subjects(On.MESSAGE, "k1", NOON, "g1", ANA, Post.text("m1", text));
    }

    static Subjects request(String phone) {
        return new Subjects(On.JOIN_REQUEST, "k1", NOON, "g1",
                new Author(phone, "Ben", phone, false, null, StrikeLookup.NONE), Post.NONE);
    }

    static Subjects report(String reporter) {
        return new Subjects(On.REPORT, "k-" + reporter, NOON, "g1", ANA,
                new Post("m1", MessageType.TEXT, "buy", Forwarding.NOT, reporter));
    }

    Subjects on(On other) {
        return new Subjects(other, key, at, group, author, post);
    }

    /** The same as another event, so much later. */
    Subjects again(String otherKey, Duration later) {
        return new Subjects(on, otherKey, at.plus(later), group, author, post);
    }

    Subjects at(String time) {
        return new Subjects(on, key, Instant.parse(time), group, author, post);
    }

    Subjects in(String other) {
        return new Subjects(on, key, at, other, author, post);
    }

    Subjects of(String id) {
        return by(new Author(id, "Ben", null, author.staff(), author.memberSince(), author.strikes()));
    }

    Subjects by(Author other) {
        return new Subjects(on, key, at, group, other, post);
    }

    Subjects staff() {
        return by(new Author("1", "Mod", null, true, author.memberSince(), author.strikes()));
    }

    Subjects memberFor(@Nullable Duration time) {
        return by(new Author(author.id(), author.name(), author.phone(), false, time == null ? null : at.minus(time),
                author.strikes()));
    }

    Subjects phone(@Nullable String phone) {
        return by(new Author(author.id(), author.name(), phone, false, author.memberSince(), author.strikes()));
    }

    Subjects strikes(int count) {
        return by(new Author(author.id(), author.name(), author.phone(), false, author.memberSince(), _ -> count));
    }

    Subjects type(MessageType type) {
        return new Subjects(on, key, at, group, author, new Post("m1", type, post.text(), post.forwarding(), null));
    }

    Subjects forwarded(Forwarding forwarding) {
        return new Subjects(on, key, at, group, author, new Post("m1", post.type(), post.text(), forwarding, null));
    }

    Subject subject() {
        return new Subject(on, new Origin("111", "", group, at, key), Set.of("community"), author, post);
    }
}
