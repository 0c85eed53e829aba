package dev.tertulia.load;

/** Redis servers of which one takes the place of another that died. */
interface Failover extends AutoCloseable {

    /** Where the application finds it. */
    String uri();

    /** Kills the one that has what this number keeps, as a power cut would. */
    void killPrimary(String number);

    @Override
    void close();
}
