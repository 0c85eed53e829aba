package dev.tertulia.server.cli.emulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import dev.tertulia.server.cli.terminal.CommandFailed;
import dev.tertulia.server.cli.terminal.TimeText;

/** What Meta does, and how the emulator behaves. */
final class MetaEvents {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String TEMPLATE = "POST /templates/%s/%s";
    private static final Field NAME = Field.parameter("name", "The name of the template.");

    private MetaEvents() {}

    static List<Event> all() {
        return Stream.of(ofGroups(), ofAccount(), ofEmulator()).flatMap(List::stream).toList();
    }

    private static List<Event> ofGroups() {
        return List.of(
                Event.of("suspend", "WhatsApp suspends a group.", List.of(Field.GROUP), "{group} is suspended",
                        "suspend --group tea",
                        asked -> EmulatorRequest.of("POST /groups/%s/suspend", asked.body(), asked.groupId())),
                Event.of("clear", "WhatsApp ends the suspension of a group.", List.of(Field.GROUP),
                        "{group} is no longer suspended", "clear --group tea",
                        asked -> EmulatorRequest.of("POST /groups/%s/clear", asked.body(), asked.groupId())));
    }

    private static List<Event> ofAccount() {
        return List.of(
                Event.of("template", "Adds an approved template to the account.",
                        List.of(NAME, Field.parameter("body", "The text, with {{1}} for parameters."),
                                Field.LANGUAGE, Field.optional("category", "MARKETING, UTILITY or AUTHENTICATION.")),
                        "the template {name} is approved", "template welcome \"Welcome, {{1}}!\" --language en",
                        asked -> EmulatorRequest.of("POST /templates",
                                asked.body("name", "body", "category").put("language", language(asked)))),
                Event.of("template-status", "WhatsApp approves, rejects, pauses or disables a template.",
                        List.of(NAME, Field.parameter("status", "APPROVED, PENDING, REJECTED, PAUSED or DISABLED."),
                                Field.LANGUAGE, Field.optional("reason", "The reason.")),
                        "the template {name} is {status}", "template-status welcome PAUSED",
                        asked -> EmulatorRequest.of(TEMPLATE + "/status", asked.body("status", "reason"),
                                asked.need("name"), language(asked))),
                Event.of("template-category", "WhatsApp changes the category of a template.",
                        List.of(NAME, Field.parameter("category", "MARKETING, UTILITY or AUTHENTICATION."),
                                Field.LANGUAGE),
                        "the template {name} is {category}", "template-category welcome MARKETING",
                        asked -> EmulatorRequest.of(TEMPLATE + "/category", asked.body("category"),
                                asked.need("name"), language(asked))),
                Event.of("account", "WhatsApp restricts, disables or reinstates the account.",
                        List.of(Field.parameter("event", "Such as ACCOUNT_RESTRICTION or DISABLED_UPDATE."),
                                Field.last("content", "The other values of the webhook account_update, in JSON.")),
                        "the account has {event}",
                        "account DISABLED_UPDATE '{\"ban_info\": {\"waba_ban_state\": \"DISABLE\"}}'",
                        asked -> EmulatorRequest.of("POST /account", asked.body("event")
                                .setAll(object(asked.has("content") ? asked.need("content") : "{}")))),
                Event.of("quality", "WhatsApp flags a number, or changes its messaging limit.",
                        List.of(Field.parameter("event", "Such as FLAGGED, UNFLAGGED, UPGRADE or DOWNGRADE."),
                                Field.optional("current-limit", "The messaging limit, such as TIER_1K."),
                                Field.NUMBER),
                        "the number has {event}", "quality FLAGGED --current-limit TIER_1K",
                        asked -> EmulatorRequest.of("POST /numbers/%s/quality", asked.body("event", "current-limit"),
                                number(asked))),
                Event.of("new-number", "Adds a phone number of the business.",
                        List.of(Field.parameter("id", "The phone number id."),
                                Field.parameter("display", "The phone number.")),
                        "the number {id} is there", "new-number 106540352242923 15550783882",
                        asked -> EmulatorRequest.of("POST /numbers", asked.body("id")
                                .put("display_phone_number", asked.need("display")))));
    }

