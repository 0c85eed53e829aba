package dev.tertulia.server.demo;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;

import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;

import dev.tertulia.server.settings.BadSettings;
import dev.tertulia.server.settings.ConfiguredContext;
import dev.tertulia.server.settings.DemoAccess;

/** The address at which the demo listens: loopback, unless the settings open it explicitly. */
public final class DemoAddress {

    private static final String HOST = "micronaut.server.host";
    private static final String USUAL = "127.0.0.1";

    private DemoAddress() {}

    /**
     * Adds the loopback address as the default host.
     *
     * @throws BadSettings if other machines can reach the host and the settings do not open the demo
     */
    public static void choose(Environment environment, DemoAccess access, int order) {
        String chosen = ConfiguredContext.setting(environment, "tertulia.host").orElse(USUAL);
        environment.addPropertySource(PropertySource.of("demo", Map.of(HOST, chosen), order));
        if (!access.open() && !onlyHere(environment.getProperty(HOST, String.class).orElse(""))) {
            throw new BadSettings("there is no access token, so the process is the demo, in which any visitor can act"
                    + " as any member, but TERTULIA_HOST (tertulia.host) lets other machines reach it; set"
                    + " WHATSAPP_ACCESS_TOKEN (whatsapp.access-token) to go live, unset the host, or set"
                    + " TERTULIA_DEMO_ACCESS (tertulia.demo.access) to open to allow this.");
        }
    }

    /** A host that cannot be resolved passes here; starting the server on it fails later. */
    private static boolean onlyHere(String host) {
        try {
            return !host.isBlank() && InetAddress.getByName(host.strip()).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return true;
        }
    }
}
