package dev.tertulia.server.numbers;

import java.util.function.Function;

import dev.tertulia.Line;
import dev.tertulia.business.Business;
import dev.tertulia.server.settings.Account;

/**
 * How the parts of a number are made.
 *
 * @param line     makes its line, which does not run yet
 * @param business makes the calls about its account
 */
public record NumberParts(Function<Account, Line> line, Function<Account, Business> business) {}
