package dev.tertulia.bot;

import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.tertulia.stability.Experimental;

/** A kind of parameter that handlers may have. A bean of this type adds one; it is asked before other beans are looked up. */
@Experimental
@FunctionalInterface
public interface ParameterType {

    /**
     * What fills a parameter, from the turn; empty if the parameter is not of this kind. It is called once for each
     * parameter when the program starts.
     *
     * @throws IllegalArgumentException if the parameter is of this kind and wrong; the message says what to write
     */
    Optional<Function<Turn, @Nullable Object>> of(HandlerParameter parameter);
}
