/** The bundled bots: small, complete examples for your own. */
package dev.tertulia.bots;
