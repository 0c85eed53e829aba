package dev.tertulia.emulator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of the Graph API that answers a request. Requests to a version that has ended go to the oldest one. */
final class GraphVersion {
    private static final int OLDEST = 21;
    private static final Pattern IN_PATH = Pattern.compile("/v(\\d{1,4})\\.(\\d{1,4})(/.*)?");

    private GraphVersion() {}

    /** Returns the version for a path, such as {@code v25.0}. */
    static String answering(String path) {
        Matcher asked = IN_PATH.matcher(path);
        return asked.matches() && Integer.parseInt(asked.group(1)) >= OLDEST
                ? "v" + asked.group(1) + "." + asked.group(2)
                : "v" + OLDEST + ".0";
    }
}
