package dev.tertulia.redis;

/** The names of what a log consists of. */
record LogKeys(Keys keys, String log) {

    /** Hash: number and content of the last entry. It does not expire. */
    String last() {
        return keys.log(log, "last");
    }

    /** Hash: number to entry. */
    String entries() {
        return keys.log(log, "entries");
    }

    /** Hash: key to number. */
    String numbers() {
        return keys.log(log, "numbers");
    }

    /** Sorted set: number by time. */
    String times() {
        return keys.log(log, "times");
    }

    /** Sorted set: numbers in order. */
    String order() {
        return keys.log(log, "order");
    }

    /** Sorted set: the numbers of the entries with a term. */
    String term(String term) {
        return keys.log(log, "term:" + term);
    }
}
