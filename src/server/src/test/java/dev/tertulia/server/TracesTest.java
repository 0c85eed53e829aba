package dev.tertulia.server;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micronaut.context.exceptions.NoSuchBeanException;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Groups;
import dev.tertulia.bot.Reply;
import dev.tertulia.emulator.AccountSettings;
import dev.tertulia.emulator.Emulator;
import dev.tertulia.emulator.FakeWhatsApp;
import dev.tertulia.emulator.Fault;
import dev.tertulia.emulator.MovableClock;
import dev.tertulia.emulator.webhook.HttpWebhooks;
import dev.tertulia.redis.TestRedis;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.outside.Delivery;
import dev.tertulia.server.outside.Meta;
import dev.tertulia.server.tracing.Traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** One trace shows the path of an event across replicas, without text that people wrote. */
class TracesTest {

    private static final String WORDS = "quetzalcoatlus";
    private static final Map<String, Object> ON = Map.of("micronaut.otel.enabled", true, SpansInMemory.KEY, true);

    private final AccountSettings account = AccountSettings.demo().withPhoneNumberId(TestRedis.newNumber());
    private final FakeWhatsApp whatsApp = new FakeWhatsApp(account, MovableClock.ticking());
    private final Emulator emulator = Emulator.start(0, whatsApp);
    private final String group = whatsApp.createGroup("Tea").id();
    private final Map<String, Application> replicas = new HashMap<>();
    private String ana;

    @BeforeEach
    void join() {
        ana = whatsApp.join(group, "Ana Andrade", "16505550001").id();
        whatsApp.webhooks().discard();
    }

    @AfterEach
    void close() {
        replicas.values().forEach(Application::close);
        emulator.close();
    }

    private Application replica(String name, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(Map.of("tertulia.port", 0, "tertulia.host", "127.0.0.1",
                "whatsapp.graph-url", emulator.url().toString(), "whatsapp.access-token", account.accessToken(),
                "whatsapp.app-secret", account.appSecret(), "whatsapp.verify-token", account.verifyToken(),
                "whatsapp.phone-number-id", account.phoneNumberId(), "tertulia.store", "memory"));
        properties.putAll(more);
        if (properties.containsKey("redis.uri")) {
            properties.remove("tertulia.store");
        }
        Application replica = Application.start(properties);
        replicas.put(name, replica);
        return replica;
    }

    private void start(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(ON);
        all.putAll(more);
        listen(replica("one", all));
    }

    private void listen(Application replica) {
        whatsApp.webhooks().to(new HttpWebhooks(replica.url().resolve("/webhook")));
    }

    private List<SpanData> all() {
        return replicas.values().stream().map(replica -> replica.bean(InMemorySpanExporter.class))
                .flatMap(exporter -> exporter.getFinishedSpanItems().stream()).toList();
    }

    /** The framework's spans, without those of HTTP. */
    private List<SpanData> spans() {
        return all().stream().filter(span -> !text(span, "tertulia.number").isEmpty()).toList();
    }

    private List<SpanData> named(String name) {
        return spans().stream().filter(span -> span.getName().equals(name)).toList();
    }

    private static String text(SpanData span, String attribute) {
        String value = span.getAttributes().get(AttributeKey.stringKey(attribute));
        return value == null ? "" : value;
    }

    private void awaitWays(String... ways) {
        await().untilAsserted(() -> assertThat(SpanWays.of(spans())).contains(ways));
    }

    @Test
    void aMessageIsOneTraceFromTheWebhookToTheStatuses() {
        start(Map.of());

        whatsApp.say(group, ana, "/say " + WORDS);

        await().untilAsserted(
                () -> assertThat(SpanWays.of(spans())).containsExactlyInAnyOrder("accept", "accept > turn",
                        "accept > turn > send", "accept > turn > send > status", "accept > turn > send > status",
                        "accept > turn > send > status"));
        assertThat(spans()).extracting(SpanData::getTraceId).containsOnly(spans().getFirst().getTraceId());
        assertThat(spans()).allMatch(span -> text(span, "tertulia.group").equals(group));
        assertThat(named("turn")).extracting(span -> text(span, "tertulia.handlers"))
                .containsExactly("TalkingBot.say(GroupMessage, String), RecordingBot.hear(Event)");
        assertThat(named("status")).extracting(span -> text(span, "tertulia.outcome"))
                .containsExactlyInAnyOrder("SENT", "DELIVERED", "READ");
    }

