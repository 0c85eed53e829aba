package dev.tertulia.emulator.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Route of an HTTP interface: a method, a path with {variables}, and the function that answers. */
public record Route(String method, String path, Function<RoutedRequest, Response> answer) {

    /**
     * Returns a route of the Graph API, in any version.
     *
     * @param methodAndPath such as {@code GET /{group}/invite_link}
     */
    public static Route graph(String methodAndPath, Function<RoutedRequest, Response> answer) {
        return below("/{version}", methodAndPath, answer);
    }

    /**
     * Returns a route of the control interface.
     *
     * @param methodAndPath the path below {@code /emulator}
     */
    public static Route control(String methodAndPath, Function<RoutedRequest, Response> answer) {
        return below("/emulator", methodAndPath, answer);
    }

    private static Route below(String root, String methodAndPath, Function<RoutedRequest, Response> answer) {
        String[] parts = methodAndPath.split(" ");
        return new Route(parts[0], root + parts[1], answer);
    }

    /** Returns the request with the values of the path's variables, or empty if the request has another method or path. */
    public Optional<RoutedRequest> match(Request request) {
        String[] wanted = path.split("/");
        String[] given = request.path().split("/");
        if (!method.equals(request.method()) || wanted.length != given.length) {
            return Optional.empty();
        }
        var places = new LinkedHashMap<String, String>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{")) {
                places.put(wanted[i].substring(1, wanted[i].length() - 1), given[i]);
            } else if (!wanted[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(new RoutedRequest(request, Map.copyOf(places)));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
