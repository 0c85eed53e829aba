package dev.tertulia.testcontainers;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import org.testcontainers.Testcontainers;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * The emulator of WhatsApp groups in a container. Bots call {@link #graphUrl} as they call Meta, and tests act as people
 * over {@link #controlUrl}. The image is the target {@code emulator} of Tertulia's Dockerfile.
 */
public class TertuliaEmulatorContainer extends GenericContainer<TertuliaEmulatorContainer> {

    private static final DockerImageName IMAGE = DockerImageName.parse("tertulia-emulator");
    private static final int PORT = 8090;
    private static final String HOST_OF_TESTS = "host.testcontainers.internal";

    private final List<String> options = new ArrayList<>();
    private final List<Integer> hostPorts = new ArrayList<>();
    private String accessToken = "demo-token";
    private String appSecret = "test-app-secret";
    private String verifyToken = "demo-verify";
    private String phoneNumberId = "106540352242922";

    /** Creates a container of an image, such as {@code tertulia-emulator:latest}. */
    public TertuliaEmulatorContainer(String image) {
        this(DockerImageName.parse(image));
    }

    /**
     * Creates a container of an image.
     *
     * @throws IllegalStateException if the image is another one and not declared as a substitute
     */
    @SuppressWarnings("this-escape") // containers are set up by methods of their superclass
    public TertuliaEmulatorContainer(DockerImageName image) {
        super(image);
        image.assertCompatibleWith(IMAGE);
        addExposedPort(PORT);
        setWaitStrategy(Wait.forHttp("/emulator/state").forPort(PORT));
    }

    /** Adds a first group with these members. */
    public TertuliaEmulatorContainer withGroup(String subject, String... members) {
        return with("--subject", subject).with("--members", String.join(",", members));
    }

    /** Adds an approved template whose body may have parameters, such as <code>{{1}}</code>. */
    public TertuliaEmulatorContainer withTemplate(String name, String language, String body) {
        return with("--template", name + ":" + language + ":" + body);
    }

    /** Sends the webhooks to a bot that runs on the machine of the test. */
    public TertuliaEmulatorContainer withWebhookOnHost(int port, String path) {
        hostPorts.add(port);
        withAccessToHost(true);
        return withWebhook(URI.create("http://" + HOST_OF_TESTS + ":" + port + path));
    }

    /** Sends the webhooks to an address that the container can reach, such as that of a bot in the same network. */
    public TertuliaEmulatorContainer withWebhook(URI address) {
        return with("--webhook", address.toString());
    }

    /** Sets the token that the bot has to send. */
    public TertuliaEmulatorContainer withAccessToken(String token) {
        accessToken = token;
        return self();
    }

    /** Sets the secret that signs the webhooks. */
    public TertuliaEmulatorContainer withAppSecret(String secret) {
        appSecret = secret;
        return self();
    }

    /** Sets the token of the webhook's handshake. */
    public TertuliaEmulatorContainer withVerifyToken(String token) {
        verifyToken = token;
        return self();
    }

    /** Sets the id of the business's phone number. */
    public TertuliaEmulatorContainer withPhoneNumberId(String id) {
        phoneNumberId = id;
        return self();
    }

    private TertuliaEmulatorContainer with(String option, String value) {
        options.add(option);
        options.add(value);
        return self();
    }

    @Override
    protected void configure() {
        hostPorts.forEach(Testcontainers::exposeHostPorts);
        setCommandParts(arguments(getHost()).toArray(String[]::new));
    }

    /**
     * The arguments of the emulator.
     *
     * @param host the name under which the test calls it
     */
    List<String> arguments(String host) {
        List<String> arguments = new ArrayList<>(List.of("--host", "emulator," + host, "--webhooks-anywhere",
                "--access-token", accessToken, "--app-secret", appSecret, "--verify-token", verifyToken,
                "--phone-number-id", phoneNumberId));
        arguments.addAll(options);
        return arguments;
    }

    /** The base of the Graph API, to be given to the bot instead of Meta's. */
    public String graphUrl() {
        return "http://" + getHost() + ":" + getMappedPort(PORT);
    }

    /** The base of the control interface. */
    public String controlUrl() {
        return graphUrl() + "/emulator";
    }

    /** The token that the bot has to send. */
    public String accessToken() {
        return accessToken;
    }

    /** The secret that signs the webhooks. */
    public String appSecret() {
        return appSecret;
    }

    /** The token of the webhook's handshake. */
    public String verifyToken() {
        return verifyToken;
    }

    /** The id of the business's phone number. */
    public String phoneNumberId() {
        return phoneNumberId;
    }
}
