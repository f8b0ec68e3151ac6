package dev.broadsheet.frontend.signup;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@CheckedTemplate(basePath = "signup", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ThanksPage() implements TemplateInstance {}
