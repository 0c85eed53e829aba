package dev.tertulia.emulator;

/**
 * Lasting condition of the account, its app, its token or its number that keeps a bot from working. It is in force until
 * it is switched off, and shows in Meta's own answers about these objects.
 */
public enum Trouble {
    /** Every call is refused with 190, subcode 463. */
    TOKEN_EXPIRED,
    /** The token ends in five days. */
    TOKEN_EXPIRES_SOON,
    /** The token is that of a person, and ends in 60 days. */
    TOKEN_OF_A_PERSON,
    /** The token lacks {@code whatsapp_business_messaging}: calls on numbers are refused with 10. */
    TOKEN_WITHOUT_MESSAGING,
    /** The token lacks {@code whatsapp_business_management}: calls on the account are refused with 10. */
    TOKEN_WITHOUT_MANAGEMENT,
    /** The token is limited to another business account. */
    TOKEN_OF_ANOTHER_ACCOUNT,
    /** The app may not send, as an app that is not live. */
    APP_BLOCKED,
    /** The app is not subscribed to the account. */
    APP_NOT_SUBSCRIBED,
    /** The app's webhook is not subscribed to the fields of groups. */
    FIELDS_MISSING,
    /** The app's webhook is switched off. */
    WEBHOOK_INACTIVE,
    /** The number is not connected. */
    NUMBER_DISCONNECTED,
    /** The number is no Official Business Account: groups cannot be created (131215), and there are none. */
    NOT_OFFICIAL,
    /** The quality of the number is medium. */
    QUALITY_MEDIUM,
    /** The quality of the number is low. */
    QUALITY_LOW,
    /** The account has no valid payment method and may not start conversations. */
    PAYMENT_METHOD_MISSING,
    /** The number may send, but the display name is not approved. */
    NUMBER_LIMITED
}
