package dev.tertulia.devmode;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The arguments with which an assistant calls a tool. */
record Arguments(Map<String, Object> values) {

    @Nullable
    String optional(String name) {
        return Optional.ofNullable(values.get(name)).map(String::valueOf).filter(text -> !text.isBlank()).orElse(null);
    }

    /** @throws IllegalArgumentException if it is missing */
    String required(String name) {
        String value = optional(name);
        if (value == null) {
            throw new IllegalArgumentException("The argument '%s' is missing.".formatted(name));
        }
        return value;
    }

    /** @throws IllegalArgumentException if it is not a whole number */
    int number(String name, int unlessGiven) {
        return switch (values.get(name)) {
            case null -> unlessGiven;
            case Number number -> number.intValue();
            case Object other -> {
                try {
                    yield Integer.parseInt(other.toString().strip());
                } catch (NumberFormatException e) {
                    throw new IllegalArgumentException(
                            "The argument '%s' is a whole number, not '%s'.".formatted(name, other), e);
                }
            }
        };
    }
}
