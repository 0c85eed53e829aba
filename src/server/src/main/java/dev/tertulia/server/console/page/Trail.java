package dev.tertulia.server.console.page;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.server.console.access.Viewer;

/** The trail of what people did in the console, in the log. */
final class Trail {

    private static final Logger LOG = LoggerFactory.getLogger("dev.tertulia.console");

    private Trail() {}

    static void record(Viewer viewer, String what) {
        LOG.info("{}: {}", viewer.name(), what);
    }
}
