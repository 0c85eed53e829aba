package dev.tertulia.moderation.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/** Finds links, also those without a scheme, as {@code example.org/x}. */
public final class Links {

    private static final LinkExtractor EXTRACTOR = LinkExtractor.builder()
            .linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW)).build();

    private final Plain plain;
    private final String text;
    private final List<Link> found = new ArrayList<>();

    private Links(Plain plain) {
        this.plain = plain;
        this.text = plain.text();
    }

    /** The links in a text, in their order. */
    public static List<Link> find(String text) {
        if (text.chars().allMatch(c -> c < 0x80 && ".:[({".indexOf(c) < 0)) {
            return List.of();
        }
        Links links = new Links(Plain.of(text));
        links.find();
        return List.copyOf(links.found);
    }

    /** The host of a domain as links give it: lower-case, in ASCII and without what nobody sees. */
    public static String host(String domain) {
        return Host.canonical(Plain.of(domain).text());
    }

    private void find() {
        int from = 0;
        for (LinkSpan span : EXTRACTOR.extractLinks(text)) {
            Address address = Address.of(text.substring(span.getBeginIndex(), span.getEndIndex()));
            if (address != null) {
                bare(from, span.getBeginIndex());
                add(address, span.getBeginIndex(), span.getEndIndex());
                from = span.getEndIndex();
            }
        }
        bare(from, text.length());
    }

    private void bare(int from, int to) {
        BareHosts hosts = new BareHosts(text, from, to);
        for (int start = hosts.next(); start >= 0; start = hosts.next()) {
            add(hosts.address(), start, hosts.end());
        }
    }

    private void add(@Nullable Address address, int start, int end) {
        if (address != null) {
            found.add(new Link(address.host(), address.registrableDomain(), KnownSites.INVITES.have(address),
                    KnownSites.SHORTENERS.have(address), Math.max(plain.start(start), lastEnd()), plain.end(end)));
        }
    }

    /** One character may stand for several words, as U+FDFA does: a link may begin in the one in which the last one ends. */
    private int lastEnd() {
        return found.isEmpty() ? 0 : found.getLast().end();
    }
}
