package dev.tertulia.emulator;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;

/**
 * Error of the Graph API in Meta's words, in each of the formats in which Meta reports it.
 *
 * @param http the HTTP status
 * @param more further keys of the error object
 */
record ApiError(int http, int code, String message, ObjectNode more) {
    private static final ObjectNode USED_UP = Json.object("call_count", 100, "total_cputime", 25, "total_time", 25);

    static final ApiError TOKEN_INVALID = plain(401, 190, "Invalid OAuth access token - Cannot parse access token");
    static final ApiError TOKEN_EXPIRED = plain(401, 190,
            "Error validating access token: Session has expired. Create a new access token.")
            .with("error_subcode", 463);
    static final ApiError PRODUCT_MISSING = plain(400, 100,
            "(#100) The parameter messaging_product is required.");
    static final ApiError SERVICE_UNAVAILABLE = plain(503, 2, "(#2) Service temporarily unavailable")
            .with("is_transient", true);
    static final ApiError TRANSIENT = plain(400, 139999, "(#139999) Please try again later")
            .with("is_transient", true);
    static final ApiError APP_LIMIT = plain(400, 4, "(#4) Application request limit reached")
            .with("is_transient", true);
    static final ApiError ACCOUNT_LIMIT = of(400, 80007, "Rate limit issues",
            "The WhatsApp Business Account has reached its rate limit.");
    static final ApiError THROUGHPUT = of(400, 130429, "Rate limit hit",
            "Cloud API message throughput has been reached.");
    static final ApiError SOMETHING_WRONG = of(500, 131000, "Something went wrong",
            "Message failed to send due to an unknown error.");
    static final ApiError EMPTY_GROUP = of(400, 131020, "Bad Group",
            "Cannot send messages to single member groups.");
    static final ApiError UNDELIVERABLE = of(400, 131026, "Message undeliverable",
            "Unable to deliver the message: the recipient is not on WhatsApp.");
    static final ApiError UNKNOWN_GROUP = of(400, 131041, "Group unknown",
            "The group was not found, either because it doesn't exist or you are not a member.");
    static final ApiError WINDOW_SHUT = of(400, 131047, "Re-engagement message",
            "Message failed to send because more than 24 hours have passed since the customer last replied to this number.");
    static final ApiError NOTHING_TO_REACT_TO = invalid("The message to react to is not in this conversation.");
    static final ApiError USER_ID_NOT_SUPPORTED = of(400, 131062, "BSUID recipient not supported",
            "Authentication templates need the phone number of the recipient.");
    static final ApiError PAIR_LIMIT = of(400, 131056, "(Business Account, Consumer Account) pair rate limit hit",
            "Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.");
    static final ApiError MAINTENANCE = of(500, 131057, "Account in maintenance mode",
            "Business Account is in maintenance mode");
    static final ApiError INVALID_CURSOR = of(400, 131059, "Invalid cursor",
            "The cursor has either expired or become corrupted. Start pagination from the beginning again.");
    static final ApiError PARTLY = of(206, 131201, "Request partially succeeded",
            "Not all participant-level operations in the request succeeded.");
    static final ApiError DUPLICATE = of(400, 131202, "Duplicate participant",
            "Duplicate participants in the participant array input.");
    static final ApiError TOO_MANY = of(400, 131204, "Participant overlimit",
            "Group participant size exceeds limit.");
    static final ApiError SUSPENDED = of(403, 131207, "Group suspended", "The group violates platform policies.");
    static final ApiError OPERATIONS = of(429, 131208, "Group Rate Limit Hit",
            "Group operation failed because there were too many group operations from this phone number in a short period.");
    static final ApiError NOT_A_MEMBER = of(400, 131212, "Participant is not a part of the group.",
            "Participant is not a part of the group.");
    static final ApiError NO_JOIN_REQUEST = of(400, 131213, "Group join request does not exist.",
            "Group join request does not exist.");
    static final ApiError UPLOAD = of(400, 131053, "Media upload error",
            "Unable to upload the media used in the message.");
    static final ApiError NOT_SQUARE = of(400, 131209, "Invalid Group Profile Picture Aspect Ratio",
            "Width and height of the image must be equal.");
    static final ApiError TOO_SMALL = of(400, 131210, "Image is Too Small to Process",
            "Image width and height must be greater than 192px.");
    static final ApiError TOO_MANY_GROUPS = of(400, 131211, "Group create limit reached",
            "Reached the limit for the maximum number of groups that can be created for this number.");
    static final ApiError CREATION_DISABLED = of(400, 131214, "Group creation is temporarily disabled",
            "Group creation is temporarily disabled due to excessive marketing messages sent by the WABA in customer service window over the past 7 days.");
    static final ApiError NOT_ELIGIBLE = of(400, 131215,
            "This phone number is not eligible to access Groups APIs",
            "Groups APIs are only available for eligible phone numbers. Please check eligibility for Groups APIs in our documentation - /documentation/business-messaging/whatsapp/groups/get-started");
    static final ApiError TEMPLATE_PAUSED = of(400, 132015, "Template is Paused",
            "Template is paused due to low quality.");
    static final ApiError TEMPLATE_DISABLED = of(400, 132016, "Template is Disabled",
            "Template has been paused too many times due to low quality and is now permanently disabled.");
    static final ApiError PRODUCT_TYPES = plain(400, 100, "Invalid parameter").with("error_subcode", 2388077)
            .with("is_transient", false).with("error_user_title", "Insight Invalid Product Type Combination")
            .with("error_user_msg",
                    "Unable to query this combination of product types. Please query individually and try again.");
    static final ApiError NOT_BLOCKED = plain(400, 139100, "(#139100) Failed to block/unblock users")
            .with("error_data", Json.object("details",
                    "Failed to block some users, see the block_users response list for details"));
    static final ApiError NO_PERMISSION = plain(403, 10,
            "(#10) Application does not have permission for this action");
    static final ApiError APP_TOKEN_NEEDED = plain(400, 15,
            "(#15) This method must be called with an app access_token.");
    static final ApiError NO_ADDING = of(403, 10, "Application does not have permission for this action",
            "Participants can not be added to a group manually.");

