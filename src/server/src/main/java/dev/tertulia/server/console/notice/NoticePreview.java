package dev.tertulia.server.console.notice;

import dev.tertulia.broadcast.Estimate;

/** What would become of a notice if it left now. */
public record NoticePreview(Estimate estimate) {

    /** The highest cost with its currency; empty without a rate card. */
    public String cost() {
        return estimate.currency().isEmpty()
                ? ""
                : estimate.atMost().amount().stripTrailingZeros().toPlainString() + " " + estimate.currency();
    }
}
