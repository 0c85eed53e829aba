package dev.tertulia.dispatch;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.type.Argument;

import dev.tertulia.bot.Conversation;
import dev.tertulia.bot.Decision;
import dev.tertulia.bot.Failure;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.PerMember;
import dev.tertulia.bot.State;
import dev.tertulia.bot.Turn;
import dev.tertulia.dispatch.HandlerMethod.Phase;
import dev.tertulia.message.AccountUpdated;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.Member;
import dev.tertulia.message.NumberUpdated;
import dev.tertulia.message.Quoted;
import dev.tertulia.message.TemplateUpdated;
import dev.tertulia.store.StoredName;

/** Decides what fills a handler's parameters: words by name first, then everything else by type. */
final class Parameters {

    private static final Pattern STORED = Pattern.compile("[\\p{L}\\p{N}_$-]{1,64}");

    /** Kinds of events that never happen in a group. */
    static final Set<Class<? extends Event>> OF_ACCOUNTS = Set.of(AccountUpdated.class, TemplateUpdated.class,
            NumberUpdated.class);

    private final Map<String, Class<?>> stored = new HashMap<>();
    private final Beans beans;
    private final WordReader words;

    Parameters(Beans beans, ConversionService conversion) {
        this.beans = beans;
        this.words = new WordReader(conversion);
    }

    /** What a handler under check is called and gets. */
    record Place(String handler, Class<? extends Event> takes, Trigger trigger, Phase phase) {}

    Binder binder(Argument<?> parameter, Place place) {
        Class<?> type = parameter.getType();
        if (place.trigger().words().contains(parameter.getName())) {
            return word(parameter, place);
        }
        if (Event.class.isAssignableFrom(type)) {
            return event(parameter, place);
        }
        if (type == Turn.class) {
            return (turn, match) -> turn;
        }
        if (type == Conversation.class) {
            return (turn, match) -> turn.conversation();
        }
        if (type == Group.class) {
            return group(parameter, place);
        }
        if (type == State.class) {
            return state(parameter, place);
        }
        if (type == Failure.class && place.phase() == Phase.ERROR) {
            return (turn, match) -> turn.failure();
        }
        if (type == Decision.class && place.phase() == Phase.AFTER) {
            return (turn, match) -> turn.decision();
        }
        if (type == Member.class) {
            return member(parameter, place);
        }
        if (type == Quoted.class && place.takes() == GroupMessage.class) {
            return (turn, match) -> ((GroupMessage) turn.event()).quoted();
        }
        return bean(parameter, place);
    }

    private Binder word(Argument<?> parameter, Place place) {
        String name = parameter.getName();
        if (holdsSeveral(parameter)) {
            throw new BadHandler(place.handler() + ": parameter '" + name + "' is a " + parameter.getTypeString(true)
                    + ", but {" + name + "} is one word or the rest of the words; write String " + name
                    + " and take it apart in the method");
        }
        if (!words.reads(parameter.getType())) {
            throw new BadHandler(place.handler() + ": parameter '" + name + "' is a " + parameter.getTypeString(true)
                    + ", and a word cannot be turned into that; use String, a number, an enum or Duration");
        }
        return (turn, match) -> words.read(parameter, match.words().get(name));
    }

    private static boolean holdsSeveral(Argument<?> parameter) {
        return parameter.isContainerType() || parameter.isOptional() || parameter.isArray()
                || Iterable.class.isAssignableFrom(parameter.getType());
    }

    private static Binder event(Argument<?> parameter, Place place) {
        if (!parameter.getType().isAssignableFrom(place.takes())) {
            throw new BadHandler(place.handler() + ": parameter '" + parameter.getName() + "' is a "
                    + parameter.getType().getSimpleName() + ", but this handler gets " + place.takes().getSimpleName()
                    + "; write " + place.takes().getSimpleName() + " " + parameter.getName());
        }
        return (turn, match) -> turn.event();
    }

    private static Binder group(Argument<?> parameter, Place place) {
        if (place.trigger() instanceof Schedule) {
            throw new BadHandler(place.handler() + ": parameter '" + parameter.getName()
                    + "' is a Group, but a schedule belongs to none; take Groups or Broadcasts");
        }
        if (OF_ACCOUNTS.contains(place.takes())) {
            throw new BadHandler(place.handler() + ": parameter '" + parameter.getName() + "' is a Group, but "
                    + place.takes().getSimpleName() + " concerns the account and happens in no group; take Groups or"
                    + " Broadcasts");
        }
        return (turn, match) -> turn.group();
    }

    private static Binder member(Argument<?> parameter, Place place) {
        if (!EventSubject.known(place.takes())) {
            throw new BadHandler(place.handler() + ": parameter '" + parameter.getName() + "' is a Member, but "
                    + place.takes().getSimpleName() + " is not about one; take the event and look inside");
        }
        return (turn, match) -> EventSubject.of(turn.event());
    }

    private Binder state(Argument<?> parameter, Place place) {
        Class<?> type = parameter.getFirstTypeVariable().map(Argument::getType).orElse(null);
        if (type == null || !type.isRecord()) {
            throw new BadHandler(place.handler() + ": parameter '" + parameter.getName()
                    + "' must say what it keeps, and that must be a record: State<Poll> " + parameter.getName()
                    + " with record Poll(…)");
        }
        if (parameter.getTypeVariables().values().stream().anyMatch(kept -> kept.getTypeVariables().size() > 0)) {
            throw new BadHandler(place.handler() + ": parameter '" + parameter.getName() + "' keeps a "
                    + type.getSimpleName() + " with type parameters, which JSON does not know; write a record without"
                    + " any for each thing to keep");
        }
        checkName(place.handler() + ": parameter '" + parameter.getName() + "'", type);
        StoredRecord.check(place.handler() + ": parameter '" + parameter.getName() + "'", type);
        boolean perMember = parameter.isAnnotationPresent(PerMember.class);
        if (perMember && !EventSubject.known(place.takes())) {
            throw new BadHandler(place.handler() + ": parameter '" + parameter.getName() + "' is @PerMember, but "
                    + place.takes().getSimpleName() + " is not about a member; leave @PerMember out");
        }
        return (turn, match) -> turn.state(type, perMember ? EventSubject.of(turn.event()) : null);
    }

    /** Two records under one name would overwrite each other. */
    private void checkName(String place, Class<?> type) {
        String name = StoredName.of(type);
        if (!STORED.matcher(name).matches()) {
            throw new BadHandler(place + " keeps a " + type.getSimpleName() + " under the name '" + name
                    + "'; write 1 to 64 letters, digits, hyphens and underscores, such as @Stored(\"poll\")");
        }
        Class<?> first = stored.putIfAbsent(name, type);
        if (first != null && first != type) {
            throw new BadHandler(place + " keeps a " + type.getName() + " under the name '" + name + "', as does "
                    + first.getName() + "; write @Stored(\"…\") with a name of its own above one of the two records");
        }
    }

    private Binder bean(Argument<?> parameter, Place place) {
        Object bean = beans.get(place.handler() + ": parameter '" + parameter.getName() + "'", parameter)
                .orElseThrow(() -> new BadHandler(
                        place.handler() + ": nothing can fill parameter '" + parameter.getName() + "' of type "
                                + parameter.getTypeString(true) + "; a handler takes " + place.takes().getSimpleName()
                                + ", Turn, Group, Member, State<…>, any bean" + words(place)));
        return (turn, match) -> bean;
    }

    private static String words(Place place) {
        return place.trigger().words().isEmpty()
                ? ", and words named in the annotation as {" + "name}"
                : ", and the words " + place.trigger().words();
    }
}
