package dev.tertulia.server.doctor;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an examination needs besides the settings.
 *
 * @param clock   this machine's
 * @param bots    the classes of the bots that run; throws an exception that says what is wrong with bots
 * @param rules   the file of moderation rules, if there is one or one is configured
 * @param webhook the address of the webhook; empty for the one that WhatsApp knows
 */
public record Surroundings(InstantSource clock, Supplier<List<Class<?>>> bots, Optional<Path> rules,
        Optional<URI> webhook) {}
