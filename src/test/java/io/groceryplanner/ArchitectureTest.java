package io.groceryplanner;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.base.ui.AdminArea;
import io.groceryplanner.household.CurrentHousehold;
import io.groceryplanner.household.SystemScope;
import io.groceryplanner.household.TenantScoped;
import io.groceryplanner.security.SignedInUser;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Profile;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** How the code hangs together; each rule says why it is there. */
class ArchitectureTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          // What packaging generates for Spring lies among our own classes.
          .withImportOption(location -> !location.contains("__") && !location.contains("$$"))
          .importPackages("io.groceryplanner");

  private static final String SETTLED =
      "conditions are settled when the application is packaged, not when it is started";

  @Test
  void modulesDependOnlyOnWhatTheyDeclare() {
    ApplicationModules.of(Application.class).verify();
  }

  @Test
  void entitiesStayInsideTheirModule() {
    classes()
        .that()
        .areAnnotatedWith(Entity.class)
        .should()
        .bePackagePrivate()
        .andShould()
        .haveSimpleNameEndingWith("Entity")
        .because("records cross module lines; an entity that did would carry its session along")
        .check(PRODUCT);
  }

  @Test
  void repositoriesStayInsideTheirModule() {
    classes()
        .that()
        .areAssignableTo(Repository.class)
        .should()
        .bePackagePrivate()
        .because("only a module's own services may read and write its tables")
        .check(PRODUCT);
  }

  @Test
  void controllersStayInApiPackages() {
    classes()
        .that()
        .areAnnotatedWith(RestController.class)
        .or()
        .areAnnotatedWith(Controller.class)
        .should()
        .resideInAPackage("..api..")
        .andShould()
        .bePackagePrivate()
        .because("REST stands beside the service it speaks for, and nobody calls it from Java")
        .check(PRODUCT);
  }

  @Test
  void onlyScreensAndRestAskWhoIsSignedIn() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..ui..", "..api..", "..shell..", "..household")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(CurrentHousehold.class)
        .orShould()
        .callMethod(SignedInUser.class, "current")
        .because("services take the household as an argument: the first wall of tenancy")
        .check(PRODUCT);
  }

  @Test
  void tenantScopedServicesBeginWithTheHousehold() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(TenantScoped.class)
        .and()
        .areNotPrivate()
        .should(beginWithTheHousehold())
        .because("the tenancy guard enters the household that the first argument names")
        .check(PRODUCT);
  }

  @Test
  void onlyTheseSeeAllHouseholds() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("io.groceryplanner.household.Households")
        .and()
        .doNotHaveFullyQualifiedName("io.groceryplanner.receipts.StrandedReceipts")
        .and()
        .doNotHaveFullyQualifiedName("io.groceryplanner.receipts.ReceiptFileOwner")
        .and()
        .doNotHaveFullyQualifiedName("io.groceryplanner.receipts.mail.MailRecipients")
        .and()
        .doNotHaveFullyQualifiedName("io.groceryplanner.receipts.OriginalRetention")
        .and()
        .doNotHaveFullyQualifiedName("io.groceryplanner.receipts.ReceiptBacklog")
        .and()
        .doNotHaveFullyQualifiedName("io.groceryplanner.inventory.EmbeddingBackfill")
        .and()
        .doNotHaveFullyQualifiedName(SystemScope.class.getName())
        .should()
        .dependOnClassesThat()
        .areAssignableTo(SystemScope.class)
        .because(
            "membership look-up and a mail's address come before a household is known; the"
                + " reconciler, the nightly check of files, the deletion of old ones, the backfill"
                + " and the numbers for admins are about all of them; every further name here is a"
                + " hole in the second wall")
        .check(PRODUCT);
  }

  @Test
  void everyPageOfTheAdminAreaIsForAdminsAlone() {
    classes()
        .that(describe("have a route of the admin area", ArchitectureTest::isOfAdminArea))
        .should(be(describe("for the admins' role alone", ArchitectureTest::isForAdminsAlone)))
        .because("these pages look beyond one household")
        .check(PRODUCT);
  }

  private static boolean isOfAdminArea(JavaClass view) {
    return view.tryGetAnnotationOfType(Route.class)
        .map(route -> (route.value() + "/").startsWith(AdminArea.PREFIX))
        .orElse(false);
  }

  private static boolean isForAdminsAlone(JavaClass view) {
    return view.tryGetAnnotationOfType(RolesAllowed.class)
        .map(roles -> List.of(roles.value()).equals(List.of(AdminArea.ROLE)))
        .orElse(false);
  }

  @Test
  void theEmbeddedDatabaseIsKnownInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..localdatabase..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.zonky..")
        .because("its jars are not part of the production jar")
        .check(PRODUCT);
  }

  @Test
  void theCatalogueIsPlainJava() {
    classes()
        .that()
        .resideInAPackage("io.groceryplanner.catalogue..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("io.groceryplanner.catalogue..", "java..", "org.jspecify..")
        .because("its sources are built into ai-service too, which has nothing else of ours")
        .check(PRODUCT);
  }

  @Test
  void timeComesFromTheClock() {
    noClasses()
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.LocalDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("tests set the injected Clock, and a household's day is not the server's")
        .check(PRODUCT);
  }

  @Test
  void namesSayWhatThingsAre() {
    noClasses()
        .should()
        .haveNameMatching(".*(Service|Manager|Helper|Util|Utils|Impl|Dto)$")
        .because(
            "such names say nothing; AiService is the one exception, it is the other container")
        .allowEmptyShould(true)
        .check(
            PRODUCT.that(
                com.tngtech.archunit.base.DescribedPredicate.describe(
                    "are not the client of ai-service",
                    found -> !found.getSimpleName().equals("AiService"))));
  }

  @Test
  void typingIsToldByTypingPauseAlone() {
    noClasses()
        .should()
        .accessField(ValueChangeMode.class, "LAZY")
        .orShould()
        .accessField(ValueChangeMode.class, "TIMEOUT")
        .because("Flow can lose what was typed last, see TypingPause")
        .check(PRODUCT);
  }

  @Test
  void nothingIsThereOnCondition() {
    noClasses()
        .should()
        .beMetaAnnotatedWith(Conditional.class)
        .orShould()
        .beMetaAnnotatedWith(Profile.class)
        .because(SETTLED)
        .check(PRODUCT);
    noMethods()
        .that()
        .areNotAnnotatedWith(ConditionalOnMissingBean.class)
        .should()
        .beMetaAnnotatedWith(Conditional.class)
        .orShould()
        .beMetaAnnotatedWith(Profile.class)
        .because(SETTLED)
        .check(PRODUCT);
  }

  private static ArchCondition<JavaMethod> beginWithTheHousehold() {
    return new ArchCondition<>("begin with a HouseholdId") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        var parameters = method.getRawParameterTypes();
        var begins =
            !parameters.isEmpty() && parameters.getFirst().isEquivalentTo(HouseholdId.class);
        events.add(
            new SimpleConditionEvent(method, begins, method.getFullName() + " begins otherwise"));
      }
    };
  }
}
