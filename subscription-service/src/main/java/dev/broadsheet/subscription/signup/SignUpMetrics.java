package dev.broadsheet.subscription.signup;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** What becomes of sign-ups, in numbers: a flood shows here first. */
@ApplicationScoped
class SignUpMetrics {

    private static final String NAME = "broadsheet.signups";
    private static final String OUTCOME = "outcome";

    private final MeterRegistry registry;

    SignUpMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void mailed(int signUps) {
        count("mailed", signUps);
    }

    /** The mail comes later, or another one that covers it is on its way. */
    void covered() {
        count("covered", 1);
    }

    void suppressed(int signUps) {
        count("suppressed", signUps);
    }

    /** A program filled the field that people do not see. */
    void trapped() {
        count("trapped", 1);
    }

    void held(HoldReason reason, int signUps) {
        count("held_" + reason.name().toLowerCase(Locale.ROOT), signUps);
    }

    private void count(String outcome, int signUps) {
        registry.counter(NAME, OUTCOME, outcome).increment(signUps);
    }
}
