package dev.tertulia.bots.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.State;
import dev.tertulia.bot.StateUpgrade;
import dev.tertulia.bot.Stored;

@Bot
@Stored("shopping")
final class ShoppingBot {

    @Stored("list")
    record Shopping(List<String> things, String shop) {

        Shopping {
            things = things == null ? List.of() : List.copyOf(things);
            shop = shop == null ? "the market" : shop;
        }

        Shopping with(String thing) {
            List<String> more = new ArrayList<>(things);
            more.add(thing);
            return new Shopping(more, shop);
        }
    }

    @OnCommand("buy {thing...}")
    String buy(String thing, State<Shopping> shopping) {
        shopping.update(before -> before.with(thing));
        return "From " + shopping.get().shop() + ": " + String.join(", ", shopping.get().things());
    }

    /** Until the second version, the things were one text with commas. */
    @Singleton
    static final class FromOneText implements StateUpgrade<Shopping> {

        @Override
        public Class<Shopping> type() {
            return Shopping.class;
        }

        @Override
        public Shopping upgrade(Map<String, Object> stored) {
            String things = (String) stored.get("things");
            return new Shopping(List.of(things.split(", *")), (String) stored.get("shop"));
        }
    }
}
