package dev.tertulia.business;

import java.util.List;

/**
 * The health status of a number: whether it can send.
 *
 * @param canSendMessage {@code AVAILABLE}, {@code LIMITED} or {@code BLOCKED}
 * @param entities       the entities that decide it
 */
public record NumberHealth(String canSendMessage, List<Entity> entities) {

    /**
     * An entity that decides whether a number can send.
     *
     * @param entityType such as {@code PHONE_NUMBER}, {@code WABA}, {@code BUSINESS} or {@code APP}
     */
    public record Entity(String entityType, String id, String canSendMessage) {}
}
