package dev.broadsheet.subscription.signup;

import java.util.List;

/**
 * A sign-up that its reader stands by.
 *
 * @param newsletters what it covers: all that was asked for but what the reader left in between
 * @param repeated whether it had been confirmed before, so that there is nothing more to do
 */
public record ConfirmedSignUp(List<String> newsletters, boolean repeated) {}
