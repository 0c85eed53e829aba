package dev.tertulia.bot;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.GroupMessage;

/**
 * An answer to a message. If the message came so late that the group's window is shut again, the answer is held
 * until somebody writes. With {@code orTemplate}, {@code orHold} or {@code orDrop} it becomes a {@link Notice}, which
 * may be returned anywhere.
 */
public sealed interface Reply permits PlainReply, Notice {

    /** Words, 1 to 4096 characters. */
    static Reply text(String words) {
        return new PlainReply(new Body.Text(words), null);
    }

    /** Words of any length, as one reply or several: cut at a line's end, else at a space. */
    static List<Reply> texts(String words) {
        return Characters.split(words, Body.Text.LONGEST).stream().map(Reply::text).toList();
    }

    /** Words with a link, of which WhatsApp shows where it leads. */
    static Reply textWithPreview(String words) {
        return new PlainReply(new Body.Text(words, true), null);
    }

    /** A picture. */
    static Reply image(Attachment file) {
        return new PlainReply(new Body.Image(file, null), null);
    }

    /** A picture with a caption of 1 to 1024 characters. */
    static Reply image(Attachment file, String caption) {
        return new PlainReply(new Body.Image(file, caption), null);
    }

    /** A film. */
    static Reply video(Attachment file) {
        return new PlainReply(new Body.Video(file, null), null);
    }

    /** A film with a caption of 1 to 1024 characters. */
    static Reply video(Attachment file, String caption) {
        return new PlainReply(new Body.Video(file, caption), null);
    }

    /** A sound. */
    static Reply audio(Attachment file) {
        return new PlainReply(new Body.Audio(file, false), null);
    }

    /** A voice message: Ogg with the Opus codec. */
    static Reply voice(Attachment file) {
        return new PlainReply(new Body.Audio(file, true), null);
    }

    /** A document under this file name. */
    static Reply document(Attachment file, String filename) {
        return new PlainReply(new Body.Document(file, filename, null), null);
    }

    /** A document under this file name, with a caption of 1 to 1024 characters. */
    static Reply document(Attachment file, String filename, String caption) {
        return new PlainReply(new Body.Document(file, filename, caption), null);
    }

    /** A sticker. */
    static Reply sticker(Attachment file) {
        return new PlainReply(new Body.Sticker(file), null);
    }

    /** What it says. */
    Body body();

    /** The message it quotes, if any. */
    @Nullable
    String quotes();

    /** The same, quoting that message. */
    Reply quoting(GroupMessage message);

    /** When the window is shut: send this template in the default language, with these body parameters. */
    default Notice orTemplate(String name, @Nullable Object... parameters) {
        return orTemplate(Template.of(name, parameters));
    }

    /** When the window is shut: send this template. */
    default Notice orTemplate(Template template) {
        return new Notice(body(), quotes(), new WhenShut.UseTemplate(template), null);
    }

    /** When the window is shut: wait until it opens, for so long at most. */
    default Notice orHold(Duration atMost) {
        return new Notice(body(), quotes(), new WhenShut.Hold(atMost), null);
    }

    /** When the window is shut: say nothing. */
    default Notice orDrop() {
        return new Notice(body(), quotes(), new WhenShut.Drop(), null);
    }
}
