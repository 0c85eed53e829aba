package dev.tertulia.server.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.micronaut.context.env.PropertySource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.DeadLetterSettings;
import dev.tertulia.costs.CostSettings;
import dev.tertulia.costs.DailyLimit;
import dev.tertulia.costs.RateCardFile;
import dev.tertulia.moderation.classifier.ClassifierEndpoint;
import dev.tertulia.outbox.Priority;
import dev.tertulia.server.logging.Secrets;
import dev.tertulia.turn.ChatSettings;
import dev.tertulia.turn.StaffList;

import static org.assertj.core.api.Assertions.assertThat;

/** Valid settings are read, and invalid ones are refused with a helpful message. */
class SettingsTest extends SettingsBench {

    @Test
    void nothingAtAllIsTheDemo() {
        assertThat(read().demo()).isTrue();
    }

    @Test
    void variablesMakeItLive() {
        Settings settings = read(variables(LIVE));
        assertThat(settings.demo()).isFalse();
        assertThat(settings.accounts()).containsExactly(new Account("106540352242922", null, "EAAtoken", null, 1));
        assertThat(settings.webhook()).isEqualTo(new WebhookSecrets("shh", "hello"));
        assertThat(settings.graph()).isEqualTo(
                new GraphSite(URI.create("https://graph.facebook.com"), "v25.0", Duration.ofSeconds(10), "en"));
        assertThat(settings.redis()).contains("redis://localhost:6379");
    }

    @Test
    void severalNumbersShareATokenAndHaveTheirOwnRates() {
        Settings settings = read(variables(Map.of("WHATSAPP_ACCESS_TOKEN", "shared", "WHATSAPP_APP_SECRET", "shh",
                "WHATSAPP_VERIFY_TOKEN", "hello", "REDIS_URI", "redis://localhost:6379")),
                file(Map.of("whatsapp.messages-per-second", 20,
                        "whatsapp.numbers.club.phone-number-id", 111, "whatsapp.numbers.club.messages-per-second", 250,
                        "whatsapp.numbers.school.phone-number-id", "222",
                        "whatsapp.numbers.school.access-token", "own",
                        "whatsapp.business-account-id", "900", "whatsapp.numbers.school.business-account-id", "901")));
        assertThat(settings.accounts()).containsExactlyInAnyOrder(new Account("111", "900", "shared", 250.0, 1),
                new Account("222", "901", "own", 20.0, 1));
    }