    private static List<Event> ofEmulator() {
        return List.of(
                Event.of("clock", "Moves the clock forward. Everything that is due meanwhile happens.",
                        List.of(Field.parameter("time", "How far, such as 25h.")), "it is {now}", "clock 25h",
                        asked -> EmulatorRequest.of("POST /clock", EmulatorRequest.object().put("advance",
                                time(asked.need("time"))))),
                new Event("fault", "The next calls of the Graph API fail. Without a name, all faults are listed.",
                        List.of(Field.last("name", "The fault, such as RATE_LIMIT or TIMEOUT_ACCEPTED."),
                                Field.optional("times", "How many calls fail; one unless given.")),
                        "the next calls fail with {name}", List.of("fault RATE_LIMIT --times 3", "fault"),
                        asked -> asked.has("name")
                                ? EmulatorRequest.of("POST /faults", asked.settings("times").put("fault",
                                        asked.need("name")))
                                : EmulatorRequest.get("/state")),
                Event.of("no-faults", "Ends all faults and troubles.", List.of(), "no call fails any more",
                        "no-faults", asked -> EmulatorRequest.of("DELETE /faults", asked.body())),
                Event.of("trouble", "Puts lasting conditions in force, and ends all others.",
                        List.of(Field.last("names", "The conditions, separated by commas; none to end all.")),
                        "the conditions in force are: {names}", "trouble NOT_OFFICIAL,QUALITY_LOW",
                        MetaEvents::trouble),
                Event.of("limits", "Sets the rate limits of the Graph API; 0 for none.",
                        fields("A rate limit.", "messages-per-second", "operations-per-second", "management-per-hour",
                                "pair-burst"),
                        "the limits are set", "limits --messages-per-second 20",
                        asked -> EmulatorRequest.of("POST /limits", asked.settings("messages-per-second",
                                "operations-per-second", "management-per-hour", "pair-burst"))),
                Event.of("receipts", "Sets how receipts are sent.",
                        fields("true or false.", "together", "delivered", "read", "backwards", "twice"),
                        "the receipts are set", "receipts --read false",
                        asked -> EmulatorRequest.of("PUT /receipts",
                                asked.settings("together", "delivered", "read", "backwards", "twice"))),
                Event.of("deliveries", "Sets how webhooks are delivered.",
                        List.of(Field.optional("batch", "The largest number of webhooks in a delivery."),
                                Field.optional("duplicates", "The percentage that is delivered twice."),
                                Field.optional("shuffled", "true for a random order."),
                                Field.optional("late", "How long each is delayed, such as 10m."),
                                Field.optional("escaped", "true to escape non-ASCII characters."),
                                Field.optional("extras", "true for unknown fields in every object.")),
                        "the deliveries are set", "deliveries --duplicates 50 --shuffled true", MetaEvents::deliveries),
                Event.of("redeliver", "Delivers a webhook once more.",
                        List.of(Field.parameter("id", "Its id, such as d1; see GET /emulator/deliveries.")),
                        "{id} is delivered once more", "redeliver d1",
                        asked -> EmulatorRequest.of("POST /deliveries/%s/again", asked.body(), asked.need("id"))),
                Event.of("webhook", "Sets where webhooks go.",
                        List.of(Field.parameter("url", "The address."),
                                Field.optional("app-secret", "The secret that signs them.")),
                        "webhooks go to {url}", "webhook http://localhost:8080/webhook",
                        asked -> EmulatorRequest.of("PUT /webhook", asked.body("url", "app-secret"))),
                Event.of("seed", "Adds the groups, people and templates of a seed file.",
                        List.of(Field.parameter("file", "The file, in YAML.")), "{file} is planted", "seed demo.yml",
                        asked -> EmulatorRequest.of("POST /seed", read(Path.of(asked.need("file"))))),
                Event.of("reset", "Removes everything but the address of webhooks and the clock.", List.of(),
                        "the emulator is empty", "reset", asked -> EmulatorRequest.of("POST /reset", asked.body())));
    }

    private static List<Field> fields(String description, String... keys) {
        return Stream.of(keys).map(key -> Field.optional(key, description)).toList();
    }

    private static String language(Asked asked) {
        return asked.has("language") ? asked.need("language") : "en";
    }

    private static String number(Asked asked) {
        return asked.has("number")
                ? asked.need("number")
                : asked.scene().state().at("/business/phone_number_id").asText();
    }

    private static String time(String text) {
        return TimeText.parse(text).orElseThrow(() -> new CommandFailed(
                "'" + text + "' is not a length of time; write one such as 90s, 15m, 25h or 7d")).toString();
    }

    private static EmulatorRequest deliveries(Asked asked) {
        ObjectNode body = asked.settings("batch", "duplicates", "shuffled", "escaped", "extras");
        if (asked.has("late")) {
            body.put("late", time(asked.need("late")));
        }
        return EmulatorRequest.of("PUT /deliveries", body);
    }

    private static EmulatorRequest trouble(Asked asked) {
        ObjectNode body = EmulatorRequest.object();
        ArrayNode names = body.putArray("troubles");
        if (asked.has("names")) {
            Stream.of(asked.need("names").split(",")).map(String::strip).forEach(names::add);
        }
        return EmulatorRequest.of("PUT /troubles", body);
    }

    private static ObjectNode object(String json) {
        try {
            if (YAML.readTree(json) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw new CommandFailed("The content is not valid JSON: " + e.getMessage());
        }
        throw new CommandFailed("The content must be a JSON object.");
    }

    private static ObjectNode read(Path file) {
        try {
            JsonNode content = YAML.readTree(file.toFile());
            if (content instanceof ObjectNode seed) {
                return seed;
            }
        } catch (IOException e) {
            throw new CommandFailed("The file %s cannot be read: %s".formatted(file, e.getMessage()));
        }
        throw new CommandFailed("The file %s must contain keys such as groups.".formatted(file));
    }
}
