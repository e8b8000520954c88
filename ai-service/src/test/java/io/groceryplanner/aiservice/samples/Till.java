package io.groceryplanner.aiservice.samples;

/** A receipt layout. */
@FunctionalInterface
interface Till {

  /** Lays the checkout out in lines of text. */
  Printout print(Checkout checkout);
}
