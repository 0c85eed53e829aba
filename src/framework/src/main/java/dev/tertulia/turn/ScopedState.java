package dev.tertulia.turn;

import dev.tertulia.bot.State;

/**
 * A state that can be used until its turn ends.
 *
 * @param name what is kept, as the handler's parameter says it
 */
record ScopedState<T>(TurnStates.StoredState<T> state, TurnScope scope, String name, String group) implements State<T> {

    @Override
    public T get() {
        scope.check(call("get"), this::instead);
        return state.get();
    }

    @Override
    public void set(T value) {
        scope.check(call("set"), this::instead);
        String json = state.written(value); // not while the turn cannot end: a record's own code may take long
        scope.write(call("set"), this::instead, () -> state.keep(json));
    }

    @Override
    public void clear() {
        scope.write(call("clear"), this::instead, state::clear);
    }

    private String call(String method) {
        return "State<" + name + ">." + method;
    }

    private String instead() {
        return "take Groups in the bot's constructor and call groups.group(\"" + group + "\").startTimer(name,"
                + " Duration.ZERO, payload): its @OnTimer handler has a State of its own";
    }
}
