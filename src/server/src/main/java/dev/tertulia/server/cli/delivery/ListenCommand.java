package dev.tertulia.server.cli.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.micronaut.context.ApplicationContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.tertulia.server.cli.terminal.CommandFailed;
import dev.tertulia.server.cli.terminal.Output;
import dev.tertulia.server.cli.terminal.TimeText;
import dev.tertulia.server.settings.Account;
import dev.tertulia.server.settings.ConfiguredContext;
import dev.tertulia.server.settings.LocalServer;
import dev.tertulia.server.settings.NumberIds;
import dev.tertulia.server.settings.Settings;
import dev.tertulia.server.settings.SettingsReader;

/** Lets WhatsApp deliver the webhooks of one number to this machine, through a tunnel, until it is stopped. */
@Command(name = "listen", mixinStandardHelpOptions = true, description = {
        "Lets WhatsApp deliver the webhooks of one number to a server on this machine, through a tunnel, until it is stopped.",
        "It sets the webhook address of the number, and restores the one before at the end, also on Ctrl-C. Without an address it prints how to open a tunnel. The server has to run, because WhatsApp verifies the address."}, footer = {
                "tertulia listen", "tertulia listen https://quiet-tea.example.org",
                "tertulia listen https://quiet-tea.example.org --number 106540352242922 --for 2h",
                "tertulia listen --restore"})
public final class ListenCommand implements Callable<Integer> {

    private static final String PATH = "/webhook";

    private final Map<String, Object> properties;

    @Mixin
    private Output output;

    @Parameters(arity = "0..1", paramLabel = "URL", description = "The https address of the tunnel; /webhook is added if it has no path.")
    private @Nullable URI tunnel;

    @Option(names = "--number", paramLabel = "ID", description = "The phone number id; needed if there are several.")
    private @Nullable String number;

    @Option(names = "--for", paramLabel = "TIME", description = "Ends by itself after this time, such as 2h.")
    private @Nullable Duration time;

    @Option(names = "--restore", description = "Only removes the number's own address, as after a crash.")
    private boolean restore;

    public ListenCommand(Map<String, Object> properties) {
        this.properties = properties;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (tunnel == null && !restore) {
            output.out().printLines(howTo());
            return CommandLine.ExitCode.OK;
        }
        Settings settings = settings();
        try (NumberOverride override = new NumberOverride(settings, account(settings))) {
            if (restore) {
                override.set("");
                output.out().println("The number has no address of its own any more.");
            } else {
                listen(override, address(tunnel));
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private void listen(NumberOverride override, String address) throws InterruptedException {
        try (Detour detour = Detour.to(address, override, output.out())) {
            Thread atEnd = new Thread(() -> restore(detour), "restore");
            Runtime.getRuntime().addShutdownHook(atEnd);
            output.out().println(time == null
                    ? "Stop with Ctrl-C."
                    : "It ends in " + TimeText.of(time) + ", or with Ctrl-C.");
            CountDownLatch never = new CountDownLatch(1);
            if (time == null) {
                never.await();
            } else {
                never.await(time.toMillis(), TimeUnit.MILLISECONDS);
            }
            Runtime.getRuntime().removeShutdownHook(atEnd);
        }
    }

    /** Restores the address while the process stops, when nothing else reports a failure. */
    private void restore(Detour detour) {
        try {
            detour.close();
        } catch (CommandFailed e) {
            output.err().println("The address of the number was not restored. Run later: listen --restore. "
                    + e.getMessage());
        }
    }

    private Settings settings() {
        try (ApplicationContext context = ConfiguredContext.of(properties)) {
            return SettingsReader.read(context.getEnvironment());
        }
    }

    private Account account(Settings settings) {
        List<Account> accounts = settings.accounts().stream()
                .filter(account -> number == null || account.phoneNumberId().equals(number)).toList();
        if (settings.demo()) {
            throw new CommandFailed("The demo needs no tunnel; set WHATSAPP_ACCESS_TOKEN and the other variables of"
                    + " your account.");
        }
        if (accounts.size() != 1) {
            throw output.wrongUsage("write one number with --number: " + NumberIds.listed(
                    settings.accounts().stream().map(Account::phoneNumberId).toList()));
        }
        return accounts.getFirst();
    }

    private String address(URI given) {
        boolean here = "localhost".equals(given.getHost()) || String.valueOf(given.getHost()).startsWith("127.");
        if (given.getHost() == null || !"https".equals(given.getScheme()) && !here) {
            throw output.wrongUsage("'" + given + "' is not the address of a tunnel; write one such as"
                    + " https://quiet-tea.example.org");
        }
        String path = given.getPath();
        return path == null || path.isEmpty() || path.equals("/") ? given.resolve(PATH).toString() : given.toString();
    }

    private String howTo() {
        return """
                1. Start the server on this machine; it listens on port %1$d.
                2. Open a tunnel in another terminal, with one of these programs:
                     cloudflared tunnel --url http://localhost:%1$d
                     ngrok http %1$d
                     ssh -R 80:localhost:%1$d nokey@localhost.run
                   It prints an https address.
                3. Run: listen https://ADDRESS
                   WhatsApp then delivers the webhooks of one number there, until you stop it.""".formatted(
                LocalServer.of(properties).url().getPort());
    }
}
