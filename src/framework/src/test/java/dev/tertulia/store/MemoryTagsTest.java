package dev.tertulia.store;

import org.junit.jupiter.api.Test;

import dev.tertulia.store.Tags.TaggedMessage;
import dev.tertulia.store.memory.MemoryStore;

import static org.assertj.core.api.Assertions.assertThat;

class MemoryTagsTest implements TagContract {

    private final Tags tags = new MemoryStore().tags();

    @Override
    public Tags tags() {
        return tags;
    }

    @Test
    void forgetsWhatIsTooOld() {
        tags.put("g", "wamid.1", new TaggedMessage("PlanBot", "plan", null), NOW, KEPT);

        assertThat(tags.find("wamid.1", NOW.plus(KEPT).minusMillis(1))).isPresent();
        assertThat(tags.find("wamid.1", NOW.plus(KEPT))).isEmpty();
        assertThat(tags.latest("g", "PlanBot", "plan", NOW.plus(KEPT).minusMillis(1))).contains("wamid.1");
        assertThat(tags.latest("g", "PlanBot", "plan", NOW.plus(KEPT))).isEmpty();
    }
}
