package dev.tertulia.business;

/** A business that leaves every answer to another one, which it may choose anew each time. */
public abstract class ForwardingBusiness implements Business {

    /** Who answers now. */
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
    public final Media media() {
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
    public final Analytics analytics() {
        return answering().analytics();
    }

    @Override
    public final Subscription subscription() {
        return answering().subscription();
    }
}
