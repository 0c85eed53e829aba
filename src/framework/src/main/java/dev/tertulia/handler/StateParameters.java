package dev.tertulia.handler;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.micronaut.core.type.Argument;

import dev.tertulia.bot.PerMember;
import dev.tertulia.bot.State;
import dev.tertulia.bot.States;
import dev.tertulia.handler.ParameterBinders.BindingContext;
import dev.tertulia.store.StoredName;

/** Binds what bots keep. */
final class StateParameters {

    private static final Pattern STORED = Pattern.compile("[\\p{L}\\p{N}_$-]{1,64}");

    private final Map<String, Class<?>> stored = new HashMap<>();
    private final StoredRecords records = new StoredRecords();

    /** The names under which the bots that were checked keep values. */
    Set<String> names() {
        return Set.copyOf(stored.keySet());
    }

    Optional<Binder> of(Argument<?> parameter, BindingContext place) {
        return parameter.getType() == State.class || parameter.getType() == States.class
                ? Optional.of(state(parameter, place))
                : Optional.empty();
    }

    private Binder state(Argument<?> parameter, BindingContext place) {
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
        checkName(place.handler() + ": parameter '" + parameter.getName() + "'", place.bot(), type);
        records.check(place.handler() + ": parameter '" + parameter.getName() + "'", type);
        if (parameter.getType() == States.class) {
            return (turn, match) -> turn.states(type);
        }
        boolean perMember = parameter.isAnnotationPresent(PerMember.class);
        if (perMember && !PersonParameters.isAboutMember(place)) {
            throw new BadHandler(place.handler() + ": parameter '" + parameter.getName() + "' is @PerMember, but "
                    + place.takes().getSimpleName() + " is not about a member; leave @PerMember out");
        }
        return (turn, match) -> turn.state(type, perMember ? PersonParameters.subject(turn, match, place) : null);
    }

    /** Two records under one name would overwrite each other. */
    private void checkName(String place, Class<?> bot, Class<?> type) {
        String name = StoredName.of(type);
        if (!STORED.matcher(name).matches()) {
            throw new BadHandler(place + " keeps a " + type.getSimpleName() + " under the name '" + name
                    + "'; write 1 to 64 letters, digits, hyphens and underscores, such as @Stored(\"poll\")");
        }
        Class<?> first = stored.putIfAbsent(StoredName.of(bot, type), type);
        if (first != null && first != type) {
            throw new BadHandler(place + " keeps a " + type.getName() + " under the name '" + name + "', as does "
                    + first.getName() + "; write @Stored(\"…\") with a name of its own above one of the two records");
        }
    }
}
