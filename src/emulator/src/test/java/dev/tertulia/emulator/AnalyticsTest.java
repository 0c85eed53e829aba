package dev.tertulia.emulator;

import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tertulia.emulator.http.Json;

import static org.assertj.core.api.Assertions.assertThat;

class AnalyticsTest {
    private static final String SPAN = "start(1760400000).end(1760572800).granularity(DAY)";

    private final Stage stage = new Stage();

    @BeforeEach
    void twoDays() {
        stage.whatsApp.join(stage.group, "Ben", "16505551235");
        stage.whatsApp.templates().add("sale", "en", "Sale!", "MARKETING");
        stage.whatsApp.say(stage.group, stage.sheena.id(), "hello");
        stage.sendText("pong");
        stage.send(stage.template("sale"));
        stage.send(stage.template("sale").put("recipient_type", "individual").put("to", "+16505551234"));
        stage.whatsApp.clock().advance(Duration.ofDays(1));
        stage.whatsApp.say(stage.group, stage.sheena.id(), "hello again");
        stage.sendText("pong");
    }

    private JsonNode ask(String field) {
        return Stage.json(stage.call("GET", "102290129340398", Map.of("fields", field), ""));
    }

    @Test
    void everythingIsCountedByDay() {
        JsonNode days = ask("analytics." + SPAN).at("/analytics/data_points");

        assertThat(days).isEqualTo(Json.tree(new Object[]{
                Json.object("start", 1760400000, "end", 1760486400, "sent", 3, "delivered", 5, "groups_sent", 2,
                        "groups_delivered", 4),
                Json.object("start", 1760486400, "end", 1760572800, "sent", 1, "delivered", 2, "groups_sent", 1,
                        "groups_delivered", 2)}));
    }

    @ParameterizedTest
    @CsvSource({"101,1", "102,1", "'101,102',2"})
    void productTypesSelect(String types, int groupsSent) {
        JsonNode days = ask("analytics." + SPAN + ".product_types([" + types + "])").at("/analytics/data_points");

        assertThat(days.at("/0/groups_sent").asInt()).isEqualTo(groupsSent);
    }

    @Test
    void inboundMessagesAreCountedAlone() {
        JsonNode days = ask("analytics." + SPAN + ".product_types([103])").at("/analytics/data_points");

        assertThat(days).extracting(day -> day.path("groups_received").asInt()).containsExactly(1, 1);
    }

    @Test
    void pricesAreByCategory() {
        JsonNode points = ask("pricing_analytics." + SPAN.replace("DAY", "DAILY")
                + ".pricing_categories([GROUP_MARKETING,GROUP_SERVICE])").at("/pricing_analytics/data/0/data_points");

        assertThat(points).extracting(point -> point.path("pricing_category").asText() + " "
                + point.path("pricing_type").asText() + " " + point.path("volume") + " " + point.path("cost"))
                .containsExactly("GROUP_SERVICE FREE_GROUP_CUSTOMER_SERVICE 2 0", "GROUP_MARKETING REGULAR 2 2",
                        "GROUP_SERVICE FREE_GROUP_CUSTOMER_SERVICE 2 0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"analytics.start(a).end(1).granularity(DAY) | start must be a UNIX time.",
            "analytics.start(0).end(99999999999999999).granularity(DAY) | end must be a UNIX time.",
            "analytics.start(0).end(31556889864403199).granularity(DAY) | start and end must be at most a year apart.",
            "analytics.start(0).end(1).granularity(YEAR) | granularity must be one of {HALF_HOUR, DAY, MONTH}."})
    void questionThatCannotBeAnswered(String field, String details) {
        assertThat(ask(field).at("/error/error_data/details").asText()).isEqualTo(details);
    }
}
