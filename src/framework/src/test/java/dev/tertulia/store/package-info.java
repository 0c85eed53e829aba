/** What every store must keep its promise about, whatever it is made of: one contract, run on each. */
package dev.tertulia.store;