    @Test
    void anAcceptedEventIsLinkedToItsDelivery() {
        start(Map.of());

        whatsApp.say(group, ana, "/say " + WORDS);

        await().untilAsserted(() -> assertThat(named("accept")).singleElement()
                .satisfies(accept -> assertThat(accept.getLinks()).singleElement()
                        .satisfies(link -> assertThat(all()).filteredOn(span -> span.getName().equals("POST /webhook"))
                                .extracting(SpanData::getSpanId).contains(link.getSpanContext().getSpanId()))));
    }

    @Test
    void requestsThatBringNoEventHaveNoSpan() {
        start(Map.of());
        try (Meta meta = new Meta(replicas.get("one").url())) {
            List.of("/health/liveness", "/prometheus", "/playground", "/emulator/changes", "/v25.0/1")
                    .forEach(meta::get);
        }

        whatsApp.say(group, ana, "/say " + WORDS);

        await().untilAsserted(() -> assertThat(all()).extracting(SpanData::getName).contains("POST /webhook"));
        assertThat(all()).extracting(SpanData::getName).noneMatch(name -> name.contains("GET"));
    }

    @Test
    void outsidersChooseNeitherTraceNorSampling() {
        start(Map.of());
        String chosen = "0af7651916cd43dd8448eb211c80319c";
        try (Meta meta = new Meta(replicas.get("one").url())) {
            meta.send(meta.request("/webhook").header("X-Hub-Signature-256", "sha256=" + "0".repeat(64))
                    .header("traceparent", "00-" + chosen + "-b7ad6b7169203331-00").header("baggage", "a=b")
                    .header("b3", chosen + "-b7ad6b7169203331-0").header("X-B3-TraceId", chosen)
                    .POST(BodyPublishers.ofString("{}")));
        }

        await().untilAsserted(() -> assertThat(all()).extracting(SpanData::getName).contains("POST /webhook"));
        assertThat(all()).extracting(SpanData::getTraceId).doesNotContain(chosen);
    }

    @Test
    void theNextProcessGoesOnWithTheTrace() {
        Map<String, Object> redis = new HashMap<>(ON);
        redis.put("redis.uri", TestRedis.shared().uri());
        Application one = replica("one", redis);
        one.bean(Lines.class).close();
        listen(one);
        whatsApp.say(group, ana, "/say " + WORDS);
        awaitWays("accept");

        replica("two", redis);

        awaitWays("accept", "accept > turn", "accept > turn > send", "accept > turn > send > status");
        assertThat(spans()).extracting(SpanData::getTraceId).containsOnly(spans().getFirst().getTraceId());
        assertThat(one.bean(InMemorySpanExporter.class).getFinishedSpanItems()).extracting(SpanData::getName)
                .contains("accept").doesNotContain("turn", "send", "status");
    }

    @Test
    void aDeliveryThatComesAgainIsNotShownAgain() {
        start(Map.of());
        String message = Delivery.message(group, "wamid.1", "/say " + WORDS, Instant.now());
        String delivery = Delivery.ofMessages(List.of(message)).replace(Delivery.NUMBER, account.phoneNumberId());

        try (Meta meta = new Meta(replicas.get("one").url())) {
            assertThat(List.of(meta.deliver(delivery), meta.deliver(delivery))).containsOnly(200);
        }

        assertThat(named("accept")).hasSize(1);
    }

