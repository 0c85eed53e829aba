package dev.tertulia.message;

import java.util.regex.Pattern;

/**
 * The forms that WhatsApp's ids have. What has another form is refused where it enters, since in an address it could
 * name something else: the participants of the group {@code 123#x} would be those of nobody, and their removal the end
 * of the group 123.
 */
public final class Ids {

    private static final String WANTED = "; give one as it came in an event or an answer of WhatsApp's";

    /** Letters, digits and the few signs of ids and of their encodings, but no step upwards. */
    private static final Pattern PLAIN = Pattern.compile("(?!\\.+$)(?!.*\\.\\.)[A-Za-z0-9_.=@+~-]{1,512}");
    /** The same with the slash of Base64 and the colon: such an id never stands in a path. */
    private static final Pattern IN_BODY = Pattern.compile("(?!\\.+$)(?!.*\\.\\.)[A-Za-z0-9_.=@+~:/-]{1,512}");

    private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]");

    private Ids() {}

    /** Whether it can stand in a path of the Graph API and name one thing only. */
    public static boolean isPlain(String id) {
        return PLAIN.matcher(id).matches();
    }

    /**
     * The id of something that has a path of its own, such as a group, a file or a phone number.
     *
     * @param what  as people call it, such as {@code a group}
     * @throws InvalidArgument when it has another form
     */
    public static String plain(String what, String id) {
        if (!isPlain(id)) {
            throw new InvalidArgument("'", id, "' is no id of " + what + WANTED);
        }
        return id;
    }

    /** The id of a group. */
    public static String group(String id) {
        return plain("a group", id);
    }

    /**
     * The id of a message, or of something else that stands only in the body of a request.
     *
     * @param what  as people call it, such as {@code a message}
     * @throws InvalidArgument when it has another form
     */
    public static String inBody(String what, String id) {
        if (!IN_BODY.matcher(id).matches()) {
            throw new InvalidArgument("'", id, "' is no id of " + what + WANTED);
        }
        return id;
    }

    /** The id of a message. */
    public static String message(String id) {
        return inBody("a message", id);
    }

    /** A phone number or user id, by which WhatsApp reaches a person. */
    public static String person(String phoneOrUserId) {
        return plain("a person", phoneOrUserId);
    }

    /** The ASCII digits of a text, such as a phone number as people write it. */
    public static String digits(String text) {
        return NO_DIGITS.matcher(text).replaceAll("");
    }
}
