package dev.broadsheet.localstack.sink;

/** What a relay does with each mail. */
@FunctionalInterface
public interface Behaviour {

    Behaviour TAKE_ALL = (recipient, attempt) -> Answer.TAKE;

    /**
     * @param attempt how often somebody has tried to hand a mail over to this recipient, from 1 on
     */
    Answer to(String recipient, int attempt);

    enum Answer {
        TAKE,
        /** 451 to the recipient. */
        DEFER_RECIPIENT,
        /** 451 to the whole mail, at its end. */
        DEFER_MAIL,
        /** 421 to the recipient, and the end of the connection. */
        CLOSE,
        /** The mail is taken, and the connection ends before anybody is told. */
        TAKE_AND_DROP
    }
}
