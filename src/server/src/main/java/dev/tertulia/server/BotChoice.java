package dev.tertulia.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.bot.Bot;
import dev.tertulia.server.settings.BadSettings;
import dev.tertulia.server.settings.Shown;

/**
 * Choice of the bots to run: those that the settings name, or else all bots, with examples only if there are no other
 * bots. Companions always run.
 *
 * @param serving the bots to run
 * @param idle    the other bots, which are never created
 */
record BotChoice(List<Class<?>> serving, List<Class<?>> idle) {

    private static final Logger LOG = LoggerFactory.getLogger(BotChoice.class);
    private static final String SETTING = "TERTULIA_BOTS (tertulia.bots)";

    /**
     * Chooses the bots to run.
     *
     * @param names simple or full class names; empty for the default choice
     * @throws BadSettings if a name matches no bot, or several bots
     */
    static BotChoice of(Collection<? extends Class<?>> bots, List<String> names) {
        List<Class<?>> all = new ArrayList<>(bots);
        all.sort(Comparator.comparing(Class::getName));
        List<Class<?>> chosen = names.isEmpty() ? usual(all) : named(names, all);
        List<Class<?>> serving = Stream.concat(
                all.stream().filter(bot -> isCompanion(bot) && !chosen.contains(bot)), chosen.stream())
                .<Class<?>>map(bot -> bot).toList();
        return new BotChoice(serving, all.stream().filter(bot -> !serving.contains(bot)).toList());
    }

    private static List<Class<?>> named(List<String> names, List<Class<?>> all) {
        List<Class<?>> named = new ArrayList<>();
        names.forEach(name -> named.add(find(name, all)));
        return named;
    }

    private static List<Class<?>> usual(List<Class<?>> all) {
        List<Class<?>> own = all.stream().filter(bot -> !isExample(bot) && !isCompanion(bot)).toList();
        return own.isEmpty() ? all : own;
    }

    private static boolean isExample(Class<?> bot) {
        Bot annotation = bot.getAnnotation(Bot.class);
        return annotation != null && annotation.example();
    }

    private static boolean isCompanion(Class<?> bot) {
        Bot annotation = bot.getAnnotation(Bot.class);
        return annotation != null && annotation.companion();
    }

    private static Class<?> find(String name, List<Class<?>> all) {
        List<Class<?>> found = all.stream()
                .filter(bot -> bot.getName().equals(name) || bot.getSimpleName().equals(name)).toList();
        return switch (found.size()) {
            case 1 -> found.getFirst();
            case 0 -> throw new BadSettings("%s names %s, but there is no such bot; there are: %s."
                    .formatted(SETTING, Shown.of(name), list(all, Class::getSimpleName)));
            default -> throw new BadSettings("%s names '%s', which is the name of several bots; write one of: %s."
                    .formatted(SETTING, name, list(found, Class::getName)));
        };
    }

    private static String list(List<Class<?>> bots, Function<Class<?>, String> name) {
        return bots.isEmpty() ? "none" : bots.stream().map(name).collect(Collectors.joining(", "));
    }

    /** Logs which bots run, and how to change the choice. */
    void announce() {
        LOG.info("running bots: {}", list(serving, Class::getSimpleName));
        if (!idle.isEmpty()) {
            LOG.info("bots that do not run: {}; to choose bots, name them in {}", list(idle, Class::getSimpleName),
                    SETTING);
        }
    }
}
