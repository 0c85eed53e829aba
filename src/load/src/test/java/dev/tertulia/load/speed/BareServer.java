package dev.tertulia.load.speed;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.handler.codec.http.FullHttpRequest;

import dev.tertulia.load.speed.HttpListener.Answer;

/**
 * The least that a bot with a store can do: verifies the signature of a delivery, reads its message, writes it to
 * Redis once, answers 200, and replies with the words of the command {@code /echo}. It keeps no order, sends
 * duplicates again, and loses replies that fail.
 */
final class BareServer {

    private static final int CONNECTIONS = 64;
    private static final String SIGNATURE = "X-Hub-Signature-256";
    private static final String PREFIX = "sha256=";

    private final ObjectMapper json = new ObjectMapper();
    private final SecretKeySpec secret;
    private final Map<String, String> authorization;
    private final String path;
    private final RedisAsyncCommands<String, String> redis;
    private final HttpSender graph;

    private BareServer(Map<String, String> environment, EventLoopGroup loops) {
        secret = new SecretKeySpec(environment.get("WHATSAPP_APP_SECRET").getBytes(StandardCharsets.UTF_8),
                "HmacSHA256");
        authorization = Map.of("Authorization", "Bearer " + environment.get("WHATSAPP_ACCESS_TOKEN"));
        path = "/v25.0/" + environment.get("WHATSAPP_PHONE_NUMBER_ID") + "/messages";
        redis = RedisClient.create(environment.get("REDIS_URI")).connect().async();
        graph = new HttpSender(URI.create(environment.get("WHATSAPP_GRAPH_URL")), CONNECTIONS, loops);
    }

    /** Starts the server with the settings of the application, and prints its address. */
    public static void main(String[] arguments) {
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
        BareServer server = new BareServer(System.getenv(), loops);
        HttpListener listener = new HttpListener(loops, server::receive);
        System.out.println("http://localhost:" + listener.port());
    }

    private CompletionStage<Answer> receive(FullHttpRequest request) {
        try {
            byte[] body = ByteBufUtil.getBytes(request.content());
            String signature = Objects.requireNonNullElse(request.headers().get(SIGNATURE), "");
            if (!signature.startsWith(PREFIX) || !MessageDigest.isEqual(hmac(body),
                    HexFormat.of().parseHex(signature.substring(PREFIX.length())))) {
                return CompletableFuture.completedStage(new Answer(401, new byte[0]));
            }
            JsonNode message = json.readTree(body).at("/entry/0/changes/0/value/messages/0");
            return redis.xadd("bare", "body", new String(body, StandardCharsets.UTF_8)).thenApply(id -> {
                reply(message);
                return new Answer(200, new byte[0]);
            });
        } catch (IOException | GeneralSecurityException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private byte[] hmac(byte[] body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(secret);
        return mac.doFinal(body);
    }

    private void reply(JsonNode message) {
        String words = message.at("/text/body").asText().substring("/echo ".length());
        byte[] body = json.createObjectNode().put("messaging_product", "whatsapp").put("recipient_type", "group")
                .put("to", message.path("group_id").asText()).put("type", "text")
                .set("text", json.createObjectNode().put("body", words)).toString().getBytes(StandardCharsets.UTF_8);
        graph.post(path, authorization, body);
    }
}
