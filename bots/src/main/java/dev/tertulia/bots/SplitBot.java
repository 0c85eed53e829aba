package dev.tertulia.bots;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Mentioned;
import dev.tertulia.bot.OnAnswer;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Staff;
import dev.tertulia.bot.State;
import dev.tertulia.message.Content;
import dev.tertulia.message.Member;

/**
 * Splits bills: {@code /paid 30 dinner @Ana @Ben} divides a bill between the payer and the mentioned members, or all
 * members. {@code /receipt} asks for a photo of the bill, {@code /balance} shows the debts, {@code /undo} removes the
 * last bill, and {@code /settled} lets staff start over.
 */
@Bot(example = true)
final class SplitBot {

    private static final int MOST_BILLS = 200;
    private static final int CENTS = 2;

    /** A bill; {@code receipt} is the media id of its photo. */
    record Bill(Share payer, BigDecimal amount, String note, List<Share> among, @Nullable String receipt) {}

    /** A person's share, with the name to show. */
    record Share(String member, String name) {

        static Share of(Member member) {
            return new Share(member.id(), member.name());
        }
    }

    record Bills(List<Bill> all) {

        Bills {
            all = all == null ? List.of() : List.copyOf(all);
        }

        Bills with(Bill bill) {
            List<Bill> next = new ArrayList<>(all);
            next.add(bill);
            return new Bills(next.subList(Math.max(0, next.size() - MOST_BILLS), next.size()));
        }

        Bills withoutLast() {
            return new Bills(all.subList(0, Math.max(0, all.size() - 1)));
        }

        /** The amount that each member is owed, by id; negative if the member owes it. */
        Map<String, BigDecimal> balance() {
            Map<String, BigDecimal> balance = new LinkedHashMap<>();
            for (Bill bill : all) {
                BigDecimal each = bill.amount().divide(BigDecimal.valueOf(bill.among().size()), CENTS,
                        RoundingMode.HALF_EVEN);
                bill.among().forEach(share -> balance.merge(share.member(), each.negate(), BigDecimal::add));
                balance.merge(bill.payer().member(), each.multiply(BigDecimal.valueOf(bill.among().size())),
                        BigDecimal::add);
            }
            return balance;
        }
    }

    @OnCommand(value = "paid {amount} [note...]", help = "Shares a bill with those whom you mention, or with all.")
    String paid(BigDecimal amount, @Nullable String note, Member payer, @Mentioned List<Member> among, Group group,
            State<Bills> bills) {
        if (amount.signum() <= 0) {
            return "A bill is above zero.";
        }
        List<Member> sharing = new ArrayList<>(among.isEmpty() ? group.members() : among);
        if (sharing.stream().noneMatch(member -> member.id().equals(payer.id()))) {
            sharing.add(payer);
        }
        bills.update(before -> before.with(new Bill(Share.of(payer), amount, note == null ? "" : note,
                sharing.stream().map(Share::of).toList(), null)));
        return amount + " shared by " + sharing.size() + ". Write /receipt to add the photo.";
    }

    @OnCommand(value = "receipt", help = "Adds a photo to the last bill.")
    Reply askForPhoto() {
        return Reply.text("Send the photo of the bill.").asking("receipt");
    }

    @OnAnswer("receipt")
    String photo(Content.Media photo, State<Bills> bills) {
        List<Bill> all = bills.get().all();
        if (all.isEmpty()) {
            return "There is no bill yet.";
        }
        Bill last = all.getLast();
        bills.update(before -> before.withoutLast()
                .with(new Bill(last.payer(), last.amount(), last.note(), last.among(), photo.id())));
        return "The photo is with the bill of " + last.amount() + ".";
    }

    @OnCommand(value = "balance", help = "Says who owes what.")
    String balance(Group group, State<Bills> bills) {
        String lines = bills.get().balance().entrySet().stream().filter(one -> one.getValue().signum() != 0)
                .map(one -> group.member(one.getKey()).map(Member::name).orElse("somebody")
                        + (one.getValue().signum() > 0 ? " gets " : " owes ") + one.getValue().abs())
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? "Nobody owes anything." : lines;
    }

    @OnCommand(value = "undo", help = "Takes the last bill back.")
    String undo(State<Bills> bills) {
        List<Bill> all = bills.get().all();
        if (all.isEmpty()) {
            return "There is no bill yet.";
        }
        bills.update(Bills::withoutLast);
        return "Taken back: " + all.getLast().amount() + " of " + all.getLast().payer().name() + ".";
    }

    @OnCommand(value = "settled", help = "Starts anew.")
    @Staff
    String settled(State<Bills> bills) {
        bills.clear();
        return "All is settled.";
    }
}
