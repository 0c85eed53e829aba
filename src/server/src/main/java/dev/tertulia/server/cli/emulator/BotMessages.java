package dev.tertulia.server.cli.emulator;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.tertulia.server.cli.terminal.Output;

/** The messages of the bots that are new since a moment. */
final class BotMessages {

    private static final String BUSINESS = "business";
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final EmulatorClient client;
    private final Set<String> known = new HashSet<>();
    private long seq;

    private BotMessages(EmulatorClient client, long seq) {
        this.client = client;
        this.seq = seq;
    }

    /** A message in the chat with a name. */
    private record Said(String chat, JsonNode message) {

        String id() {
            return message.path("id").asText();
        }

        @Override
        public String toString() {
            String template = message.path("template").asText();
            return chat + ": " + message.path("text").asText() + (template.isEmpty()
                    ? ""
                    : " (template " + template + ")");
        }
    }

    static BotMessages since(EmulatorClient client, JsonNode state) {
        BotMessages messages = new BotMessages(client, state.path("seq").asLong());
        said(state).map(Said::id).forEach(messages.known::add);
        return messages;
    }

    /** Prints new messages until a second passes without one, or for this time if there is none. */
    void within(Duration time, Output output) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            long seconds = Math.clamp((end - System.nanoTime()) / SECOND, 1, 25);
            JsonNode state = client.send(EmulatorRequest.get("/changes?after=%d&wait=%d".formatted(seq, seconds)));
            seq = state.path("seq").asLong();
            for (Said said : said(state).filter(one -> known.add(one.id())).toList()) {
                if (output.json()) {
                    output.print(said.message());
                } else {
                    output.out().println(said);
                }
                end = System.nanoTime() + SECOND;
            }
        }
    }

    private static Stream<Said> said(JsonNode state) {
        Stream<Said> groups = state.path("groups").valueStream()
                .flatMap(group -> messages(group, group.path("subject").asText()));
        return Stream.concat(groups, state.path("chats").valueStream()
                .flatMap(chat -> messages(chat, chat.at("/person/shown_name").asText())));
    }

    private static Stream<Said> messages(JsonNode chat, String name) {
        return chat.path("messages").valueStream()
                .filter(message -> message.path("from").asText().equals(BUSINESS))
                .map(message -> new Said(name, message));
    }
}
