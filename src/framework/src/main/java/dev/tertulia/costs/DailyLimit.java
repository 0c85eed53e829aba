package dev.tertulia.costs;

/** How much may be charged in a day, counted in UTC, before templates have to wait. */
public sealed interface DailyLimit {

    /** Whether that much reaches it. */
    boolean reachedBy(Sum sum);

    /** No limit. */
    record None() implements DailyLimit {
        @Override
        public boolean reachedBy(Sum sum) {
            return false;
        }
    }

    /** So many charged deliveries. */
    record Deliveries(long most) implements DailyLimit {
        @Override
        public boolean reachedBy(Sum sum) {
            return sum.deliveries() >= most;
        }

        @Override
        public String toString() {
            return most + " charged deliveries";
        }
    }

    /** So much money, in the rate card's currency. */
    record Money(long micros, String currency) implements DailyLimit {
        @Override
        public boolean reachedBy(Sum sum) {
            return sum.micros() >= micros;
        }

        @Override
        public String toString() {
            return new Sum(0, micros, 0).money().stripTrailingZeros().toPlainString() + " " + currency;
        }
    }
}
