package dev.tertulia.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import dev.tertulia.journal.Journal;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Event;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.StoreUnavailable;
import dev.tertulia.webhook.ParsedDelivery.Readable;

/** The receiver of Meta's deliveries. Accepted deliveries are durable before they are acknowledged. */
public final class Receiver implements QuarantineReplayer {

    private final Signature signature;
    private final PayloadReader reader;
    private final Map<String, Intake> intakes = new ConcurrentHashMap<>();
    private final Intake first;
    private final InstantSource clock;
    private final Journal journal;
    /** Whether an overload was reported, which happens once however many deliveries arrive. */
    private final AtomicBoolean storeAway = new AtomicBoolean();

    /** The answer to a delivery. */
    public enum Answer {
        /** Accepted. */
        OK(200),
        /** The signature is missing or wrong; nothing was read. */
        NOT_SIGNED(401),
        /** The store is unavailable or the backlog is full; Meta repeats the delivery. */
        COME_AGAIN(503);

        private final int status;

        Answer(int status) {
            this.status = status;
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }
    }

    /**
     * A receiver for these numbers.
     *
     * @param intakes the first one keeps what belongs to no number
     */
    public Receiver(List<String> appSecrets, List<Intake> intakes, ObjectMapper json, InstantSource clock,
            Journal journal) {
        this.signature = new Signature(appSecrets);
        this.reader = new PayloadReader(json);
        intakes.forEach(this::add);
        this.first = intakes.getFirst();
        this.clock = clock;
        this.journal = journal;
    }

    /** Receives deliveries for this number too, from now on. */
    public void add(Intake intake) {
        intakes.put(intake.number(), intake);
    }

    /** Receives no deliveries for this number from now on: they are quarantined, as those of any unknown number. */
    public void remove(String number) {
        intakes.remove(number);
    }

    /** Whether this is Meta's handshake with the right verify token (wire reference, part 8). */
    public static boolean handshake(@Nullable String mode, @Nullable String token, String expected) {
        return "subscribe".equals(mode) && token != null && MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Receives a delivery.
     *
     * @param header value of {@code X-Hub-Signature-256}
     * @param body the bytes as they came
     */
    public Answer receive(@Nullable String header, byte[] body) {
        if (!signature.isRight(header, body)) {
            return Answer.NOT_SIGNED;
        }
        try {
            ParsedDelivery payload = read(body);
            if (payload.readable().stream().map(this::intake).distinct()
                    .anyMatch(intake -> intake.full().getAsBoolean())) {
                return Answer.COME_AGAIN;
            }
            keep(payload, body);
            storeAway.set(false);
            return Answer.OK;
        } catch (StoreUnavailable away) {
            if (!storeAway.getAndSet(true)) {
                journal.record(new Journal.Entry(Step.STORE_AWAY, first.number(), "", "webhook",
                        "deliveries are refused with 503 for now, Meta will deliver them again: " + away.getMessage()));
            }
            return Answer.COME_AGAIN;
        }
    }

    private ParsedDelivery read(byte[] body) {
        ParsedDelivery payload = AccountDelivery.addressed(reader.read(body), intakes.values());
        return new AcceptanceRules(number -> intake(number) != null, clock.instant()).of(payload);
    }

    private Intake intake(Readable part) {
        return Objects.requireNonNull(intake(part.event().origin().number()));
    }

    private @Nullable Intake intake(String number) {
        return number.isEmpty() ? first : intakes.get(number);
    }

    /** Quarantines last: if that fails, the delivery is repeated, and everything else is a duplicate. */
    private void keep(ParsedDelivery payload, byte[] body) {
        Map<String, List<Readable>> byNumber = payload.readable().stream()
                .collect(Collectors.groupingBy(part -> part.event().origin().number()));
        byNumber.forEach((number, parts) -> accept(intake(parts.getFirst()), number,
                parts.stream().map(Readable::event).toList()));
        AcceptanceRules.writtenDown(payload.unreadable(), body).forEach(part -> quarantine(part.raw(), part.reason()));
    }

    /** Accepts what can be read now; the rest is quarantined again, unless it is everything. */
    @Override
    public Optional<String> readAgain(String raw) {
        byte[] body = raw.getBytes(StandardCharsets.UTF_8);
        ParsedDelivery payload = read(body);
        if (payload.readable().isEmpty()) {
            return payload.unreadable().stream().map(ParsedDelivery.Unreadable::reason).findFirst()
                    .or(() -> Optional.of("it holds nothing"));
        }
        keep(payload, body);
        return Optional.empty();
    }

    private void accept(Intake intake, String number, List<Event> events) {
        long begun = System.nanoTime();
        int fresh = intake.accept(events, clock.instant());
        journal.accepted(new Journal.Accepted(intake.number(), events, fresh,
                Duration.ofNanos(System.nanoTime() - begun)));
        journal.record(new Journal.Entry(Step.ACCEPTED, number, "", "webhook",
                fresh + " new, " + (events.size() - fresh) + " seen before"));
    }

    private void quarantine(String raw, String reason) {
        first.inbox().quarantine(raw, reason, clock.instant());
        journal.record(new Journal.Entry(Step.QUARANTINED, first.number(), "", "webhook", reason));
    }
}
