package dev.tertulia.journal;

import java.util.regex.Pattern;

/**
 * Replaces ids of messages, which contain the phone number of their writer in Base64, with digests by which they can be
 * found. The end of an id, which logs show, is the same for all messages of a person in a group.
 */
public final class MessageIds {

    private static final String PREFIX = "wamid.";
    private static final Pattern ID = Pattern.compile("wamid\\.[A-Za-z0-9+/=_-]{12,}");
    private static final int SHOWN = 5;
    private static final int HALF = 4;
    private static final int LOW = 0xF;

    private MessageIds() {}

    /** The same text with digests of the ids of messages. */
    public static String digested(String text) {
        return text.contains(PREFIX) ? ID.matcher(text).replaceAll(id -> "wamid#" + letters(id.group())) : text;
    }

    /** Letters alone, so that nothing takes them for a phone number. */
    private static String letters(String id) {
        byte[] digest = Sha256.of(id);
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < SHOWN; i++) {
            letters.append((char) ('a' + (digest[i] >> HALF & LOW))).append((char) ('a' + (digest[i] & LOW)));
        }
        return letters.toString();
    }
}
