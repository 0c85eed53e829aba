package dev.tertulia.webhook;

import java.util.Optional;

/** Accepts a payload that could not be read before. */
@FunctionalInterface
public interface QuarantineReplayer {

    /** Accepts the payload as if it was delivered now. Returns the reason if it still cannot be read. */
    Optional<String> readAgain(String raw);
}
