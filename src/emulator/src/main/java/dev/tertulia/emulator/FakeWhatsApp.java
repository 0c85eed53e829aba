package dev.tertulia.emulator;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Request;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.lock.StateLock;

/**
 * WhatsApp's side of the API, in memory and without sockets. Thread-safe.
 *
 * <p>Webhooks are queued until {@link FakeWebhooks#deliverNext()} or the background thread of an {@link Emulator} delivers them. Methods
 * throw a {@link java.util.NoSuchElementException} for an unknown group or member, and an
 * {@link IllegalArgumentException} for what WhatsApp does not allow.
 */
public final class FakeWhatsApp {
    private final StateLock lock = new StateLock();
    private final MovableClock clock;
    private final EmulatorState state;
    private final FakeWebhooks webhooks;
    private final Membership membership;
    private final RequestRouter router;

    /** Creates an emulated account with one phone number. */
    public FakeWhatsApp(AccountSettings settings, MovableClock clock) {
        this.clock = clock;
        state = new EmulatorState(settings, clock, lock);
        webhooks = new FakeWebhooks(state, lock);
        membership = new Membership(state, new GroupEvents(state));
        var graph = new GraphApi(state, membership);
        router = new RequestRouter(lock, graph, new ControlApi(state, lock, membership, graph));
        clock.onMove(() -> lock.run(lock::work));
    }

    public AccountSettings settings() {
        return lock.locked(state::settings);
    }

    public MovableClock clock() {
        return clock;
    }

    /** Handles a request to the Graph API, the control interface or the page. A long poll blocks the calling thread. */
    public Response handle(Request request) {
        return router.handle(request);
    }

    /** The webhooks: where they go and how they are delivered. */
    public FakeWebhooks webhooks() {
        return webhooks;
    }

    int watchers() {
        return lock.locked(lock::watchers);
    }

    /** Creates a group of the first number and returns it. */
    public GroupView createGroup(String subject) {
        return createGroup(settings().phoneNumberId(), subject, false);
    }

    /**
     * Creates a group and returns it.
     *
     * @param approvalRequired whether people who use the link have to be approved
     * @throws IllegalArgumentException if the number is unknown
     */
    public GroupView createGroup(String phoneNumberId, String subject, boolean approvalRequired) {
        return lock.locked(() -> membership
                .create(new GroupCreation(state.numberOrFirst(phoneNumberId), subject, "", approvalRequired)).view());
    }

    /**
     * Lets a person join by link.
     *
     * @param phone null for a generated number, empty for a hidden one
     */
    public MemberView join(String groupId, String name, @Nullable String phone) {
        return lock.locked(() -> {
            ChatGroup group = state.group(groupId);
            Person person = state.people().called(name, phone);
            membership.join(group, person);
            return person.view();
        });
    }

    /** Lets a person who is known already join by link. */
    public MemberView join(String groupId, String personId) {
        return lock.locked(() -> {
            Person person = state.people().existing(personId);
            membership.join(state.group(groupId), person);
            return person.view();
        });
    }

    /** Revokes the join request of a person. */
    public void revokeJoinRequest(String groupId, String personId) {
        lock.run(() -> {
            ChatGroup group = state.group(groupId);
            PendingJoin request = group.joinRequests().values().stream()
                    .filter(pending -> pending.person().id().equals(personId)).findFirst()
                    .orElseThrow(() -> new NoSuchElementException(
                            "%s has not asked to join '%s'.".formatted(personId, group.subject())));
            membership.revoke(group, request);
        });
    }

    /** Lets a member leave. */
    public void leave(String groupId, String memberId) {
        lock.run(() -> membership.leave(state.group(groupId), state.group(groupId).member(memberId)));
    }

    /**
     * Gives a member a new phone number and a new user id, and sends a webhook.
     *
     * @param phone null for a generated number
     */
    public MemberView changeNumber(String groupId, String memberId, @Nullable String phone) {
        return chat(groupId, memberId).changeNumber(phone);
    }

    /** Hides a member's phone number behind a username. */
    public MemberView hideNumber(String groupId, String memberId) {
        return chat(groupId, memberId).hideNumber();
    }

    /** Sends a message of a member and returns its id. */
    public String say(String groupId, String memberId, String text) {
        return chat(groupId, memberId).say(text);
    }

