package dev.tertulia.business;

import java.util.stream.Stream;

/** The templates of the business account (wire reference, part 4). They need {@code WHATSAPP_BUSINESS_ACCOUNT_ID}. */
public interface Templates {

    /** All templates. */
    default Stream<TemplateInfo> list() {
        return list(TemplateFilter.NONE);
    }

    /** Those that fit. */
    Stream<TemplateInfo> list(TemplateFilter filter);
}
