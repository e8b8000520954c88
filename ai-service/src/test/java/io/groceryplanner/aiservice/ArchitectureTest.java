package io.groceryplanner.aiservice;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Profile;

/** What the packages may know of one another. */
class ArchitectureTest {

  private static final String ROOT = "io.groceryplanner.aiservice";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void packagesDependOnOneAnotherInOneDirectionOnly() {
    slices()
        .matching(ROOT + ".(**)")
        .should()
        .beFreeOfCycles()
        .because("a part that can be read alone can be changed alone")
        .check(CLASSES);
  }

  @Test
  void onlyReadingKnowsTesseract() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".receipts.reading")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("net.sourceforge..", "com.sun.jna..")
        .because("native handles are lent out in one place, where they are bounded and closed")
        .check(CLASSES);
  }

  @Test
  void parsingKnowsNothingOfPicturesOrOfTheWeb() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".receipts.parsing")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".receipts.image", ROOT + ".receipts.pdf", "java.awt..", "org.springframework..")
        .because("what a receipt says is decided from words and boxes, however they were got")
        .check(CLASSES);
  }

  @Test
  void theBaseKnowsNoFeature() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".base")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".receipts..", ROOT + ".categories..", ROOT + ".embeddings..")
        .because("features stand on the base, not the other way round")
        .check(CLASSES);
  }

  @Test
  void controllersStayInTheirPackage() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Controller")
        .should()
        .bePackagePrivate()
        .because("they are entrances for HTTP and for nobody else")
        .check(CLASSES);
  }

  @Test
  void namesSayWhatThingsHoldOrDo() {
    noClasses()
        .should()
        .haveNameMatching(".*(Service|Manager|Helper|Utils?|Impl|Dto)")
        .because("such endings fit anything and tell nothing")
        .check(CLASSES);
  }

  @Test
  void onlyEvaluationsAreThereOnCondition() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Evaluation")
        .should()
        .beMetaAnnotatedWith(Conditional.class)
        .orShould()
        .beMetaAnnotatedWith(Profile.class)
        .because("conditions are settled when the service is packaged, not when it is started")
        .check(CLASSES);
    methods()
        .should()
        .notBeMetaAnnotatedWith(Conditional.class)
        .because("conditions are settled when the service is packaged, not when it is started")
        .check(CLASSES);
  }
}
