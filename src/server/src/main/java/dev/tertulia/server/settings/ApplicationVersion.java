package dev.tertulia.server.settings;

/** The version of the application. */
public final class ApplicationVersion {

    private ApplicationVersion() {}

    /** The version, such as {@code 0.2.0}; a dash if the application was not packaged. */
    public static String text() {
        String version = ApplicationVersion.class.getPackage().getImplementationVersion();
        return version == null ? "–" : version;
    }
}
