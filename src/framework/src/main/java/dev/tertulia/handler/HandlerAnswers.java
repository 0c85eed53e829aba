package dev.tertulia.handler;

import java.util.stream.BaseStream;

import io.micronaut.core.type.Argument;
import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Notice;
import dev.tertulia.bot.PrivateNotice;
import dev.tertulia.bot.PrivateReply;
import dev.tertulia.bot.Reply;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.IncomingMessage;
import dev.tertulia.message.PrivateMessage;

/** Checks what handlers return. */
final class HandlerAnswers {

    private HandlerAnswers() {}

    /** Refuses an answer where nothing can be sent. */
    static void checkNone(String name, Argument<?> answer, String why) {
        if (answer.getType() != void.class) {
            throw new BadHandler(name + " returns " + answer.getTypeString(true)
                    + ", but " + why + "; return void and send through Groups or Broadcasts,"
                    + " for example groups.group(id).send(…)");
        }
    }

    /** @param inPrivate whether the handler is called in private chats alone, whatever the event */
    static void check(String name, Argument<?> answer, Class<? extends Event> takes, boolean inPrivate) {
        Class<?> one = one(answer);
        if (one == void.class || one != null && Notice.class.isAssignableFrom(one)) {
            return;
        }
        if (one == PrivateNotice.class || one == PrivateReply.class) {
            checkPrivate(name, answer, takes, inPrivate, one);
            return;
        }
        if (one != String.class && (one == null || !Reply.class.isAssignableFrom(one))) {
            throw new BadHandler(name + " returns " + answer.getTypeString(true)
                    + "; return Reply, Notice, String, a list or stream of them, or void");
        }
        checkWindow(name, answer, takes, "Notice, for example"
                + " Reply.text(…).orTemplate(\"name\", …), .orHold(…) or .orDrop()");
    }

    private static @Nullable Class<?> one(Argument<?> answer) {
        Class<?> type = answer.getType();
        boolean several = Iterable.class.isAssignableFrom(type) || BaseStream.class.isAssignableFrom(type);
        return several ? answer.getFirstTypeVariable().<Class<?>>map(Argument::getType).orElse(null) : type;
    }

    private static void checkPrivate(String name, Argument<?> answer, Class<? extends Event> takes,
            boolean inPrivate, Class<?> one) {
        if (takes != PrivateMessage.class && !inPrivate) {
            throw new BadHandler(name + " returns " + answer.getTypeString(true) + ", but it is called in groups too,"
                    + " where WhatsApp takes no buttons and lists; write @OnPrivateMessage, where ="
                    + " OnCommand.Where.PRIVATE or a Person as parameter, or send it with turn.person(member).send(…)");
        }
        if (one == PrivateReply.class) {
            checkWindow(name, answer, takes,
                    "PrivateNotice, for example PrivateReply.buttons(…).orTemplate(\"name\"), .orHold(…) or .orDrop()");
        }
    }

    private static void checkWindow(String name, Argument<?> answer, Class<? extends Event> takes, String instead) {
        if (takes == GroupMessage.class || takes == PrivateMessage.class || takes == IncomingMessage.class) {
            return;
        }
        String why = takes == Event.class
                ? "not every event opens a window"
                : takes.getSimpleName() + " opens no window";
        throw new BadHandler(name + " returns " + answer.getTypeString(true) + ", but " + why
                + ", so it must say what happens when the window is shut: return " + instead);
    }
}
