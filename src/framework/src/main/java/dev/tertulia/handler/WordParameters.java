package dev.tertulia.handler;

import java.util.Optional;

import io.micronaut.core.reflect.ReflectionUtils;
import io.micronaut.core.type.Argument;
import org.jspecify.annotations.Nullable;

import dev.tertulia.handler.ParameterBinders.BindingContext;
import dev.tertulia.message.InvalidState;
import dev.tertulia.message.Member;

/** Binds the words of commands and patterns by the names of parameters. */
record WordParameters(WordConverter words) {

    /** The word of the parameter's name, if there is one. */
    Optional<Binder> of(Argument<?> parameter, BindingContext place) {
        return place.trigger().words().contains(parameter.getName())
                ? Optional.of(word(parameter, place))
                : Optional.empty();
    }

    /** The word of the parameter's name that the trigger found for an event, converted to its type. */
    Binder found(Argument<?> parameter, BindingContext place) {
        String name = parameter.getName();
        return (turn, match) -> {
            String word = match.words().get(name);
            if (word == null && parameter.getType().isPrimitive()) {
                throw new InvalidState(place.handler() + ": parameter '" + name + "' is a "
                        + parameter.getTypeString(true) + ", and the event has no word for it; write @Nullable "
                        + ReflectionUtils.getWrapperType(parameter.getType()).getSimpleName() + " " + name);
            }
            return words.read(parameter, word, turn.phrases());
        };
    }

    private Binder word(Argument<?> parameter, BindingContext place) {
        String name = parameter.getName();
        boolean optional = place.trigger().optionalWords().contains(name);
        if (parameter.getType() == Member.class) {
            return (turn, match) -> match.words().containsKey(name)
                    ? MemberReferences.named(turn.shared(), match.words().get(name))
                    : null;
        }
        if (optional && parameter.isOptional()) {
            Argument<?> of = parameter.getFirstTypeVariable().orElse(Argument.of(String.class));
            Binder word = word(Argument.of(of.getType(), name, parameter.getAnnotationMetadata()), place);
            return (turn, match) -> Optional.ofNullable(word.bind(turn, match));
        }
        if (optional && parameter.getType().isPrimitive()) {
            throw new BadHandler(place.handler() + ": parameter '" + name + "' is a " + parameter.getTypeString(true)
                    + ", but [" + name + "] may be missing; write @Nullable "
                    + ReflectionUtils.getWrapperType(parameter.getType()).getSimpleName() + " " + name);
        }
        if (holdsSeveral(parameter)) {
            throw new BadHandler(place.handler() + ": parameter '" + name + "' is a " + parameter.getTypeString(true)
                    + ", but {" + name + "} is one word or the rest of the words; write String " + name
                    + " and split it in the method");
        }
        if (!words.reads(parameter.getType())) {
            throw new BadHandler(place.handler() + ": parameter '" + name + "' is a " + parameter.getTypeString(true)
                    + ", and a word cannot be turned into that; use String, a number, an enum or Duration");
        }
        return found(parameter, place);
    }

    private static boolean holdsSeveral(Argument<?> parameter) {
        return parameter.isContainerType() || parameter.isOptional() || parameter.isArray()
                || Iterable.class.isAssignableFrom(parameter.getType());
    }
}
