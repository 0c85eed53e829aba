package dev.tertulia.server.web;

import java.io.InputStream;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;

import dev.tertulia.server.settings.Settings;
import dev.tertulia.webhook.Receiver;

/** The webhook endpoint: answers the handshake and receives deliveries. */
@Controller("/webhook")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(beans = Settings.class)
final class WebhookController {

    /** Meta chooses its own time to retry; a proxy in between may honour the header. */
    private static final String RETRY_AFTER_SECONDS = "10";

    private final Receiver receiver;
    private final Settings settings;

    WebhookController(Receiver receiver, Settings settings) {
        this.receiver = receiver;
        this.settings = settings;
    }

    @Get(produces = MediaType.TEXT_PLAIN)
    HttpResponse<String> handshake(@QueryValue("hub.mode") @Nullable String mode,
            @QueryValue("hub.verify_token") @Nullable String token,
            @QueryValue("hub.challenge") @Nullable String challenge) {
        return Receiver.handshake(mode, token, settings.webhook().verifyToken())
                ? HttpResponse.ok(challenge == null ? "" : challenge)
                : HttpResponse.status(HttpStatus.FORBIDDEN);
    }

    @Post(consumes = MediaType.ALL)
    HttpResponse<?> deliver(@Body @Nullable InputStream body,
            @Header("X-Hub-Signature-256") @Nullable String signature) {
        Receiver.Answer answer = receiver.receive(signature, Bodies.read(body));
        MutableHttpResponse<?> response = HttpResponse.status(answer.status(), null);
        return answer == Receiver.Answer.COME_AGAIN
                ? response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                : response;
    }
}
