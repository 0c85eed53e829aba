package dev.tertulia.bot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tertulia.graph.Jpegs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What an author can write down, and what WhatsApp would refuse and is refused here. */
class BodyTest {

    private static final Attachment FILE = Attachment.of("1013859600285441");

    private static final String SMILE = "\uD83D\uDE00";

    private static void refuses(ThrowingCallable making, String message) {
        assertThatIllegalArgumentException().isThrownBy(making).withMessage(message);
    }

    @Test
    void everyKindOfFileHasItsReply() {
        assertThat(Reply.textWithPreview("https://x.org").body()).isEqualTo(new Body.Text("https://x.org", true));
        assertThat(Reply.image(FILE).body()).isEqualTo(new Body.Image(FILE, null));
        assertThat(Reply.image(FILE, "aloe").body()).isEqualTo(new Body.Image(FILE, "aloe"));
        assertThat(Reply.video(FILE).body()).isEqualTo(new Body.Video(FILE, null));
        assertThat(Reply.video(FILE, "aloe").body()).isEqualTo(new Body.Video(FILE, "aloe"));
        assertThat(Reply.audio(FILE).body()).isEqualTo(new Body.Audio(FILE, false));
        assertThat(Reply.voice(FILE).body()).isEqualTo(new Body.Audio(FILE, true));
        assertThat(Reply.document(FILE, "a.pdf").body()).isEqualTo(new Body.Document(FILE, "a.pdf", null));
        assertThat(Reply.document(FILE, "a.pdf", "aloe").body()).isEqualTo(new Body.Document(FILE, "a.pdf", "aloe"));
        assertThat(Reply.sticker(FILE).orDrop().body()).isEqualTo(new Body.Sticker(FILE));
    }

    @Test
    void wordsHave1To4096Characters() {
        assertThat(new Body.Text("x".repeat(4096)).words()).hasSize(4096);
        assertThat(new Body.Text(SMILE.repeat(4096)).words()).hasSize(2 * 4096);
        String tooLong = "a reply has 4097 characters, WhatsApp takes 4096 at most; return Reply.texts(…), which splits"
                + " it, or a list of shorter replies";
        refuses(() -> Reply.text("x".repeat(4097)), tooLong);
        refuses(() -> Reply.text(SMILE.repeat(4097)), tooLong);
        refuses(() -> Reply.text(" "), "a reply has no words; return null to say nothing");
        refuses(() -> Reply.text(null), "a reply has no words; return null to say nothing");
    }

    @Test
    void longWordsBecomeSeveralReplies() {
        assertThat(words(Reply.texts("short"))).containsExactly("short");
        assertThat(words(Reply.texts(" \n"))).isEmpty();
        assertThat(words(Reply.texts("x".repeat(4097)))).containsExactly("x".repeat(4096), "x");
        assertThat(words(Reply.texts(SMILE.repeat(5000)))).containsExactly(SMILE.repeat(4096), SMILE.repeat(904));
        assertThat(words(Reply.texts("a".repeat(4000) + " " + "b".repeat(4000))))
                .containsExactly("a".repeat(4000), "b".repeat(4000));
        assertThat(words(Reply.texts("a".repeat(3000) + "\n" + "b b".repeat(1000))))
                .containsExactly("a".repeat(3000), "b b".repeat(1000));
    }

    private static List<String> words(List<Reply> replies) {
        return replies.stream().map(reply -> ((Body.Text) reply.body()).words()).toList();
    }

    @Test
    void textsAreCutBetweenCharacters() {
        assertThat(Characters.cut("tea", 3)).isEqualTo("tea");
        assertThat(Characters.cut(SMILE.repeat(4), 3)).isEqualTo(SMILE + SMILE + "…");
    }

    @Test
    void whatWaitsForEverIsRefused() {
        refuses(() -> Reply.text("hi").orHold(ChronoUnit.FOREVER.getDuration()),
                "orHold(PT2562047788015215H30M7.999999999S): say how long, 10 years at most, for example"
                        + " Duration.ofHours(12); to give up at once use orDrop()");
        refuses(() -> Reply.text("hi").orDrop().expires(Duration.ofHours(-1)),
                "expires(PT-1H): say how long, 10 years at most, for example Duration.ofHours(1); what is always worth"
                        + " sending needs none");
    }

