package dev.tertulia.handler;

import java.lang.annotation.Annotation;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.google.re2j.PatternSyntaxException;
import io.micronaut.context.BeanContext;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;

import dev.tertulia.bot.OnAnswer;
import dev.tertulia.bot.OnAnswerMissing;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnCommand.Where;
import dev.tertulia.bot.OnMedia;
import dev.tertulia.bot.OnMention;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.OnPrivateMessage;
import dev.tertulia.bot.OnQuote;
import dev.tertulia.bot.OnReaction;
import dev.tertulia.bot.OnSchedule;
import dev.tertulia.bot.OnSendFailed;
import dev.tertulia.bot.OnStatus;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.TriggerType;
import dev.tertulia.message.Content.MediaKind;
import dev.tertulia.store.LabelChange;
import dev.tertulia.store.StoredName;
import dev.tertulia.turn.TurnSettings;

/** Reads the triggers of handlers from their annotations. */
final class HandlerTriggers {

    private static final Duration LONGEST_QUESTION = Duration.ofDays(30);
    private static final int MOST_ATTEMPTS = 20;

    private final List<TriggerType<?>> own;
    private final TurnSettings settings;

    @SuppressWarnings({"unchecked", "rawtypes"}) // beans are found by their raw type
    HandlerTriggers(BeanContext context, TurnSettings settings) {
        this.own = (List) List.copyOf(context.getBeansOfType(TriggerType.class));
        this.settings = settings;
    }

    /** The chats in which a command is accepted. */
    static Where where(ExecutableMethod<?, ?> method) {
        return method.enumValue(OnCommand.class, "where", Where.class).orElse(Where.GROUP);
    }

    /**
     * The trigger of a handler.
     *
     * @throws BadHandler if its annotation cannot be read
     */
    Trigger of(String name, BeanDefinition<?> bot, ExecutableMethod<?, ?> method) {
        try {
            return read(StoredName.of(bot.getBeanType()), method);
        } catch (PatternSyntaxException e) {
            throw new BadHandler(name + ": the pattern cannot be read: " + e.getMessage()
                    + "; patterns are RE2, without look-around and back references");
        } catch (IllegalArgumentException e) {
            throw new BadHandler(name + ": " + e.getMessage());
        }
    }

    private Trigger read(String bot, ExecutableMethod<?, ?> method) {
        if (method.hasAnnotation(OnCommand.class)) {
            return Command.parse(settings.commandPrefix(), text(method, OnCommand.class, "value"),
                    List.of(method.stringValues(OnCommand.class, "aliases")), where(method));
        }
        if (method.hasAnnotation(OnAnswer.class)) {
            return answer(bot, method);
        }
        if (method.hasAnnotation(OnAnswerMissing.class)) {
            return new Triggers.AnswerMissing(bot, questions(method));
        }
        if (method.hasAnnotation(OnMention.class)) {
            return new Triggers.Mention(settings.mentions());
        }
        if (method.hasAnnotation(OnMedia.class)) {
            return new Triggers.Media(Set.of(method.enumValues(OnMedia.class, MediaKind.class)));
        }
        if (method.hasAnnotation(OnTimer.class)) {
            return new Triggers.Timer(text(method, OnTimer.class, "value"));
        }
        if (method.hasAnnotation(OnSchedule.class)) {
            return schedule(bot, method);
        }
        return tagged(bot, method).or(() -> own(method)).orElseGet(() -> words(method));
    }

    private static String text(ExecutableMethod<?, ?> method, Class<? extends Annotation> type, String member) {
        return method.stringValue(type, member).orElse("");
    }

    private static String named(ExecutableMethod<?, ?> method, Class<? extends Annotation> type, String member) {
        String name = text(method, type, member);
        if (name.isBlank()) {
            throw unnamed(type);
        }
        return name;
    }

    private static IllegalArgumentException unnamed(Class<? extends Annotation> type) {
        return new IllegalArgumentException("@" + type.getSimpleName() + " needs a name, such as @"
                + type.getSimpleName() + "(\"day\")");
    }

