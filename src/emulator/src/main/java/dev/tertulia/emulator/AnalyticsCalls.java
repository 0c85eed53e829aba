package dev.tertulia.emulator;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.http.RoutedRequest;

/** Graph API calls for the account's analytics, computed from the messages that the emulator has seen. */
final class AnalyticsCalls {
    private static final Pattern FILTER = Pattern.compile("\\.(\\w+)\\(([^)]*)\\)");
    private static final String GROUP_NOTIFICATION = "101";
    private static final String GROUP_SUPPORT = "102";
    private static final String GROUP_INBOUND = "103";

    private static final Duration LONGEST = Duration.ofDays(366);

    private record Span(Instant start, Instant end) {}

    private record Bill(Span span, MessagePrice price, String country) {}

    private final EmulatorState state;

    AnalyticsCalls(EmulatorState state) {
        this.state = state;
    }

    /** Returns the account with the requested field. */
    Response get(RoutedRequest routed) {
        String field = routed.request().query().getOrDefault("fields", "id");
        Map<String, String> filters = filters(field);
        ObjectNode answer = Json.object();
        if (field.startsWith("analytics.")) {
            answer.set("analytics", messages(filters));
        } else if (field.startsWith("pricing_analytics.")) {
            answer.set("pricing_analytics", prices(filters));
        }
        return Response.ok(answer.put("id", state.settings().businessAccountId()));
    }

    private static Map<String, String> filters(String field) {
        var filters = new LinkedHashMap<String, String>();
        Matcher matcher = FILTER.matcher(field);
        while (matcher.find()) {
            filters.put(matcher.group(1), matcher.group(2));
        }
        return filters;
    }

    private static Set<String> list(Map<String, String> filters, String key) {
        String bare = filters.getOrDefault(key, "").replaceAll("[\\[\\]\"' ]", "");
        return bare.isEmpty() ? Set.of() : Set.of(bare.split(","));
    }

    private static List<Span> spans(Map<String, String> filters) {
        Instant start = second(filters, "start");
        Instant end = second(filters, "end");
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw new Refusal(ApiError.parameter("start and end must be at most a year apart."));
        }
        Duration step = switch (filters.getOrDefault("granularity", "DAY")) {
            case "HALF_HOUR" -> Duration.ofMinutes(30);
            case "MONTH", "MONTHLY" -> Duration.ofDays(30);
            case "DAY", "DAILY" -> Duration.ofDays(1);
            default -> throw new Refusal(ApiError.parameter("granularity must be one of {HALF_HOUR, DAY, MONTH}."));
        };
        var spans = new ArrayList<Span>();
        for (Instant at = start; at.isBefore(end); at = at.plus(step)) {
            spans.add(new Span(at, at.plus(step).isBefore(end) ? at.plus(step) : end));
        }
        return spans;
    }

    private static Instant second(Map<String, String> filters, String key) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(filters.getOrDefault(key, "")));
        } catch (NumberFormatException | DateTimeException e) {
            throw new Refusal(ApiError.parameter("%s must be a UNIX time.".formatted(key)));
        }
    }

    private ObjectNode messages(Map<String, String> filters) {
        Set<String> products = list(filters, "product_types");
        if (products.size() > 1 && products.contains(GROUP_INBOUND)) {
            throw new Refusal(ApiError.PRODUCT_TYPES);
        }
        Set<String> countries = list(filters, "country_codes");
        return Json.object("phone_numbers",
                state.numbers().values().stream().map(BusinessNumber::display).toList(), "country_codes",
                countries.isEmpty() ? null : countries, "granularity", filters.getOrDefault("granularity", "DAY"),
                "data_points",
                spans(filters).stream().map(span -> point(span, products, countries)).toList());
    }

    private ObjectNode point(Span span, Set<String> products, Set<String> countries) {
        ObjectNode point = Json.object("start", span.start().getEpochSecond(), "end", span.end().getEpochSecond());
        if (products.contains(GROUP_INBOUND)) {
            return point.put("groups_received", state.analytics().heardInGroups(span.start(), span.end()));
        }
        List<AnalyticsLog.Sent> sent = state.analytics().sent(span.start(), span.end(), one -> wanted(one, products));
        long delivered = sent.stream().mapToLong(one -> reached(one, countries)).sum();
        long inGroups = sent.stream().filter(AnalyticsLog.Sent::toGroup).mapToLong(one -> reached(one, countries))
                .sum();
        point.put("sent", sent.size()).put("delivered", delivered);
        if (countries.isEmpty()) {
            point.put("groups_sent", sent.stream().filter(AnalyticsLog.Sent::toGroup).count());
        }
        return point.put("groups_delivered", inGroups);
    }

    private static boolean wanted(AnalyticsLog.Sent one, Set<String> products) {
        boolean support = one.category().equals("service");
        return products.isEmpty() || one.toGroup() && products.contains(support ? GROUP_SUPPORT : GROUP_NOTIFICATION);
    }

    private static long reached(AnalyticsLog.Sent one, Set<String> countries) {
        return one.deliveries().stream().map(AnalyticsLog.Delivery::country)
                .filter(country -> countries.isEmpty() || countries.contains(country)).count();
    }

    private ObjectNode prices(Map<String, String> filters) {
        Set<String> categories = list(filters, "pricing_categories");
        var volumes = new LinkedHashMap<Bill, Integer>();
        for (Span span : spans(filters)) {
            for (AnalyticsLog.Sent one : state.analytics().sent(span.start(), span.end(), sent -> true)) {
                one.deliveries().forEach(delivery -> delivery.price()
                        .filter(price -> categories.isEmpty() || categories.contains(upper(price.category())))
                        .ifPresent(price -> volumes.merge(new Bill(span, price, delivery.country()), 1, Integer::sum)));
            }
        }
        List<ObjectNode> points = volumes.entrySet().stream().map(entry -> price(entry.getKey(), entry.getValue()))
                .toList();
        return Json.object("data", List.of(Json.object("data_points", points)));
    }

    /** The emulator has no rate card: each charged message costs 1. */
    private static ObjectNode price(Bill bill, int volume) {
        return Json.object("start", bill.span().start().getEpochSecond(), "end", bill.span().end().getEpochSecond(),
                "country", bill.country(), "pricing_type", upper(bill.price().type()), "pricing_category",
                upper(bill.price().category()), "volume", volume, "cost", bill.price().billable() ? volume : 0);
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
