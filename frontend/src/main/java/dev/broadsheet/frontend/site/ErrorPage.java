package dev.broadsheet.frontend.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@CheckedTemplate(basePath = "site", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ErrorPage(Kind kind) implements TemplateInstance {

    enum Kind {
        NOT_FOUND,
        GONE,
        FOREIGN_FORM,
        BAD_REQUEST,
        UNAVAILABLE,
        FAILED
    }
}
