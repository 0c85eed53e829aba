package dev.tertulia.handler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import dev.tertulia.bot.Chat;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Handler;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnMedia;
import dev.tertulia.bot.OnMention;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.OnSchedule;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.Person;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Staff;
import dev.tertulia.handler.HandlerMethod.Phase;
import dev.tertulia.handler.HandlerMethod.Scope;
import dev.tertulia.message.Content.MediaKind;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.IncomingMessage;
import dev.tertulia.message.PrivateMessage;
import dev.tertulia.phrases.PhraseBook;
import dev.tertulia.store.StoredName;
import dev.tertulia.turn.TurnSettings;

/** Turns an annotated method into a handler, or reports what is wrong with it. */
final class HandlerCheck {

    private final Violations mistakes;
    private final BeanLookup beans;
    private final ParameterBinders parameters;
    private final HandlerTriggers triggers;
    private final Locale language;

    HandlerCheck(BeanContext context, ConversionService conversion, TurnSettings settings, Violations mistakes) {
        this.mistakes = mistakes;
        this.beans = new BeanLookup(context, mistakes);
        this.parameters = new ParameterBinders(context, beans, conversion);
        this.triggers = new HandlerTriggers(context, settings);
        this.language = settings.chat().language();
    }

    /** The handler; empty if it or its bot has mistakes, which are noted. */
    Optional<HandlerMethod> check(BeanDefinition<?> bot, ExecutableMethod<Object, Object> method) {
        String name = name(bot, method);
        int before = mistakes.count();
        mistakes.during(() -> checkBot(name, bot));
        mistakes.during(() -> checkOneAnnotation(name, method));
        Class<? extends Event> takes = takes(method);
        Trigger trigger = mistakes.during(() -> triggers.of(name, bot, method));
        mistakes.during(() -> checkAnswer(name, method, takes));
        mistakes.during(() -> checkHelp(name, bot.getBeanType(), method));
        Optional<Object> made = beans.bot(bot);
        if (trigger == null) {
            return Optional.empty();
        }
        var place = new ParameterBinders.BindingContext(name, bot.getBeanType(), takes, trigger, Phase.of(method));
        List<Binder> binders = binders(method, place);
        mistakes.during(() -> checkWordsAreUsed(name, trigger, method));
        int order = method.intValue(Order.class).orElse(bot.intValue(Order.class).orElse(0));
        return made.filter(bean -> mistakes.count() == before)
                .map(bean -> new HandlerMethod(name, bot.getBeanType(), bean, method, takes, trigger, order, binders,
                        place.phase(), scope(method)));
    }

    private static Scope scope(ExecutableMethod<?, ?> method) {
        List<Class<?>> types = List.of(method.getArgumentTypes());
        return new Scope(types.contains(Group.class), types.contains(Person.class), types.contains(Chat.class),
                method.hasAnnotation(Staff.class));
    }

    /** The names under which the bots that were checked keep values. */
    Set<String> storedNames() {
        return parameters.storedNames();
    }

    /** The hook on outgoing messages; empty if it or its bot has mistakes, which are noted. */
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

    private List<Binder> binders(ExecutableMethod<?, ?> method, ParameterBinders.BindingContext place) {
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
        if (method.hasAnnotation(OnCommand.class)) {
            return switch (HandlerTriggers.where(method)) {
                case GROUP -> GroupMessage.class;
                case PRIVATE -> PrivateMessage.class;
                case ANYWHERE -> IncomingMessage.class;
            };
        }
        Class<? extends Event> all = phase == Phase.BEFORE || phase == Phase.AFTER
                ? Event.class
                : kind.asSubclass(Event.class);
        return phase == Phase.BEFORE || phase == Phase.AFTER || all == IncomingMessage.class
                ? Arrays.stream(method.getArgumentTypes()).filter(all::isAssignableFrom).findFirst()
                        .<Class<? extends Event>>map(type -> type.asSubclass(Event.class)).orElse(all)
                : all;
    }

    private static void checkAnswer(String name, ExecutableMethod<?, ?> method, Class<? extends Event> takes) {
        Argument<?> answer = method.getReturnType().asArgument();
        boolean inNoGroup = method.hasAnnotation(OnSchedule.class)
                && method.stringValue(OnSchedule.class, "groups").orElse("").isEmpty();
        if (inNoGroup) {
            HandlerAnswers.checkNone(name, answer, "a schedule without groups belongs to no group");
        } else if (ParameterBinders.OF_ACCOUNTS.contains(takes)) {
            HandlerAnswers.checkNone(name, answer,
                    takes.getSimpleName() + " concerns the account and happens in no group");
        } else {
            HandlerAnswers.check(name, answer, takes, List.of(method.getArgumentTypes()).contains(Person.class));
        }
    }

    /** A phrase that is missing would keep the whole list of commands from being answered. */
    private void checkHelp(String name, Class<?> bot, ExecutableMethod<?, ?> method) {
        BuiltInCommands.helpKey(method).filter(key -> PhraseBook.of(language, bot).find(key).isEmpty())
                .ifPresent(key -> {
                    throw new BadHandler(name + ": no bundle has the phrase '" + key + "' for help = \"{" + key
                            + "}\"; write it into phrases.properties beside class " + bot.getSimpleName());
                });
    }

    private static void checkWordsAreUsed(String name, Trigger trigger, ExecutableMethod<?, ?> method) {
        Set<String> used = Set.of(method.getArgumentNames());
        for (String word : trigger.words()) {
            if (trigger instanceof Command && !used.contains(word)) {
                throw new BadHandler(name + ": the command has the word {" + word + "}, and no parameter is called "
                        + word + "; add String " + word + " or remove the word");
            }
        }
    }
}
