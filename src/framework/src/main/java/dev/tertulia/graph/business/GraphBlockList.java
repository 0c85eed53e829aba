package dev.tertulia.graph.business;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpMethod;

import dev.tertulia.business.BlockList;
import dev.tertulia.graph.GraphHttp;
import dev.tertulia.graph.GraphPath;
import dev.tertulia.graph.GraphRequest;
import dev.tertulia.message.Member;
import dev.tertulia.message.WireError;

/** Requests about blocked people (wire reference, part 6). */
record GraphBlockList(GraphHttp http, String number) implements BlockList {

    private static final String NAME = "block_users";

    @Override
    public List<Result> block(Collection<Member> people) {
        return change(HttpMethod.POST, people);
    }

    @Override
    public List<Result> unblock(Collection<Member> people) {
        return change(HttpMethod.DELETE, people);
    }

    private List<Result> change(HttpMethod method, Collection<Member> people) {
        JsonNode answer = http.needPartly(new GraphRequest(method, GraphPath.of(number, NAME),
                Map.of("messaging_product", "whatsapp", NAME,
                        people.stream().map(person -> GraphRequest.participant(person.address())).toList())),
                NAME).path(NAME);
        JsonNode done = answer.has("removed_users") ? answer.path("removed_users") : answer.path("added_users");
        JsonNode failed = answer.path("failed_users");
        List<Result> results = new ArrayList<>();
        if (!failed.isArray() || !done.isMissingNode()) {
            ResponseMapper.array(done, "added_users").forEach(one -> results.add(result(one, true)));
        }
        failed.forEach(one -> results.add(result(one, false)));
        return results;
    }

    private static Result result(JsonNode person, boolean done) {
        List<WireError> errors = new ArrayList<>();
        person.path("errors").forEach(error -> errors.add(new WireError(error.path("code").asInt(),
                error.path("message").asText(""), ResponseMapper.text(error.path("error_data"), "details"))));
        return new Result(person.path("input").asText(""), ResponseMapper.text(person, "wa_id"), done, errors);
    }

    @Override
    public Stream<Member> list() {
        return Pages.of(after -> http.need(GraphRequest.get(GraphPath.of(number, NAME).with("after", after))),
                GraphBlockList::people, Member::address);
    }

    /** An older page of the reference prints the people of a page below a name of their own. */
    private static List<Member> people(JsonNode data) {
        List<Member> people = new ArrayList<>();
        for (JsonNode one : data) {
            (one.has(NAME) ? one.path(NAME) : List.of(one)).forEach(person -> {
                Member known = ResponseMapper.person(person);
                if (known != null) {
                    people.add(known);
                }
            });
        }
        return people;
    }
}
