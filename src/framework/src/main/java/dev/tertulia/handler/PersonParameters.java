package dev.tertulia.handler;

import java.util.List;
import java.util.Optional;

import io.micronaut.core.type.Argument;

import dev.tertulia.bot.Mentioned;
import dev.tertulia.bot.PerMember;
import dev.tertulia.bot.Quoted;
import dev.tertulia.handler.ParameterBinders.BindingContext;
import dev.tertulia.message.IncomingMessage;
import dev.tertulia.message.Member;
import dev.tertulia.phrases.Phrase;
import dev.tertulia.turn.BufferedTurn;
import dev.tertulia.turn.SharedTurn;

/** Binds people: the person whom the event is about, who is mentioned, or who is quoted. */
final class PersonParameters {

    private PersonParameters() {}

    static Optional<Binder> of(Argument<?> parameter, BindingContext place) {
        boolean several = parameter.getType() == List.class
                && parameter.getFirstTypeVariable().filter(of -> of.getType() == Member.class).isPresent();
        if (parameter.getType() != Member.class && !several) {
            return Optional.empty();
        }
        if (parameter.isAnnotationPresent(Mentioned.class)) {
            return Optional.of(mentioned(parameter, place, several));
        }
        if (several) {
            return Optional.empty();
        }
        return Optional.of(parameter.isAnnotationPresent(Quoted.class)
                ? quoted(parameter, place)
                : member(parameter, place));
    }

    private static Binder mentioned(Argument<?> parameter, BindingContext place, boolean several) {
        requireMessage(parameter, place, "@Mentioned");
        return (turn, match) -> {
            List<Member> mentioned = MemberReferences.mentioned(turn.shared());
            if (several) {
                return mentioned;
            }
            return mentioned.isEmpty() && !parameter.isNullable()
                    ? refuse("usage.mention", place)
                    : mentioned.stream().findFirst().orElse(null);
        };
    }

    private static Binder quoted(Argument<?> parameter, BindingContext place) {
        requireMessage(parameter, place, "@Quoted");
        return (turn, match) -> {
            Optional<Member> author = MemberReferences.quoted(turn.shared());
            return author.isEmpty() && !parameter.isNullable() ? refuse("usage.quote", place) : author.orElse(null);
        };
    }

    private static void requireMessage(Argument<?> parameter, BindingContext place, String annotation) {
        if (!IncomingMessage.class.isAssignableFrom(place.takes())) {
            throw new BadHandler(place.handler() + ": parameter '" + parameter.getName() + "' is " + annotation
                    + ", but " + place.takes().getSimpleName() + " is no message; take the event and look inside");
        }
    }

    private static Member refuse(String phrase, BindingContext place) {
        String example = place.trigger() instanceof Command command ? command.example() : "…";
        throw new CommandUsageException(Phrase.of(phrase, example));
    }

    private static Binder member(Argument<?> parameter, BindingContext place) {
        if (place.isMissing()) {
            return (turn, match) -> match.unanswered() == null ? null : match.unanswered().member();
        }
        if (!isAboutMember(place)) {
            throw new BadHandler(place.handler() + ": parameter '" + parameter.getName() + "' is a Member, but "
                    + place.takes().getSimpleName() + " is not about one; take the event and look inside");
        }
        return (turn, match) -> turn.shared().subject();
    }

    /** Whether a handler is called for somebody. */
    static boolean isAboutMember(BindingContext place) {
        return SharedTurn.hasSubject(place.takes()) || place.trigger() instanceof Triggers.Timer || place.isMissing();
    }

    /** The person whose value a state @PerMember is. */
    static Member subject(BufferedTurn turn, Match match, BindingContext place) {
        Member asked = match.unanswered() == null ? null : match.unanswered().member();
        Member subject = asked == null ? turn.shared().subject() : asked;
        if (subject == null) {
            throw new IllegalStateException(place.handler() + " takes a state @PerMember, and this "
                    + turn.event().getClass().getSimpleName() + " is about no member; start the timer with"
                    + " group.timer(name).of(member)");
        }
        return subject;
    }
}
