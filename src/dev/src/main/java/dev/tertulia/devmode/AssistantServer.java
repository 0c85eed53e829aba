package dev.tertulia.devmode;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;

import dev.tertulia.journal.FailureText;

/** Server of the Model Context Protocol over a pair of streams, for one assistant. */
final class AssistantServer {

    private static final String INSTRUCTIONS = """
            You try chatbots in an emulated WhatsApp, as the members of its groups. Call phones first. Write with say, and
            read what the bots answer. After changing a source file of the bots, call build: the new version answers from
            then on, and the conversation goes on. If an answer is missing, turns shows what the bots did and why.""";

    private AssistantServer() {}

    /** Serves the tools until the input ends. */
    static void serve(AssistantTools tools, InputStream in, OutputStream out) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        McpSyncServer server = McpServer
                .sync(new StdioServerTransportProvider(new JacksonMcpJsonMapper(new ObjectMapper()),
                        new EndingStream(in, ended), out))
                .serverInfo("tertulia", "1").instructions(INSTRUCTIONS)
                .capabilities(McpSchema.ServerCapabilities.builder().tools(false).build())
                .tools(tools.all().stream().map(AssistantServer::specification).toList()).build();
        ended.await();
        server.close();
    }

    private static SyncToolSpecification specification(Tool tool) {
        McpSchema.Tool told = McpSchema.Tool.builder().name(tool.name()).description(tool.description())
                .inputSchema(new McpSchema.JsonSchema("object", tool.properties(), tool.required(), false, null, null))
                .build();
        return SyncToolSpecification.builder().tool(told)
                .callHandler((exchange, request) -> call(tool, new Arguments(request.arguments()))).build();
    }

    private static CallToolResult call(Tool tool, Arguments arguments) {
        try {
            return CallToolResult.builder().addTextContent(tool.action().apply(arguments)).build();
        } catch (IllegalArgumentException | NoSuchElementException e) {
            return CallToolResult.builder().addTextContent(String.valueOf(e.getMessage())).isError(true).build();
        } catch (RuntimeException e) {
            return CallToolResult.builder().addTextContent(FailureText.of(e)).isError(true).build();
        }
    }

    /** Tells when it has ended. */
    private static final class EndingStream extends FilterInputStream {

        private final CountDownLatch ended;

        EndingStream(InputStream in, CountDownLatch ended) {
            super(in);
            this.ended = ended;
        }

        @Override
        public int read() throws IOException {
            return told(super.read());
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return told(super.read(bytes, from, length));
        }

        private int told(int read) {
            if (read < 0) {
                ended.countDown();
            }
            return read;
        }
    }
}
