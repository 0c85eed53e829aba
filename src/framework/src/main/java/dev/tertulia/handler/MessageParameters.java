package dev.tertulia.handler;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import io.micronaut.context.BeanContext;
import io.micronaut.core.type.Argument;
import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Media;
import dev.tertulia.business.Business;
import dev.tertulia.handler.ParameterBinders.BindingContext;
import dev.tertulia.message.Content;
import dev.tertulia.message.IncomingMessage;
import dev.tertulia.message.Quote;
import dev.tertulia.phrases.Phrase;
import dev.tertulia.turn.BufferedTurn;

/** Binds what a message or a tag carries: its content or file, the words of an answer, the payload of a tag or timer. */
final class MessageParameters {

    private static final Map<Class<?>, String> CONTENTS = Map.of(Content.Media.class, "expected.media",
            Content.Location.class, "expected.location", Content.Contacts.class, "expected.contacts");

    private final BeanContext context;
    private final BeanLookup beans;
    private final WordConverter words;

    MessageParameters(BeanContext context, BeanLookup beans, WordConverter words) {
        this.context = context;
        this.beans = beans;
        this.words = words;
    }

    /** The content of a message. */
    Optional<Binder> ofMessage(Argument<?> parameter, BindingContext place) {
        Class<?> type = parameter.getType();
        boolean message = IncomingMessage.class.isAssignableFrom(place.takes());
        if (type == Quote.class && message) {
            return Optional.of((turn, match) -> ((IncomingMessage) turn.event()).quoted());
        }
        if (type == Media.class && message) {
            Business business = beans.get(place.handler(), Argument.of(Business.class)).orElseThrow();
            return Optional.of((turn, match) -> media(turn, business, parameter));
        }
        return Content.class.isAssignableFrom(type) && message
                ? Optional.of((turn, match) -> content(turn, parameter))
                : Optional.empty();
    }

    private static @Nullable Object content(BufferedTurn turn, Argument<?> parameter) {
        Content content = ((IncomingMessage) turn.event()).content();
        if (parameter.getType().isInstance(content)) {
            return content;
        }
        if (parameter.isNullable()) {
            return null;
        }
        throw new CommandUsageException(Phrase.of(CONTENTS.getOrDefault(parameter.getType(), "expected.again")));
    }

    private static @Nullable Object media(BufferedTurn turn, Business business, Argument<?> parameter) {
        if (((IncomingMessage) turn.event()).content() instanceof Content.Media content) {
            return new ReceivedFile(content, business.of(turn.event().origin().number()));
        }
        if (parameter.isNullable()) {
            return null;
        }
        throw new CommandUsageException(Phrase.of("expected.media"));
    }

    /** The payload of a tag or timer. */
    Optional<Binder> ofPayload(Argument<?> parameter, BindingContext place) {
        Class<?> type = parameter.getType();
        if (!place.hasPayload() || type != String.class && (!type.isRecord() || context.containsBean(type))) {
            return Optional.empty();
        }
        return Optional.of((turn, match) -> payload(turn, match.payload(), parameter, place));
    }

    private static @Nullable Object payload(BufferedTurn turn, @Nullable String payload, Argument<?> parameter,
            BindingContext place) {
        if (parameter.getType() == String.class) {
            return payload == null ? "" : payload;
        }
        if (payload == null || payload.isEmpty()) {
            if (parameter.isNullable()) {
                return null;
            }
            throw new IllegalStateException(place.handler() + " takes a " + parameter.getType().getSimpleName()
                    + " as payload, and there is none; write @Nullable before the parameter, or carry one");
        }
        try {
            return turn.shared().json().readValue(payload, parameter.getType());
        } catch (IOException e) {
            throw new IllegalStateException(place.handler() + ": the payload is no "
                    + parameter.getType().getSimpleName() + "; carry a record of the parameter's type", e);
        }
    }

    /** A word that a trigger of an author's own found. Its names are not known before it matches. */
    Optional<Binder> ofOwnTrigger(Argument<?> parameter, BindingContext place) {
        return place.trigger() instanceof Triggers.Own && words.reads(parameter.getType())
                && !context.containsBean(parameter.getType())
                        ? Optional.of(new WordParameters(words).found(parameter, place))
                        : Optional.empty();
    }

    /** The words of an answer. */
    Optional<Binder> ofAnswer(Argument<?> parameter, BindingContext place) {
        if (!place.isAnswer() || !words.reads(parameter.getType()) || context.containsBean(parameter.getType())) {
            return Optional.empty();
        }
        return Optional.of((turn, match) -> {
            String text = ((IncomingMessage) turn.event()).text();
            if (text.isBlank()) {
                throw new CommandUsageException(Phrase.of("expected.again"));
            }
            return words.read(parameter, text, turn.phrases());
        });
    }
}
