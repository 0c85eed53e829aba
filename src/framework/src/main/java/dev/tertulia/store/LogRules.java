package dev.tertulia.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

import dev.tertulia.fleet.Log;
import dev.tertulia.message.InvalidArgument;

/** The limits of logs, for every store. */
public final class LogRules {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Duration LONGEST = Duration.ofDays(3_653);
    private static final int LONGEST_KEY = 500;
    private static final int LONGEST_TERM = 200;
    private static final int MOST_TERMS = 16;
    private static final int LARGEST_BODY = 64 * 1024;

    private LogRules() {}

    /** Checks the name of a log, and how long it keeps entries. */
    public static void check(String name, Duration keep) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidArgument("'", name, "' cannot be the name of a log; write 1 to 64 letters, digits, hyphens"
                    + " and underscores");
        }
        if (!keep.isPositive() || keep.compareTo(LONGEST) > 0) {
            throw new InvalidArgument("log " + name + " keeps entries for " + keep + "; write more than nothing and at"
                    + " most 10 years");
        }
    }

    /** Checks an entry. */
    public static void check(Log.Draft draft) {
        if (draft.key().isEmpty() || draft.key().length() > LONGEST_KEY) {
            throw new InvalidArgument("the key of an entry has 1 to " + LONGEST_KEY + " characters, not "
                    + draft.key().length());
        }
        check(draft.terms(), draft.body());
    }

    /** Checks what an entry is found by, and its content. */
    public static void check(Set<String> terms, String body) {
        if (terms.size() > MOST_TERMS) {
            throw new InvalidArgument("an entry has at most " + MOST_TERMS + " terms, not " + terms.size());
        }
        terms.stream().filter(term -> term.isEmpty() || term.length() > LONGEST_TERM).findFirst().ifPresent(term -> {
            throw new InvalidArgument("a term of an entry has 1 to " + LONGEST_TERM + " characters, not "
                    + term.length());
        });
        if (body.getBytes(StandardCharsets.UTF_8).length > LARGEST_BODY) {
            throw new InvalidArgument("the body of an entry has more than " + LARGEST_BODY / 1024 + " KB");
        }
    }

    /** Checks how many entries are asked for. */
    public static void check(int atMost) {
        if (atMost < 1 || atMost > Log.MOST_AT_ONCE) {
            throw new InvalidArgument("1 to " + Log.MOST_AT_ONCE + " entries can be asked for at once, not " + atMost);
        }
    }
}
