package dev.tertulia.load;

/** Redis servers, one of which replaces another that fails. */
interface Failover extends AutoCloseable {

    /** The address for the application. */
    String uri();

    /** Kills the server that stores the data of this number, as a power failure would. */
    void killPrimary(String number);

    @Override
    void close();
}
