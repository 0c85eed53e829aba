package dev.tertulia.server.console.numbers;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.business.NumberHealth;
import dev.tertulia.business.NumberInfo;

/**
 * A phone number as WhatsApp describes it.
 *
 * @param templates    those that WhatsApp lists, and those that bots and rules name
 * @param error        why WhatsApp did not describe it; {@code null} if it did
 * @param lastDelivery when this process last accepted a delivery for it; {@code null} if it never did
 * @param measures     what WhatsApp forbids, in sentences
 */
public record NumberStatus(String id, @Nullable NumberInfo info, @Nullable NumberHealth health,
        List<TemplateRow> templates, @Nullable String error, @Nullable Instant lastDelivery,
        List<String> measures) {}
