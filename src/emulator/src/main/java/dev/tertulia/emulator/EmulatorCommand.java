package dev.tertulia.emulator;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
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

/** The command line: starts an emulator, perhaps with a group in it, and runs until it is stopped. */
@Command(name = "emulator", mixinStandardHelpOptions = true, showDefaultValues = true, sortOptions = false, version = "Tertulia Emulator", description = "WhatsApp groups on this machine, for bots in any language.")
final class EmulatorCommand implements Callable<Integer> {
    private static final AccountSettings DEMO = AccountSettings.demo();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--port", defaultValue = "8090", description = "Where to listen, on 127.0.0.1; 0 for any.")
    private int port;

    @Option(names = "--webhook", paramLabel = "URL", description = "Where webhooks go. Until it is set they wait.")
    private @Nullable URI webhook;

    @Option(names = "--handshake", description = "Asks each webhook address for the challenge before it is used, as Meta does.")
    private boolean handshake;

    @Option(names = "--webhooks-anywhere", description = "Lets whoever uses the control interface or the Graph API send webhooks to other machines.")
    private boolean webhooksAnywhere;

    @Option(names = "--host", split = ",", paramLabel = "NAME", description = "A name by which it may be called besides localhost, behind a proxy; may be given again.")
    private List<String> hosts = List.of();

    @Option(names = "--app-secret", paramLabel = "SECRET", description = "Signs the webhooks.")
    private String appSecret = DEMO.appSecret();

    @Option(names = "--verify-token", paramLabel = "TOKEN", description = "For the bot's webhook handshake.")
    private String verifyToken = DEMO.verifyToken();

    @Option(names = "--phone-number-id", paramLabel = "ID", description = "The business's number.")
    private String phoneNumberId = DEMO.phoneNumberId();

    @Option(names = "--access-token", paramLabel = "TOKEN", description = "What the bot has to send.")
    private String accessToken = DEMO.accessToken();

    @Option(names = "--subject", description = "Creates a first group.")
    private @Nullable String subject;

    @Option(names = "--members", split = ",", paramLabel = "NAME", description = "Who is in that group, such as Ana,Ben,Carla.")
    private List<String> members = List.of();

    @Option(names = "--template", paramLabel = "NAME:LANGUAGE:BODY", description = "A template of the account; may be given again.")
    private List<String> templates = List.of();

    @Option(names = "--seed-file", paramLabel = "FILE", description = "Groups, members and templates to begin with, in YAML.")
    private @Nullable Path seedFile;

    @Option(names = "--keep", paramLabel = "FILE", description = "Keeps everything in this file, and begins with it when it is there.")
    private @Nullable Path kept;

    @Option(names = "--messages-per-second", paramLabel = "N", description = "Above that the bot gets 130429; 0 for no limit.")
    private int messagesPerSecond;

    @Option(names = "--seed", description = "Equal seeds give equal ids.")
    private long seed = DEMO.seed();

    @Option(names = "--hold", paramLabel = "SECONDS", description = "How long a call is held open that a fault leaves unanswered.")
    private int hold = 60;

    /** The command with its error messages: one sentence each, no usage, no stack trace. */
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
            greet(spec.commandLine().getOut(), emulator, whatsApp.settings());
            Thread.currentThread().join();
        }
        return CommandLine.ExitCode.OK;
    }

    private Emulator start(FakeWhatsApp whatsApp) {
        try {
            furnish(whatsApp);
            return Emulator.start(port, whatsApp, Duration.ofSeconds(hold),
                    new Admission(false, Set.copyOf(hosts)));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void furnish(FakeWhatsApp whatsApp) {
        if (hold < 0) {
            throw new IllegalArgumentException("--hold is 0 or more seconds, not %d.".formatted(hold));
        }
        whatsApp.handshake(handshake);
        whatsApp.webhooksAnywhere(webhooksAnywhere);
        if (webhook != null) {
            whatsApp.webhooksTo(webhook);
        }
        if (kept != null && Files.exists(kept)) {
            whatsApp.restore(kept);
        } else {
            people(whatsApp);
        }
        if (kept != null) {
            whatsApp.keep(kept);
        }
    }

    private void people(FakeWhatsApp whatsApp) {
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
            throw new IllegalArgumentException("--members needs a group to be in: add --subject.");
        }
    }

    private static void greet(PrintWriter out, Emulator emulator, AccountSettings settings) {
        out.println("Listening. Give your bot:");
        Arrays.asList("WHATSAPP_GRAPH_URL=" + emulator.url(), "WHATSAPP_ACCESS_TOKEN=" + settings.accessToken(),
                "WHATSAPP_APP_SECRET=" + settings.appSecret(), "WHATSAPP_VERIFY_TOKEN=" + settings.verifyToken(),
                "WHATSAPP_PHONE_NUMBER_ID=" + settings.phoneNumberId(),
                "WHATSAPP_BUSINESS_ACCOUNT_ID=" + settings.businessAccountId())
                .forEach(line -> out.println("  " + line));
        out.println("Open " + emulator.url() + "/playground");
        out.flush();
    }
}
