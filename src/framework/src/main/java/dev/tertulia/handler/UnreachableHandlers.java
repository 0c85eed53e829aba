package dev.tertulia.handler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tertulia.bot.Turn;

/** Finds handlers that no event ever reaches, since one that is asked before takes them all and cannot hand on. */
final class UnreachableHandlers {

    private UnreachableHandlers() {}

    static List<String> among(List<HandlerMethod> inOrder) {
        List<String> sentences = new ArrayList<>();
        for (int i = 1; i < inOrder.size(); i++) {
            HandlerMethod later = inOrder.get(i);
            Optional<HandlerMethod> before = inOrder.subList(0, i).stream().filter(first -> hides(first, later))
                    .findFirst();
            before.ifPresent(first -> sentences.add(later.name() + " " + later.annotation() + " is never asked: "
                    + first.name() + " is asked before it and takes the same events; join the two, narrow the first,"
                    + " give @Order, or let the first take a Turn and call Turn.pass()"));
        }
        return sentences;
    }

    private static boolean hides(HandlerMethod first, HandlerMethod later) {
        return first.takes().isAssignableFrom(later.takes()) && first.trigger().covers(later.trigger())
                && !mayPass(first);
    }

    /** A handler with a Turn parameter may pass the event on. */
    private static boolean mayPass(HandlerMethod handler) {
        return Stream.of(handler.method().getArgumentTypes()).anyMatch(type -> type == Turn.class);
    }
}
