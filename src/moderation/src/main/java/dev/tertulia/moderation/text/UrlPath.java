package dev.tertulia.moderation.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Paths of links in one form, so that a page has one path however it is written. */
final class UrlPath {

    private UrlPath() {}

    /** A path in lower case, without escapes, doubled slashes and steps such as {@code /../}; empty if it is empty. */
    static String of(String written) {
        String plain = Escapes.decoded(written).replace('\\', '/').toLowerCase(Locale.ROOT);
        List<String> steps = new ArrayList<>();
        for (String step : plain.split("/")) {
            if (step.equals("..") && !steps.isEmpty()) {
                steps.removeLast();
            } else if (!step.isEmpty() && !step.equals(".") && !step.equals("..")) {
                steps.add(step);
            }
        }
        String path = steps.isEmpty() ? "" : "/" + String.join("/", steps);
        return plain.endsWith("/") ? path + "/" : path;
    }
}
