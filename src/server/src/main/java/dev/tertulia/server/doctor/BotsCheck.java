package dev.tertulia.server.doctor;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.tertulia.handler.BadHandler;
import dev.tertulia.server.settings.BadSettings;

/** There are bots, those that the settings name exist, and their handlers are right. */
record BotsCheck(Supplier<List<Class<?>>> bots) implements Check {

    @Override
    public String name() {
        return "bots";
    }

    @Override
    public List<Finding> findings() {
        try {
            List<Class<?>> running = bots.get();
            return running.isEmpty()
                    ? List.of(Finding.problem(this, "there is no bot", "put the jar of your bots into bots/"))
                    : List.of(Finding.ok(this, "these run: "
                            + running.stream().map(Class::getSimpleName).collect(Collectors.joining(", "))));
        } catch (BadSettings | BadHandler wrong) {
            return List.of(Finding.problem(this, String.valueOf(wrong.getMessage()),
                    "correct it; the server does not start like this"));
        }
    }
}
