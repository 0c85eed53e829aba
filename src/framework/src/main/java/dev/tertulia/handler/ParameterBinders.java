package dev.tertulia.handler;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.micronaut.context.BeanContext;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.type.Argument;

import dev.tertulia.bot.Chat;
import dev.tertulia.bot.Conversation;
import dev.tertulia.bot.Decision;
import dev.tertulia.bot.Failure;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.HandlerParameter;
import dev.tertulia.bot.ParameterType;
import dev.tertulia.bot.Person;
import dev.tertulia.bot.Phrases;
import dev.tertulia.bot.State;
import dev.tertulia.bot.Turn;
import dev.tertulia.bot.Unanswered;
import dev.tertulia.handler.HandlerMethod.Phase;
import dev.tertulia.message.AccountUpdated;
import dev.tertulia.message.Event;
import dev.tertulia.message.Member;
import dev.tertulia.message.NumberUpdated;
import dev.tertulia.message.TemplateUpdated;

/** Chooses the binders of a handler's parameters: words by name first, then everything else by type. */
final class ParameterBinders {

    /** Kinds of events that never happen in a group. */
    static final Set<Class<? extends Event>> OF_ACCOUNTS = Set.of(AccountUpdated.class, TemplateUpdated.class,
            NumberUpdated.class);

    private final BeanLookup beans;
    private final WordParameters words;
    private final MessageParameters messages;
    private final StateParameters states = new StateParameters();
    private final List<ParameterType> own;

    ParameterBinders(BeanContext context, BeanLookup beans, ConversionService conversion) {
        WordConverter reader = new WordConverter(conversion);
        this.beans = beans;
        this.words = new WordParameters(reader);
        this.messages = new MessageParameters(context, beans, reader);
        this.own = List.copyOf(context.getBeansOfType(ParameterType.class));
    }

    /** The names under which the bots that were checked keep values. */
    Set<String> storedNames() {
        return states.names();
    }

    /** A handler under check. */
    record BindingContext(String handler, Class<?> bot, Class<? extends Event> takes, Trigger trigger, Phase phase) {

        boolean hasPayload() {
            return trigger instanceof Triggers.Timer || trigger instanceof Triggers.Tagged;
        }

        boolean isAnswer() {
            return trigger instanceof Triggers.Answer;
        }

        boolean isMissing() {
            return trigger instanceof Triggers.AnswerMissing;
        }
    }

    /** A source of binders: empty where a parameter is of another kind. */
    private interface Source {

        Optional<Binder> binder(Argument<?> parameter, BindingContext place);
    }

    Binder binder(Argument<?> parameter, BindingContext place) {
        return Stream
                .<Source>of(words::of, this::ofTurn, this::ofChat, PersonParameters::of, messages::ofMessage,
                        states::of,
                        this::ofAuthor, messages::ofPayload, messages::ofAnswer, messages::ofOwnTrigger)
                .flatMap(source -> source.binder(parameter, place).stream()).findFirst()
                .orElseGet(() -> bean(parameter, place));
    }

    private Optional<Binder> ofTurn(Argument<?> parameter, BindingContext place) {
        Class<?> type = parameter.getType();
        if (Event.class.isAssignableFrom(type)) {
            return Optional.of(event(parameter, place));
        }
        if (type == Failure.class && place.phase() == Phase.ERROR) {
            return Optional.of((turn, match) -> turn.failure());
        }
        if (type == Decision.class && place.phase() == Phase.AFTER) {
            return Optional.of((turn, match) -> turn.decision());
        }
        if (type == Unanswered.class && place.isMissing()) {
            return Optional.of((turn, match) -> match.unanswered());
        }
        return type == Turn.class ? Optional.of((turn, match) -> turn) : Optional.empty();
    }

    private Optional<Binder> ofChat(Argument<?> parameter, BindingContext place) {
        Class<?> type = parameter.getType();
        if (type == Group.class) {
            return Optional.of(group(parameter, place));
        }
        if (type == Locale.class) {
            return Optional.of((turn, match) -> turn.phrases().language());
        }
        if (type == Phrases.class) {
            return Optional.of((turn, match) -> turn.phrases());
        }
        return type == Conversation.class || type == Chat.class || type == Person.class
                ? Optional.of((turn, match) -> turn.conversation())
                : Optional.empty();
    }

    /** The binders of authors' own parameter types. */
    private Optional<Binder> ofAuthor(Argument<?> parameter, BindingContext place) {
        if (own.isEmpty()) {
            return Optional.empty();
        }
        Set<Class<? extends Annotation>> annotations = new HashSet<>();
        parameter.getAnnotationMetadata().getAnnotationNames().forEach(
                name -> parameter.getAnnotationMetadata().getAnnotationType(name).ifPresent(annotations::add));
        HandlerParameter described = new HandlerParameter(place.handler(), parameter.getName(), parameter.getType(),
                typeArguments(parameter), annotations, place.takes());
        try {
            return own.stream().flatMap(type -> type.of(described).stream()).findFirst()
                    .map(supplier -> (turn, match) -> ((Function<Turn, ?>) supplier).apply(turn));
        } catch (IllegalArgumentException wrong) {
            throw new BadHandler(place.handler() + ": parameter '" + parameter.getName() + "': " + wrong.getMessage());
        }
    }

    private static List<Class<?>> typeArguments(Argument<?> parameter) {
        List<Class<?>> types = new ArrayList<>();
        for (Argument<?> of : parameter.getTypeParameters()) {
            types.add(of.getType());
        }
        return types;
    }

    private static Binder event(Argument<?> parameter, BindingContext place) {
        if (!parameter.getType().isAssignableFrom(place.takes())) {
            throw new BadHandler(place.handler() + ": parameter '" + parameter.getName() + "' is a "
                    + parameter.getType().getSimpleName() + ", but this handler gets " + place.takes().getSimpleName()
                    + "; write " + place.takes().getSimpleName() + " " + parameter.getName());
        }
        return (turn, match) -> turn.event();
    }

    private static Binder group(Argument<?> parameter, BindingContext place) {
        if (place.trigger() instanceof Schedule schedule && schedule.label().isEmpty()) {
            throw new BadHandler(place.handler() + ": parameter '" + parameter.getName()
                    + "' is a Group, but a schedule belongs to none; write groups = \"label\" into the"
                    + " annotation, or take Groups or Broadcasts");
        }
        if (OF_ACCOUNTS.contains(place.takes())) {
            throw new BadHandler(place.handler() + ": parameter '" + parameter.getName() + "' is a Group, but "
                    + place.takes().getSimpleName() + " concerns the account and happens in no group; take Groups or"
                    + " Broadcasts");
        }
        return (turn, match) -> turn.group();
    }

    private Binder bean(Argument<?> parameter, BindingContext place) {
        Object bean = beans.get(place.handler() + ": parameter '" + parameter.getName() + "'", parameter)
                .orElseThrow(() -> new BadHandler(
                        place.handler() + ": nothing can fill parameter '" + parameter.getName() + "' of type "
                                + parameter.getTypeString(true) + "; a handler takes " + place.takes().getSimpleName()
                                + ", Turn, Group, Member, State<…>, any bean" + words(place)));
        return (turn, match) -> bean;
    }

    private static String words(BindingContext place) {
        return place.trigger().words().isEmpty()
                ? ", and words named in the annotation as {" + "name}"
                : ", and the words " + place.trigger().words();
    }
}
