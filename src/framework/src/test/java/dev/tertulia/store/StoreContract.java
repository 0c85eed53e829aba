package dev.tertulia.store;

/** A contract that is tested on the stores of a number nobody used before; new ones for each test. */
public interface StoreContract {

    /** The stores of this test; the same at each call. */
    Stores stores();
}
