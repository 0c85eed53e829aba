package dev.tertulia.moderation.classifier;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class HttpClassifierTest {

    private static final String TOKEN = "sk-not-to-be-seen";
    private static final String TEXT = "I will find you";
    private static final Duration TIMEOUT = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final FakeModerationApi api = new FakeModerationApi();
    private final HttpClassifier classifier = new HttpClassifier(
            List.of(new ClassifierEndpoint("openai", api.url(), "omni", TOKEN, TIMEOUT)), clock);
    private final Logger log = (Logger) LoggerFactory.getLogger("dev.tertulia.moderation.classifier");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        log.setLevel(Level.TRACE);
        log.addAppender(logged);
    }

    @AfterEach
    void neitherTextsNorTheTokenAreLogged() {
        log.detachAppender(logged);
        classifier.close();
        api.close();

        assertThat(logged.list).extracting(ILoggingEvent::getFormattedMessage).noneMatch(line -> line.contains(TOKEN))
                .noneMatch(line -> line.contains("find you"));
    }

    private OptionalDouble score(String text) {
        return assertTimeoutPreemptively(PATIENCE, () -> classifier.score("openai", "violence", text));
    }

    @Test
    void aTextHasTheScoreOfItsLabel() {
        api.scores("violence", 0.87);

        assertThat(score(TEXT)).hasValue(0.87);
        assertThat(api.received()).containsExactly(new FakeModerationApi.Received("Bearer " + TOKEN,
                "{\"input\":\"I will find you\",\"model\":\"omni\"}"));
    }

    @Test
    void aCategoryWithoutScoreIsOne() {
        api.scores("violence", 0.87);

        assertThat(classifier.score("openai", "spam", TEXT)).hasValue(1);
    }

    @Test
    void aTextIsSentOnceInWhateverDisguise() {
        api.scores("violence", 0.87);

        assertThat(List.of(score(TEXT), score("I W1LL F1ND YOU!!!"), score(TEXT)))
                .containsOnly(OptionalDouble.of(0.87));
        assertThat(api.received()).hasSize(1);
        assertThat(score("I will not find you")).hasValue(0.87);
        assertThat(api.received()).hasSize(2);
    }

    private static List<Consumer<FakeModerationApi>> failures() {
        return List.of(api -> api.answers(500, "{}"), api -> api.answers(429, "{}"),
                api -> api.answers(200, "<html><body>Sign in</body></html>"), api -> api.answers(200, ""),
                api -> api.answers(200, "[1]"), api -> api.answers(200, "{\"results\":[]}"),
                api -> api.answers(200, "{\"results\":[{\"category_scores\":{\"violence\":\"high\"}}]}"),
                api -> api.answers(200, "{\"padding\":\"" + "x".repeat(2_000_000) + "\"}"),
                api -> api.answers(200, "[".repeat(500_000)), FakeModerationApi::hangs,
                api -> api.hangs("{\"results\":[{"), api -> api.answers(exchange -> {
                    exchange.getResponseHeaders().add("Location", "/v1/moderations");
                    exchange.sendResponseHeaders(307, -1);
                    exchange.close();
                }), FakeModerationApi::close);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureGivesNoScoreAndIsNotKept(Consumer<FakeModerationApi> failure) {
        failure.accept(api);

        assertThat(score(TEXT)).isEmpty();
        assertThat(api.received()).hasSizeLessThanOrEqualTo(1);

        api.scores("violence", 0.5);
        assertThat(score(TEXT)).isEqualTo(api.received().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(0.5));
    }

    @Test
    void whatFailsIsLeftAloneForAWhile() {
        api.answers(500, "I will find you");
        IntStream.range(0, 20).forEach(i -> assertThat(score(TEXT + i)).isEmpty());
        assertThat(api.received()).hasSize(5);
        assertThat(warnings()).containsExactly(
                "Classifier openai fails (status 500); its conditions do not hold until it answers again");

        api.scores("violence", 0.5);
        assertThat(score(TEXT)).isEmpty();
        now.updateAndGet(then -> then.plusSeconds(31));

        assertThat(score(TEXT)).hasValue(0.5);
        assertThat(score(TEXT + "!?1")).hasValue(0.5);
    }

    @Test
    void aHangingEndpointHoldsUpFewEvents() throws InterruptedException {
        api.hangs();

        try (ExecutorService events = Executors.newVirtualThreadPerTaskExecutor()) {
            events.invokeAll(IntStream.range(0, 200).<java.util.concurrent.Callable<OptionalDouble>>mapToObj(
                    i -> () -> classifier.score("openai", "violence", "message " + i)).toList());
        }

        // 32 at once, and one more after each of the failures before the fifth, with which the pause begins
        assertThat(api.received()).hasSizeLessThanOrEqualTo(32 + 4);
    }

    @Test
    void whatIsMissingIsToldOnce() {
        api.scores("hate", 0.5);

        assertThat(score(TEXT)).isEmpty();
        assertThat(score(TEXT)).isEmpty();
        assertThat(classifier.score("other", "hate", TEXT)).isEmpty();

        assertThat(warnings()).containsExactly("Classifier openai has no label violence; it has [hate, spam]",
                "A rule names the classifier other, which has no settings; set tertulia.classifiers.other.url");
    }

    private List<String> warnings() {
        return logged.list.stream().filter(line -> line.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void wrongSettingsAreRefusedWithoutTheToken() {
        URI url = api.url();

        assertThatThrownBy(() -> new ClassifierEndpoint("x", URI.create("example.org"), "", "", TIMEOUT)).hasMessage(
                "the URL of classifier x is no address; write for example https://api.example.org/v1/moderations");
        assertThatThrownBy(() -> new ClassifierEndpoint("x", url, "", TOKEN + "\n", TIMEOUT))
                .hasMessageContaining("the token of classifier x contains").message().doesNotContain(TOKEN);
        assertThatThrownBy(() -> new ClassifierEndpoint("x", url, "", "", Duration.ZERO))
                .hasMessage("the time-out of classifier x is not above 0; write for example 500ms");
        assertThat(new ClassifierEndpoint("x", url, "", TOKEN, TIMEOUT)).asString().doesNotContain(TOKEN);
    }
}
