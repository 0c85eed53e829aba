package dev.tertulia.devmode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tertulia.emulator.ChatMessage;
import dev.tertulia.emulator.FakeChat;
import dev.tertulia.emulator.FakeWhatsApp;
import dev.tertulia.emulator.GroupView;
import dev.tertulia.emulator.http.Request;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.handler.Handlers.Listening;
import dev.tertulia.server.DemoServer;
import dev.tertulia.server.cli.terminal.TimeText;

import static dev.tertulia.devmode.Tool.needed;
import static dev.tertulia.devmode.Tool.number;
import static dev.tertulia.devmode.Tool.text;

/** The tools with which an assistant tries a bot as a person would. */
final class AssistantTools {

    private static final int USUAL_MESSAGES = 20;
    private static final int USUAL_TURNS = 5;
    private static final int OK = 200;
    private static final Duration LONGEST_BUILD = Duration.ofSeconds(30);

    private static final Tool.Parameter GROUP = text("group",
            "The subject or id of the group; the first one unless given.");
    private static final Tool.Parameter MEMBER = text("member",
            "Who acts: a member's name; the first one unless given.");

    private final DevSession session;
    private final FakeWhatsApp whatsApp;
    private final Phones phones;
    private final TurnReport turns;
    private final ObjectMapper json = new ObjectMapper();

    AssistantTools(DevSession session) {
        this.session = session;
        this.whatsApp = session.demo().whatsApp();
        this.phones = new Phones(whatsApp);
        this.turns = new TurnReport(session.demo().turns());
    }

    List<Tool> all() {
        return List.of(
                new Tool("phones", "Shows groups, members, WhatsApp's clock, and the commands of the bots.", List.of(),
                        this::overview),
                new Tool("say", "A member writes in a group. Returns what was written there from then on, once the bots"
                        + " have answered.", List.of(GROUP, MEMBER, needed("text", "What the member writes.")),
                        this::say),
                new Tool("say_privately", "A person writes to the bot in a private chat. Returns what was written there"
                        + " from then on.",
                        List.of(needed("person", "The person's name; new people get a phone."),
                                needed("text", "What the person writes.")),
                        this::sayPrivately),
                new Tool("tap",
                        "A person taps a button or a row of the bot's latest message that has it, in the private"
                                + " chat.",
                        List.of(needed("person", "The person's name."),
                                needed("choice", "The title or id of the button.")),
                        this::tap),
                new Tool("join", "A person joins a group by its link.",
                        List.of(GROUP, needed("name", "The name of the new member.")), this::join),
                new Tool("leave", "A member leaves a group.", List.of(GROUP, MEMBER), this::leave),
                new Tool("new_group", "The business creates a group, in which nobody is yet.",
                        List.of(needed("subject", "The subject of the group.")), this::newGroup),
                new Tool("read", "Shows the latest messages of a group, as its members see them, or of a private chat.",
                        List.of(GROUP, text("person", "Whose private chat with the bot, instead of a group."),
                                number("last", "How many messages; 20 unless given.")),
                        this::read),
                new Tool("clock", "Moves WhatsApp's clock forward, and lets everything happen that is due on the way:"
                        + " timers, schedules, the end of the 24-hour window.",
                        List.of(needed("advance", "How far, such as 90s, 15m, 25h or 7d."), GROUP), this::clock),
                new Tool("faults", "Makes the bot's next calls of WhatsApp fail, or lists the faults that there are.",
                        List.of(text("fault", "The name of a fault; empty to list them all."),
                                number("times", "How many calls; 1 unless given."),
                                text("clear", "true to end all faults.")),
                        this::faults),
                new Tool("turns", "Shows what the bots did with the latest events: handlers, answers, changes of state,"
                        + " failures with their stack traces.", List.of(number("last", "How many; 5 unless given.")),
                        arguments -> turns.latest(arguments.number("last", USUAL_TURNS))),
                new Tool("build", "Waits until the sources that were changed last are built, and tells whether the new"
                        + " version of the bots runs, or the compiler's errors, and which tests fail if tests run. Call it"
                        + " after changing a file.",
                        List.of(), arguments -> build()));
    }

    private String overview(Arguments arguments) {
        String commands = session.reloader().server().map(DemoServer::handlers).orElse(List.of()).stream()
                .map(handler -> "  %s %s".formatted(handler.command().isEmpty() ? handler.to() : handler.command(),
                        "(" + handler.handler() + ")"))
                .collect(Collectors.joining("\n"));
        return "WhatsApp's clock: %s\n%s\nThe bots listen to:\n%s\nThe page: %s/playground".formatted(
                whatsApp.clock().instant(), phones.overview(), commands, session.url());
    }

    private String say(Arguments arguments) {
        String text = arguments.required("text");
        GroupView group = phones.group(arguments.optional("group"));
        String member = phones.member(group, arguments.optional("member")).id();
        return after(group, () -> whatsApp.say(group.id(), member, text));
    }