    @Test
    void captionsHave1To1024Characters() {
        assertThat(new Body.Image(FILE, "x".repeat(1024)).caption()).hasSize(1024);
        assertThat(new Body.Image(FILE, SMILE.repeat(1024)).caption()).hasSize(2048);
        String tooLong = "a caption has 1025 characters, WhatsApp takes 1 to 1024; to have none, leave it out";
        refuses(() -> Reply.image(FILE, "x".repeat(1025)), tooLong);
        refuses(() -> Reply.video(FILE, "x".repeat(1025)), tooLong);
        refuses(() -> Reply.document(FILE, "a.pdf", "x".repeat(1025)), tooLong);
        refuses(() -> Reply.image(FILE, " "),
                "a caption has 0 characters, WhatsApp takes 1 to 1024; to have none, leave it out");
    }

    @Test
    void aListLeavesSectionsWithoutRowsOut() {
        Menu.Section tea = new Menu.Section("Tea", List.of(new Menu.Row("green", "Green", null)));
        Menu.Section cake = new Menu.Section("Cake", List.of());

        assertThat(PrivateReply.list("Which?", "Choose", List.of(tea, cake)))
                .isEqualTo(PrivateReply.list("Which?", "Choose", List.of(tea)));
        refuses(() -> PrivateReply.list("Which?", "Choose", List.of(cake)),
                "a message has 0 rows; WhatsApp takes 1 to 10");
    }

    @Test
    void idsOfButtonsHaveNoSpaceAround() {
        assertThat(PrivateReply.buttons("Tea?", "Yes ", "No").menu()).isEqualTo(new Menu.Buttons("Tea?",
                List.of(new Menu.Button("Yes", "Yes "), new Menu.Button("No", "No"))));
        refuses(() -> new Menu.Button(" ", "Yes"), "the id of a button has 0 characters; WhatsApp takes 1 to 256");
    }

    @Test
    void documentsHaveANameOrNone() {
        assertThat(new Body.Document(FILE, null, null).filename()).isNull();
        refuses(() -> Reply.document(FILE, " "),
                "a document's file name is empty; leave it out or write one such as order.pdf");
    }

    @Test
    void filesAreNamedByIdOrAddress() {
        refuses(() -> Attachment.of("https://x.org/a.png"), "'https://x.org/a.png' is no media id; WhatsApp's are"
                + " digits, and an address goes into Attachment.at(…)");
        refuses(() -> Attachment.of(""),
                "'' is no media id; WhatsApp's are digits, and an address goes into Attachment.at(…)");
        String noAddress = " is no address that WhatsApp can fetch a file from; it must begin with https:// or http://";
        refuses(() -> Attachment.at("ftp://x.org/a.png"), "'ftp://x.org/a.png'" + noAddress);
        refuses(() -> Attachment.at("https://x.org/an aloe.png"), "'https://x.org/an aloe.png'" + noAddress);
        refuses(() -> Attachment.at("aloe.png"), "'aloe.png'" + noAddress);
        refuses(() -> Attachment.at("//x.org/aloe.png"), "'//x.org/aloe.png'" + noAddress);
    }

    @Test
    void picturesAreSquareJpegs(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("a.jpg"), Jpegs.of(640, 640));

        assertThat(Picture.of(file)).isEqualTo(new Picture(Jpegs.of(640, 640))).hasToString("Picture[17 bytes]")
                .isNotEqualTo(new Picture(Jpegs.of(641, 641)));
        refuses(() -> new Picture(Jpegs.of(640, 480)),
                "a group's picture of 640 x 480 pixels: WhatsApp takes a square");
        refuses(() -> new Picture(Jpegs.of(191, 191)),
                "a group's picture of 191 x 191 pixels: WhatsApp takes 192 x 192 at least");
        refuses(() -> new Picture(Jpegs.of(640, 640, 5 * 1024 * 1024 + 1)),
                "a group's picture of 5242881 bytes: WhatsApp takes 5242880 at most");
    }

    @Test
    void whatIsNoJpegIsNoPicture() {
        String message = "a group's picture is no JPEG: WhatsApp takes nothing else";
        byte[] whole = Jpegs.of(640, 640);

        refuses(() -> new Picture(new byte[0]), message);
        refuses(() -> new Picture(new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}), message);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Jpegs.of(640, 640, length);
            refuses(() -> new Picture(cut), message);
        }
    }
}
