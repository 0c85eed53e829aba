package dev.tertulia.bot;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.IncomingMessage;

/**
 * An answer to a message. If the window of its group or person is shut when the answer is about to
 * leave, it is held until somebody writes. {@code orTemplate}, {@code orHold} and {@code orDrop} turn it into a {@link Notice}, which any handler may
 * return.
 */
public sealed interface Reply permits PlainReply, Notice {

    /** Text of 1 to 4096 characters. */
    static Reply text(String words) {
        return PlainReply.of(new Body.Text(words));
    }

    /** Text of any length, as one reply or several, split at line ends or else at spaces. */
    static List<Reply> texts(String words) {
        return Characters.split(words, Body.Text.LONGEST).stream().map(Reply::text).toList();
    }

    /** Text whose first link is shown with a preview. */
    static Reply textWithPreview(String words) {
        return PlainReply.of(new Body.Text(words, true));
    }

    /** An image. */
    static Reply image(Attachment file) {
        return PlainReply.of(new Body.Image(file, null));
    }

    /** An image with a caption of 1 to 1024 characters. */
    static Reply image(Attachment file, String caption) {
        return PlainReply.of(new Body.Image(file, caption));
    }

    /** A video. */
    static Reply video(Attachment file) {
        return PlainReply.of(new Body.Video(file, null));
    }

    /** A video with a caption of 1 to 1024 characters. */
    static Reply video(Attachment file, String caption) {
        return PlainReply.of(new Body.Video(file, caption));
    }

    /** An audio file. */
    static Reply audio(Attachment file) {
        return PlainReply.of(new Body.Audio(file, false));
    }

    /** A voice message: Ogg with the Opus codec. */
    static Reply voice(Attachment file) {
        return PlainReply.of(new Body.Audio(file, true));
    }

    /** A document with this file name. */
    static Reply document(Attachment file, String filename) {
        return PlainReply.of(new Body.Document(file, filename, null));
    }

    /** A document with this file name and a caption of 1 to 1024 characters. */
    static Reply document(Attachment file, String filename, String caption) {
        return PlainReply.of(new Body.Document(file, filename, caption));
    }

    /** A sticker. */
    static Reply sticker(Attachment file) {
        return PlainReply.of(new Body.Sticker(file));
    }

    /** The content. */
    Body body();

    /** The id of the quoted message; {@code null} if there is none. */
    @Nullable
    String quotes();

    /** What follows once it was sent. */
    FollowUp followUp();

    /** The same reply, quoting a message. */
    default Reply quoting(IncomingMessage message) {
        return quoting(message.id());
    }

    /** The same reply, quoting the message with this id. */
    Reply quoting(String messageId);

    /**
     * The same reply, as a question to the person whom the event is about. {@link OnAnswer} of this name in the same bot
     * handles their next words; commands work meanwhile. A person has one open question of a bot in a chat.
     */
    Reply asking(String question);

    /** The same reply, as a question that anyone in the group may answer. */
    Reply askingAnyone(String question);

    /** The same reply with a tag, by which {@link OnQuote}, {@link OnReaction} and others find it. */
    default Reply tagged(String tag) {
        return tagged(tag, null);
    }

    /**
     * The same reply with a tag and a payload, which the handlers of the tag get.
     *
     * @param payload a record or String
     */
    Reply tagged(String tag, @Nullable Object payload);

    /**
     * The same reply, pinned in its group as soon as it was sent.
     *
     * @param time whole days, 1 to 30
     */
    Reply pinned(Duration time);

    /** Sends this template when the window is shut, in the default language, with these body parameters. */
    default Notice orTemplate(String name, @Nullable Object... parameters) {
        return orTemplate(Template.of(name, parameters));
    }

    /** Sends this template when the window is shut. */
    default Notice orTemplate(Template template) {
        return notice(new WhenShut.UseTemplate(template));
    }

    /** Waits for the window to open when it is shut, for at most this long. */
    default Notice orHold(Duration atMost) {
        return notice(new WhenShut.Hold(atMost));
    }

    /** Sends nothing when the window is shut. */
    default Notice orDrop() {
        return notice(new WhenShut.Drop());
    }

    private Notice notice(WhenShut whenShut) {
        return new Notice(body(), quotes(), whenShut, null, followUp());
    }
}
