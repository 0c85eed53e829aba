package dev.tertulia.business;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.business.Subscription.App;
import dev.tertulia.business.Subscription.Endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What values alone could break is refused before WhatsApp is asked. */
class BusinessTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static void refuses(ThrowingCallable making, String message) {
        assertThatIllegalArgumentException().isThrownBy(making).withMessage(message);
    }

    private static Upload upload(String type, long length) {
        return new Upload("a.bin", type, length, () -> null);
    }

    @ParameterizedTest
    @CsvSource({"image/jpeg, 5242880", "image/png, 5242880", "video/mp4, 16777216", "video/3gpp, 16777216",
            "audio/ogg; codecs=opus, 16777216", "image/webp, 512000", "application/pdf, 104857600"})
    void filesKeepWithinTheSizeOfTheirKind(String type, long most) {
        assertThat(upload(type, most).length()).isEqualTo(most);
        refuses(() -> upload(type, most + 1),
                "a.bin has " + (most + 1) + " bytes: of " + type + " WhatsApp takes 1 to " + most);
        refuses(() -> upload(type, 0), "a.bin has 0 bytes: of " + type + " WhatsApp takes 1 to " + most);
    }

    @ParameterizedTest
    @CsvSource({"AUDIO/OGG, audio/ogg", "Image/Jpeg, image/jpeg", "AUDIO/OGG; codecs=Opus, audio/ogg; codecs=Opus",
            "audio/ogg ;codecs=opus, audio/ogg ;codecs=opus"})
    void typesAreComparedWithoutCase(String given, String type) {
        assertThat(upload(given, 1).mimeType()).isEqualTo(type);
    }

    /** More than one line would add headers of its own to the form. */
    @ParameterizedTest
    @ValueSource(strings = {"image/gif", "", "png", "image/png\r\nX: y", "image/png;\n", "image/png\n",
            "image/png; a\r\nX: y"})
    void filesAreOfATypeThatWhatsAppTakes(String type) {
        refuses(() -> upload(type, 1),
                "a file of type '" + type + "': WhatsApp takes image/jpeg, image/png, video/mp4, video/3gpp, audio/aac,"
                        + " audio/amr, audio/mpeg, audio/mp4, audio/ogg, image/webp, text/plain, application/pdf,"
                        + " application/msword, application/vnd.ms-excel, application/vnd.ms-powerpoint,"
                        + " application/vnd.openxmlformats-officedocument.wordprocessingml.document,"
                        + " application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,"
                        + " application/vnd.openxmlformats-officedocument.presentationml.presentation");
    }

    @Test
    void filesHaveAName(@TempDir Path folder) throws Exception {
        Path clip = Files.write(folder.resolve("clip.mp4"), new byte[7]);

        assertThat(Upload.of(clip, "video/mp4")).extracting(Upload::filename, Upload::length)
                .containsExactly("clip.mp4", 7L);
        refuses(() -> Upload.of(" ", "image/png", new byte[1]),
                "a file to upload has no name; write one such as clip.mp4");
    }

    @Test
    void timeHasAStartAndALaterEnd() {
        refuses(() -> new Span(NOON, NOON), "from 2026-03-02T12:00:00Z to 2026-03-02T12:00:00Z is no time; the start"
                + " comes first");
    }

    @Test
    void whatWasReceivedIsCountedAlone() {
        Span span = new Span(NOON, NOON.plusSeconds(60));
        var day = TrafficQuery.Granularity.DAY;

        refuses(() -> new TrafficQuery(span, day, Set.of(TrafficQuery.Product.values()), Set.of()),
                "GROUP_INBOUND cannot be asked for together with other products; ask twice");
        refuses(() -> new TrafficQuery(span, day, Set.of(), Set.of("Brazil")),
                "'Brazil' is no country; write two letters, such as BR");
    }

    @Test
    void webhooksGoToShortHttpsAddresses() {
        String far = "https://example.org/" + "x".repeat(181);
        String message = " cannot take webhooks; WhatsApp wants an address of at most 200 characters that begins with"
                + " https://";

        refuses(() -> new Endpoint(URI.create("http://example.org"), "word"), "'http://example.org'" + message);
        refuses(() -> new Endpoint(URI.create(far), "word"), "'" + far + "'" + message);
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(new Endpoint(URI.create("https://example.org"), "word"))
                .hasToString("Endpoint[https://example.org]");
        assertThat(new App("1", "secret")).hasToString("App[1]");
    }
}
