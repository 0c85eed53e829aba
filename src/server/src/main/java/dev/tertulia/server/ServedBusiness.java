package dev.tertulia.server;

import java.util.Map;

import dev.tertulia.business.Analytics;
import dev.tertulia.business.Business;
import dev.tertulia.business.GroupDirectory;
import dev.tertulia.business.Media;
import dev.tertulia.business.Numbers;
import dev.tertulia.business.Subscription;
import dev.tertulia.business.Templates;

/** The business behind all phone numbers of this process. */
record ServedBusiness(Map<String, Business> byNumber) implements Business {

    @Override
    public Business of(String number) {
        Business business = byNumber.get(number);
        if (business == null) {
            throw new IllegalArgumentException("'" + number + "' is no phone number id of this process; it has "
                    + String.join(", ", byNumber.keySet()));
        }
        return business;
    }

    private Business only() {
        if (byNumber.size() > 1) {
            throw new IllegalStateException("there are several numbers, so say which one: business.of(number); it has "
                    + String.join(", ", byNumber.keySet()));
        }
        return byNumber.values().iterator().next();
    }

    @Override
    public GroupDirectory groups() {
        return only().groups();
    }

    @Override
    public Media media() {
        return only().media();
    }

    @Override
    public Templates templates() {
        return only().templates();
    }

    @Override
    public Numbers numbers() {
        return only().numbers();
    }

    @Override
    public Analytics analytics() {
        return only().analytics();
    }

    @Override
    public Subscription subscription() {
        return only().subscription();
    }
}
