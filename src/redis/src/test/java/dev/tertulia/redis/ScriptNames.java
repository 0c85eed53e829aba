package dev.tertulia.redis;

import java.util.Locale;
import java.util.stream.Stream;

/** The names of scripts, for programs that see only their digests. */
public final class ScriptNames {

    private ScriptNames() {}

    /** The name of the script of this digest, or the digest if there is none. */
    public static String of(String digest) {
        return Stream.of(Script.values()).filter(script -> script.sha().equals(digest))
                .map(script -> script.name().toLowerCase(Locale.ROOT)).findFirst().orElse(digest);
    }
}