    @Test
    void aRefusedSendIsAnErrorWithItsCode() {
        start(Map.of());
        whatsApp.faults().nextTo(group, Fault.PAIR_LIMIT, 1);

        whatsApp.say(group, ana, "/say " + WORDS);

        awaitWays("accept > turn > send > status");
        assertThat(named("send")).hasSize(2);
        SpanData refused = named("send").getFirst();
        assertThat(refused.getAttributes().get(AttributeKey.longKey("tertulia.error.code"))).isEqualTo(131056);
        assertThat(refused.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(refused.getStatus().getDescription()).startsWith("Pair rate limit: ");
        assertThat(named("send").getLast().getStatus()).isEqualTo(StatusData.unset());
    }

    @Test
    void aFailedStatusIsAnErrorWithItsCode() {
        start(Map.of());
        whatsApp.faults().nextTo(group, Fault.LATE_FAILURE_130429, 1);

        whatsApp.say(group, ana, "/say " + WORDS);

        awaitWays("accept > turn > send > status");
        await().untilAsserted(() -> assertThat(named("send")).hasSize(2));
        assertThat(named("status")).filteredOn(span -> text(span, "tertulia.outcome").equals("FAILED")).singleElement()
                .satisfies(failed -> assertThat(failed.getAttributes()
                        .get(AttributeKey.longKey("tertulia.error.code"))).isEqualTo(130429));
    }

    @Test
    void aHandlerThatFailsIsAnErrorEachTime() {
        start(Map.of("tertulia.handler-attempts", 2, "tertulia.first-retry", "10ms"));

        whatsApp.say(group, ana, "/fail " + WORDS);

        await().untilAsserted(() -> assertThat(named("turn")).extracting(span -> text(span, "tertulia.outcome"))
                .containsExactly("RETRIED", "DEAD"));
        assertThat(SpanWays.of(spans())).containsExactlyInAnyOrder("accept", "accept > turn", "accept > turn");
        assertThat(named("turn")).extracting(SpanData::getStatus).containsOnly(StatusData.create(StatusCode.ERROR,
                "TalkingBot.fail(String): java.lang.IllegalStateException"));
    }

    @Test
    void aTimerBeginsATraceOfItsOwn() {
        start(Map.of());

        whatsApp.say(group, ana, "/later " + WORDS);

        awaitWays("accept > turn", "turn > send > status");
    }

    @Test
    void theEndOfAnOperationFollowsFromTheTurnThatAskedForIt() {
        start(Map.of());

        whatsApp.say(group, ana, "/pin");

        awaitWays("accept > turn > send", "accept > turn > operation");
    }

    @Test
    void whatNoEventAskedForIsATraceOfItsOwn() {
        start(Map.of());
        whatsApp.templates().add("news", "en", "News!");

        replicas.get("one").bean(Groups.class).group(group).send(Reply.text(WORDS).orTemplate("news"));

        awaitWays("send", "send > status");
        assertThat(spans()).extracting(SpanData::getTraceId).containsOnly(spans().getFirst().getTraceId());
    }

    @Test
    void tellsNoWordsAndNoSecrets() {
        start(Map.of("tertulia.handler-attempts", 1));
        try (Meta meta = new Meta(replicas.get("one").url())) {
            meta.get("/webhook?hub.mode=subscribe&hub.challenge=1&hub.verify_token=" + account.verifyToken());
        }
        List.of("/say ", "/fail ", "/later ", "").forEach(command -> whatsApp.say(group, ana, command + WORDS));

        awaitWays("accept > turn > send > status", "turn > send > status");
        await().untilAsserted(() -> assertThat(named("turn")).extracting(span -> text(span, "tertulia.outcome"))
                .contains("HANDLED", "DEAD"));
        assertThat(all()).extracting(SpanData::getName).contains("GET /webhook");
        assertThat(all()).allSatisfy(span -> assertThat(told(span)).doesNotContain(WORDS, "Ana Andrade", "16505550001",
                account.accessToken(), account.appSecret(), account.verifyToken()));
    }

    /** Everything that the process exports. */
    private static String told(SpanData span) {
        return Stream.of(span.getName(), span.getAttributes(), span.getStatus(), span.getEvents(), span.getLinks(),
                span.getResource()).map(String::valueOf).collect(Collectors.joining("\n"));
    }

    @Test
    void oneSamplerDecidesForTheWholeTrace() {
        start(Map.of("otel.traces.sampler", "parentbased_traceidratio", "otel.traces.sampler.arg", "0"));

        whatsApp.say(group, ana, "/say " + WORDS);

        await().untilAsserted(
                () -> assertThat(whatsApp.transcript(group)).filteredOn(said -> said.from().equals("business"))
                        .singleElement().satisfies(said -> assertThat(said.ticks()).containsValue("read")));
        assertThat(all()).isEmpty();
    }

    @Test
    void isOffUnlessSomebodyAsksForIt() {
        Application plain = replica("plain", Map.of());

        assertThatExceptionOfType(NoSuchBeanException.class).isThrownBy(() -> plain.bean(OpenTelemetry.class));
        assertThatExceptionOfType(NoSuchBeanException.class).isThrownBy(() -> plain.bean(Traces.class));
    }

    @Test
    void theExporterThatIsNamedGetsThemBeforeTheProcessEnds() {
        try (SpanReceiver receiver = new SpanReceiver()) {
            Application named = replica("named", Map.of("otel.traces.exporter", "otlp", "otel.exporter.otlp.protocol",
                    "http/protobuf", "otel.exporter.otlp.endpoint", receiver.url().toString()));
            listen(named);
            whatsApp.say(group, ana, "/unheard " + WORDS);
            await().untilAsserted(() -> assertThat(named.bean(RecordingBot.class).heard()).isNotEmpty());

            replicas.remove("named").close();

            assertThat(receiver.received()).contains("accept", "turn", account.phoneNumberId()).doesNotContain(WORDS);
        }
    }
}
