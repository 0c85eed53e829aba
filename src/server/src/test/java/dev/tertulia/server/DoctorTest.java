package dev.tertulia.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.tertulia.emulator.Trouble;
import dev.tertulia.redis.TestRedis;
import dev.tertulia.server.Installation.Examined;
import dev.tertulia.server.doctor.Doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The command {@code doctor} finds what is wrong, and nothing on a healthy installation. */
class DoctorTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "doctor.md");
    private static final Map<String, Object> AS_IT_IS = Map.of();
    private static Installation installation;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        installation = new Installation();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @AfterEach
    void heal() {
        installation.whatsApp().faults().clear();
        installation.approveTemplate();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void findsNothingOnAHealthyInstallation() {
        Examined examined = installation.doctor(AS_IT_IS);

        assertThat(examined.levels()).as(examined.text())
                .containsExactlyElementsOf(Doctor.names().stream().map(name -> name + " ok").toList());
        assertThat(examined.exitCode()).isZero();
    }

    private static String finding(Trouble trouble) {
        return switch (trouble) {
            case TOKEN_EXPIRED, TOKEN_WITHOUT_MESSAGING, TOKEN_WITHOUT_MANAGEMENT, TOKEN_OF_ANOTHER_ACCOUNT ->
                "token problem";
            case TOKEN_EXPIRES_SOON, TOKEN_OF_A_PERSON -> "token warning";
            case APP_BLOCKED -> "app problem";
            case APP_NOT_SUBSCRIBED -> "subscription problem";
            case FIELDS_MISSING, WEBHOOK_INACTIVE -> "webhook-fields problem";
            case NUMBER_DISCONNECTED -> "number problem";
            case NOT_OFFICIAL -> "groups problem";
            case QUALITY_MEDIUM -> "quality warning";
            case QUALITY_LOW -> "quality problem";
            case PAYMENT_METHOD_MISSING -> "health problem";
            case NUMBER_LIMITED -> "health warning";
        };
    }

    @ParameterizedTest
    @EnumSource
    void findsEachTroubleOfTheEmulator(Trouble trouble) {
        installation.whatsApp().faults().troubles().only(trouble);

        Examined examined = installation.doctor(AS_IT_IS);

        assertThat(examined.levels()).as(examined.text()).contains(finding(trouble))
                .filteredOn(level -> !level.endsWith(" ok") && !level.endsWith(" skipped"))
                .allMatch(finding(trouble)::equals);
        assertThat(examined.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"whatsapp.app-secret, another, app-secret problem", "whatsapp.app-secret, another, signature problem",
            "whatsapp.verify-token, another, webhook problem", "whatsapp.access-token, another, token problem",
            "whatsapp.api-version, v20.0, graph-version problem", "whatsapp.api-version, v21.0, graph-version warning",
            "whatsapp.messages-per-second, 1000, throughput warning", "tertulia.bots, NoBot, bots problem",
            "whatsapp.access-token, '', settings problem", "whatsapp.phone-number-id, x, settings problem",
            "redis.uri, redis://127.0.0.1:1, redis unreachable"})
    void findsAWrongSetting(String key, String value, String finding) {
        Examined examined = installation.doctor(Map.of(key, value));

        assertThat(examined.levels()).as(examined.text()).contains(finding);
        assertThat(examined.exitCode()).isEqualTo(finding.endsWith("unreachable") ? 3 : 1);
    }

    @ParameterizedTest
    @CsvSource({"PT9S, clock ok", "PT20S, clock warning", "PT-3M, clock problem"})
    void comparesTheClockWithWhatsApps(Duration ahead, String finding) {
        assertThat(installation.doctor(ahead, AS_IT_IS, "clock").levels()).containsExactly(finding);
    }

    @Test
    void findsATokenThatHasEndedMeanwhile() {
        installation.whatsApp().faults().troubles().only(Trouble.TOKEN_EXPIRES_SOON);

        Examined examined = installation.doctor(Duration.ofDays(6), AS_IT_IS, "token");

        assertThat(examined.levels()).containsExactly("token problem");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"welcome | en | Welcome! | UTILITY | has the parameters [] in its body",
            "welcome | en | Hello {{1}} | AUTHENTICATION | is an authentication template"})
    void comparesTemplatesWithWhatBotsDeclare(String name, String language, String body, String category,
            String cause) {
        installation.whatsApp().templates().add(name, language, body, category);

        Examined examined = installation.doctor(AS_IT_IS, "templates");

        assertThat(examined.levels()).containsExactly("templates problem");
        assertThat(examined.text()).contains(cause);
    }

    @Test
    void findsATemplateOfARuleThatDoesNotExist() throws IOException {
        Path rules = write("rules.yml", """
                version: 1
                policies:
                  - name: all
                    groups: { all: true }
                    rules:
                      - name: links
                        when: { links: { not_in: [example.org] } }
                        then: [ { reply: { text: "No links.", template: { name: no_links, language: pt_BR } } } ]
                """);

        Examined examined = installation.doctor(Map.of("tertulia.moderation", rules.toString()), "templates");

        assertThat(examined.text()).contains("'no_links' in 'pt_BR', which the rule 'links' names, does not exist");
    }

    @Test
    void findsAMistakeInTheRules() throws IOException {
        Path rules = write("rules.yml", "version: 1\npolicies: [ { name: all, grups: { all: true } } ]\n");

        assertThat(installation.doctor(Map.of("tertulia.moderation", rules.toString()), "rules").levels())
                .isNotEmpty().allMatch("rules problem"::equals);
    }

    @Test
    void findsAnOldRateCard() throws IOException {
        Path rates = write("rates.csv", "# valid from 2025-01-01\n*,group_utility,0.01,EUR\n");

        assertThat(installation.doctor(Map.of("tertulia.costs.rate-card", rates.toString()), "rate-card").levels())
                .containsExactly("rate-card warning");
    }

    @ParameterizedTest
    @CsvSource({"--appendonly, no, redis-durability problem",
            "--maxmemory-policy, allkeys-lru, redis-durability problem",
            "--maxmemory, 1mb, redis-durability warning", "--rename-command, EVAL '', redis problem"})
    void findsAWeaknessOfRedis(String option, String value, String finding) {
        String[] words = value.equals("EVAL ''") ? new String[]{"EVAL", ""} : new String[]{value};
        String[] options = words.length == 2
                ? new String[]{"--appendonly", "yes", option, words[0], words[1]}
                : new String[]{"--appendonly", "yes", option, words[0]};
        try (TestRedis weak = TestRedis.start(options)) {
            assertThat(installation.doctor(Map.of("redis.uri", weak.uri()), "redis", "redis-durability").levels())
                    .contains(finding);
        }
    }

    @Test
    void findsReplicasThatAreNotWaitedFor() {
        try (TestRedis main = TestRedis.start("--appendonly", "yes", "--repl-diskless-sync-delay", "0");
                TestRedis replica = TestRedis.start("--replicaof", main.uri().replaceAll(".*/|:\\d+", ""),
                        main.uri().replaceAll(".*:", ""))) {
            await().untilAsserted(() -> assertThat(
                    installation.doctor(Map.of("redis.uri", main.uri()), "redis-durability").levels())
                    .containsExactly("redis-durability warning"));
            assertThat(replica.uri()).isNotEqualTo(main.uri());
        }
    }

    @Test
    void findsThatNothingIsKept() {
        assertThat(installation.doctor(Map.of("redis.uri", "", "tertulia.store", "memory"), "redis").levels())
                .containsExactly("redis warning");
    }

    @Test
    void findsThatNobodyListens() {
        Examined examined = installation.doctor(AS_IT_IS, "--webhook", "http://127.0.0.1:1/webhook");

        assertThat(examined.levels()).contains("webhook unreachable", "signature skipped");
        assertThat(examined.exitCode()).isEqualTo(3);
    }

    @Test
    void findsThatSomethingElseListens() {
        Examined examined = installation.doctor(AS_IT_IS, "webhook", "--webhook",
                installation.webhook().resolve("/health").toString());

        assertThat(examined.levels()).containsExactly("webhook problem");
    }

    @Test
    void findsThatTheGraphApiIsAway() {
        Examined examined = installation.doctor(Map.of("whatsapp.graph-url", "http://127.0.0.1:1"));

        assertThat(examined.levels()).contains("graph-version unreachable", "token unreachable", "app skipped");
        assertThat(examined.exitCode()).isEqualTo(3);
    }

    @Test
    void printsForPeople() {
        installation.whatsApp().faults().troubles().only(Trouble.NOT_OFFICIAL);

        assertThat(installation.print("groups")).containsExactly(
                "problem      groups            the number is no Official Business Account, so that creating a group is"
                        + " refused with 131215",
                "                               next: apply for an Official Business Account in WhatsApp Manager; until"
                        + " then try bots in the demo",
                "1 problem");
    }

    @Test
    void showsNoSecret() {
        installation.whatsApp().faults().troubles().only(Trouble.TOKEN_EXPIRED);

        assertThat(installation.doctor(AS_IT_IS).text()).doesNotContain("demo-token", "test-app-secret", "demo-verify");
    }

    @Test
    void refusesTheNameOfNoCheck() {
        assertThat(installation.fail("tokens")).startsWith("'tokens' is not a check; the checks are settings, bots,");
    }

    @Test
    void thePageListsAllChecks() throws IOException {
        List<String> listed = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|").matcher(Files.readString(PAGE)).results()
                .map(row -> row.group(1)).toList();

        assertThat(listed).containsExactlyElementsOf(Doctor.names());
    }
}
