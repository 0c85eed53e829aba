package dev.tertulia.server.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.tertulia.webhook.Signature;

/** Requests to the webhook's address as Meta makes them. */
final class WebhookProbe {

    /** A delivery without content: it is answered like any other, and changes nothing. */
    private static final byte[] EMPTY = "{\"object\":\"whatsapp_business_account\",\"entry\":[]}"
            .getBytes(StandardCharsets.UTF_8);

    private final HttpProbe http;
    private final Memo<Optional<URI>> address;

    /**
     * Creates a probe.
     *
     * @param chosen the address; empty for the one that WhatsApp knows
     */
    WebhookProbe(GraphFacts facts, HttpProbe http, Optional<URI> chosen) {
        this.http = http;
        this.address = new Memo<>(() -> chosen.or(() -> known(facts)));
    }

    /** The most specific address that WhatsApp knows for the number. */
    private static Optional<URI> known(GraphFacts facts) {
        JsonNode addresses = facts.described().path("webhook_configuration");
        return Stream.of("phone_number", "whatsapp_business_account", "application")
                .map(level -> addresses.path(level).asText("")).filter(text -> !text.isBlank()).findFirst()
                .map(URI::create);
    }

    /** The address of the webhook; empty if there is none. */
    Optional<URI> address() {
        return address.get();
    }

    /** Asks for the challenge of a handshake. */
    HttpResponse<String> handshake(URI address, String verifyToken, String challenge) throws IOException {
        String query = "hub.mode=subscribe&hub.challenge=" + challenge + "&hub.verify_token="
                + URLEncoder.encode(verifyToken, StandardCharsets.UTF_8);
        return http.get(URI.create(address + (address.getQuery() == null ? "?" : "&") + query), Map.of());
    }

    /** Sends a delivery without content that is signed with a secret, and returns the status. */
    int deliver(URI address, String secret) throws IOException {
        return http.post(address, EMPTY, Map.of("Content-Type", "application/json", "X-Hub-Signature-256",
                Signature.header(secret, EMPTY))).statusCode();
    }
}
