package dev.tertulia.moderation.text;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Hosts without a scheme in a part of a text. A full stop without a space after it makes no host: where the ending is also a
 * word, as in {@code fim.de semana}, and the sentence goes on, it is none.
 */
final class BareHosts {

    private static final Set<String> WORDS = Set.copyOf(Lines.of("word-suffixes.txt"));
    private static final String STARTS_PATH = "/?#:";
    private static final String NEVER_LAST = ".,;:!?'\")]}>…";

    private final String text;
    private final int to;
    private int at;
    private int end;
    private @Nullable Address address;

    BareHosts(String text, int from, int to) {
        this.text = text;
        this.at = from;
        this.to = to;
    }

    /** The index of the next host, or -1. */
    int next() {
        while (at < to) {
            int start = at;
            boolean dotted = skipName();
            if (dotted && isHost(start)) {
                return start;
            }
            at = Math.max(at, start + 1);
        }
        return -1;
    }

    /** The end of what {@link #next()} has found, with its path. */
    int end() {
        return end;
    }

    @Nullable
    Address address() {
        return address;
    }

    /** Goes on to the end of letters, digits, hyphens and dots between them. Returns whether there is a dot. */
    private boolean skipName() {
        boolean dotted = false;
        while (at < to && (isOfName(at) || text.charAt(at) == '.' && at + 1 < to && isOfName(at + 1))) {
            dotted |= text.charAt(at) == '.';
            at++;
        }
        return dotted;
    }

    private boolean isOfName(int index) {
        char c = text.charAt(index);
        return c == '-' || Character.isLetterOrDigit(c) && (c < 0x80 || Script.of(c) != Script.UNSPACED);
    }

    private boolean isHost(int start) {
        String name = text.substring(start, at);
        String suffix = name.substring(name.lastIndexOf('.') + 1);
        boolean ofEmail = start > 0 && text.charAt(start - 1) == '@' || at < text.length() && text.charAt(at) == '@';
        if (ofEmail || !Character.isLetter(suffix.charAt(0))) {
            return false;
        }
        String host = Host.canonical(name);
        String domain = Host.registrableDomain(host);
        if (domain == null) {
            return false;
        }
        end = endOfPath();
        if (end == at && !isLikely(host, domain, suffix)) {
            return false;
        }
        address = Address.of(text.substring(start, end));
        at = end;
        return true;
    }

    /** Whether a host without a path is meant as one. */
    private boolean isLikely(String host, String domain, String suffix) {
        if (KnownSites.SHORTENERS.haveHost(host, "") || KnownSites.INVITES.haveHost(host, "")) {
            return true;
        }
        if (domain.substring(0, domain.indexOf('.')).chars().noneMatch(Character::isLetter)) {
            return false;
        }
        boolean newSentence = Character.isUpperCase(suffix.charAt(0))
                && Character.isLowerCase(text.charAt(at - suffix.length() - 2));
        return !WORDS.contains(suffix.toLowerCase(Locale.ROOT)) || !newSentence && !sentenceGoesOn();
    }

    private boolean sentenceGoesOn() {
        return at + 1 < text.length() && Character.isWhitespace(text.charAt(at)) && text.charAt(at) != '\n'
                && Character.isLetter(text.charAt(at + 1));
    }

    private int endOfPath() {
        if (at >= to || STARTS_PATH.indexOf(text.charAt(at)) < 0) {
            return at;
        }
        int last = at;
        while (last < to && !Character.isWhitespace(text.charAt(last))) {
            last++;
        }
        while (last > at && NEVER_LAST.indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return last;
    }
}
