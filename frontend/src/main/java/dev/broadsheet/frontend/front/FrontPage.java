package dev.broadsheet.frontend.front;

import dev.broadsheet.frontend.article.ArticleSummary;
import dev.broadsheet.frontend.signup.SignUpForm;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * @param articles null while they cannot be read
 * @param form null while the catalog cannot be read
 */
@CheckedTemplate(basePath = "front", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record FrontPage(List<ArticleSummary> articles, SignUpForm form) implements TemplateInstance {}
