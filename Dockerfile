# The application, as built by `mvn package`. Build it first:  mvn package -DskipTests && docker build -t tertulia .
# An exact version; add the digest that your registry shows (@sha256:…).
FROM eclipse-temurin:25.0.1_8-jre-noble

RUN useradd --system --uid 10001 --create-home --home-dir /app tertulia
WORKDIR /app
COPY bots/target/app/ ./
USER 10001

# Does not start without WHATSAPP_ACCESS_TOKEN: the demo refuses other machines, unless TERTULIA_DEMO_ACCESS=open
ENV TERTULIA_HOST=0.0.0.0
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
    CMD curl -fs http://localhost:8080/health/liveness || exit 1

# The exec form: the process itself receives SIGTERM and finishes its work in progress
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:MaxDirectMemorySize=128m", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp", "lib/*:bots/*", "dev.tertulia.server.Application"]
