package io.groceryplanner.household;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.transaction.annotation.Transactional;

/**
 * A service whose methods work for one household, named by their first argument. Each call is a
 * transaction in which the database shows that household's rows and no other ({@link
 * TenancyGuard}).
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Transactional
public @interface TenantScoped {}
