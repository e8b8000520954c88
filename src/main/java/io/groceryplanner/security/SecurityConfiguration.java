package io.groceryplanner.security;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.rememberme.TokenBasedRememberMeServices;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Who may call what: bearer tokens for REST, sessions for screens. */
@Configuration
class SecurityConfiguration {

  /**
   * Flow's own client evaluates small scripts the server sends, and styles its components inline;
   * everything else comes from this host.
   */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self'"
          + " 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'"
          + " ws: wss:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors"
          + " 'none'";

  @Bean
  @Order(1)
  SecurityFilterChain rest(
      HttpSecurity http,
      ApiTokens tokens,
      RestRefusals refusals,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver faults) {
    return http.securityMatcher("/api/**")
        .authorizeHttpRequests(requests ->
            requests
                .requestMatchers(HttpMethod.POST, "/api/v1/sign-ups", "/api/v1/tokens")
                .permitAll()
                .requestMatchers("/api/v1/openapi/**", "/api/v1/openapi")
                .permitAll()
                .anyRequest()
                .authenticated())
        .addFilterBefore(
            new BearerTokenFilter(tokens, faults), UsernamePasswordAuthenticationFilter.class)
        // No cookie is looked at here, so there is nothing a foreign page could ride on.
        .csrf(csrf -> csrf.disable())
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .exceptionHandling(handling ->
            handling
                .authenticationEntryPoint(refusals::signInFirst)
                .accessDeniedHandler(refusals::notAllowed))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain screens(HttpSecurity http, RememberMeServices rememberMe, RememberMeKey key) {
    http.authorizeHttpRequests(requests ->
        requests
            .requestMatchers(
                "/error",
                "/health/**",
                "/health",
                "/*.css",
                "/*.js",
                "/icons/**",
                "/styles/**",
                "/modules/**")
            .permitAll()
            .requestMatchers("/actuator/**")
            .denyAll()
            .requestMatchers("/files/**")
            .authenticated());
    http.with(
        VaadinSecurityConfigurer.vaadin(),
        vaadin ->
            vaadin
                .loginView("/login", "/login")
                // An address nobody knows gets the page that says so, not an empty 403.
                .anyRequest(url -> url.authenticated()));
    http.rememberMe(remember -> remember.rememberMeServices(rememberMe).key(key.value()));
    http.headers(headers ->
        headers
            .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
            .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
            .httpStrictTransportSecurity(
                hsts -> hsts.includeSubDomains(true).maxAgeInSeconds(31_536_000)));
    return http.build();
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    // Slow on purpose, in every JDK, and without bcrypt's limit of 72 bytes. The prefix lets a
    // later
    // choice stand beside it.
    return new DelegatingPasswordEncoder(
        "pbkdf2", Map.of("pbkdf2", Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
  }

  @Bean
  AuthenticationManager authenticationManager(Users users, PasswordEncoder passwords) {
    var provider = new DaoAuthenticationProvider(users);
    provider.setPasswordEncoder(passwords);
    return new ProviderManager(provider);
  }

  @Bean
  SecurityContextRepository securityContextRepository() {
    return new HttpSessionSecurityContextRepository();
  }

  @Bean
  RememberMeServices rememberMeServices(Users users, RememberMeKey key) {
    var services = new TokenBasedRememberMeServices(key.value(), users);
    services.setAlwaysRemember(true);
    services.setTokenValiditySeconds(30 * 24 * 60 * 60);
    services.setCookieName("planner-remember");
    return services;
  }
}
