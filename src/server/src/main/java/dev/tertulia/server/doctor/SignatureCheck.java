package dev.tertulia.server.doctor;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/** A delivery that is signed with the app secret is accepted, and one that is not is refused. */
record SignatureCheck(GraphFacts facts, WebhookProbe probe, String appSecret) implements GraphCheck {

    private static final int ACCEPTED = 200;
    private static final int NOT_SIGNED = 401;
    private static final int COME_AGAIN = 503;

    @Override
    public String name() {
        return "signature";
    }

    @Override
    public String after() {
        return WebhookCheck.NAME;
    }

    @Override
    public List<Finding> findings() {
        return List.of(probe.address().map(this::deliver)
                .orElseGet(() -> Finding.skipped(this, "WhatsApp knows no address of a webhook", null)));
    }

    private Finding deliver(URI address) {
        try {
            int right = probe.deliver(address, appSecret);
            int wrong = probe.deliver(address, appSecret + "-wrong");
            return right == ACCEPTED
                    ? refusal(address, wrong)
                    : Finding.problem(this,
                            "%s answers HTTP %d to a signed delivery".formatted(address, right), next(right));
        } catch (IOException e) {
            return Finding.unreachable(this, address + " gave no answer to a delivery: " + e,
                    "start the server and its proxy");
        }
    }

    private Finding refusal(URI address, int wrong) {
        return wrong == NOT_SIGNED
                ? Finding.ok(this, address + " accepts a signed delivery and refuses a forged one")
                : Finding.problem(this,
                        "%s answers HTTP %d to a delivery with a wrong signature".formatted(address, wrong),
                        "let the address lead to the server, which answers 401");
    }

    private static String next(int status) {
        return switch (status) {
            case NOT_SIGNED -> "give the server and this command the same WHATSAPP_APP_SECRET, and let the proxy pass"
                    + " bodies and the header X-Hub-Signature-256 unchanged";
            case COME_AGAIN -> "look at /health/readiness of the server, which says why it accepts nothing";
            default -> "let the proxy pass POST /webhook to the server, unchanged";
        };
    }
}
