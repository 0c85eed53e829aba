package dev.tertulia.business;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * A media file on WhatsApp's servers.
 *
 * @param url      the URL, valid for five minutes and only with the access token
 * @param sha256   of the bytes, as hexadecimal digits; messages carry the same in base64
 * @param fileSize in bytes
 */
public record MediaFile(String id, URI url, @Nullable String mimeType, @Nullable String sha256,
        @Nullable Long fileSize) {}
