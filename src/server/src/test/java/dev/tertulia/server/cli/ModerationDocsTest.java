package dev.tertulia.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tertulia.bot.OnCommand;
import dev.tertulia.moderation.bot.StaffBot;
import dev.tertulia.moderation.rules.CaseFile;
import dev.tertulia.moderation.rules.RuleFile;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everything on the page {@code docs/moderation.md} works: its files are written and read in their order, and its commands
 * print what it says.
 */
class ModerationDocsTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "moderation.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    private static final Pattern FILE = Pattern.compile("# (\\S+\\.yml)\\n.*", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    private Path folder;

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    private static List<MatchResult> blocks(String kind) throws IOException {
        return BLOCK.matcher(page()).results().filter(block -> block.group(1).equals(kind)).toList();
    }

    @Test
    void commandsPrintWhatThePageSays() throws IOException {
        List<String> printed = new ArrayList<>();
        for (MatchResult block : BLOCK.matcher(page()).results().toList()) {
            String text = block.group(2);
            switch (block.group(1)) {
                case "yaml" -> write(text);
                case "jsonl" -> Files.writeString(folder.resolve("history.jsonl"), text);
                case "console" -> printed.add(run(text.lines().findFirst().orElseThrow()));
                default -> throw new IllegalStateException("a block of the kind " + block.group(1));
            }
        }
        assertThat(printed).hasSizeGreaterThan(4)
                .containsExactlyElementsOf(blocks("console").stream().map(block -> block.group(2)).toList());
    }

    private void write(String text) throws IOException {
        var file = FILE.matcher(text);
        if (file.matches()) {
            Path path = folder.resolve(file.group(1));
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        }
    }

    /** The line of a command and what it prints. A version is not on the page: each change of a comment is another one. */
    private String run(String line) {
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed, true);
        String[] words = WORD.matcher(line.substring("$ tertulia ".length())).results()
                .map(word -> word.group(1) == null ? inFolder(word.group(2)) : word.group(1)).toArray(String[]::new);
        Commands.line(Map.of(), InstantSource.fixed(Instant.parse("2026-03-02T12:00:00Z"))).setOut(out).setErr(out)
                .execute(words);
        return line + "\n" + printed.toString().replace(folder + "/", "")
                .replaceAll("version [0-9a-f]{10}", "version VERSION").replaceAll("(?m) +$", "");
    }

    private String inFolder(String word) {
        return word.contains(".") ? folder.resolve(word).toString() : word;
    }

    @Test
    void everySnippetIsRight() throws IOException {
        for (MatchResult block : blocks("yaml")) {
            String text = block.group(2);
            if (text.startsWith("# cases.yml")) {
                Path cases = Files.writeString(folder.resolve("cases.yml"), text);
                assertThat(CaseFile.read(cases)).isNotEmpty();
            } else if (!text.startsWith("# wrong.yml")) {
                assertThat(RuleFile.read(whole(text), folder).warnings()).as(text).isEmpty();
            }
        }
    }

    /** A rule file with a snippet: a file, rules, or a setting of a policy or of the file. */
    private static String whole(String text) {
        if (text.startsWith("- ")) {
            return "policies:\n  - name: community\n    groups: { all: true }\n    rules:\n" + text.indent(6);
        }
        if (text.startsWith("budget:")) {
            return "policies:\n  - name: community\n    groups: { all: true }\n    rules: []\n" + text.indent(4);
        }
        return text;
    }

    @Test
    void everyCommandOfStaffIsExplained() throws IOException {
        String page = page();
        List<String> commands = Arrays.stream(StaffBot.class.getDeclaredMethods())
                .flatMap(method -> Stream.of(method.getAnnotationsByType(OnCommand.class)))
                .map(OnCommand::value).filter(text -> !text.contains("words"))
                .map(text -> String.join(" ", List.of(text.split(" ")).subList(0, 2))).toList();

        assertThat(commands).hasSizeGreaterThan(5)
                .allSatisfy(command -> assertThat(page).contains("| `/" + command));
    }
}
