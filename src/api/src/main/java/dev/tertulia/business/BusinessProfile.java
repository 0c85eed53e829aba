package dev.tertulia.business;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.stability.Experimental;

/**
 * What people see of the business in WhatsApp. In a change, {@code null} leaves a value as it is.
 *
 * @param about             1 to 139 characters below the name
 * @param description       at most 512 characters
 * @param profilePictureUrl where the picture can be downloaded for a while; cannot be changed here
 * @param websites          at most two
 * @param vertical          industry, such as {@code RETAIL}
 */
@Experimental
public record BusinessProfile(@Nullable String about, @Nullable String address, @Nullable String description,
        @Nullable String email, @Nullable URI profilePictureUrl, @Nullable List<String> websites,
        @Nullable String vertical) {

    /** A change of nothing. */
    public static final BusinessProfile UNCHANGED = new BusinessProfile(null, null, null, null, null, null, null);

    /** The same with another text below the name. */
    public BusinessProfile about(String text) {
        return new BusinessProfile(text, address, description, email, profilePictureUrl, websites, vertical);
    }

    /** The same with another description. */
    public BusinessProfile description(String text) {
        return new BusinessProfile(about, address, text, email, profilePictureUrl, websites, vertical);
    }

    /** The same with other websites. */
    public BusinessProfile websites(String... addresses) {
        return new BusinessProfile(about, address, description, email, profilePictureUrl, List.of(addresses),
                vertical);
    }

    /** The same with another industry. */
    public BusinessProfile vertical(String industry) {
        return new BusinessProfile(about, address, description, email, profilePictureUrl, websites, industry);
    }
}
