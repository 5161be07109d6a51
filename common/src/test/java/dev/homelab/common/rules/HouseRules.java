package dev.homelab.common.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;

/** What holds in every module; {@code docs/rules.md} names each rule and points here. */
public final class HouseRules {

    private static final List<ArchRule> RULES = List.of(
            noClasses()
                    .that(not(resideInAnyPackage("..discord..")))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("net.dv8tion.jda..")
                    .as("only ..discord.. knows JDA"),
            noClasses().should().callMethod(Instant.class, "now").as("time comes from a Clock"),
            noClasses().should().callMethod(LocalDate.class, "now").as("time comes from a Clock"),
            noClasses().should().callMethod(LocalDateTime.class, "now").as("time comes from a Clock"),
            noClasses().should().callMethod(OffsetDateTime.class, "now").as("time comes from a Clock"),
            noClasses().should().callMethod(ZonedDateTime.class, "now").as("time comes from a Clock"),
            noClasses().should().callMethod(System.class, "currentTimeMillis").as("time comes from a Clock"),
            noClasses()
                    .that()
                    .haveSimpleNameNotEndingWith("Application")
                    .and()
                    .doNotHaveSimpleName("TimeConfiguration")
                    .and(not(resideInAnyPackage("dev.homelab.local..")))
                    .should()
                    .callMethod(Clock.class, "systemUTC")
                    .allowEmptyShould(true)
                    .as("the one Clock is a bean"),
            fields().should()
                    .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                    .allowEmptyShould(true)
                    .as("no field injection"),
            fields().should()
                    .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                    .allowEmptyShould(true)
                    .as("settings are records, not @Value"),
            noClasses()
                    .should()
                    .callMethod("org.springframework.jdbc.core.simple.JdbcClient$MappedQuerySpec", "stream")
                    .as("a query is read as a list: its stream keeps a connection until somebody closes it"),
            classes()
                    .should()
                    .haveSimpleNameNotEndingWith("Impl")
                    .andShould()
                    .haveSimpleNameNotEndingWith("Util")
                    .andShould()
                    .haveSimpleNameNotEndingWith("Utils")
                    .andShould()
                    .haveSimpleNameNotEndingWith("Helper")
                    .as("a class is named after what it is"),
            classes()
                    .that(not(simpleName("TicketChannelManager")))
                    .should()
                    .haveSimpleNameNotEndingWith("Manager")
                    .as("no *Manager but TicketChannelManager"));

    private HouseRules() {}

    /** Fails with every violation in the production classes below {@code rootPackage}. */
    public static void check(String rootPackage) {
        JavaClasses production = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(rootPackage);
        RULES.forEach(rule -> rule.check(production));
    }
}