    private static Set<String> questions(ExecutableMethod<?, ?> method) {
        Set<String> names = Set.of(method.stringValues(OnAnswerMissing.class));
        if (names.isEmpty() || names.stream().anyMatch(String::isBlank)) {
            throw unnamed(OnAnswerMissing.class);
        }
        return names;
    }

    private static Trigger answer(String bot, ExecutableMethod<?, ?> method) {
        int attempts = method.intValue(OnAnswer.class, "attempts").orElse(3);
        if (attempts < 0 || attempts > MOST_ATTEMPTS) {
            throw new IllegalArgumentException("attempts = " + attempts + " of @OnAnswer; write 0 to " + MOST_ATTEMPTS);
        }
        String within = method.stringValue(OnAnswer.class, "within").orElse("15m");
        return new Triggers.Answer(bot, named(method, OnAnswer.class, "value"), attempts, time(within));
    }

    private static Duration time(String within) {
        try {
            Duration time = WordParser.duration(within);
            if (time.isPositive() && time.compareTo(LONGEST_QUESTION) <= 0) {
                return time;
            }
        } catch (DateTimeParseException | ArithmeticException notOne) {
            // refused below
        }
        throw new IllegalArgumentException("within = \"" + within + "\" of @OnAnswer; write a time of at most 30 days,"
                + " such as 15m, 2h or 7d");
    }

    private static Trigger schedule(String bot, ExecutableMethod<?, ?> method) {
        String label = text(method, OnSchedule.class, "groups");
        if (!label.isEmpty()) {
            LabelChange.checkName(label);
        }
        return Schedule.parse(bot + "." + method.getMethodName(), text(method, OnSchedule.class, "value"),
                method.stringValue(OnSchedule.class, "zone")
                        .or(() -> method.getDefaultValue(OnSchedule.class, "zone", String.class)).orElse(""),
                label);
    }

    private static Optional<Trigger> tagged(String bot, ExecutableMethod<?, ?> method) {
        if (method.hasAnnotation(OnQuote.class)) {
            return Optional.of(new Triggers.Tagged(bot, named(method, OnQuote.class, "value"), Triggers.QUOTE));
        }
        return tag(bot, method, OnReaction.class, "to").or(() -> tag(bot, method, OnStatus.class, "of"))
                .or(() -> tag(bot, method, OnSendFailed.class, "of"));
    }

    private static Optional<Trigger> tag(String bot, ExecutableMethod<?, ?> method, Class<? extends Annotation> type,
            String member) {
        String tag = method.hasAnnotation(type) ? text(method, type, member) : "";
        return tag.isEmpty() ? Optional.empty() : Optional.of(new Triggers.Tagged(bot, tag, Triggers.QUOTE));
    }

    private Optional<Trigger> own(ExecutableMethod<?, ?> method) {
        return own.stream().filter(type -> method.hasAnnotation(type.annotation())).findFirst()
                .map(type -> own(type, method));
    }

    private static <A extends Annotation> Trigger own(TriggerType<A> type, ExecutableMethod<?, ?> method) {
        A annotation = method.getTargetMethod().getAnnotation(type.annotation());
        if (annotation == null) {
            throw new IllegalArgumentException("@" + type.annotation().getSimpleName()
                    + " cannot be read while the program runs; write @Retention(RetentionPolicy.RUNTIME) above it");
        }
        return new Triggers.Own<>(type, annotation);
    }

    private Trigger words(ExecutableMethod<?, ?> method) {
        String pattern = method.stringValue(OnMessage.class).or(() -> method.stringValue(OnPrivateMessage.class))
                .orElse("");
        Trigger words = pattern.isEmpty() ? new Triggers.Any() : new Triggers.Words(Patterns.compile(pattern));
        return method.booleanValue(OnMessage.class, "mentioned").orElse(false)
                ? new Triggers.Mentioning(new Triggers.Mention(settings.mentions()), words)
                : words;
    }
}
