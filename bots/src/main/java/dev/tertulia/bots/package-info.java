/** The bundled bots: small, whole, and a template for your own. */
package dev.tertulia.bots;
