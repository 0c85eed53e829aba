package dev.tertulia.store;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.tertulia.store.Tags.TaggedMessage;

import static org.assertj.core.api.Assertions.assertThat;

/** What every store of tags does. */
public interface TagContract {

    Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    Duration KEPT = Duration.ofDays(30);

    Tags tags();

    @Test
    default void findsTheTagOfAMessage() {
        TaggedMessage plan = new TaggedMessage("PlanBot", "plan", "{\"title\":\"tea\"}");
        tags().put("g", "wamid.1", plan, NOW, KEPT);
        TaggedMessage bare = new TaggedMessage(null, "plan", null);
        tags().put("person:US.1", "wamid.2", bare, NOW, KEPT);

        assertThat(tags().find("wamid.1", NOW)).contains(plan);
        assertThat(tags().find("wamid.2", NOW)).contains(bare);
        assertThat(tags().find("wamid.3", NOW)).isEmpty();
    }

    @Test
    default void findsTheLatestOfABotInAConversation() {
        tags().put("g", "wamid.1", new TaggedMessage("PlanBot", "plan", null), NOW, KEPT);
        tags().put("g", "wamid.2", new TaggedMessage("PlanBot", "plan", null), NOW, KEPT);
        tags().put("g", "wamid.3", new TaggedMessage("OtherBot", "plan", null), NOW, KEPT);
        tags().put("h", "wamid.4", new TaggedMessage("PlanBot", "plan", null), NOW, KEPT);

        assertThat(tags().latest("g", "PlanBot", "plan", NOW)).contains("wamid.2");
        assertThat(tags().latest("g", "OtherBot", "plan", NOW)).contains("wamid.3");
        assertThat(tags().latest("h", "PlanBot", "plan", NOW)).contains("wamid.4");
        assertThat(tags().latest("h", "PlanBot", "note", NOW)).isEmpty();
    }

    @Test
    default void mayBeToldTwice() {
        TaggedMessage plan = new TaggedMessage("PlanBot", "plan", null);
        tags().put("g", "wamid.1", plan, NOW, KEPT);
        tags().put("g", "wamid.1", plan, NOW, KEPT);

        assertThat(tags().find("wamid.1", NOW)).contains(plan);
        assertThat(tags().latest("g", "PlanBot", "plan", NOW)).contains("wamid.1");
    }
}
