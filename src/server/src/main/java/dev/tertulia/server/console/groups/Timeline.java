package dev.tertulia.server.console.groups;

import java.util.List;
import java.util.Optional;

import dev.tertulia.moderation.backtest.PastEvent;
import dev.tertulia.server.console.events.EventRow;

/**
 * What happened in a group lately.
 *
 * @param messages the latest first; empty if no messages are kept
 * @param events   the latest first
 */
public record Timeline(Optional<List<PastEvent>> messages, List<EventRow> events) {}
