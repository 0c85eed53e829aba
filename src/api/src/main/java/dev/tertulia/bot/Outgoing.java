package dev.tertulia.bot;

import dev.tertulia.message.InvalidArgument;
import dev.tertulia.stability.Experimental;

/** A message that is about to leave for a group or a private chat. */
@Experimental
public sealed interface Outgoing {

    /** The id of the group; {@code person:} and the id of the person for a private chat. */
    String group();

    /**
     * The message, to be dropped instead of sent.
     *
     * @param reason why, as a sentence for the journal, without anything that somebody wrote
     */
    default Outgoing stop(String reason) {
        return new Stopped(group(), reason);
    }

    /** A free-form message. */
    record FreeForm(String group, Body body) implements Outgoing {

        /** The same with another body. */
        public FreeForm with(Body other) {
            return new FreeForm(group, other);
        }
    }

    /** A template message. */
    record ByTemplate(String group, Template template) implements Outgoing {

        /** The same with another template. */
        public ByTemplate with(Template other) {
            return new ByTemplate(group, other);
        }
    }

    /** A message that is dropped. */
    record Stopped(String group, String reason) implements Outgoing {

        /**
         * Checks it.
         *
         * @throws IllegalArgumentException without a reason
         */
        public Stopped {
            if (reason.isBlank()) {
                throw new InvalidArgument("a message is stopped without a reason; say why, for the journal");
            }
        }
    }
}
