package io.groceryplanner.household;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.springframework.aop.Advisor;
import org.springframework.aop.MethodBeforeAdvice;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.util.function.SingletonSupplier;

/**
 * Puts the transaction outside and the tenancy guard inside it. In plain Java rather than as an
 * aspect: AspectJ would look at every bean there is, at each start.
 */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement(order = TenancyConfiguration.TRANSACTION, proxyTargetClass = true)
class TenancyConfiguration {

  static final int TRANSACTION = 0;
  private static final int INSIDE_THE_TRANSACTION = 100;

  /** Asks for the guard at the first call only: this is made before the beans the guard needs. */
  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor tenancyAdvisor(ObjectProvider<TenancyGuard> guards) {
    var guard = SingletonSupplier.of(guards::getObject);
    MethodBeforeAdvice entering =
        (method, arguments, _) -> guard.obtain().enterHouseholdOf(method, arguments);
    var advisor = new DefaultPointcutAdvisor(new TenantScopedMethods(), entering);
    advisor.setOrder(INSIDE_THE_TRANSACTION);
    return advisor;
  }

  private static final class TenantScopedMethods extends StaticMethodMatcherPointcut {

    @Override
    public boolean matches(Method method, Class<?> target) {
      return method.getDeclaringClass().isAnnotationPresent(TenantScoped.class)
          && !Modifier.isPrivate(method.getModifiers());
    }
  }
}
