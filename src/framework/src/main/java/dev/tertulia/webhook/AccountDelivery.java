package dev.tertulia.webhook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.tertulia.message.AccountUpdated;
import dev.tertulia.message.Event;
import dev.tertulia.message.NumberUpdated;
import dev.tertulia.message.Origin;
import dev.tertulia.message.TemplateUpdated;
import dev.tertulia.webhook.ParsedDelivery.Readable;
import dev.tertulia.webhook.ParsedDelivery.Unreadable;

/** Assigns events of a business account to each of its phone numbers, because they name none. */
final class AccountDelivery {

    private AccountDelivery() {}

    /** The same payload with an event for each number concerned. */
    static ParsedDelivery addressed(ParsedDelivery payload, Collection<Intake> intakes) {
        ParsedDelivery addressed = new ParsedDelivery(new ArrayList<>(), new ArrayList<>(payload.unreadable()));
        for (Readable readable : payload.readable()) {
            if (isAboutAnAccount(readable.event())) {
                address(readable, intakes, addressed);
            } else {
                addressed.readable().add(readable);
            }
        }
        return addressed;
    }

    private static boolean isAboutAnAccount(Event event) {
        return event instanceof AccountUpdated || event instanceof TemplateUpdated || event instanceof NumberUpdated;
    }

    private static void address(Readable readable, Collection<Intake> intakes, ParsedDelivery addressed) {
        String account = readable.part().entry().path("id").asText("");
        List<Intake> concerned = intakes.stream().filter(intake -> intake.concernedBy(account)).toList();
        if (concerned.isEmpty()) {
            addressed.unreadable().add(new Unreadable(readable.part()::alone, "business account "
                    + JsonFields.shown(account)
                    + " is not configured; set WHATSAPP_BUSINESS_ACCOUNT_ID to it if it is the"
                    + " numbers' own, or unsubscribe it"));
        }
        concerned.forEach(intake -> addressed.readable()
                .add(new Readable(to(intake.number(), readable.event()), readable.part())));
    }

    private static Event to(String number, Event event) {
        Origin from = event.origin();
        Origin origin = new Origin(number, from.displayNumber(), Origin.account(number), from.at(), from.key());
        return switch (event) {
            case AccountUpdated update -> update.with(origin);
            case TemplateUpdated update -> update.with(origin);
            case NumberUpdated update -> update.with(origin);
            default -> event;
        };
    }
}
