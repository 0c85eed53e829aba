package dev.tertulia.server.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

import dev.tertulia.business.WhatsAppUnavailable;
import dev.tertulia.server.settings.Account;
import dev.tertulia.server.settings.GraphSite;

/** The headers of an answer of the Graph API. It is asked once. */
final class GraphHead {

    private final Account account;
    private final GraphSite site;
    private final HttpProbe probe;
    private final InstantSource clock;
    private final Memo<Answer> answer = new Memo<>(this::ask);

    GraphHead(Account account, GraphSite site, HttpProbe probe, InstantSource clock) {
        this.account = account;
        this.site = site;
        this.probe = probe;
        this.clock = clock;
    }

    /** The headers, and the time of this machine in the middle of the request. */
    private record Answer(HttpHeaders headers, Instant at) {}

    private Answer ask() {
        URI address = URI.create(site.url().toString().replaceFirst("/$", "") + "/" + site.version() + "/"
                + account.phoneNumberId() + "?fields=id");
        Instant begun = clock.instant();
        try {
            HttpHeaders headers = probe
                    .get(address, Map.of("Authorization", "Bearer " + account.accessToken())).headers();
            return new Answer(headers, begun.plus(Duration.between(begun, clock.instant()).dividedBy(2)));
        } catch (IOException e) {
            throw new WhatsAppUnavailable("WhatsApp gave no answer at " + site.url() + ": " + e, e);
        }
    }

    /** The version that answers, which is not the requested one if that has ended. */
    Optional<String> version() {
        return answer.get().headers().firstValue("facebook-api-version");
    }

    /** How much this machine's clock is ahead of WhatsApp's. */
    Optional<Duration> ahead() {
        return answer.get().headers().firstValue("Date").flatMap(GraphHead::time)
                .map(theirs -> Duration.between(theirs, answer.get().at()));
    }

    private static Optional<Instant> time(String header) {
        try {
            return Optional.of(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
