package dev.tertulia.bot;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.GroupMessage;

/**
 * An answer to a message. If the group's window is shut when the answer is about to leave, it is held until somebody
 * writes. {@code orTemplate}, {@code orHold} and {@code orDrop} turn it into a {@link Notice}, which any handler may
 * return.
 */
public sealed interface Reply permits PlainReply, Notice {

    /** Text of 1 to 4096 characters. */
    static Reply text(String words) {
        return new PlainReply(new Body.Text(words), null);
    }

    /** Text of any length, as one reply or several, split at line ends or else at spaces. */
    static List<Reply> texts(String words) {
        return Characters.split(words, Body.Text.LONGEST).stream().map(Reply::text).toList();
    }

    /** Text whose first link is shown with a preview. */
    static Reply textWithPreview(String words) {
        return new PlainReply(new Body.Text(words, true), null);
    }

    /** An image. */
    static Reply image(Attachment file) {
        return new PlainReply(new Body.Image(file, null), null);
    }

    /** An image with a caption of 1 to 1024 characters. */
    static Reply image(Attachment file, String caption) {
        return new PlainReply(new Body.Image(file, caption), null);
    }

    /** A video. */
    static Reply video(Attachment file) {
        return new PlainReply(new Body.Video(file, null), null);
    }

    /** A video with a caption of 1 to 1024 characters. */
    static Reply video(Attachment file, String caption) {
        return new PlainReply(new Body.Video(file, caption), null);
    }

    /** An audio file. */
    static Reply audio(Attachment file) {
        return new PlainReply(new Body.Audio(file, false), null);
    }

    /** A voice message: Ogg with the Opus codec. */
    static Reply voice(Attachment file) {
        return new PlainReply(new Body.Audio(file, true), null);
    }

    /** A document with this file name. */
    static Reply document(Attachment file, String filename) {
        return new PlainReply(new Body.Document(file, filename, null), null);
    }

    /** A document with this file name and a caption of 1 to 1024 characters. */
    static Reply document(Attachment file, String filename, String caption) {
        return new PlainReply(new Body.Document(file, filename, caption), null);
    }

    /** A sticker. */
    static Reply sticker(Attachment file) {
        return new PlainReply(new Body.Sticker(file), null);
    }

    /** The content. */
    Body body();

    /** The id of the quoted message; {@code null} if there is none. */
    @Nullable
    String quotes();

    /** The same reply, quoting a message. */
    Reply quoting(GroupMessage message);

    /** Sends this template when the window is shut, in the default language, with these body parameters. */
    default Notice orTemplate(String name, @Nullable Object... parameters) {
        return orTemplate(Template.of(name, parameters));
    }

    /** Sends this template when the window is shut. */
    default Notice orTemplate(Template template) {
        return new Notice(body(), quotes(), new WhenShut.UseTemplate(template), null);
    }

    /** Waits for the window to open when it is shut, for at most this long. */
    default Notice orHold(Duration atMost) {
        return new Notice(body(), quotes(), new WhenShut.Hold(atMost), null);
    }

    /** Sends nothing when the window is shut. */
    default Notice orDrop() {
        return new Notice(body(), quotes(), new WhenShut.Drop(), null);
    }
}
