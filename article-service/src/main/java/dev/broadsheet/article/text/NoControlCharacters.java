package dev.broadsheet.article.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Text that shows what it holds: no control characters (PostgreSQL cannot even store U+0000), no half of a surrogate pair,
 * and no direction overrides, which make a text read otherwise than it is.
 */
@Constraint(validatedBy = NoControlCharacters.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface NoControlCharacters {

    String message() default "must not have control characters";

    /** Whether line feeds are allowed all the same. */
    boolean lines() default false;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Validator implements ConstraintValidator<NoControlCharacters, String> {

        private static final int LEFT_TO_RIGHT_OVERRIDE = 0x202D;
        private static final int RIGHT_TO_LEFT_OVERRIDE = 0x202E;

        private boolean lines;

        @Override
        public void initialize(NoControlCharacters constraint) {
            lines = constraint.lines();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || text.codePoints().noneMatch(this::isRefused);
        }

        private boolean isRefused(int codePoint) {
            if (codePoint == '\n') {
                return !lines;
            }
            return Character.isISOControl(codePoint)
                    || Character.getType(codePoint) == Character.SURROGATE
                    || codePoint == LEFT_TO_RIGHT_OVERRIDE
                    || codePoint == RIGHT_TO_LEFT_OVERRIDE;
        }
    }
}
