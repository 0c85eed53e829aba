package dev.tertulia.server.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.core.naming.NameUtils;

/**
 * Search for unknown keys and variables, which would otherwise be ignored silently. A variable that resembles no
 * setting may belong to another program, so it causes only a warning.
 */
final class StrayKeys {

    /** Variables that Kubernetes and Docker set for services whose names begin like our variables. */
    private static final Pattern SERVICE_LINK = Pattern
            .compile(".*(_SERVICE_(HOST|PORT)(_\\w+)?|_PORT|_PORT_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)");
    private static final Pattern OURS = Pattern.compile("(whatsapp|tertulia|redis)\\..*");
    private static final Pattern OF_REDIS = Pattern.compile("(?i)redis.*");
    private static final Pattern OUR_VARIABLE = Pattern.compile("(WHATSAPP|TERTULIA|REDIS)_.*");

    private static final int MOST = 2;

    private final Set<String> known;
    /** The known keys as variables. */
    private final SortedSet<String> ours;
    private final List<BadSettings> mistakes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /**
     * Checks everything that is set.
     *
     * @param known all known keys
     */
    StrayKeys(Environment environment, Set<String> known) {
        this.known = known;
        this.ours = known.stream().map(Keys::variable).collect(Collectors.toCollection(TreeSet::new));
        for (PropertySource source : environment.getPropertySources()) {
            Stream<String> keys = StreamSupport.stream(source.spliterator(), false).sorted();
            switch (source.getConvention()) {
                case JAVA_PROPERTIES -> keys.filter(key -> OURS.matcher(key).matches())
                        .forEach(key -> lookAtKey(key, source.getName()));
                case ENVIRONMENT_VARIABLE -> {
                    Set<String> set = keys.collect(Collectors.toCollection(TreeSet::new));
                    set.forEach(variable -> lookAtVariable(variable, set));
                }
                default -> throw new IllegalStateException("unknown " + source.getConvention());
            }
        }
    }

    /** Unknown keys that prevent the start. */
    List<BadSettings> mistakes() {
        return mistakes;
    }

    /** Unknown variables that may belong to other programs. */
    List<String> warnings() {
        return warnings;
    }

    private void lookAtKey(String key, String source) {
        String plain = NameUtils.hyphenate(key, true).replaceAll("\\[\\d+]$", "");
        Optional<String> meant = known.contains(plain) ? Optional.empty() : meant(plain, known.stream().sorted());
        if (known.contains(plain) || meant.isEmpty() && plain.startsWith("redis.")) {
            return;
        }
        mistakes.add(new BadSettings("%s in %s is not a setting; %s".formatted(key, source,
                meant.map(right -> "did you mean " + right + "?").orElse("the README lists all settings."))));
    }

    private void lookAtVariable(String variable, Set<String> set) {
        String name = Keys.variable(variable);
        if (!OUR_VARIABLE.matcher(name).matches() || ours.contains(name) || SERVICE_LINK.matcher(name).matches()) {
            return;
        }
        Optional<String> meant = meant(name, ours.stream()).filter(right -> !set.contains(right));
        if (meant.isPresent()) {
            mistakes.add(new BadSettings(
                    "the variable %s is not a setting; did you mean %s?".formatted(variable, meant.get())));
        } else if (!name.startsWith("REDIS_")) {
            warnings.add("the variable " + variable + " is not a setting of Tertulia and is ignored; the README lists"
                    + " all settings");
        }
    }

    /** The known key that differs by a few letters, or only by its prefix, such as TERTULIA_ for WHATSAPP_. */
    private static Optional<String> meant(String written, Stream<String> known) {
        return known.filter(key -> away(written, key) <= MOST)
                .min(Comparator.<String>comparingInt(key -> away(written, key))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int away(String written, String key) {
        boolean otherBeginning = ending(key).equals(ending(written)) && !OF_REDIS.matcher(written).matches()
                && !OF_REDIS.matcher(key).matches();
        return otherBeginning ? 0 : distance(written, key);
    }

    private static String ending(String written) {
        return written.replaceFirst("^[A-Za-z]+", "");
    }

    /** The number of letters to change, add, remove or swap with the next one. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, String b, int i, int j) {
        int changed = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(changed, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean turned = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return turned ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
