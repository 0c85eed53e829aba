package dev.tertulia.devmode;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.server.cli.project.DevMode;

/** The command {@code dev}. */
public final class Development implements DevMode {

    private static final Logger LOG = LoggerFactory.getLogger(Development.class);

    /** An assistant does not open the page, and a developer may have it open. */
    private static final Map<String, Object> ANY_PORT = Map.of("tertulia.port", 0);

    /** Creates the service. */
    public Development() {}

    @Override
    public int run(Wanted wanted) {
        if (wanted.mcp()) {
            System.setOut(System.err); // stdout belongs to the protocol
        }
        Project project = Project.at(wanted.project());
        DevSession session = DevSession.start(project, wanted.tests(), wanted.mcp() ? ANY_PORT : Map.of());
        Runtime.getRuntime().addShutdownHook(new Thread(session::close, "shutdown"));
        LOG.info("open {}/playground; each change below {} makes a new version of the bots", session.url(),
                wanted.project());
        try {
            if (wanted.mcp()) {
                OutputStream out = new FileOutputStream(FileDescriptor.out);
                AssistantServer.serve(new AssistantTools(session), System.in, out);
            } else {
                LOG.info("an assistant can try the bots too: {}", LaunchFile.command(project, wanted.tests()));
                new CountDownLatch(1).await();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}
