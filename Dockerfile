# Three images from one source tree; `docker build -t tertulia .` builds the last one, the server.
#   docker build -t tertulia .                                      the server with the bundled bots
#   docker build -t tertulia-emulator --target emulator .           the emulator alone, for bots in any language
# Exact versions; add the digests that your registry shows (@sha256:…).

FROM maven:3.9.11-eclipse-temurin-25 AS build
WORKDIR /src
COPY pom.xml ./
COPY src/ src/
COPY bots/ bots/
COPY config/ config/
RUN mvn -B -ntp -q -DskipTests package -pl bots -am
# What changes rarely and what changes often go to different layers
RUN mkdir -p /layers/libraries /layers/tertulia \
    && cp -a bots/target/app/lib /layers/all \
    && mv /layers/all/tertulia-*.jar /layers/tertulia/ \
    && mv /layers/all/* /layers/libraries/

FROM eclipse-temurin:25.0.1_8-jre-noble AS emulator
RUN useradd --system --uid 10001 --no-create-home --home-dir /app tertulia
WORKDIR /app
COPY --from=build /layers/libraries/ lib/
COPY --from=build /layers/tertulia/tertulia-emulator-*.jar lib/
USER 10001
EXPOSE 8090
# Other containers call it by its name: --host emulator, or the name that you give it
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-cp", "lib/*", "dev.tertulia.emulator.Emulator", "--address", "0.0.0.0"]
CMD ["--host", "emulator", "--webhooks-anywhere"]

FROM eclipse-temurin:25.0.1_8-jre-noble AS server
RUN useradd --system --uid 10001 --no-create-home --home-dir /app tertulia
WORKDIR /app
COPY --from=build /layers/libraries/ lib/
COPY --from=build /layers/tertulia/ lib/
# A training run makes app.aot, which halves the time of a start, and app.args, which uses it with any bots
RUN ["java", "-cp", "lib/*", "dev.tertulia.server.Training"]
COPY --from=build /src/bots/target/app/bom.json ./
COPY config/ config/
# The last layer, so that a change of a bot rebuilds only this one. Mount a folder with your own jars over it.
COPY --from=build /src/bots/target/app/bots/ bots/
USER 10001

# Does not start without WHATSAPP_ACCESS_TOKEN: the demo refuses other machines, unless TERTULIA_DEMO_ACCESS=open
ENV TERTULIA_HOST=0.0.0.0
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
    CMD ["curl", "-fs", "http://localhost:8080/health/liveness"]

# The exec form: the process itself receives SIGTERM and finishes its work in progress
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:MaxDirectMemorySize=128m", "-XX:+ExitOnOutOfMemoryError", "@app.args", "dev.tertulia.server.Application"]
