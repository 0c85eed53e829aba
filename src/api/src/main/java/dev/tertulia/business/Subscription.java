package dev.tertulia.business;

import java.net.URI;
import java.util.List;

import dev.tertulia.message.InvalidArgument;

/** Where WhatsApp's webhooks go (wire reference, part 6). It needs {@code WHATSAPP_BUSINESS_ACCOUNT_ID}. */
public interface Subscription {

    /** The webhook fields that groups need. */
    List<String> FIELDS = List.of("messages", "group_lifecycle_update", "group_participants_update",
            "group_settings_update", "group_status_update");

    /** Lets the app of the access token hear of the account. */
    void subscribe();

    /** The same, at an address of the account's own; WhatsApp asks there for the verify token first. */
    void subscribe(Endpoint endpoint);

    /** Lets the app hear of this number at an address of the number's own. */
    void subscribeNumber(Endpoint endpoint);

    /** Lets the app hear of {@link #FIELDS}, of all accounts that it is subscribed to. */
    void chooseFields(App app, Endpoint endpoint);

    /** An address that webhooks go to, at most 200 characters, and the word by which it is known. */
    record Endpoint(URI url, String verifyToken) {

        private static final int LONGEST = 200;

        public Endpoint {
            if (!"https".equals(url.getScheme()) || url.toString().length() > LONGEST) {
                throw new InvalidArgument("'", String.valueOf(url),
                        "' cannot take webhooks; WhatsApp wants an address of at"
                                + " most " + LONGEST + " characters that begins with https://");
            }
        }

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Endpoint[" + url + "]";
        }
    }

    /** An app of Meta's, which acts for itself by its secret. */
    record App(String id, String secret) {

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "App[" + id + "]";
        }
    }
}
