package dev.tertulia.store;

/** All that an outbox promises. */
public interface OutboxContract
        extends
            LeaseContract,
            QueueContract,
            SettlementContract,
            TurnOrderContract,
            StatusContract,
            CountContract,
            WaitingContract {}
