package dev.tertulia.server.cli.line;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.tertulia.bot.Notice;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Template;
import dev.tertulia.message.Member;
import dev.tertulia.server.cli.store.StoreAccess;
import dev.tertulia.server.cli.store.StoreAccess.StoredNumber;
import dev.tertulia.server.cli.terminal.Output;
import dev.tertulia.server.settings.NumberIds;

/** Sends a message through the outbox of a number, whose processes send it. */
@Command(name = "send", mixinStandardHelpOptions = true, description = {
        "Sends a message to a group or a person: free-form while the window is open, otherwise the template if one is given.",
        "Without a template it waits until somebody writes. The message is stored in the outbox, and the running servers send it at their rate."}, footer = {
                "tertulia send --group \"Book club\" \"We start at 8.\"",
                "tertulia send --group \"Book club\" \"We start at 8.\" --template reminder --param 8:00 --dry-run",
                "tertulia send --person +15550001111 \"Your book is here.\" --drop"})
final class SendCommand implements Callable<Integer> {

    private final Supplier<StoreAccess> store;

    @Mixin
    private Output output;

    @ArgGroup(multiplicity = "1")
    private Recipient to;

    @Parameters(paramLabel = "TEXT", description = "The text of the message.")
    private String text;

    @Option(names = "--template", paramLabel = "NAME", description = "The template that is sent if the window is shut.")
    private @Nullable String template;

    @Option(names = "--param", paramLabel = "VALUE", description = "A parameter in the body of the template; repeatable, in their order.")
    private List<String> parameters = List.of();

    @Option(names = "--language", paramLabel = "CODE", description = "The language of the template, such as pt_BR.")
    private @Nullable String language;

    @Option(names = "--hold", paramLabel = "TIME", defaultValue = "24h", description = "Without a template: how long the message waits for an open window; ${DEFAULT-VALUE} unless given.")
    private Duration hold;

    @Option(names = "--drop", description = "Without a template: nothing is sent if the window is shut.")
    private boolean drop;

    @Option(names = "--dry-run", description = "Only says what would be sent.")
    private boolean dryRun;

    @Option(names = "--number", paramLabel = "ID", description = "The phone number id that sends; needed for a person if there are several.")
    private @Nullable String number;

    SendCommand(Supplier<StoreAccess> store) {
        this.store = store;
    }

    /** Who receives the message: one of these. */
    private static final class Recipient {

        @Option(names = "--group", required = true, paramLabel = "GROUP", description = "The id or the subject of a group.")
        private @Nullable String group;

        @Option(names = "--person", required = true, paramLabel = "PERSON", description = "A phone number or a user id, for the private chat with a person.")
        private @Nullable String person;
    }

    /** The result in JSON. */
    private record Result(String number, String conversation, boolean dryRun, boolean open, @Nullable String until,
            String effect, String words) {}

    @Override
    public Integer call() {
        Notice notice = notice();
        try (StoreAccess open = store.get()) {
            SendTarget target = to.group == null
                    ? SendTarget.person(onlyNumber(open), member())
                    : SendTarget.group(FoundGroup.find(open, number, to.group));
            SendForecast forecast = SendForecast.of(target, notice, open.now());
            if (!dryRun) {
                target.chat().send(notice);
            }
            print(target, forecast);
        }
        return CommandLine.ExitCode.OK;
    }

    private Notice notice() {
        try {
            Reply reply = Reply.text(text);
            if (template != null) {
                Template filled = Template.of(template, parameters.toArray());
                return reply.orTemplate(language == null ? filled : filled.in(language));
            }
            if (!parameters.isEmpty() || language != null) {
                throw output.wrongUsage("--param and --language are for a template; name it with --template");
            }
            return drop ? reply.orDrop() : reply.orHold(hold);
        } catch (IllegalArgumentException e) {
            throw output.wrongUsage(String.valueOf(e.getMessage()));
        }
    }

    private Member member() {
        return Member.find(to.person).orElseThrow(() -> output.wrongUsage("'" + to.person
                + "' is neither a phone number nor a user id; write one such as +15550001111 or US.134"));
    }

    private StoredNumber onlyNumber(StoreAccess open) {
        List<StoredNumber> numbers = open.stored(number);
        if (numbers.size() > 1) {
            throw output.wrongUsage("there are several numbers; choose one with --number: "
                    + NumberIds.listed(numbers.stream().map(StoredNumber::id).toList()));
        }
        return numbers.getFirst();
    }

    private void print(SendTarget target, SendForecast forecast) {
        if (output.json()) {
            output.print(new Result(target.number().id(), target.conversation(), dryRun, forecast.open(),
                    forecast.until().map(Instant::toString).orElse(null), forecast.effect(), forecast.words()));
            return;
        }
        output.out().println(target.title());
        output.out().println("  " + (dryRun ? "would be stored: " : "stored: ") + forecast.words());
    }
}
