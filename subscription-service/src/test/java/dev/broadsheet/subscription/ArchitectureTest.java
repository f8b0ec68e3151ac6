package dev.broadsheet.subscription;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;

@AnalyzeClasses(packages = "dev.broadsheet.subscription", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule everyClassBelongsToAFeature = classes()
            .should()
            .resideInAnyPackage(
                    "dev.broadsheet.subscription.address",
                    "dev.broadsheet.subscription.newsletter",
                    "dev.broadsheet.subscription.incoming",
                    "dev.broadsheet.subscription.flood",
                    "dev.broadsheet.subscription.suppression",
                    "dev.broadsheet.subscription.membership",
                    "dev.broadsheet.subscription.preference",
                    "dev.broadsheet.subscription.erasure",
                    "dev.broadsheet.subscription.bounce",
                    "dev.broadsheet.subscription.subscriber",
                    "dev.broadsheet.subscription.signup",
                    "dev.broadsheet.subscription.confirmation",
                    "dev.broadsheet.subscription.unsubscribe",
                    "dev.broadsheet.subscription.held",
                    "dev.broadsheet.subscription.importing",
                    "dev.broadsheet.subscription.exporting",
                    "dev.broadsheet.subscription.paging",
                    "dev.broadsheet.subscription.spreadsheet",
                    "dev.broadsheet.subscription.token");

    @ArchTest
    static final ArchRule featuresDependOnEachOtherInOneDirection =
            slices().matching("dev.broadsheet.subscription.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ofOursOnlyTheSharedLibrariesAreUsed = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.broadsheet.article..",
                    "dev.broadsheet.notification..",
                    "dev.broadsheet.gateway..",
                    "dev.broadsheet.localstack..");

    @ArchTest
    static final ArchRule entitiesStayInsideTheirFeature =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule repositoriesStayInsideTheirFeature =
            classes().that().haveSimpleNameEndingWith("Repository").should().bePackagePrivate();

    @ArchTest
    static final ArchRule resourcesKnowNothingOfStorage = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Repository")
            .orShould()
            .dependOnClassesThat()
            .areAnnotatedWith(Entity.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class);

    @ArchTest
    static final ArchRule whatIsNeededComesThroughTheConstructor =
            noFields().should().beAnnotatedWith(Inject.class);

    @ArchTest
    static final ArchRule sharedObjectsDoNotChange = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(ApplicationScoped.class)
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
