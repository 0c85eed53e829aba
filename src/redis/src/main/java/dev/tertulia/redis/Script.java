package dev.tertulia.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/** The atomic steps, each a Lua file of its name. What several share they include in their first line. */
enum Script {
    ACCEPT,
    CLAIM,
    RENEW,
    OPEN,
    COMMIT,
    GIVEBACK,
    RIPE,
    FIRE,
    TIMER,
    CANCEL,
    DESK,
    LABEL,

    LEASE,
    RELEASE,
    REST,
    AGENDA,
    MARK,
    MARKED,
    UNMARK,
    SWEEP,
    NUMBER,
    INTERRUPTED,
    DUE,
    ADD,
    BEGIN,
    UNDO,
    SETTLE,
    CONFIRM,
    FIND,
    RESETTLE,
    UNHOLD,
    UNPARK,

    QUARANTINE,
    UNQUARANTINE,
    RESEND,
    REHANDLE,
    HELD_ONE,
    UNKNOWN_ONE,
    EMPTY,

    BROADCAST,
    HALT,
    NEXT,
    FEED,
    GLANCE,
    MAILBOXES,
    HEADS,

    BOOK,
    COUNT,
    TALLY,
    LOG_APPEND,
    LOG_REWRITE,
    LOG_TERMS,
    PROBE,
    NOTE_ONE,
    PROCESS,
    PROCESSES,

    MEET,
    CHANGE,
    MOVED,

    SHUT;

    /** What stores work where there was none, or makes it due sooner. What goes on with work leaves it in sight. */
    private static final Set<Script> NEW_WORK = EnumSet.of(ACCEPT, TIMER, DESK, ADD, UNHOLD, UNPARK, UNQUARANTINE,
            RESEND,
            REHANDLE, HELD_ONE, UNKNOWN_ONE, BROADCAST);
    private static final String INCLUDE = "-- include: ";

    private final String source = withIncluded(read(name().toLowerCase(Locale.ROOT)));
    private final String sha = sha1(source);

    String source() {
        return source;
    }

    /** The digest by which Redis finds it. */
    String sha() {
        return sha;
    }

    /** Whether the number has to be marked before. */
    boolean storesWork() {
        return NEW_WORK.contains(this);
    }

    private static String withIncluded(String step) {
        if (!step.startsWith(INCLUDE)) {
            return step;
        }
        StringBuilder all = new StringBuilder();
        for (String name : step.lines().findFirst().orElseThrow().substring(INCLUDE.length()).split(", ")) {
            all.append(read(name));
        }
        return all.append(step).toString();
    }

    private static String read(String name) {
        try (InputStream file = Script.class.getResourceAsStream(name + ".lua")) {
            if (file == null) {
                throw new IllegalStateException(name + ".lua is missing beside " + Script.class.getName());
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
