package dev.tertulia.emulator;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Command line of the emulator. Runs until it is stopped. */
@Command(name = "emulator", mixinStandardHelpOptions = true, showDefaultValues = true, sortOptions = false, usageHelpWidth = 100, version = "Tertulia Emulator", descriptionHeading = "%n", optionListHeading = "%n", footerHeading = "%nExamples:%n", description = "Emulates WhatsApp groups on this machine, for bots in any language.", footer = {
        "  java -cp \"lib/*\" dev.tertulia.emulator.Emulator --webhook http://localhost:3000/webhook",
        "  java -cp \"lib/*\" dev.tertulia.emulator.Emulator --subject \"Book club\" --members Ana,Ben --keep scene.json"})
final class EmulatorCommand implements Callable<Integer> {
    private static final AccountSettings DEMO = AccountSettings.demo();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8090", description = "The port to listen on; 0 for any free one.")
    private int port;

    @Option(names = "--address", paramLabel = "ADDRESS", defaultValue = "127.0.0.1", description = "The address to listen on; 0.0.0.0 for all, in a container. Whoever can reach it can act as anybody.")
    private String address = "127.0.0.1";

    @Option(names = "--webhook", paramLabel = "URL", description = "The address of the webhooks. They wait until there is one.")
    private @Nullable URI webhook;

    @Option(names = "--handshake", description = "Verifies each webhook address with a challenge before it is used, as Meta does.")
    private boolean handshake;

    @Option(names = "--webhooks-anywhere", description = "Lets callers of the control interface and the Graph API send webhooks to other machines.")
    private boolean webhooksAnywhere;

    @Option(names = "--host", split = ",", paramLabel = "NAME", description = "A further accepted host name, for use behind a proxy; repeatable.")
    private List<String> hosts = List.of();

    @Option(names = "--app-secret", paramLabel = "SECRET", description = "The secret that signs the webhooks.")
    private String appSecret = DEMO.appSecret();

    @Option(names = "--verify-token", paramLabel = "TOKEN", description = "The token of the webhook handshake.")
    private String verifyToken = DEMO.verifyToken();

    @Option(names = "--phone-number-id", paramLabel = "ID", description = "The id of the business's phone number.")
    private String phoneNumberId = DEMO.phoneNumberId();

    @Option(names = "--access-token", paramLabel = "TOKEN", description = "The token that the bot must send.")
    private String accessToken = DEMO.accessToken();

    @Option(names = "--subject", paramLabel = "SUBJECT", description = "The subject of a first group.")
    private @Nullable String subject;

    @Option(names = "--members", split = ",", paramLabel = "NAME", description = "The members of that group, such as Ana,Ben,Carla.")
    private List<String> members = List.of();

    @Option(names = "--template", paramLabel = "NAME:LANGUAGE:BODY", description = "A template of the account; repeatable.")
    private List<String> templates = List.of();

    @Option(names = "--seed-file", paramLabel = "FILE", description = "Initial groups, members and templates, in YAML.")
    private @Nullable Path seedFile;

    @Option(names = "--keep", paramLabel = "FILE", description = "Saves the state to this file, and restores it if the file exists.")
    private @Nullable Path savedState;

    @Option(names = "--messages-per-second", paramLabel = "N", description = "The rate limit of messages, with error 130429 above; 0 for no limit.")
    private int messagesPerSecond;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "The seed of the random ids; equal seeds give equal ids.")
    private long seed = DEMO.seed();

    @Option(names = "--hold", paramLabel = "SECONDS", description = "How long a call without a response is held open.")
    private int hold = 60;

    /** Returns the command. It reports an error in one sentence, without usage and stack trace. */
    static CommandLine line() {
        return new CommandLine(new EmulatorCommand()).setParameterExceptionHandler((e, args) -> {
            PrintWriter err = e.getCommandLine().getErr();
            err.println(e.getMessage());
            err.println("Try --help.");
            return CommandLine.ExitCode.USAGE;
        });
    }

    @Override
    public Integer call() throws InterruptedException {
        var whatsApp = new FakeWhatsApp(DEMO.withPhoneNumberId(phoneNumberId).withAccessToken(accessToken)
                .withAppSecret(appSecret).withVerifyToken(verifyToken).withSeed(seed), MovableClock.ticking());
        try (var emulator = start(whatsApp)) {
            printSettings(spec.commandLine().getOut(), emulator, whatsApp.settings());
            Thread.currentThread().join();
        }
        return CommandLine.ExitCode.OK;
    }

    private Emulator start(FakeWhatsApp whatsApp) {
        try {
            setUp(whatsApp);
            return Emulator.start(new InetSocketAddress(InetAddress.ofLiteral(address), checked(port)), whatsApp,
                    Duration.ofSeconds(hold), new RequestPolicy(false, Set.copyOf(hosts)));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static int checked(int port) {
        Emulator.checkPort(port);
        return port;
    }

    private void setUp(FakeWhatsApp whatsApp) {
        if (hold < 0) {
            throw new IllegalArgumentException("--hold is 0 or more seconds, not %d.".formatted(hold));
        }
        whatsApp.webhooks().handshake(handshake);
        whatsApp.webhooks().anywhere(webhooksAnywhere);
        if (webhook != null) {
            whatsApp.webhooks().to(webhook);
        }
        if (savedState != null && Files.exists(savedState)) {
            whatsApp.restore(savedState);
        } else {
            addPeople(whatsApp);
        }
        if (savedState != null) {
            whatsApp.keep(savedState);
        }
    }

    private void addPeople(FakeWhatsApp whatsApp) {
        templates.forEach(template -> {
            String[] parts = template.split(":", 3);
            if (parts.length < 3) {
                throw new IllegalArgumentException(
                        "--template is NAME:LANGUAGE:BODY, such as 'welcome:en:Welcome, {{1}}!', not '%s'."
                                .formatted(template));
            }
            whatsApp.templates().add(parts[0], parts[1], parts[2]);
        });
        whatsApp.limitMessages(messagesPerSecond);
        if (seedFile != null) {
            whatsApp.seed(seedFile);
        }
        if (subject != null) {
            GroupView group = whatsApp.createGroup(subject);
            members.forEach(name -> whatsApp.join(group.id(), name.strip(), null));
        } else if (!members.isEmpty()) {
            throw new IllegalArgumentException("--members needs a group: add --subject.");
        }
    }

    private static void printSettings(PrintWriter out, Emulator emulator, AccountSettings settings) {
        out.println("The emulator is running. Set for your bot:");
        Arrays.asList("WHATSAPP_GRAPH_URL=" + emulator.url(), "WHATSAPP_ACCESS_TOKEN=" + settings.accessToken(),
                "WHATSAPP_APP_SECRET=" + settings.appSecret(), "WHATSAPP_VERIFY_TOKEN=" + settings.verifyToken(),
                "WHATSAPP_PHONE_NUMBER_ID=" + settings.phoneNumberId(),
                "WHATSAPP_BUSINESS_ACCOUNT_ID=" + settings.businessAccountId())
                .forEach(line -> out.println("  " + line));
        out.println("Open " + emulator.url() + "/playground");
        out.flush();
    }
}
