package dev.tertulia.store.memory;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import dev.tertulia.costs.Booking;
import dev.tertulia.costs.Charge;
import dev.tertulia.costs.Delivery;
import dev.tertulia.costs.FreeTier;
import dev.tertulia.costs.Item;
import dev.tertulia.costs.Ledger;
import dev.tertulia.costs.Sum;

/** The ledger in maps. */
final class MemoryLedger implements Ledger {

    private final Object lock;
    private final Map<String, LocalDate> booked = new LinkedHashMap<>();
    private final TreeMap<LocalDate, Map<Item, Sum>> pages = new TreeMap<>();
    private final Map<YearMonth, FreeTier> tiers = new HashMap<>();

    MemoryLedger(Object lock) {
        this.lock = lock;
    }

    @Override
    public int book(Booking booking) {
        synchronized (lock) {
            if (booking.deliveries().isEmpty()) {
                return 0;
            }
            forget(booking.today().minusDays(booking.days()));
            return (int) booking.deliveries().stream().filter(delivery -> book(delivery, booking.today())).count();
        }
    }

    private boolean book(Delivery delivery, LocalDate today) {
        if (delivery.keys().stream().anyMatch(booked::containsKey)) {
            return false;
        }
        delivery.keys().forEach(key -> booked.put(key, today));
        pages.computeIfAbsent(delivery.day(), day -> new HashMap<>()).merge(delivery.item(), delivery.cost(),
                Sum::plus);
        countService(delivery);
        return true;
    }

    private void countService(Delivery delivery) {
        boolean charged = delivery.item().charge() == Charge.CHARGED;
        if (delivery.item().service() && (charged || delivery.item().charge() == Charge.FREE_TIER)) {
            long count = delivery.cost().deliveries();
            tiers.merge(YearMonth.from(delivery.day()), charged ? new FreeTier(0, count) : new FreeTier(count, 0),
                    (one, other) -> new FreeTier(one.used() + other.used(), one.charged() + other.charged()));
        }
    }

    private void forget(LocalDate until) {
        pages.headMap(until, true).clear();
        var each = booked.values().iterator();
        while (each.hasNext() && !each.next().isAfter(until)) {
            each.remove();
        }
    }

    @Override
    public Map<Item, Sum> page(LocalDate day) {
        synchronized (lock) {
            return Map.copyOf(pages.getOrDefault(day, Map.of()));
        }
    }

    @Override
    public FreeTier freeTier(YearMonth month) {
        synchronized (lock) {
            return tiers.getOrDefault(month, new FreeTier(0, 0));
        }
    }

    @Override
    public Sum charged(LocalDate day) {
        return page(day).entrySet().stream().filter(e -> e.getKey().charged()).map(Map.Entry::getValue)
                .reduce(Sum.NONE, Sum::plus);
    }
}
