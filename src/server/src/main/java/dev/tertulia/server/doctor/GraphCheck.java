package dev.tertulia.server.doctor;

/** A check of what WhatsApp says about a phone number. It makes no sense without a token that is right. */
interface GraphCheck extends Check {

    GraphFacts facts();

    @Override
    default String number() {
        return facts().number();
    }

    @Override
    default String after() {
        return TokenCheck.NAME;
    }
}
