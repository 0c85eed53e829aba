package dev.tertulia.redis;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.lettuce.core.KeyValue;

import dev.tertulia.costs.Booking;
import dev.tertulia.costs.Delivery;
import dev.tertulia.costs.FreeTier;
import dev.tertulia.costs.Item;
import dev.tertulia.costs.Ledger;
import dev.tertulia.costs.Sum;

/**
 * The ledger in Redis: a hash a day. Its fields are items with a letter before them that says what is counted; those
 * of a letter alone are the sums of what is charged.
 */
record RedisLedger(Scripts scripts, LedgerKeys keys) implements Ledger {

    private static final String DELIVERIES = "n";
    private static final String MICROS = "m";
    private static final String UNPRICED = "u";
    private static final String USED = "f";
    private static final String CHARGED = "c";
    private static final Duration MONTH_KEPT = Duration.ofDays(100);
    /** The number of sets, so that 500,000 deliveries of a period stay in the compact encoding. */
    private static final int SHARES = 1_024;

    @Override
    public int book(Booking booking) {
        return booking.deliveries().isEmpty() ? 0 : (int) scripts.number(booked(new Call(Script.BOOK), keys, booking));
    }

    /** Adds what book_all.lua reads. */
    static Call booked(Call call, LedgerKeys keys, Booking booking) {
        call.args(booking.deliveries().size());
        if (booking.deliveries().isEmpty()) {
            return call;
        }
        int days = booking.days();
        call.args(Duration.ofDays(days).toMillis(), Duration.ofDays(2L * days).toMillis(), MONTH_KEPT.toMillis());
        long span = booking.today().toEpochDay() / days;
        for (Delivery delivery : booking.deliveries()) {
            Sum cost = delivery.cost();
            call.keyArg(keys.costs(delivery.day())).keyArg(keys.freeTier(YearMonth.from(delivery.day())))
                    .args(Codec.write(delivery.item()), delivery.item().charged() ? 1 : 0, tier(delivery.item()),
                            cost.deliveries(), cost.micros(), cost.unpriced(), delivery.keys().size());
            for (String key : delivery.keys()) {
                long fingerprint = Fingerprint.of(key);
                long share = fingerprint % SHARES;
                call.args(fingerprint).keyArg(keys.booked(span, share)).keyArg(keys.booked(span - 1, share));
            }
        }
        return call;
    }

    private static String tier(Item item) {
        return switch (item.charge()) {
            case FREE_TIER -> item.service() ? USED : "";
            case CHARGED -> item.service() ? CHARGED : "";
            default -> "";
        };
    }

    @Override
    public FreeTier freeTier(YearMonth month) {
        List<Long> counts = numbers(keys.freeTier(month), USED, CHARGED);
        return new FreeTier(counts.get(0), counts.get(1));
    }

    @Override
    public Map<Item, Sum> page(LocalDate day) {
        Map<Item, Sum> page = new HashMap<>();
        scripts.redis().run(commands -> commands.hgetall(keys.costs(day))).forEach((field, amount) -> {
            if (field.length() > 1) {
                Item item = Codec.read(field.substring(1), Item.class);
                page.merge(item, sum(field.substring(0, 1), Long.parseLong(amount)), Sum::plus);
            }
        });
        return page;
    }

    private static Sum sum(String what, long amount) {
        return switch (what) {
            case DELIVERIES -> new Sum(amount, 0, 0);
            case MICROS -> new Sum(0, amount, 0);
            default -> new Sum(0, 0, amount);
        };
    }

    @Override
    public Sum charged(LocalDate day) {
        List<Long> amounts = numbers(keys.costs(day), DELIVERIES, MICROS, UNPRICED);
        return new Sum(amounts.get(0), amounts.get(1), amounts.get(2));
    }

    private List<Long> numbers(String key, String... fields) {
        List<KeyValue<String, String>> found = scripts.redis().run(commands -> commands.hmget(key, fields));
        return found.stream().map(field -> Long.parseLong(field.getValueOrElse("0"))).toList();
    }
}
