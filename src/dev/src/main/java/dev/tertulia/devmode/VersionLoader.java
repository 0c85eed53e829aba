package dev.tertulia.devmode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Class loader of one version of a project: its classes and resources come first, and everything else comes from the class
 * path of the process. What another build of the project has left there is hidden. It can be unloaded after the version.
 */
final class VersionLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    /**
     * Packages of Micronaut that each version loads anew: their static fields keep the environments of all contexts, and
     * with them the versions, because annotations of their methods have placeholders.
     */
    private static final List<String> LOADED_ANEW = List.of("io.micronaut.configuration.metrics.binder.web.",
            "io.micronaut.management.endpoint.health.filter.", "io.micronaut.management.health.monitor.");

    private final Path folder;
    private final List<Path> stale;

    VersionLoader(Project project, Path folder) {
        super(new URL[]{url(folder)}, VersionLoader.class.getClassLoader());
        this.folder = folder;
        this.stale = project.stale();
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        if (Files.exists(folder.resolve(file)) || LOADED_ANEW.stream().anyMatch(name::startsWith)) {
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? findClass(name) : known;
            }
        }
        if (stale.stream().anyMatch(place -> Files.exists(place.resolve(file)))) {
            throw new ClassNotFoundException(name);
        }
        return super.loadClass(name, resolve);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (LOADED_ANEW.stream().noneMatch(name::startsWith)) {
            return super.findClass(name);
        }
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        try {
            Enumeration<URL> all = getResources(name);
            return all.hasMoreElements() ? all.nextElement() : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> all = new ArrayList<>(Collections.list(findResources(name)));
        for (URL other : Collections.list(getParent().getResources(name))) {
            if (stale.stream().noneMatch(place -> other.toString().startsWith(url(place).toString()))) {
                all.add(other);
            }
        }
        return Collections.enumeration(all);
    }
}
