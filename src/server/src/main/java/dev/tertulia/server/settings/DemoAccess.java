package dev.tertulia.server.settings;

import java.util.List;

/**
 * Who may reach the demo, in which anybody plays everybody.
 *
 * @param open             whether it may listen at other addresses than those of this machine alone
 * @param hosts            names by which it may be called besides localhost
 * @param webhooksAnywhere whether its webhooks may be sent to other machines
 */
public record DemoAccess(boolean open, List<String> hosts, boolean webhooksAnywhere) {}