    /** Sends a message with another time stamp and returns its id: WhatsApp may deliver hours later what was written offline. */
    public String say(String groupId, String memberId, String text, Instant at) {
        return chat(groupId, memberId).say(text, at);
    }

    /** Sends a message of a member that quotes another one, and returns its id. */
    public String reply(String groupId, String memberId, String quotedWamid, String text) {
        return chat(groupId, memberId).reply(quotedWamid, text);
    }

    /** Returns a group as one of its members writes and reads in it. */
    public FakeChat chat(String groupId, String memberId) {
        return new FakeChat(state, lock, () -> state.group(groupId), memberId);
    }

    /** Returns the private chat of a person with a number of the business. */
    public FakeChat privateChat(String phoneNumberId, String personId) {
        return new FakeChat(state, lock,
                () -> state.numberOrFirst(phoneNumberId).chat(state.people().existing(personId)), personId);
    }

    /**
     * Adds a person outside of groups, or returns the one with the phone number.
     *
     * @param phone null for a generated number, empty for a hidden one
     */
    public MemberView person(String name, @Nullable String phone) {
        return lock.locked(() -> state.people().called(name, phone).view());
    }

    /** Returns a person as known now: the number or the user id may have changed. */
    public MemberView person(String personId) {
        return lock.locked(() -> state.people().existing(personId).view());
    }

    /** Suspends a group as Meta does, or ends the suspension. */
    public void suspend(String groupId, boolean suspended) {
        lock.run(() -> membership.suspend(state.group(groupId), suspended));
    }

    /** Returns the conversation of a group, oldest first; also after the group was deleted. */
    public List<ChatMessage> transcript(String groupId) {
        return lock.locked(() -> state.everKnown(groupId).transcript());
    }

    /** Returns a group as it is now, or as it was when it was deleted. */
    public GroupView group(String groupId) {
        return lock.locked(() -> state.everKnown(groupId).view());
    }

    public List<GroupView> groups() {
        return lock.locked(() -> state.groups().values().stream().map(ChatGroup::view).toList());
    }

    public Faults faults() {
        return state.faults();
    }

    public Templates templates() {
        return state.templates();
    }

    /** Limits the messages of each number per second; error 130429 above. 0 is no limit. */
    public void limitMessages(int perSecond) {
        lock.run(() -> state.limit(state.limits().withMessagesPerSecond(perSecond)));
    }

    /** Sets all rate limits. */
    public void limit(Limits limits) {
        lock.run(() -> state.limit(limits));
    }

    /** Sets how receipts are sent. */
    public void receipts(Receipts receipts) {
        lock.run(() -> state.receipts(receipts));
    }

    /**
     * Adds a phone number of the business.
     *
     * @throws IllegalArgumentException if the id is in use
     */
    public void addNumber(String phoneNumberId, String displayPhoneNumber) {
        lock.run(() -> state.addNumber(phoneNumberId, displayPhoneNumber));
    }

    /**
     * Adds the numbers, templates, limits and groups of a seed file in YAML.
     *
     * @throws IllegalArgumentException if the file is invalid
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public void seed(Path file) {
        ObjectNode seed = SeedFile.read(file);
        lock.run(() -> new SeedFile(state, membership).plant(seed));
    }

    /**
     * Restores the state from a file of {@link #keep}.
     *
     * @throws IllegalArgumentException if the file holds no saved state of this version
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public void restore(Path file) {
        lock.run(() -> new SavedState(state).restore(file));
    }

    /** Saves the state to a file after each change, until the result is closed. */
    public StateFile keep(Path file) {
        return new StateFile(file, state, lock);
    }

    /** Sets the base URL at which callers reach the emulator, for links to media. */
    void reachedAt(URI base) {
        lock.run(() -> state.base(base.toString()));
    }

    /** Returns the latest 500 Graph API calls with their responses, oldest first. */
    public List<ApiCall> calls() {
        return lock.locked(() -> state.calls().latest());
    }

    /** Adds a listener for Graph API calls, called in their order. It must be quick, because it holds up all other calls. */
    public void onCall(Consumer<ApiCall> listener) {
        lock.run(() -> state.calls().listen(listener));
    }

    /** Returns the number of free-form messages that were sent outside the window. */
    public long violations() {
        return lock.locked(state::violations);
    }

    /** Resets everything but the webhook target and the clock. */
    public void reset() {
        lock.run(() -> {
            state.reset();
            lock.changed();
        });
    }
}
