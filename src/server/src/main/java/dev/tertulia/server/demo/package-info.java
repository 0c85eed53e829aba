/** The demo: an emulated WhatsApp inside the process, its address, and its clock. */
@NullMarked
package dev.tertulia.server.demo;

import org.jspecify.annotations.NullMarked;
