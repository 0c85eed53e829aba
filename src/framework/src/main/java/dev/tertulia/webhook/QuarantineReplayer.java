package dev.tertulia.webhook;

import java.util.Optional;

/** Who can take a payload in that could not be read before. */
@FunctionalInterface
public interface QuarantineReplayer {

    /** Takes it in, as if it was delivered now. Returns why not, if it still cannot be read. */
    Optional<String> readAgain(String raw);
}
