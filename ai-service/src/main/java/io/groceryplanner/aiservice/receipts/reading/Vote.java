package io.groceryplanner.aiservice.receipts.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes one row of several readings of it, place by place. */
final class Vote {

  /** What it weighs that a reading has nothing at a place. */
  private static final double NOTHING_THERE = 0.4;

  private Vote() {}

  /** Words of the reading for which most speaks, at each place; the first reading breaks ties. */
  static List<Word> of(List<List<Word>> readings) {
    List<Word> winners = new ArrayList<>();
    for (Place place : places(readings)) {
      winners.addAll(place.winner(readings.size()));
    }
    return winners;
  }

  /** A stretch of the row, and what each reading has there. */
  private record Place(double left, double right, Map<Integer, List<Word>> words) {

    List<Word> winner(int readings) {
      Map<String, Double> votes = new LinkedHashMap<>();
      Map<String, List<Word>> texts = new LinkedHashMap<>();
      double all = 0;
      for (int reading = 0; reading < readings; reading++) {
        List<Word> read = words.getOrDefault(reading, List.of());
        String text = read.stream().map(Word::text).collect(Collectors.joining(" "));
        double weight =
            read.isEmpty()
                ? NOTHING_THERE
                : read.stream().mapToDouble(Word::confidence).average().orElse(0) + 0.01;
        votes.merge(text, weight, Double::sum);
        texts.merge(text, read, Vote::surer);
        all += weight;
      }
      String best =
          votes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
      double share = votes.getOrDefault(best, 0.0) / all;
      return texts.getOrDefault(best, List.of()).stream().map(w -> agreed(w, share)).toList();
    }
  }

  private static List<Word> surer(List<Word> a, List<Word> b) {
    return confidence(b) > confidence(a) ? b : a;
  }

  private static double confidence(List<Word> words) {
    return words.stream().mapToDouble(Word::confidence).min().orElse(0);
  }

  private static Word agreed(Word word, double share) {
    return new Word(word.text(), word.box(), word.confidence() * (0.5 + 0.5 * share));
  }

  private static List<Place> places(List<List<Word>> readings) {
    List<Place> open = new ArrayList<>();
    for (int reading = 0; reading < readings.size(); reading++) {
      for (Word word : readings.get(reading)) {
        open.add(new Place(word.box().left(), word.box().right(), Map.of(reading, List.of(word))));
      }
    }
    open.sort(Comparator.comparingDouble(Place::left));
    List<Place> places = new ArrayList<>();
    for (Place next : open) {
      if (!places.isEmpty() && overlap(places.getLast(), next)) {
        places.add(joined(places.removeLast(), next));
      } else {
        places.add(next);
      }
    }
    return places;
  }

  private static boolean overlap(Place a, Place b) {
    double shared = Math.min(a.right, b.right) - b.left;
    return shared > 0.35 * Math.min(a.right - a.left, b.right - b.left);
  }

  private static Place joined(Place a, Place b) {
    Map<Integer, List<Word>> words = new LinkedHashMap<>(a.words);
    b.words.forEach((reading, more) ->
        words.merge(
            reading,
            more,
            (x, y) -> {
              List<Word> both = new ArrayList<>(x);
              both.addAll(y);
              return both;
            }));
    return new Place(Math.min(a.left, b.left), Math.max(a.right, b.right), words);
  }
}
