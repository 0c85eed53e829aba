package dev.tertulia.emulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Takes one webhook at a time to the target, signed over its exact bytes. */
final class Courier {
    private static final String ALGORITHM = "HmacSHA256";

    private record Errand(Post post, WebhookTarget target, String signature, byte[] body) {}

    private final World world;
    private final Guard guard;

    Courier(World world, Guard guard) {
        this.world = world;
        this.guard = guard;
    }

    /** Delivers the next one, and says whether one was delivered. Never holds the lock while the target works. */
    boolean deliver(boolean patient) {
        Optional<Errand> errand = guard.locked(() -> world.mailroom().take(patient).map(this::errand));
        return errand.isPresent() && carry(errand.get());
    }

    private Errand errand(Post post) {
        WebhookTarget target = world.mailroom().target(post);
        byte[] body = Spelling.write(post.body(), world.mailroom().habits());
        return new Errand(post, target, signature(world.settings().appSecret(), body), body);
    }

    private boolean carry(Errand errand) {
        String outcome = attempt(errand);
        boolean delivered = outcome.isEmpty();
        guard.run(() -> {
            if (delivered) {
                world.mailroom().delivered(errand.post());
            } else {
                world.mailroom().failed(errand.post(), outcome);
            }
        });
        return delivered;
    }

    private static String attempt(Errand errand) {
        try {
            int status = errand.target().deliver(errand.signature(), errand.body());
            return status == 200 ? "" : "answered HTTP " + status;
        } catch (IOException | RuntimeException e) {
            return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        }
    }

    private static String signature(String secret, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
