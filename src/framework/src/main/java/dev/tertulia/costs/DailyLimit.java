package dev.tertulia.costs;

/** The maximum charge of a day in UTC, after which charged messages wait. */
public sealed interface DailyLimit {

    /** Whether this amount reaches the limit. */
    boolean reachedBy(Sum sum);

    /** No limit. */
    record None() implements DailyLimit {
        @Override
        public boolean reachedBy(Sum sum) {
            return false;
        }
    }

    /** A number of charged deliveries. */
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

    /** An amount of money in the currency of the rate card. */
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
