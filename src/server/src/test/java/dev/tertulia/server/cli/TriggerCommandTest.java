package dev.tertulia.server.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

import dev.tertulia.emulator.AccountSettings;
import dev.tertulia.emulator.ChatMessage;
import dev.tertulia.emulator.Emulator;
import dev.tertulia.emulator.FakeWhatsApp;
import dev.tertulia.emulator.GroupView;
import dev.tertulia.emulator.MemberView;
import dev.tertulia.emulator.MovableClock;
import dev.tertulia.emulator.http.Request;

import static org.assertj.core.api.Assertions.assertThat;

/** The command {@code trigger} makes everything happen that the emulator can. */
class TriggerCommandTest {

    private static final String PRIVATE = """
            {"messaging_product": "whatsapp", "to": "16505551234", "type": "interactive", "interactive": {
             "type": "button", "body": {"text": "Tea?"}, "action": {"buttons": [
              {"type": "reply", "reply": {"id": "yes", "title": "Yes"}}]}}}""";

    private final FakeWhatsApp whatsApp = new FakeWhatsApp(AccountSettings.demo(), MovableClock.ticking());
    private final Emulator emulator = Emulator.start(0, whatsApp);
    private final CommandBench bench = new CommandBench().with("whatsapp.graph-url", emulator.url().toString());
    private GroupView tea;

    @TempDir
    private Path folder;

