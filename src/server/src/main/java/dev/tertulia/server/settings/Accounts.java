package dev.tertulia.server.settings;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Reader of the phone numbers: the one of the plain keys, or those under {@code whatsapp.numbers}. */
final class Accounts {

    static final String TOKEN = "whatsapp.access-token";
    static final String NUMBER = "whatsapp.phone-number-id";

    private static final String BUSINESS = "business-account-id";
    private static final String MANY = "whatsapp.numbers";
    private static final String MESSAGES = "messages-per-second";
    private static final double OPERATIONS = 1;

    private final Keys keys;
    private final Collection<String> names;

    /**
     * Creates a reader.
     *
     * @param names the names of the numbers under {@code whatsapp.numbers}
     */
    Accounts(Keys keys, Collection<String> names) {
        this.keys = keys;
        this.names = names;
    }

    List<Account> read() {
        Optional<String> token = keys.text(TOKEN);
        Optional<String> number = keys.text(NUMBER);
        if (!names.isEmpty()) {
            if (number.isPresent()) {
                keys.note(new BadSettings("%s and %s are both set; move every number under %s and remove the other."
                        .formatted(Keys.name(NUMBER), MANY, MANY)));
            }
            return distinct(names.stream().map(name -> account(MANY + "." + name + ".", token)).toList());
        }
        return token.isEmpty() ? List.of() : List.of(account("whatsapp.", token));
    }

    private Account account(String prefix, Optional<String> sharedToken) {
        String token = keys.text(prefix + "access-token").or(() -> sharedToken)
                .orElseGet(() -> keys.required(prefix + "access-token", "the system user's token from Meta's Business"
                        + " Settings, or set " + Keys.name(TOKEN) + " for all numbers"));
        String number = keys.required(prefix + "phone-number-id",
                "the id (not the number itself) that the app's WhatsApp page shows, such as 106540352242922");
        keys.checkCopied(keys.text(prefix + "access-token").isPresent() ? prefix + "access-token" : TOKEN, token);
        if (!isNumber(number)) {
            keys.note(Keys.bad(prefix + "phone-number-id", number,
                    "the id that the app's WhatsApp page shows, digits only, such as 106540352242922"));
        }
        keys.text(prefix + BUSINESS).filter(id -> !isNumber(id))
                .ifPresent(id -> keys.note(Keys.bad(prefix + BUSINESS, id,
                        "the id that the app's WhatsApp page shows, digits only, such as 102290129340398")));
        String business = keys.text(prefix + BUSINESS).or(() -> keys.text("whatsapp." + BUSINESS)).orElse(null);
        return new Account(number, business, token, messages(prefix),
                rate(prefix, "operations-per-second", OPERATIONS));
    }

    private static boolean isNumber(String id) {
        return id.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private @Nullable Double messages(String prefix) {
        boolean set = Stream.of(prefix, "whatsapp.").anyMatch(p -> keys.text(p + MESSAGES).isPresent());
        return set ? rate(prefix, MESSAGES, 1) : null;
    }

    /** The rate of one number, or else that of all numbers. */
    private double rate(String prefix, String key, double otherwise) {
        return keys.rate(prefix + key, keys.rate("whatsapp." + key, otherwise));
    }

    private List<Account> distinct(List<Account> accounts) {
        Set<String> seen = new HashSet<>();
        for (Account account : accounts) {
            if (!account.phoneNumberId().isEmpty() && !seen.add(account.phoneNumberId())) {
                keys.note(new BadSettings("%s names the phone number %s twice; keep one of them."
                        .formatted(MANY, Shown.of(account.phoneNumberId()))));
            }
        }
        return accounts;
    }

    /** Refuses an incomplete account. With one of these keys set, the demo is not intended. */
    void refuseWithoutToken(String... liveOnly) {
        if (keys.failed(TOKEN)) {
            return;
        }
        Stream.of(liveOnly).filter(key -> keys.text(key).isPresent()).findFirst().ifPresent(key -> {
            keys.note(new BadSettings("%s is set, but %s is not; set both to go live, or neither for the demo."
                    .formatted(Keys.name(key), Keys.name(TOKEN))));
        });
    }
}
