package dev.tertulia.devmode;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** An assistant, here a client of the Model Context Protocol, tries a bot in a process of its own, over stdin and stdout. */
class AssistantTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private BotProject project;
    private McpSyncClient client;

    @BeforeEach
    void connect() throws Exception {
        project = BotProject.create(folder, "one");
        Project started = new Project(folder, classPath());
        ServerParameters process = ServerParameters
                .builder(Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .args("@" + LaunchFile.write(started, false)).build();
        StdioClientTransport transport = new StdioClientTransport(process,
                new JacksonMcpJsonMapper(new ObjectMapper()));
        transport.setStdErrorHandler(line -> {});
        client = McpClient.sync(transport).requestTimeout(PATIENCE).initializationTimeout(PATIENCE).build();
        client.initialize();
    }

    @AfterEach
    void close() {
        client.closeGracefully();
    }

    private static List<Path> classPath() {
        return Stream.of(Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElseGet(() -> System.getProperty("java.class.path")).split(File.pathSeparator)).map(Path::of)
                .toList();
    }

    private CallToolResult result(String tool, Map<String, Object> arguments) {
        return client.callTool(new CallToolRequest(tool, arguments));
    }

    private static String words(CallToolResult result) {
        return ((TextContent) result.content().getFirst()).text();
    }

    private String call(String tool, Map<String, Object> arguments) {
        CallToolResult result = result(tool, arguments);
        assertThat(result.isError()).as(words(result)).isNotEqualTo(true);
        return words(result);
    }

    @Test
    void triesABotAsAPersonWould() throws Exception {
        assertThat(client.listTools().tools()).extracting(Tool::name).containsExactlyInAnyOrder("phones", "say",
                "say_privately", "tap", "join", "leave", "new_group", "read", "clock", "faults", "turns", "build");
        assertThat(call("phones", Map.of())).contains("group \"Sunday football\"", "Ana, Ben, Carla", "/count");

        assertThat(call("say", Map.of("member", "Ben", "text", "/count"))).contains("Ben: /count", "bot: one 1");
        assertThat(call("turns", Map.of("last", 1))).contains("CounterBot.count(State)", "answer: one 1",
                "state Count");

        project.counter("two");
        assertThat(call("build", Map.of())).startsWith("Version 2 of the bots runs");
        assertThat(call("say", Map.of("text", "/count"))).contains("bot: two 2");
        assertThat(call("read", Map.of())).contains("bot: one 1", "bot: two 2");
    }

    @Test
    void seesErrorsMovesTheClockAndMakesCallsFail() throws Exception {
        project.counter("oops\" + ");
        assertThat(call("build", Map.of())).startsWith("The sources do not compile; version 1 runs.")
                .contains("org/example/CounterBot.java:");

        assertThat(call("join", Map.of("name", "Dora"))).contains("Dora");
        assertThat(call("clock", Map.of("advance", "25h"))).startsWith("It is ");
        assertThat(call("faults", Map.of("fault", "RATE_LIMIT", "times", 2))).doesNotContain("error");
        assertThat(call("faults", Map.of())).contains("RATE_LIMIT");

        CallToolResult wrong = result("say", Map.of("member", "Zoe", "text", "hello"));
        assertThat(wrong.isError()).isTrue();
        assertThat(words(wrong)).isEqualTo("'Zoe' is not in the group 'Sunday football'; its members are: Ana, Ben,"
                + " Carla, Dora.");
    }
}
