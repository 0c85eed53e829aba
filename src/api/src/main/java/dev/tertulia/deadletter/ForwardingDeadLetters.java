package dev.tertulia.deadletter;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.stability.Experimental;

/** Dead letters that forward every call to others, which may be chosen anew for each call. */
@Experimental
public abstract class ForwardingDeadLetters implements DeadLetters {

    /** The dead letters that answer now. */
    protected abstract DeadLetters answering();

    @Override
    public DeadLetters of(String number) {
        return answering().of(number);
    }

    @Override
    public final String number() {
        return answering().number();
    }

    @Override
    public final Map<DeadLetterKind, Long> counts() {
        return answering().counts();
    }

    @Override
    public final List<DeadLetter> list(DeadLetterKind kind, @Nullable DeadLetterId after, int atMost) {
        return answering().list(kind, after, atMost);
    }

    @Override
    public final Optional<DeadLetter> find(DeadLetterId id) {
        return answering().find(id);
    }

    @Override
    public final CommandResult retry(DeadLetterId id) {
        return answering().retry(id);
    }

    @Override
    public final CommandResult discard(DeadLetterId id) {
        return answering().discard(id);
    }
}
