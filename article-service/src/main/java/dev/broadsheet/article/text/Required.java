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
 * Text that shows something, if there is one. {@code @NotBlank} takes a no-break space or a zero-width joiner for text:
 * a headline of those would be a mail without a subject.
 */
@Constraint(validatedBy = Required.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Required {

    String message() default "must not be blank";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Validator implements ConstraintValidator<Required, String> {

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || TextRules.showsSomething(text);
        }
    }
}
