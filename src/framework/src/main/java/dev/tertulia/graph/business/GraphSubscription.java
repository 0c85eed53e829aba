package dev.tertulia.graph.business;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.micronaut.http.HttpMethod;

import dev.tertulia.business.Subscription;
import dev.tertulia.graph.GraphHttp;
import dev.tertulia.graph.GraphPath;
import dev.tertulia.graph.GraphRequest;

/** Requests about the address of webhooks (wire reference, part 6). */
record GraphSubscription(GraphHttp http, String number, Supplier<String> account) implements Subscription {

    @Override
    public void subscribe() {
        post(GraphPath.of(account.get(), "subscribed_apps"), Map.of());
    }

    @Override
    public void subscribe(Endpoint endpoint) {
        post(GraphPath.of(account.get(), "subscribed_apps"), override(endpoint));
    }

    @Override
    public void subscribeNumber(Endpoint endpoint) {
        post(GraphPath.of(number), Map.of("webhook_configuration", override(endpoint)));
    }

    private static Map<String, Object> override(Endpoint endpoint) {
        Map<String, Object> override = new LinkedHashMap<>();
        override.put("override_callback_uri", endpoint.url().toString());
        override.put("verify_token", endpoint.verifyToken());
        return override;
    }

    private void post(GraphPath path, Map<String, Object> body) {
        http.needDone(new GraphRequest(HttpMethod.POST, path, body));
    }

    /**
     * Sends the app's token in a header and not in the address as Meta's example does, because addresses are logged.
     */
    @Override
    public void chooseFields(App app, Endpoint endpoint) {
        GraphPath path = GraphPath.of(app.id(), "subscriptions").with("object", "whatsapp_business_account")
                .with("callback_url", endpoint.url().toString()).with("verify_token", endpoint.verifyToken())
                .with("fields", String.join(",", FIELDS));
        http.needDone(new GraphRequest(HttpMethod.POST, path, Map.of()), app.id() + "|" + app.secret());
    }
}
