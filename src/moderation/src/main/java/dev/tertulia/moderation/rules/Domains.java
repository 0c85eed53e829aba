package dev.tertulia.moderation.rules;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

import dev.tertulia.moderation.text.Links;

/** Domains in rule files. */
final class Domains {

    private static final Pattern FORM = Pattern
            .compile("(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");

    private Domains() {}

    /** A list of domains, in the form in which links have their hosts. */
    static Set<String> read(Value value) {
        Set<String> domains = new LinkedHashSet<>();
        for (TextLists.Entry one : TextLists.entries(value)) {
            String domain = Links.host(one.text());
            if (FORM.matcher(domain).matches()) {
                domains.add(domain);
            } else {
                one.at().problem("'" + one.text()
                        + "' is no domain; write one such as example.org, without https:// and path; it"
                        + " includes all domains below it");
            }
        }
        return domains;
    }
}
