package dev.tertulia.dispatch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;

import com.google.re2j.PatternSyntaxException;
import io.micronaut.context.BeanContext;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Handler;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnMedia;
import dev.tertulia.bot.OnMention;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.OnSchedule;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.Reply;
import dev.tertulia.dispatch.HandlerMethod.Phase;
import dev.tertulia.message.Content.MediaKind;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.store.StoredName;

/** Turns a method that somebody annotated into a handler, or says what is wrong with it. */
final class HandlerCheck {

    private final Mistakes mistakes;
    private final Beans beans;
    private final Parameters parameters;
    private final DispatchSettings settings;

    HandlerCheck(BeanContext context, ConversionService conversion, DispatchSettings settings, Mistakes mistakes) {
        this.mistakes = mistakes;
        this.beans = new Beans(context, mistakes);
        this.parameters = new Parameters(beans, conversion);
        this.settings = settings;
    }

    /** The handler; empty if something is wrong with it or its bot, all of which is noted. */
    Optional<HandlerMethod> check(BeanDefinition<?> bot, ExecutableMethod<Object, Object> method) {
        String name = name(bot, method);
        int before = mistakes.count();
        mistakes.during(() -> checkBot(name, bot));
        mistakes.during(() -> checkOneAnnotation(name, method));
        Class<? extends Event> takes = takes(method);
        Trigger trigger = mistakes.during(() -> trigger(name, bot, method));
        mistakes.during(() -> checkAnswer(name, method, takes));
        Optional<Object> made = beans.bot(bot);
        if (trigger == null) {
            return Optional.empty();
        }
        var place = new Parameters.Place(name, takes, trigger, Phase.of(method));
        List<Binder> binders = binders(method, place);
        mistakes.during(() -> checkWordsAreUsed(name, trigger, method));
        int order = method.intValue(Order.class).orElse(bot.intValue(Order.class).orElse(0));
        return made.filter(bean -> mistakes.count() == before)
                .map(bean -> new HandlerMethod(name, bot.getBeanType(), bean, method, takes, trigger, order, binders,
                        place.phase(), List.of(method.getArgumentTypes()).contains(Group.class)));
    }

    /** The hook on outgoing messages; empty if something is wrong with it or its bot, all of which is noted. */
    Optional<SendHook> checkHook(BeanDefinition<?> bot, ExecutableMethod<Object, Object> method) {
        String name = name(bot, method);
        int before = mistakes.count();
        mistakes.during(() -> checkBot(name, bot));
        mistakes.during(() -> checkOneAnnotation(name, method));
        mistakes.during(() -> SendHook.check(name, method));
        int order = method.intValue(Order.class).orElse(bot.intValue(Order.class).orElse(0));
        return beans.bot(bot).filter(bean -> mistakes.count() == before)
                .map(bean -> new SendHook(name, bean, method, order));
    }

    private static void checkBot(String name, BeanDefinition<?> bot) {
        if (!bot.hasStereotype(Bot.class)) {
            throw new BadHandler(name + " handles events, but its class is no bot; write @Bot above class "
                    + bot.getBeanType().getSimpleName());
        }
    }

    private List<Binder> binders(ExecutableMethod<?, ?> method, Parameters.Place place) {
        List<Binder> binders = new ArrayList<>();
        for (Argument<?> parameter : method.getArguments()) {
            Binder binder = mistakes.during(() -> parameters.binder(parameter, place));
            if (binder != null) {
                binders.add(binder);
            }
        }
        return binders;
    }

    private static String name(BeanDefinition<?> bot, ExecutableMethod<?, ?> method) {
        String types = Arrays.stream(method.getArgumentTypes()).map(Class::getSimpleName)
                .collect(Collectors.joining(", "));
        return bot.getBeanType().getSimpleName() + "." + method.getMethodName() + "(" + types + ")";
    }

    private static void checkOneAnnotation(String name, ExecutableMethod<?, ?> method) {
        List<String> annotations = method.getAnnotationNamesByStereotype(Handler.class).stream()
                .map(type -> "@" + type.substring(type.lastIndexOf('.') + 1)).sorted().toList();
        if (annotations.size() > 1) {
            throw new BadHandler(name + " has " + String.join(" and ", annotations)
                    + "; write a method for each, they may call the same code");
        }
    }

