package dev.tertulia.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The heap of another process, as the JDK's own tool sees it. */
final class Heap {

    private static final String JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final long MB = 1_024;

    private Heap() {}

    /** How many megabytes are in use after the garbage was collected. */
    static long megabytesOf(long pid) {
        run(pid, "GC.run");
        Matcher used = USED.matcher(run(pid, "GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("jcmd does not tell how much of the heap is used");
        }
        return Long.parseLong(used.group(1)) / MB;
    }

    private static String run(long pid, String command) {
        try {
            Process process = new ProcessBuilder(JCMD, "" + pid, command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
