package dev.broadsheet.frontend;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@AnalyzeClasses(packages = "dev.broadsheet.frontend", importOptions = ImportOption.DoNotIncludeTests.class)
class BordersTest {

    /** The events, which come with it, are none of the site's business: it knows the API only. */
    @ArchTest
    static final ArchRule ofOursOnlyTheMarkupIsUsed = noClasses()
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are of another module",
                    (JavaClass type) -> type.getPackageName().startsWith("dev.broadsheet.")
                            && !type.getPackageName().equals("dev.broadsheet.markup")
                            && !type.getPackageName().startsWith("dev.broadsheet.frontend")));

    @ArchTest
    static final ArchRule featuresDependOnEachOtherInOneDirection =
            slices().matching("dev.broadsheet.frontend.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule callsOfTheApiStayInsideTheirFeature =
            classes().that().areAnnotatedWith(RegisterRestClient.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule whatIsNeededComesThroughTheConstructor =
            noFields().should().beAnnotatedWith(Inject.class);

    @ArchTest
    static final ArchRule nothingIsPrintedPastTheLog = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
