package dev.tertulia.action;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Body;
import dev.tertulia.bot.Template;
import dev.tertulia.message.Ids;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.message.Operation;
import dev.tertulia.message.Operation.Kind;
import dev.tertulia.throttle.LaneKind;

/** An action on the number's {@code messages} edge. It counts against the rate of messages. */
public sealed interface Message extends Action {

    @Override
    default LaneKind lane() {
        return LaneKind.MESSAGES;
    }

    /**
     * A free-form message.
     *
     * @param quotes the id of the message that it replies to
     */
    record FreeForm(Body body, @Nullable String quotes) implements Message {
        public FreeForm {
            if (quotes != null) {
                Ids.message(quotes);
            }
        }
    }

    /** A template message. */
    record TemplateMessage(Template template) implements Message {}

    /**
     * A template message that sends the group's invite link to one person.
     *
     * @param person a phone number or user id
     */
    record Invite(String person, Template template) implements Message {
        /**
         * Creates an invitation.
         *
         * @throws IllegalArgumentException if the template does not contain the link exactly once
         */
        public Invite {
            Ids.person(person);
            if (template.body().stream().filter(Template.INVITE_LINK::equals).count() != 1) {
                throw new InvalidArgument("invite by template " + template.name() + ": give it the group's"
                        + " link once, as in Template.of(\"" + template.name() + "\", Template.INVITE_LINK)");
            }
        }
    }

    /** A read mark for a participant's message. Earlier messages are not marked. */
    record MarkRead(String messageId) implements Message {
        public MarkRead {
            Ids.message(messageId);
        }

        @Override
        public boolean repeatable() {
            return true;
        }
    }

    /** A read mark for a message of a private chat, and the sign that an answer is being written. */
    record ShowTyping(String messageId) implements Message {
        public ShowTyping {
            Ids.message(messageId);
        }

        @Override
        public boolean repeatable() {
            return true;
        }
    }

    /**
     * A request to pin a message in its group.
     *
     * @param days 1 to 30
     */
    record Pin(String messageId, int days) implements Message {
        public Pin {
            Ids.message(messageId);
            if (days < 1 || days > 30) {
                throw new InvalidArgument("pin for " + days + " days: WhatsApp takes 1 to 30");
            }
        }

        @Override
        public boolean repeatable() {
            return true;
        }

        @Override
        public Optional<Operation.Request> operation(String conversation, Instant asked) {
            return Optional.of(new Operation.Request(Kind.PIN, conversation, List.of(messageId), days, asked));
        }
    }

    /** A request to unpin a message in its group. */
    record Unpin(String messageId) implements Message {
        public Unpin {
            Ids.message(messageId);
        }

        @Override
        public boolean repeatable() {
            return true;
        }

        @Override
        public Optional<Operation.Request> operation(String conversation, Instant asked) {
            return Optional.of(new Operation.Request(Kind.UNPIN, conversation, List.of(messageId), 0, asked));
        }
    }
}
