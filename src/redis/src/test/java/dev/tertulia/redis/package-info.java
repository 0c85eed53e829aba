/** The Redis stores on real servers. */
package dev.tertulia.redis;
