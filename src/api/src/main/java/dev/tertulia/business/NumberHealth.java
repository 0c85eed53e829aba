package dev.tertulia.business;

import java.util.List;

/**
 * Whether a number may send.
 *
 * @param canSendMessage {@code AVAILABLE}, {@code LIMITED} or {@code BLOCKED}
 * @param entities       what has a say in it
 */
public record NumberHealth(String canSendMessage, List<Entity> entities) {

    /**
     * One that has a say.
     *
     * @param entityType such as {@code PHONE_NUMBER}, {@code WABA}, {@code BUSINESS} or {@code APP}
     */
    public record Entity(String entityType, String id, String canSendMessage) {}
}
