package dev.tertulia.bot;

import java.net.URI;
import java.net.URISyntaxException;

import dev.tertulia.message.InvalidArgument;

/** The source of a file to send. */
public sealed interface Attachment {

    /**
     * A file by its media id. An uploaded file can be sent for 30 days, a received one for 7 (wire reference, part 5).
     */
    record Uploaded(String id) implements Attachment {
        /**
         * Checks it.
         *
         * @throws IllegalArgumentException when it cannot be an id
         */
        public Uploaded {
            if (!id.matches("[\\w-]+")) {
                throw new InvalidArgument("'", id, "' is no media id; WhatsApp's are digits, and an address"
                        + " goes into Attachment.at(…)");
            }
        }
    }

    /**
     * A file on a web server, which WhatsApp fetches and caches for 10 minutes (wire reference, part 5).
     */
    record Linked(URI url) implements Attachment {

        private static final String NO_ADDRESS = "' is no address that WhatsApp can fetch a file from;"
                + " it must begin with https:// or http://";

        /**
         * Checks it.
         *
         * @throws IllegalArgumentException when it is no http or https address
         */
        public Linked {
            if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("(?i)https?")) {
                throw new InvalidArgument("'", String.valueOf(url), NO_ADDRESS);
            }
        }
    }

    /** The file with this media id. */
    static Attachment of(String mediaId) {
        return new Uploaded(mediaId);
    }

    /** The file at this URL. */
    static Attachment at(String url) {
        try {
            return new Linked(new URI(url));
        } catch (URISyntaxException e) {
            throw new InvalidArgument("'", url, Linked.NO_ADDRESS);
        }
    }
}
