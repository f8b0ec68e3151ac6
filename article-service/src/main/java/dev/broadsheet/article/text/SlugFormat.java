package dev.broadsheet.article.text;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A name as it stands in addresses: lower-case letters, digits and single hyphens between them. */
@Pattern(regexp = SlugFormat.EXPRESSION, message = "must be lower-case letters and digits with single hyphens between")
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface SlugFormat {

    int LONGEST = 120;

    /** Without a repeated group: Java matches one by recursion, and a long input would overflow the stack. */
    String EXPRESSION = "(?!-)(?!.*--)(?!.*-$)[a-z0-9-]{1," + LONGEST + "}";

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
