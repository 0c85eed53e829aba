package dev.tertulia.server.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.tertulia.business.Templates;
import dev.tertulia.graph.GraphHttp;
import dev.tertulia.graph.GraphPath;
import dev.tertulia.graph.GraphRequest;
import dev.tertulia.graph.GraphSettings;
import dev.tertulia.graph.business.GraphBusiness;
import dev.tertulia.graph.http.FileTransport;
import dev.tertulia.server.settings.Account;
import dev.tertulia.server.settings.Settings;

/** What WhatsApp says about a phone number, its token, its app and its account. It is asked once for each. */
final class GraphFacts {

    private static final String MANAGEMENT = "whatsapp_business_management";
    private static final String NUMBER_FIELDS = "id,verified_name,quality_rating,status,throughput,"
            + "is_official_business_account,webhook_configuration";

    private final Account account;
    private final GraphHttp http;
    private final GraphSettings graph;
    private final FileTransport transport;
    private final String appSecret;
    private final Memo<JsonNode> token = new Memo<>(this::askForToken);
    private final Memo<JsonNode> described = new Memo<>(() -> ask(path().with("fields", NUMBER_FIELDS)));
    private final Memo<JsonNode> health = new Memo<>(
            () -> ask(path().with("fields", "health_status")).path("health_status"));
    private final Memo<JsonNode> subscriptions = new Memo<>(this::askForSubscriptions);

    private GraphFacts(Account account, GraphHttp http, GraphSettings graph, FileTransport transport,
            String appSecret) {
        this.account = account;
        this.http = http;
        this.graph = graph;
        this.transport = transport;
        this.appSecret = appSecret;
    }

    static GraphFacts of(Account account, Settings settings, FileTransport transport) {
        GraphSettings graph = new GraphSettings(settings.graph().version(), account.phoneNumberId(),
                account.accessToken(), settings.graph().templateLanguage());
        return new GraphFacts(account, new GraphHttp(graph, transport, new ObjectMapper()), graph, transport,
                settings.webhook().appSecret());
    }

    /** The id of the number. */
    String number() {
        return account.phoneNumberId();
    }

    Account account() {
        return account;
    }

    /** The description of the access token. It may inspect itself. */
    JsonNode token() {
        return token.get();
    }

    private JsonNode askForToken() {
        return ask(GraphPath.of("debug_token").with("input_token", account.accessToken())).path("data");
    }

    /** The id of the app that the token belongs to. */
    String app() {
        return token().path("app_id").asText();
    }

    /** The description of the number. */
    JsonNode described() {
        return described.get();
    }

    /** Whether the number, its account, business and app can send. */
    JsonNode health() {
        return health.get();
    }

    /** The entities of the health status of a type, or of all others. */
    List<JsonNode> entities(String type, boolean others) {
        return stream(health().path("entities"))
                .filter(entity -> entity.path("entity_type").asText().equals(type) != others).toList();
    }

    /** Asks for the groups of the number, which is refused if it may have none. */
    void askForGroups() {
        ask(GraphPath.of(number(), "groups").with("limit", "1"));
    }

    /** The id of the business account: the configured one, or else the only one that the token is for. */
    Optional<String> businessAccount() {
        List<String> granted = targets(MANAGEMENT);
        return Optional.ofNullable(account.businessAccountId())
                .or(() -> granted.size() == 1 ? Optional.of(granted.getFirst()) : Optional.empty());
    }

    /** The ids of the objects to which a permission of the token is limited; empty for no limit. */
    List<String> targets(String permission) {
        return stream(token().path("granular_scopes"))
                .filter(scope -> scope.path("scope").asText().equals(permission))
                .flatMap(scope -> stream(scope.path("target_ids"))).map(JsonNode::asText).toList();
    }

    /** The apps that are subscribed to a business account. */
    List<JsonNode> subscribedApps(String businessAccount) {
        return stream(ask(GraphPath.of(businessAccount, "subscribed_apps")).path("data"))
                .map(app -> app.path("whatsapp_business_api_data")).toList();
    }

    /** The webhook of the app; a missing node if there is none. It needs the app's own token. */
    JsonNode subscription() {
        return stream(subscriptions.get())
                .filter(one -> one.path("object").asText().equals("whatsapp_business_account")).findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    private JsonNode askForSubscriptions() {
        return http.need(GraphRequest.get(GraphPath.of(app(), "subscriptions")), app() + "|" + appSecret)
                .path("data");
    }

    /** The templates of a business account. */
    Templates templates(String businessAccount) {
        return new GraphBusiness(graph, businessAccount, transport, new ObjectMapper()).templates();
    }

    private GraphPath path() {
        return GraphPath.of(number());
    }

    private JsonNode ask(GraphPath path) {
        return http.need(GraphRequest.get(path));
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
