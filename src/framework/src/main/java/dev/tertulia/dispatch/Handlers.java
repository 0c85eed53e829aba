package dev.tertulia.dispatch;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.dispatch.Trigger.Identity;
import dev.tertulia.message.Event;

/** All handlers, the more specific first: command, mention, pattern, files, any; then by {@code @Order}, then by name. */
public final class Handlers {

    private static final Logger LOG = LoggerFactory.getLogger(Handlers.class);

    private final List<HandlerMethod> inOrder;
    private final List<HandlerMethod> onError;
    private final HandlerThreads threads = new HandlerThreads();

    Handlers(List<HandlerMethod> found, Mistakes mistakes) {
        List<HandlerMethod> sorted = found.stream()
                .sorted(Comparator.comparingInt((HandlerMethod h) -> h.trigger().rank())
                        .thenComparingInt(HandlerMethod::order).thenComparing(HandlerMethod::name))
                .toList();
        noteTwins(sorted, mistakes);
        this.inOrder = sorted.stream().filter(handler -> !handler.onError()).toList();
        this.onError = sorted.stream().filter(HandlerMethod::onError).toList();
    }

    private static void noteTwins(List<HandlerMethod> handlers, Mistakes mistakes) {
        Map<Identity, HandlerMethod> taken = new HashMap<>();
        for (HandlerMethod handler : handlers) {
            Identity identity = handler.trigger().identity();
            HandlerMethod first = identity == null ? null : taken.putIfAbsent(identity, handler);
            if (first != null) {
                boolean alike = first.name().equals(handler.name());
                mistakes.add("two handlers for the " + identity.kind() + " " + identity.name() + ": "
                        + (alike ? first.fullName() : first.name()) + " and "
                        + (alike ? handler.fullName() : handler.name()) + "; rename one of the "
                        + identity.kind() + "s");
            }
        }
    }

    /** What works, and yet is hardly meant: a sentence for each. */
    public List<String> warnings() {
        return UnreachableHandlers.among(inOrder);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return inOrder.isEmpty() && onError.isEmpty();
    }

    /** The names of all timers that somebody hears. */
    Set<String> timers() {
        return inOrder.stream().map(HandlerMethod::trigger).filter(Triggers.Timer.class::isInstance)
                .map(trigger -> ((Triggers.Timer) trigger).name()).collect(Collectors.toUnmodifiableSet());
    }

    /** The names of all handlers. */
    public List<String> names() {
        return Stream.concat(inOrder.stream(), onError.stream()).map(HandlerMethod::name).distinct().toList();
    }

    /** The handlers with calls that took too long and run on, with how many of these there are. */
    public Map<String, Integer> stuck() {
        return threads.left();
    }

    /** What all lines of the process run handlers on. */
    HandlerThreads threads() {
        return threads;
    }

    List<HandlerMethod> inOrder() {
        return inOrder;
    }

    List<HandlerMethod> onError() {
        return onError;
    }

    List<Schedule> schedules() {
        return inOrder.stream().map(HandlerMethod::trigger).filter(Schedule.class::isInstance)
                .map(Schedule.class::cast).toList();
    }

    /** Whether any handler takes this kind of event. */
    boolean anyFor(Event event) {
        return inOrder.stream().anyMatch(handler -> handler.takes().isInstance(event));
    }

    /**
     * What a handler listens to, for people.
     *
     * @param handler class, method and parameter types
     * @param to      the annotation, and what only this handler takes
     * @param command how to write the command, such as {@code /remind {after} {words...}}; empty if it is none
     */
    public record Listening(String handler, String to, String command) {}

    /** What all handlers listen to, in the order in which they are asked. */
    public List<Listening> listening() {
        return inOrder.stream().map(handler -> {
            Identity identity = handler.trigger().identity();
            return new Listening(handler.name(), handler.annotation() + (identity == null ? "" : " " + identity.name()),
                    handler.trigger() instanceof Command command ? command.written() : "");
        }).toList();
    }

    /** Lists every handler in the log, and says what is hardly meant. */
    public void announce() {
        LOG.info("{} handlers, in the order in which they are asked:", inOrder.size() + onError.size());
        inOrder.forEach(Handlers::announce);
        onError.forEach(Handlers::announce);
        warnings().forEach(LOG::warn);
    }

    private static void announce(HandlerMethod handler) {
        Identity identity = handler.trigger().identity();
        LOG.info("  {} {}{}", handler.name(), handler.annotation(), identity == null ? "" : " " + identity.name());
    }
}
