package dev.tertulia.server.doctor;

import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param check  the name of the check
 * @param number the id of the phone number that it is about; {@code null} for none
 * @param cause  what is so, one sentence
 * @param next   what to do; {@code null} if there is nothing to do
 */
public record Finding(String check, @Nullable String number, Level level, String cause, @Nullable String next) {

    static Finding ok(Check check, String cause) {
        return new Finding(check.name(), check.number(), Level.OK, cause, null);
    }

    static Finding skipped(Check check, String cause, @Nullable String next) {
        return new Finding(check.name(), check.number(), Level.SKIPPED, cause, next);
    }

    static Finding warning(Check check, String cause, String next) {
        return new Finding(check.name(), check.number(), Level.WARNING, cause, next);
    }

    static Finding problem(Check check, String cause, String next) {
        return new Finding(check.name(), check.number(), Level.PROBLEM, cause, next);
    }

    static Finding unreachable(Check check, String cause, String next) {
        return new Finding(check.name(), check.number(), Level.UNREACHABLE, cause, next);
    }
}
