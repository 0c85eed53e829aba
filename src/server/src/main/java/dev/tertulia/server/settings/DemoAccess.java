package dev.tertulia.server.settings;

import java.util.List;

/**
 * Access rules of the demo, in which any visitor can act as any member.
 *
 * @param open             whether the demo may listen at addresses that other machines can reach
 * @param hosts            accepted host names besides localhost
 * @param webhooksAnywhere whether webhooks may be sent to other machines
 */
public record DemoAccess(boolean open, List<String> hosts, boolean webhooksAnywhere) {}
