package dev.tertulia.server.beans;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

import dev.tertulia.business.Business;
import dev.tertulia.business.ForwardingBusiness;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.server.settings.NumberIds;

/** A {@link Business} that routes each call to the business of its phone number. */
public final class RoutedBusiness extends ForwardingBusiness {

    private final Map<String, Business> byNumber = new ConcurrentSkipListMap<>();

    /**
     * Creates a router.
     *
     * @param byNumber the business of each phone number id
     */
    public RoutedBusiness(Map<String, Business> byNumber) {
        this.byNumber.putAll(byNumber);
    }

    /** Routes the calls of a number from now on. */
    public void add(String number, Business business) {
        byNumber.put(number, business);
    }

    /** Refuses the calls of a number from now on. */
    public void remove(String number) {
        byNumber.remove(number);
    }

    @Override
    public Business of(String number) {
        Business business = byNumber.get(number);
        if (business == null) {
            throw new InvalidArgument("'" + number + "' is not a phone number id of this process; the ids are "
                    + NumberIds.listed(byNumber.keySet()));
        }
        return business;
    }

    @Override
    protected Business answering() {
        if (byNumber.size() > 1) {
            throw new IllegalStateException("there are several numbers; call business.of(number) with one of "
                    + NumberIds.listed(byNumber.keySet()));
        }
        return byNumber.values().iterator().next();
    }
}
