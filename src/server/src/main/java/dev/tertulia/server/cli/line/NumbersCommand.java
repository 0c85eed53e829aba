package dev.tertulia.server.cli.line;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.tertulia.server.cli.store.StoreAccess;
import dev.tertulia.server.cli.terminal.CommandFailed;
import dev.tertulia.server.cli.terminal.Count;
import dev.tertulia.server.cli.terminal.Output;
import dev.tertulia.server.settings.Account;

/** Lists the phone numbers of an installation, and adds or removes some while it runs. */
@Command(name = "numbers", mixinStandardHelpOptions = true, description = "Lists the phone numbers of the installation. Numbers can be added and removed while servers run; they use the token and the rates of the first configured number.", footer = {
        "tertulia numbers", "tertulia numbers add 106540352242923 --business-account 102290129340398",
        "tertulia numbers remove 106540352242923"})
final class NumbersCommand implements Callable<Integer> {

    private final Supplier<StoreAccess> store;

    @Mixin
    private Output output;

    NumbersCommand(Supplier<StoreAccess> store) {
        this.store = store;
    }

    /** A number in JSON. */
    private record Number(String id, @Nullable String businessAccount, boolean configured) {}

    @Override
    public Integer call() {
        try (StoreAccess open = store.get()) {
            List<Account> all = open.accounts();
            if (output.json()) {
                output.print(all.stream().map(account -> new Number(account.phoneNumberId(),
                        account.businessAccountId(), open.isConfigured(account.phoneNumberId()))).toList());
                return CommandLine.ExitCode.OK;
            }
            output.out().println(Count.of(all.size(), "number"));
            all.forEach(account -> output.out().printf("  %s  %s%s%n", account.phoneNumberId(),
                    open.isConfigured(account.phoneNumberId()) ? "configured" : "added",
                    account.businessAccountId() == null ? "" : ", account " + account.businessAccountId()));
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Adds a number. All running servers serve it within seconds.", footer = {
            "tertulia numbers add 106540352242923",
            "tertulia numbers add 106540352242923 --business-account 102290129340398"})
    int add(@Parameters(paramLabel = "ID", description = "The phone number id that the app's WhatsApp page shows.") String id,
            @Option(names = "--business-account", paramLabel = "ID", description = "The id of the number's business account.") @Nullable String account) {
        try (StoreAccess open = store.get()) {
            refuseUnlessId(id);
            String business = account == null ? "" : account;
            if (!business.isEmpty()) {
                refuseUnlessId(business);
            }
            if (open.isConfigured(id)) {
                throw new CommandFailed(id + " is in the settings already; nothing was changed.");
            }
            output.out().println(open.addNumber(id, business)
                    ? id + " is added; running servers serve it within 2 seconds."
                    : id + " was added before; nothing was changed.");
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes a number that was added. What is stored of it stays, and it can be added again.", footer = "tertulia numbers remove 106540352242923")
    int remove(@Parameters(paramLabel = "ID", description = "The phone number id.") String id) {
        try (StoreAccess open = store.get()) {
            if (open.isConfigured(id)) {
                throw new CommandFailed(id + " is in the settings; remove it there and restart the servers.");
            }
            if (!open.removeNumber(id)) {
                throw new CommandFailed("'" + id + "' was not added; tertulia numbers lists all numbers.");
            }
            output.out().println(id + " is removed; running servers finish what they are doing for it.");
            return CommandLine.ExitCode.OK;
        }
    }

    private static void refuseUnlessId(String id) {
        if (id.isEmpty() || !id.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new CommandFailed("'" + id + "' is not an id of Meta's: write the digits that the app's WhatsApp page"
                    + " shows, such as 106540352242922.");
        }
    }
}
