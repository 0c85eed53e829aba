package dev.tertulia.server.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** The help of all commands, and what is derived from it. */
class HelpTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "commands.md");
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|'[^']*'|[^\\s\"']+");
    private static final Pattern EXAMPLE = Pattern.compile("tertulia[^)>|]*");

    /** Reads until it sees what it waits for. */
    private static final String ZSH = """
            zmodload zsh/zpty
            zpty shell zsh -f -i
            zpty -w shell "alias tertulia=echo; source $1; print rea\"\"dy"
            zpty -r shell seen "*ready*"
            zpty -w -n shell "$2"$'\t'
            zpty -r shell seen "*$3*"
            print -r -- $seen
            """;

    static Stream<CommandSpec> commands() {
        return below(Commands.line());
    }

    private static Stream<CommandSpec> below(CommandLine line) {
        return Stream.concat(Stream.of(line.getCommandSpec()),
                line.getSubcommands().values().stream().distinct().flatMap(HelpTest::below));
    }

    private static List<String> examples(CommandSpec command) {
        return Stream.of(command.usageMessage().footer()).flatMap(line -> EXAMPLE.matcher(line).results())
                .map(found -> found.group().strip()).toList();
    }

    private static String[] words(String example) {
        return WORD.matcher(example).results().map(MatchResult::group).map(word -> word.replaceAll("[\"']", ""))
                .skip(1).toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void hasAnExample(CommandSpec command) {
        assertThat(examples(command)).isNotEmpty().anyMatch(example -> example.startsWith(command.qualifiedName()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void hasExamplesThatAreUnderstood(CommandSpec command) {
        for (String example : examples(command)) {
            assertThatCode(() -> Commands.line().parseArgs(words(example))).as(example).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void describesEachOptionAndParameterInASentence(CommandSpec command) {
        assertThat(command.usageMessage().description()).isNotEmpty().allMatch(text -> text.endsWith("."));
        assertThat(command.args()).allMatch(arg -> String.join(" ", arg.description()).endsWith("."),
                "description that ends with a full stop");
    }

    /** Options of one name mean the same everywhere, so they look the same. */
    @Test
    void callsTheSameThingsBySameNames() {
        List<String> labels = commands().flatMap(command -> command.options().stream())
                .filter(option -> option.longestName().equals("--number") || option.longestName().equals("--json"))
                .map(option -> option.longestName() + " " + option.paramLabel()).distinct().toList();

        assertThat(labels).allMatch(label -> label.matches("--json .*|--number (ID|NUMBER)"));
    }

    static List<String> rows() {
        return commands().filter(command -> command.parent() != null)
                .map(command -> "| `%s` | %s |".formatted(command.qualifiedName().replaceFirst("tertulia ", ""),
                        command.usageMessage().description()[0].replace("%n", " ").replace("|", "\\|")))
                .toList();
    }

    @Test
    void isTheTableOfTheDocs() throws IOException {
        List<String> page = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `") && line.endsWith(". |")).toList();

        assertThat(page).as("the rows should be:\n" + String.join("\n", rows())).isEqualTo(rows());
    }

    private static Path completion(Path folder, String shell) throws IOException {
        CommandBench bench = new CommandBench();
        bench.run("completion", shell);
        return Files.write(folder.resolve("completion"), bench.answer());
    }

    private static String complete(Path folder, String words) throws IOException, InterruptedException {
        Path script = completion(folder, "bash");
        List<String> all = Stream.of(words.split(" ", -1)).toList();
        String ask = "source %s; COMP_WORDS=(%s); COMP_CWORD=%d; COMP_LINE='%s'; _complete_tertulia 2>/dev/null; echo ${COMPREPLY[@]}"
                .formatted(script, words.endsWith(" ") ? words + "''" : words, all.size() - 1, words);
        Process bash = new ProcessBuilder("bash", "-c", ask).redirectErrorStream(true).start();
        String answer = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(answer).isZero();
        return answer.strip();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tertulia tr=trigger", "tertulia trigger jo=join", "tertulia window --nu=--number",
            "tertulia completion ba=bash",
            "tertulia rules ch=check"})
    void completesInBash(String typedAndCompleted, @TempDir Path folder) throws Exception {
        String[] parts = typedAndCompleted.split("=");

        assertThat(complete(folder, parts[0]).split(" ")).contains(parts[1]);
    }

    /** Types the words and a tab in a zsh at a terminal of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"tertulia tr=trigger", "tertulia trigger jo=join", "tertulia window --nu=--number",
            "tertulia completion ba=bash", "tertulia rules ch=check"})
    void completesInZsh(String typedAndCompleted, @TempDir Path folder) throws Exception {
        if (Stream.of(System.getenv("PATH").split(File.pathSeparator)).noneMatch(
                place -> Files.isExecutable(Path.of(place, "zsh")))) {
            System.err.println("SKIPPED: the completion of zsh is not tested, since there is no zsh on the PATH.");
            throw new TestAbortedException("no zsh");
        }
        String[] parts = typedAndCompleted.split("=");
        String completed = parts[0].substring(0, parts[0].lastIndexOf(' ') + 1) + parts[1];
        ProcessBuilder builder = new ProcessBuilder("zsh", "-f", "-c", ZSH, "zsh",
                completion(folder, "zsh").toString(), parts[0], completed).redirectErrorStream(true)
                .redirectOutput(folder.resolve("seen").toFile());
        builder.environment().putAll(Map.of("TERM", "dumb", "ZDOTDIR", folder.toString()));
        Process zsh = builder.start();

        boolean ended = zsh.waitFor(1, TimeUnit.MINUTES);

        zsh.destroyForcibly();
        assertThat(ended).as("'%s' and a tab make '%s'", parts[0], completed).isTrue();
        assertThat(folder.resolve("seen")).content().contains(completed);
    }

    @Test
    void knowsNoOtherShell() {
        CommandBench bench = new CommandBench();

        assertThat(bench.run("completion", "fish")).isEqualTo(2);

        assertThat(bench.complaint()).containsExactly("'fish' is not a shell; write bash or zsh", "Try --help.");
    }

    @Test
    void tellsTheExitCodes() {
        CommandBench bench = new CommandBench();

        assertThat(bench.run("--help")).isZero();

        assertThat(bench.answer()).containsSubsequence("Exit codes:", "   0   Success.",
                "   1   A check found something, or the command could not be carried out.",
                "   2   The command was used wrongly.",
                "   3   WhatsApp, the emulator, the server or the store cannot be reached.");
    }
}
