package dev.tertulia.moderation.text;

import java.util.ArrayList;
import java.util.List;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/** Finds phone numbers that exist. */
public final class PhoneNumbers {

    /** Only numbers that begin with their country's code. */
    private static final String NO_REGION = "ZZ";
    /** As many groups of digits are looked at that turn out to be no number. */
    private static final int MOST_TRIES = 500;

    private PhoneNumbers() {}

    /** The international numbers in a text, in their order. */
    public static List<PhoneNumber> find(String text) {
        return find(text, NO_REGION);
    }

    /**
     * The numbers in a text, in their order.
     *
     * @param region the country whose national numbers count too, as {@code ES}
     */
    public static List<PhoneNumber> find(String text, String region) {
        Plain plain = Plain.of(text);
        List<PhoneNumber> found = new ArrayList<>();
        for (PhoneNumberMatch match : numbers().findNumbers(plain.text(), region, Leniency.VALID, MOST_TRIES)) {
            found.add(new PhoneNumber(numbers().format(match.number(), PhoneNumberFormat.E164),
                    plain.start(match.start()), plain.end(match.end())));
        }
        return List.copyOf(found);
    }

    /** The country of an international number, such as {@code ES} for {@code +34600000000}; {@code ZZ} if it has none. */
    public static String region(String number) {
        try {
            String region = numbers().getRegionCodeForNumber(numbers().parse(number, NO_REGION));
            return region == null ? NO_REGION : region;
        } catch (NumberParseException _) {
            return NO_REGION;
        }
    }

    private static PhoneNumberUtil numbers() {
        return PhoneNumberUtil.getInstance();
    }
}
