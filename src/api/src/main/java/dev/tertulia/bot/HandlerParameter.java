package dev.tertulia.bot;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;

import dev.tertulia.message.Event;
import dev.tertulia.stability.Experimental;

/**
 * A parameter of a handler, for a {@link ParameterType}.
 *
 * @param handler       class, method and parameter types of the handler
 * @param type          its type
 * @param typeArguments the type arguments, such as {@code Poll} of {@code State<Poll>}
 * @param annotations   the types of its annotations
 * @param event         the kind of event that the handler takes
 */
@Experimental
public record HandlerParameter(String handler, String name, Class<?> type, List<Class<?>> typeArguments,
        Set<Class<? extends Annotation>> annotations, Class<? extends Event> event) {

    public HandlerParameter {
        typeArguments = List.copyOf(typeArguments);
        annotations = Set.copyOf(annotations);
    }
}