    private static Class<? extends Event> takes(ExecutableMethod<?, ?> method) {
        Class<?> kind = method.classValue(Handler.class).orElse(Event.class);
        Phase phase = Phase.of(method);
        return phase == Phase.BEFORE || phase == Phase.AFTER
                ? Arrays.stream(method.getArgumentTypes()).filter(Event.class::isAssignableFrom).findFirst()
                        .<Class<? extends Event>>map(type -> type.asSubclass(Event.class)).orElse(Event.class)
                : kind.asSubclass(Event.class);
    }

    private Trigger trigger(String name, BeanDefinition<?> bot, ExecutableMethod<?, ?> method) {
        try {
            if (method.hasAnnotation(OnCommand.class)) {
                return Command.parse(settings.commandPrefix(), method.stringValue(OnCommand.class).orElse(""));
            }
            if (method.hasAnnotation(OnMention.class)) {
                return new Triggers.Mention(settings.mentions());
            }
            if (method.hasAnnotation(OnMedia.class)) {
                return new Triggers.Media(Set.of(method.enumValues(OnMedia.class, MediaKind.class)));
            }
            if (method.hasAnnotation(OnTimer.class)) {
                return new Triggers.Timer(method.stringValue(OnTimer.class).orElse(""));
            }
            if (method.hasAnnotation(OnSchedule.class)) {
                return Schedule.parse(StoredName.of(bot.getBeanType()) + "." + method.getMethodName(),
                        method.stringValue(OnSchedule.class).orElse(""),
                        method.stringValue(OnSchedule.class, "zone")
                                .or(() -> method.getDefaultValue(OnSchedule.class, "zone", String.class)).orElse(""));
            }
            String pattern = method.stringValue(OnMessage.class).orElse("");
            return pattern.isEmpty() ? new Triggers.Any() : new Triggers.Words(Patterns.compile(pattern));
        } catch (PatternSyntaxException e) {
            throw new BadHandler(name + ": the pattern cannot be read: " + e.getMessage()
                    + "; patterns are RE2, without look-around and back references");
        } catch (IllegalArgumentException e) {
            throw new BadHandler(name + ": " + e.getMessage());
        }
    }

    private static void checkAnswer(String name, ExecutableMethod<?, ?> method, Class<? extends Event> takes) {
        Argument<?> answer = method.getReturnType().asArgument();
        if (method.hasAnnotation(OnSchedule.class)) {
            checkNoAnswer(name, answer, "a schedule belongs to no group");
        } else if (Parameters.OF_ACCOUNTS.contains(takes)) {
            checkNoAnswer(name, answer, takes.getSimpleName() + " concerns the account and happens in no group");
        } else {
            checkAnswer(name, answer, takes);
        }
    }

    private static void checkNoAnswer(String name, Argument<?> answer, String why) {
        if (answer.getType() != void.class) {
            throw new BadHandler(name + " returns " + answer.getTypeString(true)
                    + ", but " + why + "; return void and send through Groups or Broadcasts,"
                    + " for example groups.group(id).send(…)");
        }
    }

    private static void checkAnswer(String name, Argument<?> answer, Class<? extends Event> takes) {
        Class<?> type = answer.getType();
        boolean several = Iterable.class.isAssignableFrom(type) || BaseStream.class.isAssignableFrom(type);
        Class<?> one = several ? answer.getFirstTypeVariable().map(Argument::getType).orElse(null) : type;
        if (one == void.class || one != null && Notice.class.isAssignableFrom(one)) {
            return;
        }
        boolean says = one == String.class || one != null && Reply.class.isAssignableFrom(one);
        if (!says) {
            throw new BadHandler(name + " returns " + answer.getTypeString(true)
                    + "; return Reply, Notice, String, a list or stream of them, or void");
        }
        if (takes != GroupMessage.class) {
            String why = takes == Event.class
                    ? "not every event opens a window"
                    : takes.getSimpleName() + " opens no window";
            throw new BadHandler(name + " returns " + answer.getTypeString(true) + ", but " + why
                    + ", so it must say what happens when the window is shut: return Notice, for example"
                    + " Reply.text(…).orTemplate(\"name\", …), .orHold(…) or .orDrop()");
        }
    }

    private static void checkWordsAreUsed(String name, Trigger trigger, ExecutableMethod<?, ?> method) {
        Set<String> used = Set.of(method.getArgumentNames());
        for (String word : trigger.words()) {
            if (trigger instanceof Command && !used.contains(word)) {
                throw new BadHandler(name + ": the command has the word {" + word + "}, and no parameter is called "
                        + word + "; add String " + word + " or take the word out");
            }
        }
    }
}
