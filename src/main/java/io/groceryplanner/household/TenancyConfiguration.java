package io.groceryplanner.household;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.EnableAspectJAutoProxy;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Puts the transaction outside and the tenancy guard inside it. */
@Configuration
@EnableAspectJAutoProxy
@EnableTransactionManagement(order = 0)
class TenancyConfiguration {}
