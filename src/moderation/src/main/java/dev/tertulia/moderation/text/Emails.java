package dev.tertulia.moderation.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/** Finds e-mail addresses. */
public final class Emails {

    private static final LinkExtractor EXTRACTOR = LinkExtractor.builder().linkTypes(EnumSet.of(LinkType.EMAIL))
            .build();

    private Emails() {}

    /** The addresses in a text, in their order. */
    public static List<Email> find(String text) {
        Plain plain = Plain.of(text);
        String visible = plain.text();
        List<Email> found = new ArrayList<>();
        for (LinkSpan span : EXTRACTOR.extractLinks(visible)) {
            found.add(new Email(visible.substring(span.getBeginIndex(), span.getEndIndex()),
                    plain.start(span.getBeginIndex()), plain.end(span.getEndIndex())));
        }
        return List.copyOf(found);
    }
}
