package dev.tertulia.server.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The webhook's address can be reached, and knows the verify token and no other. */
record WebhookCheck(GraphFacts facts, WebhookProbe probe, String verifyToken) implements GraphCheck {

    static final String NAME = "webhook";

    private static final int OK = 200;
    private static final int FORBIDDEN = 403;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Finding> findings() {
        Optional<URI> address = probe.address();
        return List.of(address.map(this::look).orElseGet(() -> Finding.problem(this,
                "WhatsApp knows no address of a webhook",
                "set it to https://your-host/webhook on the webhook page of the app")));
    }

    private Finding look(URI address) {
        try {
            if (!"https".equals(address.getScheme()) && !isHere(address)) {
                return Finding.problem(this, address + " does not begin with https://, so that Meta does not deliver to"
                        + " it", "put a proxy with TLS in front of the server");
            }
            return shake(address);
        } catch (IOException e) {
            return Finding.unreachable(this, address + " cannot be reached: " + e,
                    "start the server and its proxy; if only this machine cannot reach it, name another address with"
                            + " --webhook");
        }
    }

    private static boolean isHere(URI address) throws UnknownHostException {
        return InetAddress.getByName(address.getHost()).isLoopbackAddress();
    }

    private Finding shake(URI address) throws IOException {
        String challenge = UUID.randomUUID().toString();
        HttpResponse<String> right = probe.handshake(address, verifyToken, challenge);
        if (right.statusCode() == FORBIDDEN) {
            return Finding.problem(this, address + " refuses WHATSAPP_VERIFY_TOKEN",
                    "give the server and this command the same verify token, or let the proxy pass the query");
        }
        if (right.statusCode() != OK || !right.body().equals(challenge)) {
            return Finding.problem(this, "%s answers HTTP %d to the handshake, and not with the challenge"
                    .formatted(address, right.statusCode()), "let the proxy pass /webhook to the server, unchanged");
        }
        HttpResponse<String> wrong = probe.handshake(address, verifyToken + "-wrong", challenge);
        return wrong.statusCode() == OK
                ? Finding.problem(this, address + " accepts any verify token, so that it is not Tertulia's",
                        "let the address lead to the server")
                : Finding.ok(this, address + " can be reached and knows the verify token");
    }
}