    static ApiError of(int http, int code, String title, String details) {
        return plain(http, code, "(#%d) %s".formatted(code, title)).with("error_data",
                Json.object("messaging_product", "whatsapp", "details", details));
    }

    static ApiError plain(int http, int code, String message) {
        return new ApiError(http, code, message, Json.object());
    }

    static ApiError missing(String parameter) {
        return of(400, 131008, "Required parameter is missing", "Parameter '%s' is mandatory.".formatted(parameter));
    }

    static ApiError invalid(String details) {
        return of(400, 131009, "Parameter value is not valid", details);
    }

    static ApiError parameter(String details) {
        return of(400, 100, "Invalid parameter", details);
    }

    /** Returns the error for a parameter that was removed on 27 October 2026 in all versions. */
    static ApiError removed(String parameter) {
        return plain(400, 100, "(#100) The parameter %s is no longer supported.".formatted(parameter));
    }

    static ApiError unsupportedType(String details) {
        return of(400, 131051, "Unsupported message type", details);
    }

    static ApiError unknownObject(String method, String id) {
        return plain(400, 100, ("Unsupported %s request. Object with ID '%s' does not exist, cannot be loaded due to "
                + "missing permissions, or does not support this operation.").formatted(method, id))
                .with("type", "GraphMethodException").with("error_subcode", 33);
    }

    ApiError with(String key, Object value) {
        return new ApiError(http, code, message, more.deepCopy().setAll(Json.object(key, value)));
    }

    String title() {
        return message.replaceFirst("^\\(#\\d+\\) ", "");
    }

    String details() {
        return more.path("error_data").path("details").asText(title());
    }

    /** Returns the error as a response. Two rate limits report their usage in a header. */
    Response response(String trace, String account) {
        return Response.json(http, body(trace)).withHeaders(switch (code) {
            case 4 -> Map.of("x-app-usage", USED_UP.toString());
            case 80007 -> Map.of("x-business-use-case-usage",
                    Json.object(account, List.of(Json.object("type", "whatsapp_business_management")
                            .<ObjectNode>setAll(USED_UP).put("estimated_time_to_regain_access", 18))).toString());
            default -> Map.of();
        });
    }

    /** Returns the error as the body of a response. */
    ObjectNode body(String trace) {
        ObjectNode error = Json.object("message", message, "type", "OAuthException", "code", code);
        error.setAll(more.deepCopy());
        return Json.object("error", error.put("fbtrace_id", trace));
    }

    /** Returns the error as an item of {@code errors} in a failed status. */
    ObjectNode inStatus() {
        return Json.object("code", code, "title", title(), "message", title(), "error_data",
                Json.object("details", details()), "href",
                "/documentation/business-messaging/whatsapp/support/error-codes");
    }

    /** Returns the error as an item of {@code errors} in an unsupported message. */
    ObjectNode inMessage() {
        return Json.object("code", code, "message", title(), "title", "Unsupported message type", "error_data",
                Json.object("details", title() + "."));
    }

    /** Returns the error as an item of {@code errors} in a group event or in a list of results. */
    ObjectNode inGroup() {
        return Json.object("code", code, "message", message, "title", title(), "error_data",
                Json.object("details", details()));
    }
}
