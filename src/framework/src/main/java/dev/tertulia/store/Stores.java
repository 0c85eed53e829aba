package dev.tertulia.store;

import dev.tertulia.costs.Ledger;
import dev.tertulia.operation.OperationStore;
import dev.tertulia.outbox.OutboxStore;
import dev.tertulia.window.Windows;

/** The stores of one phone number, in memory or in Redis. */
public record Stores(Inbox inbox, OutboxStore outbox, Windows windows, OperationStore operations, Ledger ledger,
        Labels labels, BroadcastStore broadcasts, DeadLetterStore deadLetters, PeopleDirectory people, Tags tags,
        Fleet fleet, Agenda agenda, EventJournal journal) {}
