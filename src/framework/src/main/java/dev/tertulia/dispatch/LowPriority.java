package dev.tertulia.dispatch;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lowest priority of threads at the operating system, which Java's own priorities do not reach. It needs Linux and
 * {@code --enable-native-access=ALL-UNNAMED}; otherwise threads keep their priority. A thread never gets it back.
 */
final class LowPriority {

    private static final Logger LOG = LoggerFactory.getLogger(LowPriority.class);
    private static final Path CURRENT_THREAD = Path.of("/proc/thread-self");
    private static final int OF_THREAD = 0;
    private static final int LOWEST = 19;
    private static final Optional<MethodHandle> SET_PRIORITY = find();

    private LowPriority() {}

    @SuppressWarnings("restricted") // only where the command line allows it
    private static Optional<MethodHandle> find() {
        if (!LowPriority.class.getModule().isNativeAccessEnabled() || !Files.exists(CURRENT_THREAD)) {
            return Optional.empty();
        }
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup().find("setpriority").map(address -> linker.downcallHandle(address,
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT)));
    }

    /** The current thread's id at the operating system; 0 where priorities cannot be set. */
    static int currentThread() {
        if (SET_PRIORITY.isEmpty()) {
            return 0;
        }
        try {
            return Integer.parseInt(Files.readSymbolicLink(CURRENT_THREAD).getFileName().toString());
        } catch (IOException | NumberFormatException unknown) {
            return 0;
        }
    }

    /** Gives a thread the lowest priority. Returns whether it has it now. */
    static boolean set(int thread) {
        if (thread == 0) {
            return false;
        }
        try {
            return (int) SET_PRIORITY.orElseThrow().invokeExact(OF_THREAD, thread, LOWEST) == 0;
        } catch (Throwable refused) {
            LOG.debug("the priority of a thread cannot be lowered", refused);
            return false;
        }
    }
}
