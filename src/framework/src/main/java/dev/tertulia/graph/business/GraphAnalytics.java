package dev.tertulia.graph.business;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import dev.tertulia.business.Analytics;
import dev.tertulia.business.Price;
import dev.tertulia.business.PriceQuery;
import dev.tertulia.business.Span;
import dev.tertulia.business.Traffic;
import dev.tertulia.business.TrafficQuery;
import dev.tertulia.graph.GraphHttp;
import dev.tertulia.graph.GraphPath;
import dev.tertulia.graph.GraphRequest;

/** Queries of amounts and prices, which are fields of the account with filters in their names. */
record GraphAnalytics(GraphHttp http, Supplier<String> account) implements Analytics {

    @Override
    public List<Traffic> messages(TrafficQuery query) {
        String field = "analytics" + during(query.span(), query.granularity())
                + among("product_types", query.products().stream().map(TrafficQuery.Product::code).sorted().toList())
                + among("country_codes", query.countries().stream().sorted().toList());
        return ResponseMapper.readAll(points(ask(field).path("analytics")), Traffic.class);
    }

    @Override
    public List<Price> prices(PriceQuery query) {
        String field = "pricing_analytics" + during(query.span(), query.granularity())
                + among("pricing_categories", query.categories().stream().sorted().toList())
                + among("dimensions", query.dimensions().stream().sorted().toList());
        List<Price> prices = new ArrayList<>();
        ResponseMapper.list(ask(field).path("pricing_analytics"))
                .forEach(part -> prices.addAll(ResponseMapper.readAll(points(part), Price.class)));
        return prices;
    }

    private static JsonNode points(JsonNode part) {
        return ResponseMapper.array(part.path("data_points"), "data_points");
    }

    private JsonNode ask(String field) {
        return http.need(GraphRequest.get(GraphPath.of(account.get()).with("fields", field)));
    }

    private static String during(Span span, Enum<?> granularity) {
        return ".start(%d).end(%d).granularity(%s)".formatted(span.start().getEpochSecond(),
                span.end().getEpochSecond(), granularity);
    }

    private static String among(String filter, Collection<?> values) {
        return values.isEmpty()
                ? ""
                : values.stream().map(String::valueOf)
                        .collect(Collectors.joining(",", "." + filter + "([", "])"));
    }
}
