package dev.tertulia.server.console.groups;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.business.GroupSummary;
import dev.tertulia.business.RefusedByWhatsApp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** WhatsApp's list of groups is read in the background, so that no page waits for it. */
class GroupListingTest {

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        executor.close();
    }

    @Test
    void aLongListIsNotWaitedFor() {
        CountDownLatch told = new CountDownLatch(1);
        GroupListing listing = new GroupListing(() -> {
            awaitQuietly(told);
            return Stream.of(new GroupSummary("g", "Books", null));
        }, executor);

        assertThat(listing.latest().error()).isEmpty();
        assertThat(listing.latest().groups()).isEmpty();

        told.countDown();
        await().untilAsserted(() -> assertThat(listing.latest().groups()).containsOnlyKeys("g"));
        assertThat(listing.error()).isNull();
    }

    private static void awaitQuietly(CountDownLatch told) {
        try {
            told.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aRefusalIsTold() {
        GroupListing listing = new GroupListing(() -> {
            throw new RefusedByWhatsApp(10, 403, false, "the token lacks a permission");
        }, executor);

        await().untilAsserted(() -> assertThat(listing.latest().error()).isEqualTo("the token lacks a permission"));
    }
}
