package io.groceryplanner.faults;

import java.time.Duration;

/** What goes wrong on the way. */
public sealed interface Fault {

  /** All is well. */
  record None() implements Fault {}

  /** Every piece arrives this much later. */
  record Latency(Duration delay) implements Fault {}

  /** Everything is taken and nothing arrives, in either direction, and nobody says so. */
  record BlackHole() implements Fault {}

  /** Requests arrive and are carried out; their answers vanish. */
  record LostAnswers() implements Fault {}

  /** Whoever connects, or says a word, is cut off at once. */
  record Reset() implements Fault {}

  /** This many pieces are still answered; then all connections break, once, and all is well. */
  record BreakAfterAnswers(int pieces) implements Fault {}

  /** The other side has closed its half of the conversation, and still takes what is said. */
  record HalfClose() implements Fault {}

  /** An HTTP gateway answers 500 in the other side's place. */
  record ServerError() implements Fault {}

  /** A request breaks off after this many bytes. */
  record PartialRequest(int bytes) implements Fault {}

  /** An answer breaks off after this many bytes. */
  record PartialAnswer(int bytes) implements Fault {}
}
