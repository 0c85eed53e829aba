package dev.tertulia.business;

import dev.tertulia.stability.Experimental;

/** A business that forwards every call to another one, which may be chosen anew for each call. */
@Experimental
public abstract class ForwardingBusiness implements Business {

    /** The business that answers now. */
    protected abstract Business answering();

    @Override
    public Business of(String number) {
        return answering().of(number);
    }

    @Override
    public final GroupDirectory groups() {
        return answering().groups();
    }

    @Override
    public final MediaFiles media() {
        return answering().media();
    }

    @Override
    public final Templates templates() {
        return answering().templates();
    }

    @Override
    public final Numbers numbers() {
        return answering().numbers();
    }

    @Override
    public final BlockList blockList() {
        return answering().blockList();
    }

    @Override
    public final Analytics analytics() {
        return answering().analytics();
    }

    @Override
    public final Subscription subscription() {
        return answering().subscription();
    }
}
