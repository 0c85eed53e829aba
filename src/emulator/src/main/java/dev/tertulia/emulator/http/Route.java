package dev.tertulia.emulator.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One line of a table of routes: method, path with {places}, and who answers. */
public record Route(String method, String path, Function<RoutedRequest, Response> answer) {

    /** One line of the Graph API's table, such as {@code GET /{group}/invite_link}. */
    public static Route graph(String methodAndPath, Function<RoutedRequest, Response> answer) {
        return below("/{version}", methodAndPath, answer);
    }

    /** One line of the control interface's table. */
    public static Route control(String methodAndPath, Function<RoutedRequest, Response> answer) {
        return below("/emulator", methodAndPath, answer);
    }

    private static Route below(String root, String methodAndPath, Function<RoutedRequest, Response> answer) {
        String[] parts = methodAndPath.split(" ");
        return new Route(parts[0], root + parts[1], answer);
    }

    /** The values of the path's places, if the request comes this way. */
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
