package dev.tertulia.server;

/**
 * The process that started this one. A build tool that is told to end leaves the program behind that it runs: so the
 * program looks after its parent itself, when the tool asks for that by a system property.
 */
final class ParentProcess {

    private static final String ASKED = "dev.tertulia.ends-with-parent";

    private ParentProcess() {}

    /** Ends this process in good order as soon as its parent is gone, if that was asked for. */
    static void endWithIt() {
        if (Boolean.getBoolean(ASKED)) {
            ProcessHandle.current().parent().ifPresentOrElse(
                    parent -> parent.onExit().thenRunAsync(() -> System.exit(0)), () -> System.exit(0));
        }
    }
}
