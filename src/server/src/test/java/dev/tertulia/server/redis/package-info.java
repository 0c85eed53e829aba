/** The Redis stores on real servers. */
package dev.tertulia.server.redis;
