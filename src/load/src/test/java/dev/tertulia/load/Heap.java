package dev.tertulia.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The heap of another process, as reported by the JDK's {@code jcmd}. */
final class Heap {

    private static final String JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    /** A part of the heap. The serial collector has two; lines without a total are not parts of the heap. */
    private static final Pattern USED = Pattern.compile("total .*used (\\d+)K");
    private static final long MB = 1_024;

    private Heap() {}

    /** The megabytes in use after a garbage collection. */
    static long megabytesOf(long pid) {
        run(pid, "GC.run");
        List<MatchResult> parts = USED.matcher(run(pid, "GC.heap_info")).results().toList();
        if (parts.isEmpty()) {
            throw new IllegalStateException("jcmd does not report the used heap");
        }
        return parts.stream().mapToLong(part -> Long.parseLong(part.group(1))).sum() / MB;
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
