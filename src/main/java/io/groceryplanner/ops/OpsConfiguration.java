package io.groceryplanner.ops;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Lets each replica look after itself now and then. Whatever must happen once, and not be lost, is
 * a durable step instead.
 */
@Configuration
@EnableScheduling
class OpsConfiguration {}
