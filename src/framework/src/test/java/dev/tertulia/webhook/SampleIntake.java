package dev.tertulia.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tertulia.journal.RecordingJournal;
import dev.tertulia.message.Event;
import dev.tertulia.store.RecordingInbox;
import dev.tertulia.store.memory.MemoryStore;

/** The receiver of the number that all sample deliveries are for, with an inbox behind it. */
final class SampleIntake {

    static final String NUMBER = "106540352242922";
    static final String SECRET = "test-app-secret";
    /** Soon after what the sample deliveries tell of. */
    static final Instant NOW = Instant.parse("2025-10-14T13:00:00Z");

    final RecordingInbox inbox = new RecordingInbox(new MemoryStore().inbox());
    final RecordingJournal journal = new RecordingJournal();
    final Receiver receiver;
    int rings;
    boolean full;
    Instant now = NOW;

    SampleIntake(String... secrets) {
        receiver = new Receiver(secrets.length == 0 ? List.of(SECRET) : List.of(secrets),
                List.of(new Intake(NUMBER, inbox, Reports.IN_TURNS, () -> full, () -> rings++)), new ObjectMapper(),
                () -> now, journal);
    }

    /** A delivery as Meta would bring it. */
    Receiver.Answer deliver(byte[] body) {
        return receiver.receive(sign(SECRET, body), body);
    }

    Receiver.Answer deliver(String body) {
        return deliver(body.getBytes(StandardCharsets.UTF_8));
    }

    /** A delivery of one change of the field {@code messages}, whose value has these further members. */
    Receiver.Answer deliverMessages(String members) {
        return deliver(change("messages", members));
    }

    List<Event> events() {
        return inbox.accepted();
    }

    static String change(String field, String members) {
        return """
                {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{"field": "%s", "value": {
                "metadata": {"display_phone_number": "15550783881", "phone_number_id": "%s"}, %s}}]}]}"""
                .formatted(field, NUMBER, members);
    }

    static String sign(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
