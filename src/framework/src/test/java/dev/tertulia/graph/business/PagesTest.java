package dev.tertulia.graph.business;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tertulia.business.RefusedByWhatsApp;
import dev.tertulia.business.WhatsAppUnavailable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PagesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Deque<JsonNode> script = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();

    private static ObjectNode page(String after, boolean more, int... items) {
        ObjectNode page = JSON.createObjectNode();
        IntStream.of(items).forEach(page.putArray("data")::add);
        ObjectNode paging = page.putObject("paging");
        paging.putObject("cursors").put("after", after);
        return more ? page.set("paging", paging.put("next", "https://graph.facebook.com/…")) : page;
    }

    private void then(JsonNode... answers) {
        script.addAll(List.of(answers));
    }

    private Stream<String> all() {
        return Pages.of(this::fetch, data -> {
            List<String> items = new ArrayList<>();
            data.forEach(item -> items.add(item.asText()));
            return items;
        }, item -> item);
    }

    private JsonNode fetch(@Nullable String cursor) {
        asked.add(String.valueOf(cursor));
        JsonNode answer = script.remove();
        if (answer.has("error")) {
            throw new RefusedByWhatsApp(answer.path("error").asInt(), 400, false, "refused");
        }
        return answer;
    }

    private static JsonNode error(int code) {
        return JSON.createObjectNode().put("error", code);
    }

    @Test
    void followsTheCursorsToTheLastPage() {
        then(page("A", true, 1, 2), page("B", true), page("C", false, 3));

        assertThat(all()).containsExactly("1", "2", "3");
        assertThat(asked).containsExactly("null", "A", "B");
    }

    @Test
    void asksForAPageOnlyWhenSomebodyWantsIt() {
        then(page("A", true, 1, 2), page("B", false, 3));
        Iterator<String> all = all().iterator();

        assertThat(asked).isEmpty();
        all.next();
        all.next();
        assertThat(asked).containsExactly("null");

        all.next();
        assertThat(asked).containsExactly("null", "A");
        assertThat(all.hasNext()).isFalse();
    }

    @Test
    void anInvalidCursorBeginsAnewAndNothingComesTwice() {
        then(page("A", true, 1, 2), error(131059), page("X", true, 0, 1), page("Y", false, 2, 3));

        assertThat(all()).containsExactly("1", "2", "0", "3");
        assertThat(asked).containsExactly("null", "A", "null", "X");
    }

    @Test
    void anInvalidCursorBeginsAnewOnlyOnce() {
        then(page("A", true, 1), error(131059), page("X", true, 1), error(131059));

        assertThatExceptionOfType(RefusedByWhatsApp.class).isThrownBy(() -> all().toList())
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(131059));
        assertThat(asked).containsExactly("null", "A", "null", "X");
    }

    @Test
    void anotherErrorEndsIt() {
        then(page("A", true, 1), error(190));

        assertThatExceptionOfType(RefusedByWhatsApp.class).isThrownBy(() -> all().toList()).withMessage("refused");
    }

    @Test
    void aCursorThatStaysWhereItIsEndsIt() {
        then(page("A", true, 1), page("A", true, 2));

        assertThat(all()).containsExactly("1", "2");
    }

    @Test
    void aPageThatSaysNothingIsNoEnd() {
        then(page("A", true, 1), JSON.createObjectNode());

        assertThatExceptionOfType(WhatsAppUnavailable.class).isThrownBy(() -> all().toList())
                .withMessage("WhatsApp's answer cannot be read: it has no list 'data'");
    }
}
