package dev.tertulia.broadcast;

/**
 * The estimated outcome of a broadcast if all of it left now.
 *
 * @param groups     the number of groups
 * @param freeForm   groups that would receive it free-form, since their window is open
 * @param template   groups that would receive the template
 * @param held       groups that would wait for somebody to write
 * @param dropped    groups that would receive nothing
 * @param neverHeard groups from which nothing was ever received, so their ids may be wrong
 * @param atMost     the deliveries, one to each member, and their cost at the highest rate of any category; a group
 * with unknown members counts as full
 * @param currency   the currency of the rate card; empty if there is none
 */
public record Estimate(int groups, int freeForm, int template, int held, int dropped, int neverHeard, Cost atMost,
        String currency) {}
