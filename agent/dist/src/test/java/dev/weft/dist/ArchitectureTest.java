// SPDX-License-Identifier: Apache-2.0
package dev.weft.dist;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may use whom: bootstrap, then api, then instrumentations and engine, then this module. */
class ArchitectureTest {
  private static final JavaClasses BOOTSTRAP = compiled(Repository.ROOT.resolve("bootstrap"));
  private static final JavaClasses API = compiled(Repository.ROOT.resolve("agent/api"));
  private static final JavaClasses ENGINE = compiled(Repository.ROOT.resolve("agent/engine"));
  private static final JavaClasses INSTRUMENTATIONS =
      compiled(Repository.instrumentations().toArray(Path[]::new));
  private static final JavaClasses ALL = new ClassFileImporter().importPackages("dev.weft");

  private static JavaClasses compiled(Path... modules) {
    return new ClassFileImporter()
        .importPaths(Arrays.stream(modules).map(m -> m.resolve("target/classes")).toList());
  }

  static List<Path> folders() {
    return Repository.instrumentations();
  }

  @Test
  void bootstrap_uses_onlyTheJdk() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "dev.weft.bootstrap..", "org.jspecify.annotations"))
        .check(BOOTSTRAP);
  }

  @Test
  void bootstrap_types_areFew() {
    long types = BOOTSTRAP.stream().filter(type -> !type.isNestedClass()).count();

    assertThat(types)
        .as("types that applications can see; what is not needed there belongs in agent/engine")
        .isLessThanOrEqualTo(8);
  }

  @Test
  void api_knows_neitherEngineNorInstrumentations() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage("dev.weft..").or(resideInAPackage("dev.weft.api..")))
        .check(API);
  }

  @Test
  void api_perCall_usesNoReflectionStreamOrFormat() {
    noClasses()
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.util.stream", "java.lang.reflect"))
        .orShould()
        .callMethod(String.class, "format", String.class, Object[].class)
        .check(API);
  }

  @Test
  void engine_knows_noInstrumentation() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage("dev.weft..")
                .or(
                    resideInAnyPackage(
                        "dev.weft.api..", "dev.weft.bootstrap..", "dev.weft.engine..")))
        .check(ENGINE);
  }

  @Test
  void yaml_isRead_inOnePlaceThatNoProcessWithoutRulesLoads() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.weft.engine.rules.file")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.yaml.snakeyaml.."))
        .check(ENGINE);
  }

  @Test
  void agent_uses_noUnsafe() {
    noClasses()
        .should()
        .dependOnClassesThat(resideInAnyPackage("sun.misc..", "jdk.internal.."))
        .check(ALL);
  }

  @ParameterizedTest
  @MethodSource("folders")
  void instrumentation_uses_onlyApiAdviceAndItsLibrary(Path folder) {
    JavaClasses own = compiled(folder);
    String itself = own.iterator().next().getPackageName();

    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAPackage("dev.weft.api..")
                .or(are(belongToAnyOf(Advice.class, Assigner.class)))
                .or(resideInAPackage(itself))
                .or(notOfTheAgent()))
        .because("an instrumentation is told in the words of agent/api; what is missing goes there")
        .check(own);
  }

  /** Besides the JDK and its annotations, whatever the agent itself does not ship. */
  private static DescribedPredicate<JavaClass> notOfTheAgent() {
    return DescribedPredicate.not(
            resideInAnyPackage(
                "dev.weft..",
                "net.bytebuddy..",
                "io.opentelemetry..",
                "okhttp3..",
                "okio..",
                "kotlin..",
                "org.yaml.snakeyaml.."))
        .as("of the JDK or of the library");
  }

  @ParameterizedTest
  @MethodSource("folders")
  void instrumentation_classes_shareOnePackage(Path folder) {
    Set<String> packages = new TreeSet<>();
    compiled(folder).forEach(type -> packages.add(type.getPackageName()));

    assertThat(packages)
        .as("packages in %s: its classes are found by the package", folder.getFileName())
        .hasSize(1);
  }

  @Test
  void advice_methods_arePublicAndStatic() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .haveSimpleNameEndingWith("Advice")
        .should()
        .beStatic()
        .andShould()
        .bePublic()
        .because("woven methods call them; logic belongs in the telemetry class next to them")
        .check(INSTRUMENTATIONS);
  }

  @Test
  void advice_classes_haveNoState() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .haveSimpleNameEndingWith("Advice")
        .should()
        .beStatic()
        .andShould()
        .beFinal()
        .because("state belongs in the telemetry class next to them")
        .allowEmptyShould(true)
        .check(INSTRUMENTATIONS);
  }
}