    @BeforeEach
    void setUp() {
        tea = whatsApp.createGroup("Tea");
        whatsApp.join(tea.id(), "Ana", "+1 650 555 1234");
        whatsApp.say(tea.id(), whatsApp.group(tea.id()).members().getFirst().id(), "first");
        whatsApp.templates().add("welcome", "en", "Welcome, {{1}}!");
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    private int trigger(String... words) {
        return bench.run(Stream.concat(Stream.of("trigger"), Stream.of(words)).toArray(String[]::new));
    }

    private List<String> members() {
        return whatsApp.group(tea.id()).members().stream().map(MemberView::name).toList();
    }

    private List<String> texts() {
        return whatsApp.transcript(tea.id()).stream().map(ChatMessage::text).toList();
    }

    @Test
    void letsSomebodyJoinWriteAndLeave() {
        assertThat(trigger("join", "--group", "tea", "--member", "Ben")).isZero();
        assertThat(bench.answer()).containsExactly("Ben joined Tea, as m2");
        assertThat(trigger("say", "--group", "tea", "--member", "ben", "hello there")).isZero();
        assertThat(bench.answer()).singleElement().asString().startsWith("ben wrote wamid.");
        assertThat(texts()).contains("hello there");
        assertThat(members()).containsExactly("Ana", "Ben");

        assertThat(trigger("leave", "--group", tea.id(), "--member", "m2")).isZero();

        assertThat(members()).containsExactly("Ana");
    }

    static Stream<String> examples() {
        return Commands.line().getSubcommands().get("trigger").getSubcommands().values().stream().distinct()
                .map(CommandLine::getCommandSpec)
                .flatMap(spec -> Stream.of(spec.usageMessage().footer())).map(String::strip);
    }

    private String prepared(String example) throws IOException {
        Files.writeString(folder.resolve("photo.jpg"), "bytes");
        Files.writeString(folder.resolve("demo.yml"), "groups: [{subject: Chess club, members: [Eve]}]");
        if (example.contains(" join ")) {
            whatsApp.leave(tea.id(), "m1");
        }
        if (example.contains(" revoke ")) {
            whatsApp.leave(tea.id(), "m1");
            GroupView other = whatsApp.createGroup(whatsApp.settings().phoneNumberId(), "Tea again", true);
            whatsApp.join(other.id(), "Ana", null);
            return example.replace("--group tea", "--group again");
        }
        if (example.contains(" tap ")) {
            whatsApp.privateChat(whatsApp.settings().phoneNumberId(), "m1").say("hello");
            whatsApp.handle(new Request("POST", "/v25.0/" + whatsApp.settings().phoneNumberId() + "/messages",
                    Map.of(), Map.of("authorization", "Bearer " + whatsApp.settings().accessToken(), "content-type",
                            "application/json"),
                    PRIVATE.getBytes(StandardCharsets.UTF_8)));
        }
        return example.replaceAll("(photo.jpg|demo.yml)", folder + "/$1");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void makesEachExampleHappen(String example) throws IOException {
        Path file = Files.writeString(folder.resolve("events"), prepared(example).replace("--wait 5s", ""));

        assertThat(trigger("--file", file.toString())).as(String.join("\n", bench.complaint())).isZero();

        assertThat(bench.answer()).as(example).isNotEmpty().noneMatch(line -> line.contains("none"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "say --group coffee --member Ana hello | There is no group 'coffee'; there are Tea (%s).",
            "say --group tea --member Zoe hello | There is no member of Tea 'Zoe'; there are Ana (m1).",
            "limits --pair-burst many | --pair-burst is 'many'; write a number, true or false",
            "clock soon | 'soon' is not a length of time; write one such as 90s, 15m, 25h or 7d"})
    void saysWhatThereIs(String words, String complaint) {
        assertThat(trigger(words.split(" "))).isEqualTo(1);

        assertThat(bench.complaint()).containsExactly(complaint.replace("%s", tea.id()));
    }

    @Test
    void namesAllGroupsAmongWhichToChoose() {
        GroupView other = whatsApp.createGroup("Green tea");

        assertThat(trigger("suspend", "--group", "e")).isEqualTo(1);

        assertThat(bench.complaint()).containsExactly(
                "'e' names more than one group: Tea (%s), Green tea (%s).".formatted(tea.id(), other.id()));
    }

    @Test
    void passesOnWhatTheEmulatorSays() {
        assertThat(trigger("fault", "NOPE")).isEqualTo(1);

        assertThat(bench.complaint()).singleElement().asString()
                .startsWith("There is no fault 'NOPE'. The faults are [RATE_LIMIT, ");
    }

    @Test
    void showsNothingThatATerminalObeys() {
        whatsApp.createGroup("Evil\u001b[2J");

        assertThat(trigger("suspend", "--group", "evil")).isZero();

        assertThat(bench.answer()).containsExactly("Evil\\u001b[2J is suspended");
    }

    @Test
    void makesTheEventsOfAFileHappen() throws IOException {
        Path yaml = Files.writeString(folder.resolve("events.yml"), """
                - {event: join, group: tea, member: Ben}
                - event: say
                  group: tea
                  member: Ben
                  text: "hello: from a file"
                - {event: fault, name: RATE_LIMIT, times: 2}
                """);

        assertThat(trigger("--file", yaml.toString())).as(String.join("\n", bench.complaint())).isZero();

        assertThat(members()).contains("Ben");
        assertThat(texts()).contains("hello: from a file");
        assertThat(bench.answer()).hasSize(3);
    }

    @Test
    void stopsAtTheFirstEventOfAFileThatFails() throws IOException {
        Path file = Files.writeString(folder.resolve("events"), """
                # a comment

                trigger join --group tea --member Ben
                tertulia trigger say --group tea --member Zoe 'hello'
                join --group tea --member Carla
                """);

        assertThat(trigger("--file", file.toString())).isEqualTo(1);

        assertThat(bench.complaint()).containsExactly(
                "There is no member of Tea 'Zoe'; there are Ana (m1), Ben (m2).", file + ", line 4: stopped here");
        assertThat(members()).containsExactly("Ana", "Ben");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"- {event: jump} | 'jump' is not an event; the events are say, media, ",
            "- {event: join, grup: tea} | join has no 'grup'; it has group, member, phone.",
            "event: join | must contain a list, such as: - {event: join, group: tea, member: Ana}"})
    void explainsAFileThatItDoesNotUnderstand(String content, String complaint) throws IOException {
        Path file = Files.writeString(folder.resolve("events.yml"), content);

        assertThat(trigger("--file", file.toString())).isEqualTo(1);

        assertThat(bench.complaint()).singleElement().asString().contains(complaint);
    }

    @Test
    void printsTheAnswerInJson() throws IOException {
        assertThat(trigger("join", "--group", "tea", "--member", "Ben", "--json")).isZero();

        assertThat(new ObjectMapper().readTree(bench.answer().getFirst()).path("name").asText()).isEqualTo("Ben");
    }

    @Test
    void saysThatNoEmulatorAnswers() {
        assertThat(trigger("reset", "--emulator", "http://127.0.0.1:1")).isEqualTo(3);

        assertThat(bench.complaint()).containsExactly("No emulator answers at http://127.0.0.1:1; start the demo or the"
                + " emulator, or name the address with --emulator.");
    }

    @Test
    void saysWhichEventsThereAre() {
        assertThat(trigger()).isEqualTo(2);

        assertThat(bench.complaint().getFirst()).startsWith("Write which event");
    }
}
