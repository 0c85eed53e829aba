package dev.tertulia.server.settings;

import java.net.URI;
import java.util.Map;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;

/**
 * The addresses of a server on this machine that has the configuration of this folder and environment.
 *
 * @param url        of the webhook, the console and the demo
 * @param management of health and metrics
 */
public record LocalServer(URI url, URI management) {

    static final int USUAL_PORT = 8080;

    /** @param properties take precedence over all others */
    public static LocalServer of(Map<String, Object> properties) {
        try (ApplicationContext context = ConfiguredContext.of(properties)) {
            return in(context.getEnvironment());
        }
    }

    /**
     * The server of a configuration.
     *
     * @throws BadSettings if a port is none
     */
    public static LocalServer in(Environment environment) {
        Keys keys = new Keys(environment);
        int port = keys.port("tertulia.port", USUAL_PORT);
        int management = keys.port("tertulia.management.port", port);
        keys.refuseIfAny();
        return new LocalServer(at(port), at(management));
    }

    private static URI at(int port) {
        return URI.create("http://localhost:" + port);
    }
}
