package dev.tertulia.moderation.judge;

import java.util.Optional;

/** Tests whether a condition holds. */
@FunctionalInterface
interface Check {

    /** Why the condition holds; empty if it does not. */
    Optional<Evidence> test(Facts facts);
}
