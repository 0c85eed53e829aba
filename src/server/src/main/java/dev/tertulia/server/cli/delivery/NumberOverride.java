package dev.tertulia.server.cli.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.HttpMethod;

import dev.tertulia.business.RefusedByWhatsApp;
import dev.tertulia.business.WhatsAppUnavailable;
import dev.tertulia.graph.GraphHttp;
import dev.tertulia.graph.GraphPath;
import dev.tertulia.graph.GraphRequest;
import dev.tertulia.graph.GraphSettings;
import dev.tertulia.graph.http.HttpTransport;
import dev.tertulia.server.cli.terminal.CommandFailed;
import dev.tertulia.server.settings.Account;
import dev.tertulia.server.settings.Settings;

/** The webhook address of a number's own, which WhatsApp uses instead of the app's. */
final class NumberOverride implements AutoCloseable {

    private static final String CONFIGURATION = "webhook_configuration";

    private final HttpTransport transport;
    private final GraphHttp graph;
    private final String number;
    private final String verifyToken;

    NumberOverride(Settings settings, Account account) {
        this.transport = new HttpTransport(settings.graph().url(), settings.graph().timeout());
        this.graph = new GraphHttp(new GraphSettings(settings.graph().version(), account.phoneNumberId(),
                account.accessToken(), settings.graph().templateLanguage()), transport, new ObjectMapper());
        this.number = account.phoneNumberId();
        this.verifyToken = settings.webhook().verifyToken();
    }

    /** The addresses that WhatsApp has: that of the number, and that of the app; empty for none. */
    record Addresses(String ofNumber, String ofApp) {}

    Addresses now() {
        return asking(() -> {
            JsonNode known = graph.need(GraphRequest.get(GraphPath.of(number).with("fields", CONFIGURATION)))
                    .path(CONFIGURATION);
            return new Addresses(known.path("phone_number").asText(""), known.path("application").asText(""));
        });
    }

    /** Sets the address; an empty one removes it. WhatsApp verifies it with the verify token. */
    void set(String address) {
        asking(() -> {
            Map<String, Object> override = new HashMap<>(Map.of("override_callback_uri", address));
            if (!address.isEmpty()) {
                override.put("verify_token", verifyToken);
            }
            graph.needDone(new GraphRequest(HttpMethod.POST, GraphPath.of(number), Map.of(CONFIGURATION, override)));
            return address;
        });
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (RefusedByWhatsApp e) {
            throw new CommandFailed("WhatsApp refuses: " + e.getMessage());
        } catch (WhatsAppUnavailable e) {
            throw CommandFailed.unreachable(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        transport.close();
    }
}
