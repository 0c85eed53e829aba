package dev.tertulia.server;

/**
 * The process that started this one. A build tool that is stopped leaves the program that it runs behind. The program
 * therefore watches its parent itself if a system property asks for it.
 */
final class ParentProcess {

    private static final String ASKED = "dev.tertulia.ends-with-parent";

    private ParentProcess() {}

    /** Shuts this process down when its parent ends, if the system property is set. */
    static void endWithIt() {
        if (Boolean.getBoolean(ASKED)) {
            ProcessHandle.current().parent().ifPresentOrElse(
                    parent -> parent.onExit().thenRunAsync(() -> System.exit(0)), () -> System.exit(0));
        }
    }
}
