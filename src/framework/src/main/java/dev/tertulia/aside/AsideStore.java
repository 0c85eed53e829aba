package dev.tertulia.aside;

/** All that one phone number has put aside. */
@FunctionalInterface
public interface AsideStore {

    /** Where the letters of a kind lie. */
    Drawer drawer(Kind kind);
}
