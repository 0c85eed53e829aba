package dev.tertulia.bot;

/** The business account of a phone number: what concerns no group in particular happens here. */
public non-sealed interface Account extends Conversation {}
