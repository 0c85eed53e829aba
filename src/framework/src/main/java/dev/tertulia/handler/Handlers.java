package dev.tertulia.handler;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.bot.StateUpgrade;
import dev.tertulia.handler.HandlerMethod.Phase;
import dev.tertulia.handler.Trigger.Identity;
import dev.tertulia.message.Event;
import dev.tertulia.turn.OpenQuestion;
import dev.tertulia.turn.TurnFactory.Declarations;

/**
 * All handlers. Each bot has a chain of its own, the more specific handlers first: command, mention, pattern, files, any;
 * then by {@code @Order}, then by name.
 */
public final class Handlers {

    private static final Logger LOG = LoggerFactory.getLogger(Handlers.class);

    private final List<HandlerMethod> before;
    private final List<List<HandlerMethod>> chains;
    private final List<HandlerMethod> after;
    private final List<HandlerMethod> onError;
    private final List<SendHook> beforeSend;
    private final Set<String> storedNames;
    private final Collection<StateUpgrade<?>> upgrades;
    private final List<String> dialogueWarnings;

    Handlers(List<HandlerMethod> found, List<SendHook> hooks, Set<String> storedNames,
            Collection<StateUpgrade<?>> upgrades, Violations mistakes, List<String> dialogueWarnings) {
        this.storedNames = storedNames;
        this.upgrades = upgrades;
        this.dialogueWarnings = dialogueWarnings;
        noteTwins(sorted(found, Phase.CHAIN), mistakes);
        this.before = sorted(found, Phase.BEFORE);
        this.chains = chains(sorted(found, Phase.CHAIN));
        this.after = sorted(found, Phase.AFTER);
        this.onError = sorted(found, Phase.ERROR);
        this.beforeSend = hooks.stream()
                .sorted(Comparator.comparingInt(SendHook::order).thenComparing(SendHook::name)).toList();
    }

    private static List<HandlerMethod> sorted(List<HandlerMethod> found, Phase phase) {
        return found.stream().filter(handler -> handler.phase() == phase)
                .sorted(Comparator.comparingInt((HandlerMethod h) -> h.trigger().rank())
                        .thenComparingInt(HandlerMethod::order).thenComparing(HandlerMethod::name))
                .toList();
    }

    /** The chains, one for each bot, by the lowest {@code @Order} of its handlers and then by name. */
    private static List<List<HandlerMethod>> chains(List<HandlerMethod> sorted) {
        Map<Class<?>, List<HandlerMethod>> byBot = sorted.stream()
                .collect(Collectors.groupingBy(HandlerMethod::bot, LinkedHashMap::new, Collectors.toList()));
        return byBot.values().stream()
                .sorted(Comparator.comparingInt(Handlers::order)
                        .thenComparing(chain -> chain.getFirst().bot().getName()))
                .toList();
    }

    private static int order(List<HandlerMethod> chain) {
        return chain.stream().mapToInt(HandlerMethod::order).min().orElse(0);
    }

    private static void noteTwins(List<HandlerMethod> handlers, Violations mistakes) {
        Map<Identity, HandlerMethod> taken = new HashMap<>();
        for (HandlerMethod handler : handlers) {
            for (Identity identity : handler.trigger().identities()) {
                HandlerMethod first = taken.putIfAbsent(identity, handler);
                if (first != null) {
                    mistakes.add(twins(identity, first, handler));
                }
            }
        }
    }

    private static String twins(Identity identity, HandlerMethod first, HandlerMethod second) {
        boolean alike = first.name().equals(second.name());
        return first == second
                ? first.name() + " has the " + identity.kind() + " " + identity.name()
                        + " twice; remove one of its aliases"
                : "two handlers for the " + identity.kind() + " " + identity.name() + ": "
                        + (alike ? first.fullName() : first.name()) + " and "
                        + (alike ? second.fullName() : second.name()) + "; rename one of the " + identity.kind() + "s";
    }

    /** The handlers of commands, in the order in which they are asked. */
    List<HandlerMethod> commands() {
        return inChains().filter(handler -> handler.trigger() instanceof Command).toList();
    }

