package dev.tertulia.moderation.judge;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

import dev.tertulia.moderation.judge.Compiled.Cost;
import dev.tertulia.moderation.judge.Post.Forwarding;
import dev.tertulia.moderation.rules.Condition;
import dev.tertulia.moderation.rules.MessageType;

/** Checks of a message beside its words. */
final class PostChecks {

    private PostChecks() {}

    static Compiled contacts(Condition.Contacts contacts) {
        return Compiler.plain(contacts, facts -> facts.subject().post().type() == MessageType.CONTACTS
                ? Optional.of(Evidence.found("contacts", "contact cards"))
                : Optional.empty());
    }

    /** A recorded message is an audio file too. */
    static Compiled media(Condition.Media media) {
        return Compiler.plain(media, facts -> {
            MessageType type = facts.subject().post().type();
            boolean among = media.types().contains(type)
                    || type == MessageType.VOICE && media.types().contains(MessageType.AUDIO);
            return among
                    ? Optional.of(Evidence.found("media", type.name().toLowerCase(Locale.ROOT)))
                    : Optional.empty();
        });
    }

    static Compiled forwarded(Condition.Forwarded forwarded) {
        return Compiler.plain(forwarded, facts -> {
            Forwarding forwarding = facts.subject().post().forwarding();
            boolean holds = forwarding == Forwarding.OFTEN || !forwarded.often() && forwarding == Forwarding.FORWARDED;
            return holds
                    ? Optional.of(Evidence.found("forwarded", forwarding == Forwarding.OFTEN ? "often" : "forwarded"))
                    : Optional.empty();
        });
    }

    static Compiled classified(Condition.Classified classified, Classifier classifier) {
        return Compiled.of(classified, Cost.CALL, facts -> {
            OptionalDouble score = facts.score(classifier, classified.name(), classified.label());
            return score.isPresent() && score.getAsDouble() > classified.over()
                    ? Optional.of(Evidence.found("classifier",
                            String.format(Locale.ROOT, "%s %.2f", classified.label(), score.getAsDouble())))
                    : Optional.empty();
        });
    }
}