    private String sayPrivately(Arguments arguments) {
        String text = arguments.required("text");
        FakeChat chat = phones.privateChat(arguments.required("person"));
        return after(chat::transcript, () -> chat.say(text));
    }

    private String tap(Arguments arguments) {
        FakeChat chat = phones.privateChat(arguments.required("person"));
        String choice = arguments.required("choice");
        ChatMessage message = chat.transcript().reversed().stream().filter(one -> has(one, choice)).findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "No message of this chat has the button '%s'.".formatted(choice)));
        return after(chat::transcript, () -> chat.tap(message.id(), choice));
    }

    private static boolean has(ChatMessage message, String choice) {
        ChatMessage.Choices choices = message.extra().choices();
        return choices != null && choices.all().stream()
                .anyMatch(one -> one.title().equals(choice) || one.id().equals(choice));
    }

    private String join(Arguments arguments) {
        String name = arguments.required("name");
        GroupView group = phones.group(arguments.optional("group"));
        return after(group, () -> whatsApp.join(group.id(), name, null));
    }

    private String leave(Arguments arguments) {
        GroupView group = phones.group(arguments.optional("group"));
        String member = phones.member(group, arguments.optional("member")).id();
        return after(group, () -> whatsApp.leave(group.id(), member));
    }

    private String newGroup(Arguments arguments) {
        GroupView group = whatsApp.createGroup(arguments.required("subject"));
        session.demo().settle();
        return "The group \"%s\" has the id %s. Nobody is in it yet: join.".formatted(group.subject(), group.id());
    }

    private String read(Arguments arguments) {
        String person = arguments.optional("person");
        List<ChatMessage> all = person == null
                ? whatsApp.transcript(phones.group(arguments.optional("group")).id())
                : phones.privateChat(person).transcript();
        int last = Math.max(0, arguments.number("last", USUAL_MESSAGES));
        return phones.lines(all.subList(Math.max(0, all.size() - last), all.size()));
    }

    private String clock(Arguments arguments) {
        String by = arguments.required("advance");
        Duration duration = TimeText.parse(by).orElseThrow(() -> new IllegalArgumentException(
                "'%s' is not a length of time; write one such as 90s, 15m, 25h or 7d.".formatted(by)));
        GroupView group = phones.group(arguments.optional("group"));
        String written = after(group, () -> whatsApp.clock().advance(duration));
        return "It is %s now. Written in \"%s\" meanwhile:\n%s".formatted(whatsApp.clock().instant(),
                group.subject(), written);
    }

    private String faults(Arguments arguments) {
        if (Boolean.parseBoolean(arguments.optional("clear"))) {
            return control("DELETE", "/emulator/faults", Map.of());
        }
        String fault = arguments.optional("fault");
        if (fault != null) {
            return control("POST", "/emulator/faults", Map.of("fault", fault, "times", arguments.number("times", 1)));
        }
        try {
            return json.readTree(handle("GET", "/emulator/state", new byte[0]).body()).path("faults").toPrettyString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String control(String method, String path, Map<String, Object> body) {
        try {
            Response response = handle(method, path, json.writeValueAsBytes(body));
            String words = new String(response.body(), StandardCharsets.UTF_8);
            if (response.status() != OK) {
                throw new IllegalArgumentException(words);
            }
            return words;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Response handle(String method, String path, byte[] body) {
        return whatsApp.handle(new Request(method, path, Map.of(), Map.of("content-type", "application/json"), body));
    }

    private String after(GroupView group, Runnable action) {
        return after(() -> whatsApp.transcript(group.id()), action);
    }

    /** What is written in a group or chat because of an action, once the bots have nothing to do any more. */
    private String after(Supplier<List<ChatMessage>> transcript, Runnable action) {
        int before = transcript.get().size();
        action.run();
        session.demo().settle();
        List<ChatMessage> now = transcript.get();
        return phones.lines(now.subList(Math.min(before, now.size()), now.size()));
    }

    private String build() {
        BuildLog.Build build = session.log().settled(LONGEST_BUILD);
        String problems = build.problems().stream().map(problem -> "\n%s\n  %s".formatted(problem, problem.code()))
                .collect(Collectors.joining());
        String runs = build.version() == 0 ? "no version of the bots runs" : "version " + build.version() + " runs";
        return switch (build.state()) {
            case STARTING, BUILDING -> "The build is not over yet; " + runs + ".";
            case RUNNING -> "Version %d of the bots runs, %d ms after the change.%s".formatted(build.version(),
                    build.millis(), build.tests() == null ? "" : "\n" + build.tests());
            case ERRORS -> "The sources do not compile; " + runs + "." + problems;
            case REFUSED -> "The bots are refused; " + runs + ".\n" + build.reason();
        };
    }
}
