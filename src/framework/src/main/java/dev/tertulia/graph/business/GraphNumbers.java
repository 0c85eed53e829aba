package dev.tertulia.graph.business;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpMethod;
import org.jspecify.annotations.Nullable;

import dev.tertulia.business.BusinessProfile;
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
    private static final String PROFILE = "whatsapp_business_profile";
    private static final String PROFILE_FIELDS = "about,address,description,email,profile_picture_url,websites,vertical";

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
    public BusinessProfile profile() {
        GraphPath path = GraphPath.of(number, PROFILE).with("fields", PROFILE_FIELDS);
        return ResponseMapper.read(ResponseMapper.list(http.need(GraphRequest.get(path))).path(0),
                BusinessProfile.class);
    }

    @Override
    public void changeProfile(BusinessProfile change) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("messaging_product", "whatsapp"));
        put(body, "about", change.about());
        put(body, "address", change.address());
        put(body, "description", change.description());
        put(body, "email", change.email());
        put(body, "websites", change.websites());
        put(body, "vertical", change.vertical());
        http.needDone(new GraphRequest(HttpMethod.POST, GraphPath.of(number, PROFILE), body));
    }

    private static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    @Override
    public Stream<NumberInfo> list() {
        GraphPath path = GraphPath.of(account.get(), "phone_numbers");
        return Pages.of(after -> http.need(GraphRequest.get(path.with("after", after))),
                data -> ResponseMapper.readAllNamed(data, NumberInfo.class), NumberInfo::id);
    }
}
