package dev.tertulia.emulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.ChatMessage.Choices;
import dev.tertulia.emulator.http.Json;

/** Accepted messages of the business: shown in their chat, charged, and reported in statuses. */
final class OutboundMessages {

    /** What people read and can tap, and the category that Meta charges. */
    record Reading(String text, String category, @Nullable Choices choices, ChatMessage.@Nullable Filled filled) {}

    private final EmulatorState state;
    private final Statuses statuses;

    OutboundMessages(EmulatorState state) {
        this.state = state;
        this.statuses = new Statuses(state);
    }

    /** Returns what people read of a message, or throws a {@link Refusal} for a template that cannot be filled in. */
    Reading read(SendRequest request) {
        if (!request.isTemplate()) {
            return new Reading(request.words(), "service",
                    request.isInteractive() ? Interactive.choices(request.content()) : null, null);
        }
        var call = TemplateCall.read(request.content(), state);
        return new Reading(state.templates().fill(call), state.templates().category(call).toLowerCase(Locale.ROOT),
                TemplateChoices.of(state.templates().find(call.name(), call.language()).orElse(null), call),
                ChatMessage.Filled.of(call));
    }

    /**
     * Shows an accepted message in its chat and sends its statuses.
     *
     * @param late the error with which the message fails later, null if it does not
     */
    void accept(Chat chat, SendRequest request, AcceptedMessage message, Reading reading, @Nullable ApiError late) {
        boolean open = chat.windowOpen(state.now());
        @Nullable
        ApiError failure = failure(chat, request, open, late);
        List<MessagePrice> prices = failure == null ? prices(request, message, open) : List.of();
        if (request.isReaction()) {
            if (failure == null) {
                react(chat, request);
            }
        } else if (!request.isPin()) {
            chat.add(shown(request, message, reading, failure).with(
                    new ChatMessage.Extra(Json.text(request.content(), "id"), Map.of(), dearest(prices))));
        }
        follow(request, message, failure, prices);
    }

    /**
     * Returns the error of the failed status, or null. As with Meta, a free-form message outside the window is accepted first
     * and fails later, and so do a message to nobody and a reaction to a message that is not in the chat.
     */
    private @Nullable ApiError failure(Chat chat, SendRequest request, boolean windowOpen, @Nullable ApiError late) {
        if (chat instanceof PrivateChat one && one.person().id().isEmpty()) {
            return ApiError.UNDELIVERABLE;
        }
        if (!request.isTemplate() && !request.isPin() && !windowOpen) {
            state.violated();
            return ApiError.WINDOW_SHUT;
        }
        return request.isReaction() && chat.message(request.reactedTo()) == null ? ApiError.NOTHING_TO_REACT_TO : late;
    }

    private static void react(Chat chat, SendRequest request) {
        chat.add(chat.message(request.reactedTo()).reacted(ChatMessage.BUSINESS,
                request.content().path("emoji").asText()));
    }

    /** Returns one price for each recipient; none for a reaction or a pin, which are never charged. */
    private List<MessagePrice> prices(SendRequest request, AcceptedMessage message, boolean windowOpen) {
        return request.isPin() || request.isReaction()
                ? List.of()
                : state.prices().of(message, windowOpen, state.now());
    }

    private static @Nullable MessagePrice dearest(List<MessagePrice> prices) {
        return prices.stream().filter(MessagePrice::billable).findFirst()
                .orElse(prices.isEmpty() ? null : prices.getFirst());
    }

    private ChatMessage shown(SendRequest request, AcceptedMessage message, Reading reading,
            @Nullable ApiError failure) {
        Map<String, String> ticks = new LinkedHashMap<>();
        message.readers().forEach(
                reader -> ticks.put(reader.id(), failure == null ? state.receipts().tick() : "failed"));
        return new ChatMessage(message.id(), state.now(), ChatMessage.BUSINESS, request.type(), reading.text(),
                request.quoted(), request.isTemplate() ? request.content().path("name").asText() : null, ticks,
                failure == null ? null : failure.code() + " " + failure.title(),
                new ChatMessage.Extra(null, Map.of(), null, reading.filled(), reading.choices()));
    }

    private void follow(SendRequest request, AcceptedMessage message, @Nullable ApiError failure,
            List<MessagePrice> prices) {
        if (failure != null) {
            statuses.failed(message, failure);
            return;
        }
        var deliveries = new ArrayList<AnalyticsLog.Delivery>();
        for (int i = 0; i < message.readers().size(); i++) {
            deliveries.add(new AnalyticsLog.Delivery(message.readers().get(i).country(),
                    prices.isEmpty() ? Optional.empty() : Optional.of(prices.get(i))));
        }
        state.analytics()
                .sent(new AnalyticsLog.Sent(state.now(), message.number(), message.toGroup(), message.category(),
                        deliveries));
        if (request.isReaction()) {
            statuses.sent(message);
        } else {
            statuses.followed(message, prices);
        }
    }
}
