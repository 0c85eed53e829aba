package dev.tertulia.server.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.micronaut.context.env.PropertySource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.costs.DailyLimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Settings that are missing, wrong, misspelt or contradictory are refused, without secrets. */
class WrongSettingsTest extends SettingsBench {

    private static void assertRefused(PropertySource source, String sentence) {
        assertThatExceptionOfType(BadSettings.class).isThrownBy(() -> read(source)).withMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WHATSAPP_APP_SECRET           |        | WHATSAPP_APP_SECRET (whatsapp.app-secret) is missing; write the app secret from the app's basic settings.
            WHATSAPP_VERIFY_TOKEN         |        | WHATSAPP_VERIFY_TOKEN (whatsapp.verify-token) is missing; write a word of your choice, the same as on the app's webhook page.
            WHATSAPP_PHONE_NUMBER_ID      |        | WHATSAPP_PHONE_NUMBER_ID (whatsapp.phone-number-id) is missing; write the id (not the number itself) that the app's WhatsApp page shows, such as 106540352242922.
            WHATSAPP_PHONE_NUMBER_ID      | +49 30 | WHATSAPP_PHONE_NUMBER_ID (whatsapp.phone-number-id) is '+49 30'; write the id that the app's WhatsApp page shows, digits only, such as 106540352242922.
            WHATSAPP_ACCESS_TOKEN         |        | WHATSAPP_PHONE_NUMBER_ID (whatsapp.phone-number-id) is set, but WHATSAPP_ACCESS_TOKEN (whatsapp.access-token) is not; set both to go live, or neither for the demo.
            REDIS_URI                     |        | REDIS_URI (redis.uri) is missing; write the address of Redis, such as redis://localhost:6379, or set TERTULIA_STORE (tertulia.store) to memory, which loses all data when the process ends.
            REDIS_URI                     | here   | REDIS_URI (redis.uri) is not the address of a Redis server; write one such as redis://localhost:6379, redis://:password@host:6379 or redis-sentinel://host:26379#main.
            TERTULIA_STORE                | memory | REDIS_URI (redis.uri) is set, but TERTULIA_STORE (tertulia.store) is memory; remove one of them.
            TERTULIA_STORE                | disk   | TERTULIA_STORE (tertulia.store) is 'disk'; write redis or memory.
            TERTULIA_PORT                 | http   | TERTULIA_PORT (tertulia.port) is 'http'; write a port, such as 8080.
            TERTULIA_PORT                 | 70000  | TERTULIA_PORT (tertulia.port) is '70000'; write a port, such as 8080.
            TERTULIA_PORT      | tcp://10.0.0.1:8080 | TERTULIA_PORT (tertulia.port) is 'tcp://10.0.0.1:8080', which Kubernetes sets for a service named tertulia; set enableServiceLinks: false in the pod, or rename the service.
            WHATSAPP_GRAPH_URL            | meta   | WHATSAPP_GRAPH_URL (whatsapp.graph-url) is 'meta'; write a URL, such as https://graph.facebook.com.
            WHATSAPP_API_VERSION          | 25     | WHATSAPP_API_VERSION (whatsapp.api-version) is '25'; write a version, such as v25.0.
            WHATSAPP_MESSAGES_PER_SECOND  | many   | WHATSAPP_MESSAGES_PER_SECOND (whatsapp.messages-per-second) is 'many'; write a number per second above 0, such as 80.
            WHATSAPP_OPERATIONS_PER_SECOND| 0      | WHATSAPP_OPERATIONS_PER_SECOND (whatsapp.operations-per-second) is '0.0'; write a number per second above 0, such as 80.
            TERTULIA_HANDLER_LIMIT        | long   | TERTULIA_HANDLER_LIMIT (tertulia.handler-limit) is 'long'; write a time, such as 30s, 2m or 7d.
            TERTULIA_HANDLER_ATTEMPTS     | 0      | TERTULIA_HANDLER_ATTEMPTS (tertulia.handler-attempts) is '0'; write a number of at least 1, such as 4.
            TERTULIA_UNKNOWN_POLICY_NOTICE| never  | TERTULIA_UNKNOWN_POLICY_NOTICE (tertulia.unknown-policy.notice) is 'never'; write again or ask.
            TERTULIA_LOG_FAILURES         | all    | TERTULIA_LOG_FAILURES (tertulia.log-failures) is 'all'; write place or full.
            TERTULIA_MOST_DEAD_LETTERS    | 0      | TERTULIA_MOST_DEAD_LETTERS (tertulia.most-dead-letters) is '0'; write a number of at least 1, such as 100000.
            TERTULIA_JOURNAL_ENTRIES      | 0      | TERTULIA_JOURNAL_ENTRIES (tertulia.journal-entries) is '0'; write a number of at least 1, such as 50000.
            TERTULIA_LARGEST_DELIVERY     | big    | TERTULIA_LARGEST_DELIVERY (tertulia.largest-delivery) is 'big'; write a size, such as 3MB.
            TERTULIA_LARGEST_DELIVERY     | 0      | TERTULIA_LARGEST_DELIVERY (tertulia.largest-delivery) is '0'; write a size, such as 3MB.
            TERTULIA_MODERATION_RELOAD    | often  | TERTULIA_MODERATION_RELOAD (tertulia.moderation-reload) is 'often'; write a time, such as 30s, 2m or 7d.
            TERTULIA_COSTS_DAILY_LIMIT    | much   | TERTULIA_COSTS_DAILY_LIMIT (tertulia.costs.daily-limit) is 'much'; write a number of charged deliveries, such as 500, or money, such as 20 EUR.
            TERTULIA_COSTS_DAILY_LIMIT    | 20 EUR | TERTULIA_COSTS_DAILY_LIMIT (tertulia.costs.daily-limit) is '20 EUR', but there is no rate card; name a card in EUR with TERTULIA_COSTS_RATE_CARD (tertulia.costs.rate-card), or write a number of deliveries.
            TERTULIA_COSTS_RATE_CARD      | none.csv | TERTULIA_COSTS_RATE_CARD (tertulia.costs.rate-card): none.csv cannot be read (NoSuchFileException); name a file of lines such as 49,group_utility,0.05,EUR.
            TERTULIA_COSTS_FREE_TIER_FROM | soon   | TERTULIA_COSTS_FREE_TIER_FROM (tertulia.costs.free-tier-from) is 'soon'; write a day, such as 2026-10-01.
            TERTULIA_COSTS_DAYS           | 0      | TERTULIA_COSTS_DAYS (tertulia.costs.days) is '0'; write a number of at least 1, such as 90.
            WHATSAPP_ACCESS_TOKEN_FILE    | x      | WHATSAPP_ACCESS_TOKEN (whatsapp.access-token) and WHATSAPP_ACCESS_TOKEN_FILE (whatsapp.access-token-file) are both set; keep one of them.
            """)
    void refusesWhatIsMissingWrongOrContradictory(String variable, String value, String sentence) {
        assertRefused(liveBut(Map.of(variable, value == null ? "" : value)), sentence);
    }

    @Test
    void limitsDeliveriesWithoutARateCard() {
        assertThat(read(liveBut(Map.of("TERTULIA_COSTS_DAILY_LIMIT", "500"))).line().costs().limit())
                .isEqualTo(new DailyLimit.Deliveries(500));
    }

    @Test
    void refusesALimitInAnotherCurrency(@TempDir Path folder) throws IOException {
        Path card = Files.writeString(folder.resolve("rates.csv"), "49,group_utility,0.05,EUR\n");
        assertRefused(liveBut(Map.of("TERTULIA_COSTS_DAILY_LIMIT", "20 USD", "TERTULIA_COSTS_RATE_CARD",
                card.toString())),
                "TERTULIA_COSTS_DAILY_LIMIT (tertulia.costs.daily-limit) is '20 USD', but the rate card is in EUR; name"
                        + " a card in USD with TERTULIA_COSTS_RATE_CARD (tertulia.costs.rate-card), or write a number"
                        + " of deliveries.");
    }

    @Test
    void refusesASecretFileThatIsNotThere() {
        assertRefused(liveBut(Map.of("WHATSAPP_APP_SECRET", "", "WHATSAPP_APP_SECRET_FILE", "/no/such/file")),
                "WHATSAPP_APP_SECRET_FILE (whatsapp.app-secret-file) names a file that cannot be read"
                        + " (NoSuchFileException); name one that holds the secret and that this process may read.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://me:word@graph.example", "https://me@graph.example",
            "https://graph.example?key=word",
            "https://graph.example#word"})
    void refusesAnAddressThatMayHoldASecretAndDoesNotShowIt(String url) {
        assertRefused(liveBut(Map.of("WHATSAPP_GRAPH_URL", url)),
                "WHATSAPP_GRAPH_URL (whatsapp.graph-url) contains a user, a password, a query or a fragment;"
                        + " write only the address, such as https://graph.facebook.com.");
    }

    @Test
    void refusesTheSameNumberTwice() {
        Map<String, Object> keys = new HashMap<>(Map.of("whatsapp.access-token", "t", "whatsapp.app-secret", "s",
                "whatsapp.verify-token", "v", "redis.uri", "redis://localhost",
                "whatsapp.numbers.a.phone-number-id", "111", "whatsapp.numbers.b.phone-number-id", "111"));
        assertRefused(file(keys), "whatsapp.numbers names the phone number '111' twice; keep one of them.");
    }

    @Test
    void refusesMisspeltKeysOfTheFile() {
        assertRefused(file(Map.of("tertulia.comand-prefix", "!")),
                "tertulia.comand-prefix in config/application.yml is not a setting; did you mean tertulia.command-prefix?");
        assertRefused(file(Map.of("tertulia.colour", "red")),
                "tertulia.colour in config/application.yml is not a setting; the README lists all settings.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"TERTULIA_COMAND_PREFIX | TERTULIA_COMMAND_PREFIX",
            "TERTULIA_HANDLER_LIMITS | TERTULIA_HANDLER_LIMIT", "TERTULIA_PROT | TERTULIA_PORT",
            "WHATSAPP_BUSINES_ACCOUNT_ID | WHATSAPP_BUSINESS_ACCOUNT_ID",
            "TERTULIA_BUSINESS_ACCOUNT_ID | WHATSAPP_BUSINESS_ACCOUNT_ID",
            "WHATSAPP_APP_SECRET_FLIE | WHATSAPP_APP_SECRET_FILE",
            "TERTULIA_UNKNOWN_POLICY_REPLAY | TERTULIA_UNKNOWN_POLICY_REPLY"})
    void refusesMisspeltVariables(String written, String meant) {
        assertRefused(liveBut(Map.of(written, "1")),
                "the variable " + written + " is not a setting; did you mean " + meant + "?");
    }

    @Test
    void aMisspeltTokenIsNotTheDemo() {
        assertRefused(variables(Map.of("WHATSAPP_ACESS_TOKEN", "EAAtoken")),
                "the variable WHATSAPP_ACESS_TOKEN is not a setting; did you mean WHATSAPP_ACCESS_TOKEN?");
    }

    @Test
    void refusesAnotherNameOfTheStoresAddress() {
        Map<String, Object> all = new HashMap<>(LIVE);
        all.remove("REDIS_URI");
        all.put("REDIS_URL", "redis://localhost");
        assertRefused(variables(all), """
                2 settings are wrong:
                - REDIS_URI (redis.uri) is missing; write the address of Redis, such as redis://localhost:6379, or set \
                TERTULIA_STORE (tertulia.store) to memory, which loses all data when the process ends.
                - the variable REDIS_URL is not a setting; did you mean REDIS_URI?""");
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        assertRefused(liveBut(Map.of("WHATSAPP_APP_SECRET", "", "WHATSAPP_PHONE_NUMBER_ID", "me", "TERTULIA_PORT", "-1",
                "TERTULIA_COSTS_DAYS", "x", "TERTULIA_REPLY_HOLD", "-3h", "TERTULIA_STROE", "memory")), """
                6 settings are wrong:
                - TERTULIA_PORT (tertulia.port) is '-1'; write a port, such as 8080.
                - WHATSAPP_PHONE_NUMBER_ID (whatsapp.phone-number-id) is 'me'; write the id that the app's WhatsApp page \
                shows, digits only, such as 106540352242922.
                - WHATSAPP_APP_SECRET (whatsapp.app-secret) is missing; write the app secret from the app's basic \
                settings.
                - TERTULIA_REPLY_HOLD (tertulia.reply-hold) is 'PT-3H'; write a time, such as 30s, 2m or 7d.
                - TERTULIA_COSTS_DAYS (tertulia.costs.days) is 'x'; write a number of at least 1, such as 90.
                - the variable TERTULIA_STROE is not a setting; did you mean TERTULIA_STORE?""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"TERTULIA_HANDLER_LIMIT | 0s", "TERTULIA_GRAPH_TIMEOUT | 0s",
            "TERTULIA_OPERATION_DEADLINE | 0s", "TERTULIA_WINDOW_MARGIN | 24h", "TERTULIA_REPLY_HOLD | 99999d",
            "WHATSAPP_MESSAGES_PER_SECOND | Infinity", "WHATSAPP_MESSAGES_PER_SECOND | NaN",
            "TERTULIA_SEND_ATTEMPTS | 99999999999", "TERTULIA_BACKLOG_EVENTS | -1", "TERTULIA_COMMAND_PREFIX | a b",
            "TERTULIA_COMMAND_PREFIX | !!!!", "TERTULIA_TEMPLATE_LANGUAGE | english", "REDIS_URI | redis://",
            "REDIS_URI | redis://host:notaport", "REDIS_URI | http://host:6379", "TERTULIA_HOST_FILE | /no/such/file",
            "WHATSAPP_NUMBERS_CLUB_PHONE_NUMBER_ID | 7"})
    void namesTheVariableOfWhatCannotWork(String variable, String value) {
        assertThatExceptionOfType(BadSettings.class).isThrownBy(() -> read(liveBut(Map.of(variable, value))))
                .withMessageContaining(variable.replaceFirst("WHATSAPP_NUMBERS.*", "whatsapp.numbers"))
                .withMessageNotContaining("settings are wrong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"EAAtoken\"", "EAA token", "EAA\ntoken", "'EAAtoken'", "EAA\u201ctoken"})
    void refusesATokenThatWasCopiedBadlyAndDoesNotShowIt(String token) {
        assertRefused(liveBut(Map.of("WHATSAPP_ACCESS_TOKEN", token)),
                "WHATSAPP_ACCESS_TOKEN (whatsapp.access-token) contains a space, a quotation mark, a line break or another"
                        + " character that is not allowed in it; copy the value again.");
    }

    @Test
    void refusesSecretsInFilesThatAreEmptyOrFolders(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));
        assertRefused(
                liveBut(Map.of("WHATSAPP_APP_SECRET", "", "WHATSAPP_APP_SECRET_FILE", empty.toString(),
                        "WHATSAPP_VERIFY_TOKEN", "", "WHATSAPP_VERIFY_TOKEN_FILE", folder.toString())),
                """
                        2 settings are wrong:
                        - WHATSAPP_APP_SECRET_FILE (whatsapp.app-secret-file) names a file that is empty; write the \
                        secret into it.
                        - WHATSAPP_VERIFY_TOKEN_FILE (whatsapp.verify-token-file) names a file that cannot be read \
                        (IOException); name one that holds the secret and that this process may read.""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EAAGm0PX4ZCpsBAKZB", "hunter2", "s3cr3t", "9f86d081884c7d659a2feaa0c55ad015",
            "correct horse", "pass/word", "my-word."})
    void aSecretInTheWrongPlaceIsNotShown(String secret) {
        List.of("WHATSAPP_PHONE_NUMBER_ID", "WHATSAPP_BUSINESS_ACCOUNT_ID", "WHATSAPP_GRAPH_URL",
                "WHATSAPP_API_VERSION",
                "WHATSAPP_MESSAGES_PER_SECOND", "WHATSAPP_OPERATIONS_PER_SECOND", "REDIS_URI", "TERTULIA_STORE",
                "TERTULIA_PORT", "TERTULIA_HANDLER_LIMIT", "TERTULIA_HANDLER_ATTEMPTS", "TERTULIA_LARGEST_DELIVERY",
                "TERTULIA_LOG_FAILURES", "TERTULIA_COMMAND_PREFIX", "TERTULIA_COSTS_DAILY_LIMIT",
                "TERTULIA_COSTS_RATE_CARD", "TERTULIA_COSTS_FREE_TIER_FROM", "TERTULIA_UNKNOWN_POLICY_REPLY",
                "TERTULIA_TEMPLATE_LANGUAGE", "TERTULIA_DEMO_SEED", "TERTULIA_DEMO_ACCESS", "TERTULIA_DEMO_WEBHOOKS",
                "WHATSAPP_APP_SECRET_FILE", "TERTULIA_HOST_FILE", "TERTULIA_PROT", "WHATSAPP_ACCESS_TOKEN_FILE")
                .forEach(variable -> assertThatExceptionOfType(BadSettings.class).as(variable)
                        .isThrownBy(() -> read(liveBut(Map.of(variable, secret))))
                        .satisfies(bad -> assertThat(bad.getMessage()).doesNotContain(secret)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"WHATSAPP_APP_SECRET", "WHATSAPP_VERIFY_TOKEN"})
    void refusesASecretOfTwoLines(String variable, @TempDir Path folder) throws IOException {
        Path written = Files.writeString(folder.resolve("secret"), "one\ntwo\n");
        String key = variable.toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-');
        String sentence = variable + " (" + key
                + ") contains a line break or another control character; copy the value again.";

        assertRefused(liveBut(Map.of(variable, "one\ntwo")), sentence);
        assertRefused(liveBut(Map.of(variable, "", variable + "_FILE", written.toString())), sentence);
    }

    @Test
    void refusesAnAccountThatIsNoNumber() {
        assertRefused(liveBut(Map.of("WHATSAPP_BUSINESS_ACCOUNT_ID", "1/2")),
                "WHATSAPP_BUSINESS_ACCOUNT_ID (whatsapp.business-account-id) is '1/2'; write the id that the app's"
                        + " WhatsApp page shows, digits only, such as 102290129340398.");
    }

    @Test
    void refusesAClassifierWithoutAnAddress() {
        assertRefused(file(Map.of("tertulia.classifiers.openai.url", "openai")),
                "TERTULIA_CLASSIFIERS_OPENAI_URL (tertulia.classifiers.openai.url) is a value that is not shown here; write a"
                        + " URL, such as https://api.openai.com/v1/moderations.");
        assertRefused(file(Map.of("tertulia.classifiers.openai.model", "omni")),
                "TERTULIA_CLASSIFIERS_OPENAI_URL (tertulia.classifiers.openai.url) is missing; write the address that texts"
                        + " are sent to, such as https://api.openai.com/v1/moderations.");
    }

    @Test
    void refusesStaffThatIsNobody() {
        assertRefused(variables(Map.of("TERTULIA_STAFF", "the boss")),
                "TERTULIA_STAFF (tertulia.staff) is a value that is not shown here; write user ids and phone numbers, such as US.134 or"
                        + " +1 650 555 1234.");
    }
}
