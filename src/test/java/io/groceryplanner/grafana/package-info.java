/**
 * What Grafana is given, proved without a Grafana: its files are all there is of dashboards and
 * alerts.
 */
@NullMarked
package io.groceryplanner.grafana;

import org.jspecify.annotations.NullMarked;