    @Test
    void secretsMayComeFromFiles(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "from a file\n");
        Settings settings = read(
                liveBut(Map.of("WHATSAPP_APP_SECRET", "", "WHATSAPP_APP_SECRET_FILE", secret.toString())));
        assertThat(settings.webhook().appSecret()).isEqualTo("from a file");
    }

    @Test
    void noSecretIsEverPrinted() {
        Settings settings = read(liveBut(Map.of("REDIS_URI", "redis://:hunter2@localhost:6379")));
        assertThat(settings + " " + settings.accounts() + settings.webhook())
                .doesNotContain("EAAtoken", "shh", "hello", "hunter2");
    }

    @Test
    void countsCostsAsTold(@TempDir Path folder) throws IOException {
        Path card = Files.writeString(folder.resolve("rates.csv"), "49,group_utility,0.05,EUR\n");
        Settings settings = read(file(Map.of("tertulia.costs.daily-limit", "20.50 EUR", "tertulia.costs.rate-card",
                card.toString(), "tertulia.costs.free-tier-from", "2027-01-01", "tertulia.costs.days", 30)));
        assertThat(settings.line().costs()).isEqualTo(new CostSettings(RateCardFile.read(card),
                new DailyLimit.Money(20_500_000, "EUR"), LocalDate.of(2027, 1, 1), 30));
    }

    @Test
    void asksAPersonWhereToldTo() {
        assertThat(read().line().outbox().askWhenUnknown()).containsExactly(Priority.BROADCAST);
        assertThat(read(variables(Map.of("TERTULIA_UNKNOWN_POLICY_BROADCAST", "again",
                "TERTULIA_UNKNOWN_POLICY_REPLY", "ask"))).line().outbox().askWhenUnknown())
                .containsExactly(Priority.REPLY);
    }

    @Test
    void boundsWhatLiesAside() {
        assertThat(read(variables(Map.of("TERTULIA_MOST_DEAD_LETTERS", "50", "TERTULIA_MOST_QUARANTINED", "5",
                "TERTULIA_MOST_QUARANTINED_BYTES", "9000"))).line().deadLetters())
                .isEqualTo(new DeadLetterSettings(50, 5, 9_000));
    }

    @Test
    void keepsWordsOutOfTheLogWhereItIsLive() {
        assertThat(read().failures()).isEqualTo(LogFailures.FULL);
        assertThat(read(variables(LIVE)).failures()).isEqualTo(LogFailures.PLACE);
        assertThat(read(variables(Map.of("TERTULIA_LOG_FAILURES", "place"))).failures()).isEqualTo(LogFailures.PLACE);
        assertThat(read(liveBut(Map.of("TERTULIA_LOG_FAILURES", "full"))).failures()).isEqualTo(LogFailures.FULL);
    }

    @Test
    void theRateCardThatComesWithItCanBeRead() {
        assertThat(RateCardFile.read(Path.of("..", "..", "config", "rates.csv")).currency()).isEqualTo("EUR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERTULIA_SERVICE_HOST", "TERTULIA_REDIS_PORT_6379_TCP_ADDR",
            "WHATSAPP_BOT_SERVICE_PORT_HTTP",
            "TERTULIA_IMAGE_TAG", "REDIS_HOST", "REDIS_URL", "REDIS_PORT", "WHATSAPP_TEAM_NAME"})
    void letsVariablesOfOthersBe(String variable) {
        assertThat(read(liveBut(Map.of(variable, "1"))).demo()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a${user.home}b", "${nobody.knows}", "${random.uuid}", "#{1+1}", "${", "a$b",
            "${WHATSAPP_X:y}"})
    void aSecretIsTakenAsItIsWritten(String secret, @TempDir Path folder) throws IOException {
        Path written = Files.writeString(folder.resolve("secret"), secret + "\n");
        Settings byVariable = read(liveBut(Map.of("WHATSAPP_ACCESS_TOKEN", secret, "WHATSAPP_APP_SECRET", secret,
                "WHATSAPP_VERIFY_TOKEN", secret)));
        Settings byFile = read(liveBut(Map.of("WHATSAPP_ACCESS_TOKEN", "", "WHATSAPP_ACCESS_TOKEN_FILE",
                written.toString(), "WHATSAPP_APP_SECRET", "", "WHATSAPP_APP_SECRET_FILE", written.toString(),
                "WHATSAPP_VERIFY_TOKEN", "", "WHATSAPP_VERIFY_TOKEN_FILE", written.toString())));
        Settings inYaml = read(file(Map.of("whatsapp.accessToken", "x", "whatsapp.app-secret", secret,
                "whatsapp.verifyToken", secret, "redis.uri", "redis://localhost",
                "whatsapp.numbers.club.phone-number-id", "111", "whatsapp.numbers.club.access-token", secret)));

        assertThat(List.of(byVariable, byFile, inYaml)).allSatisfy(settings -> {
            assertThat(settings.webhook()).isEqualTo(new WebhookSecrets(secret, secret));
            assertThat(settings.accounts()).extracting(Account::accessToken).containsExactly(secret);
        });
    }

    @Test
    void aVariableGoesBeforeTheFile() {
        Settings settings = read(variables(LIVE), PropertySource.of("config/application.yml",
                Map.of("whatsapp.app-secret", "old", "whatsapp.access-token", "old"), -1000));

        assertThat(settings.webhook().appSecret()).isEqualTo("shh");
        assertThat(settings.accounts()).extracting(Account::accessToken).containsExactly("EAAtoken");
    }

    @Test
    void numbersMayComeFromVariables() {
        Settings settings = read(variables(Map.of("WHATSAPP_ACCESS_TOKEN", "t", "WHATSAPP_APP_SECRET", "shh",
                "WHATSAPP_VERIFY_TOKEN", "hello", "REDIS_URI", "redis://localhost:6379",
                "WHATSAPP_NUMBERS_CLUB_PHONE_NUMBER_ID", "111")));
        assertThat(settings.accounts()).extracting(Account::phoneNumberId).containsExactly("111");
    }

    @Test
    void understandsWhatTheFileSays() {
        Settings settings = read(file(Map.of("tertulia.command-prefix", "!", "tertulia.handlerLimit", "5s",
                "tertulia.mentions", List.of("bot", "helper"))));
        assertThat(settings.line().dispatch().commandPrefix()).isEqualTo("!");
        assertThat(settings.line().dispatch().handlerLimit()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.line().dispatch().mentions()).containsExactly("bot", "helper");
    }

    @Test
    void namesTheStaffOfAllChatsAndOfLabels() {
        Settings settings = read(file(Map.of("tertulia.staff", List.of("+1 650 555 1234", "US.134"),
                "tertulia.label-staff.vip", List.of("US.2"))));

        assertThat(settings.line().dispatch().chat().staff()).isEqualTo(
                StaffList.of(List.of("16505551234", "US.134"), Map.of("vip", List.of("US.2"))));
    }

    @Test
    void readsClassifiers() {
        Settings settings = read(
                file(Map.of("tertulia.classifiers.openai.url", "https://api.example.org/v1/moderations",
                        "tertulia.classifiers.openai.model", "omni", "tertulia.classifiers.openai.timeout", "2s")),
                variables(Map.of("TERTULIA_CLASSIFIERS_OPENAI_TOKEN", "sk-${HOME}")));

        assertThat(settings.classifiers()).containsExactly(new ClassifierEndpoint("openai",
                URI.create("https://api.example.org/v1/moderations"), "omni", "sk-${HOME}", Duration.ofSeconds(2)));
        assertThat(Secrets.of(settings).words()).contains("sk-${HOME}");
    }

    @Test
    void speaksTheLanguageOfTheSettings() {
        Settings settings = read(variables(Map.of("TERTULIA_LANGUAGE", "pt-BR", "TERTULIA_HELP", "false",
                "TERTULIA_COMMAND_HINTS", "anywhere", "TERTULIA_TAGS_KEPT", "7d")));

        assertThat(settings.line().dispatch().chat()).isEqualTo(new ChatSettings(Locale.of("pt", "BR"),
                StaffList.NOBODY, false, ChatSettings.Hints.ANYWHERE, Duration.ofDays(7)));
    }
}
