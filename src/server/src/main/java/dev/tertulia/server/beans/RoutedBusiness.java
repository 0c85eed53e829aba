package dev.tertulia.server.beans;

import java.util.Map;

import dev.tertulia.business.Business;
import dev.tertulia.business.ForwardingBusiness;
import dev.tertulia.message.InvalidArgument;

/** The business behind all phone numbers of this process. */
public final class RoutedBusiness extends ForwardingBusiness {

    private final Map<String, Business> byNumber;

    /**
     * A business.
     *
     * @param byNumber who answers for each phone number id
     */
    public RoutedBusiness(Map<String, Business> byNumber) {
        this.byNumber = byNumber;
    }

    @Override
    public Business of(String number) {
        Business business = byNumber.get(number);
        if (business == null) {
            throw new InvalidArgument("'" + number + "' is no phone number id of this process; it has "
                    + String.join(", ", byNumber.keySet()));
        }
        return business;
    }

    @Override
    protected Business answering() {
        if (byNumber.size() > 1) {
            throw new IllegalStateException("there are several numbers, so say which one: business.of(number); it has "
                    + String.join(", ", byNumber.keySet()));
        }
        return byNumber.values().iterator().next();
    }
}