    /** The declarations of the bots for their turns. */
    public Declarations declarations() {
        List<OpenQuestion.Declared> questions = inChains().map(HandlerMethod::trigger)
                .filter(Triggers.Answer.class::isInstance).map(trigger -> ((Triggers.Answer) trigger).declared())
                .toList();
        return new Declarations(questions, storedNames, upgrades);
    }

    /** The handler of a question that stays without an answer. */
    Optional<HandlerMethod> answerMissing(String bot, String question) {
        return inChains().filter(handler -> handler.trigger() instanceof Triggers.AnswerMissing missing
                && missing.bot().equals(bot) && missing.questions().contains(question)).findFirst();
    }

    /** Warnings about handlers that work but are probably not intended. */
    public List<String> warnings() {
        return Stream.concat(chains.stream().flatMap(chain -> UnreachableHandlers.among(chain).stream()),
                dialogueWarnings.stream()).toList();
    }

    /** Whether there are no handlers. */
    public boolean isEmpty() {
        return all().findAny().isEmpty() && beforeSend.isEmpty();
    }

    /** The names of all timers that have handlers. */
    Set<String> timers() {
        return inChains().map(HandlerMethod::trigger).filter(Triggers.Timer.class::isInstance)
                .map(trigger -> ((Triggers.Timer) trigger).name()).collect(Collectors.toUnmodifiableSet());
    }

    /** The names of all handlers. */
    public List<String> names() {
        return Stream.concat(all().map(HandlerMethod::name), beforeSend.stream().map(SendHook::name)).distinct()
                .toList();
    }

    /** The handlers that may take an event, in the order in which they are called. */
    public Stream<HandlerMethod> inOrder() {
        return Stream.of(before.stream(), inChains(), after.stream()).flatMap(handlers -> handlers);
    }

    private Stream<HandlerMethod> inChains() {
        return chains.stream().flatMap(List::stream);
    }

    private Stream<HandlerMethod> all() {
        return Stream.concat(inOrder(), onError.stream());
    }

    /** The {@code @Before} methods of all bots. */
    public List<HandlerMethod> before() {
        return before;
    }

    /** The handlers of each bot. */
    public List<List<HandlerMethod>> chains() {
        return chains;
    }

    /** The {@code @After} methods of all bots. */
    public List<HandlerMethod> after() {
        return after;
    }

    /** The {@code @BeforeSend} methods of all bots. */
    public List<SendHook> beforeSend() {
        return beforeSend;
    }

    /** The {@code @OnError} methods of all bots. */
    public List<HandlerMethod> onError() {
        return onError;
    }

    /** The schedules of all bots. */
    public List<Schedule> schedules() {
        return inChains().map(HandlerMethod::trigger).filter(Schedule.class::isInstance)
                .map(Schedule.class::cast).toList();
    }

    /** Whether any handler takes this kind of event. */
    public boolean take(Class<? extends Event> kind) {
        return inOrder().anyMatch(handler -> handler.takes().isAssignableFrom(kind));
    }

    /**
     * A description of what a handler takes, for people.
     *
     * @param handler class, method and parameter types
     * @param to the annotation and its name, if it has one
     * @param command how to write the command, such as {@code /remind {after} {words...}}; empty if it is none
     * @param where where the command is accepted: GROUP, PRIVATE or ANYWHERE; empty if it is none
     */
    public record Listening(String handler, String to, String command, String where) {}

    /** Descriptions of all handlers, in the order in which they are tried. */
    public List<Listening> listening() {
        return inChains().map(handler -> {
            return new Listening(handler.name(), handler.annotation() + identity(handler),
                    handler.trigger() instanceof Command command ? command.written() : "",
                    handler.trigger() instanceof Command command ? command.where().name() : "");
        }).toList();
    }

    /** Logs all handlers and the warnings about them. */
    public void announce() {
        LOG.info("{} handlers, in the order in which they are asked:", all().count() + beforeSend.size());
        all().forEach(Handlers::announce);
        beforeSend.forEach(hook -> LOG.info("  {} @BeforeSend", hook.name()));
        warnings().forEach(LOG::warn);
    }

    private static String identity(HandlerMethod handler) {
        return handler.trigger().identities().stream().map(Identity::name).distinct().map(name -> " " + name)
                .collect(Collectors.joining(","));
    }

    private static void announce(HandlerMethod handler) {
        LOG.info("  {} {}{}", handler.name(), handler.annotation(), identity(handler));
    }
}
