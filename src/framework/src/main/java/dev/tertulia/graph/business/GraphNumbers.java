package dev.tertulia.graph.business;

import java.util.function.Supplier;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.tertulia.business.NumberHealth;
import dev.tertulia.business.NumberInfo;
import dev.tertulia.business.Numbers;
import dev.tertulia.graph.GraphHttp;
import dev.tertulia.graph.GraphPath;
import dev.tertulia.graph.GraphRequest;

/** Queries about phone numbers (wire reference, part 6). */
record GraphNumbers(GraphHttp http, String number, Supplier<String> account) implements Numbers {

    private static final String FIELDS = "id,display_phone_number,verified_name,quality_rating,status,platform_type,"
            + "throughput,code_verification_status,webhook_configuration,is_official_business_account";

    @Override
    public NumberInfo info() {
        return ResponseMapper.readNamed(http.need(GraphRequest.get(GraphPath.of(number).with("fields", FIELDS))),
                NumberInfo.class);
    }

    @Override
    public NumberHealth health() {
        JsonNode health = http.need(GraphRequest.get(GraphPath.of(number).with("fields", "health_status")))
                .path("health_status");
        ResponseMapper.need(health, "can_send_message");
        return ResponseMapper.read(health, NumberHealth.class);
    }

    @Override
    public Stream<NumberInfo> list() {
        GraphPath path = GraphPath.of(account.get(), "phone_numbers");
        return Pages.of(after -> http.need(GraphRequest.get(path.with("after", after))),
                data -> ResponseMapper.readAllNamed(data, NumberInfo.class), NumberInfo::id);
    }
}
