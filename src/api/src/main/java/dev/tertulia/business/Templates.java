package dev.tertulia.business;

import java.util.stream.Stream;

/** The message templates of the business account (wire reference, part 4). They require {@code WHATSAPP_BUSINESS_ACCOUNT_ID}. */
public interface Templates {

    /** All templates. */
    default Stream<TemplateInfo> list() {
        return list(TemplateFilter.NONE);
    }

    /** The templates that match a filter. */
    Stream<TemplateInfo> list(TemplateFilter filter);
}
