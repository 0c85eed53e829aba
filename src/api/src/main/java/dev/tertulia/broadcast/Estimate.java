package dev.tertulia.broadcast;

/**
 * What a broadcast would come to if all of it left now.
 *
 * @param groups     that it goes to
 * @param freeForm   of these: get it as it is, since their window is open
 * @param template   get the template
 * @param held       wait for somebody to write
 * @param dropped    get nothing
 * @param neverHeard of the groups: nothing ever came from them, so their ids may be wrong
 * @param atMost     the deliveries, one to each member, and their cost at the highest rate of any category; a group
 *                   whose members are not known counts as a full one
 * @param currency   of the rate card; empty if there is none
 */
public record Estimate(int groups, int freeForm, int template, int held, int dropped, int neverHeard, Cost atMost,
        String currency) {}
