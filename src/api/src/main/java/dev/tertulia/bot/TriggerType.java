package dev.tertulia.bot;

import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.Optional;

import dev.tertulia.message.Event;
import dev.tertulia.stability.Experimental;

/**
 * What an annotation of one's own selects. The annotation carries {@link Handler} with the kind of event; a bean of this type
 * decides which of them a handler with the annotation takes.
 *
 * @param <A> the annotation
 */
@Experimental
public interface TriggerType<A extends Annotation> {

    /** The annotation. */
    Class<A> annotation();

    /**
     * Whether a handler takes an event.
     *
     * @param annotation as it stands above the handler's method
     * @return words for parameters by their names, to be converted as those of {@link OnCommand}; empty if the handler does
     *         not take the event
     */
    Optional<Map<String, String>> match(A annotation, Event event);
}
