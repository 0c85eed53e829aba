package dev.tertulia.moderation.rules;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Countries in rule files: prefixes of phone numbers such as {@code +34}, or codes such as {@code ES}. */
final class Countries {

    private static final Pattern PREFIX = Pattern.compile("\\+?([1-9][0-9]{0,6})");
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private Countries() {}

    /** A list of prefixes, in digits only, and of codes. */
    static Set<String> read(Value value) {
        Set<String> countries = new LinkedHashSet<>();
        for (TextLists.Entry entry : TextLists.entries(value)) {
            String one = entry.text();
            if (PREFIX.matcher(one).matches()) {
                countries.add(one.replace("+", ""));
            } else if (CODES.contains(one)) {
                countries.add(one);
            } else {
                entry.at()
                        .problem("'" + one
                                + "' is no country; write the prefix of its phone numbers, such as \"+34\", or its"
                                + " code, such as ES");
            }
        }
        return countries;
    }
}
