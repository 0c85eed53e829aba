package dev.tertulia.redis;

import io.lettuce.core.RedisException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServerInfoTest {

    @Test
    void readsWhatTheServerSays() {
        String info = "# Server\r\nredis_version:7.0.15\r\n\r\n# Cluster\r\ncluster_enabled:1\r\n";

        assertThat(ServerInfo.read(info)).isEqualTo(new ServerInfo("7.0.15", true));
        assertThat(ServerInfo.read("")).isEqualTo(new ServerInfo("unknown", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.2.0", "7.0.15", "10.0.1", "unknown"})
    void isNewEnough(String version) {
        new ServerInfo(version, false).refuseIfTooOld();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.0.14.1", "6.0.16"})
    void isTooOld(String version) {
        assertThatThrownBy(() -> new ServerInfo(version, false).refuseIfTooOld()).isInstanceOf(RedisException.class)
                .hasMessage("version " + version + " is too old: 6.2 is needed");
    }
}
