package dev.tertulia.aside;

import java.util.Optional;

/** Who can take a payload in that could not be read before. */
@FunctionalInterface
public interface Rereading {

    /** Takes it in, as if it was delivered now. Returns why not, if it still cannot be read. */
    Optional<String> readAgain(String raw);
}
