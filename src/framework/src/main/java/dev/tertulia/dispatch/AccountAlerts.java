package dev.tertulia.dispatch;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tertulia.journal.Journal;
import dev.tertulia.journal.Step;
import dev.tertulia.message.AccountUpdated;
import dev.tertulia.message.AccountUpdated.Restriction;
import dev.tertulia.message.Event;
import dev.tertulia.message.NumberUpdated;
import dev.tertulia.message.TemplateUpdated;

/** Says what WhatsApp did to the account, to its templates or numbers, for the journal. */
final class AccountAlerts {

    private static final Pattern CODED = Pattern
            .compile("[A-Za-z][A-Za-z0-9_]{0,63}|[A-Za-z]{3,9} [0-9]{1,2},? [0-9]{4}|[0-9]{4}(-[0-9]{2}){2}");
    private static final String UNKNOWN = "something new";

    private AccountAlerts() {}

    static boolean concern(Event event) {
        return event instanceof AccountUpdated || event instanceof TemplateUpdated || event instanceof NumberUpdated;
    }

    /** The journal entry of an event, if it needs one. */
    static Optional<Journal.Entry> of(Event event, String number) {
        return switch (event) {
            case AccountUpdated update -> Optional.of(entry(step(update), number, update, sentence(update)));
            case TemplateUpdated update when update.alarming() ->
                Optional.of(entry(Step.TEMPLATE_TROUBLE, number, update, sentence(update)));
            case NumberUpdated update when update.alarming() -> Optional.of(entry(Step.NUMBER_TROUBLE, number, update,
                    "WhatsApp says " + word(update.change()) + " of the number " + update.origin().displayNumber()
                            + ": people block or report it; look at its quality in WhatsApp Manager"));
            default -> Optional.empty();
        };
    }

    private static Journal.Entry entry(Step step, String number, Event event, String detail) {
        return new Journal.Entry(step, number, event.group(), event.origin().key(), detail);
    }

    private static Step step(AccountUpdated update) {
        boolean good = update.kind() == AccountUpdated.Kind.REINSTATED
                || update.kind() == AccountUpdated.Kind.RESTRICTED && update.restrictions().isEmpty();
        return good ? Step.ACCOUNT_REINSTATED : Step.ACCOUNT_TROUBLE;
    }

    private static String sentence(AccountUpdated update) {
        String detail = coded(update.detail());
        return switch (update.kind()) {
            case RESTRICTED -> update.restrictions().isEmpty()
                    ? "WhatsApp has lifted the restriction of the account"
                    : "WhatsApp restricts the account: " + update.restrictions().stream().map(AccountAlerts::sentence)
                            .collect(Collectors.joining(", ")) + "; what that forbids waits";
            case VIOLATION -> "the account broke a policy" + detail + "; see WhatsApp Manager before it is restricted";
            case DISABLING_SCHEDULED -> "the account will be disabled" + detail + "; appeal in WhatsApp Manager";
            case DISABLED -> "the account is disabled" + detail + "; nothing is sent until it is reinstated";
            case REINSTATED -> "the account is reinstated; what waited leaves";
            case DELETED -> "the account is deleted; nothing is sent any more";
            case PARTNER_REMOVED -> "the partner has no access to the account any more; sends will be refused";
        };
    }

    /** A reason that is a word of a list, such as INVALID_FORMAT, or a day. Sentences of WhatsApp may name people. */
    private static String coded(@Nullable String reason) {
        return reason != null && CODED.matcher(reason).matches() ? " (" + reason + ")" : "";
    }

    private static String word(String told) {
        return CODED.matcher(told).matches() ? told : UNKNOWN;
    }

    private static String sentence(Restriction restriction) {
        return word(restriction.type()) + (restriction.until() == null ? "" : " until " + restriction.until());
    }

    private static String sentence(TemplateUpdated update) {
        String what = update.aspect().name().toLowerCase(Locale.ROOT);
        String before = update.before() == null ? "" : ", no longer " + word(update.before());
        String reason = coded(update.reason());
        return "the " + what + " of template " + update.name() + " in " + update.language() + " is "
                + word(update.now())
                + before + reason + "; " + switch (update.aspect()) {
                    case STATUS -> "sends of it are refused while that lasts";
                    case CATEGORY -> "it is charged as such";
                    case QUALITY -> "it may be paused";
                };
    }
}
