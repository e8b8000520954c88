package io.groceryplanner.aiservice.categories;

import io.groceryplanner.aiservice.base.Installation;
import io.groceryplanner.aiservice.base.Model;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * A second opinion on names nobody has heard of, by a model of natural language inference. There is
 * one where {@code ai.nli.model} names its folder; without, nothing is missing.
 */
class Entailment implements Model, DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(Entailment.class);

  /** Each label asked about is a run of the model; the rest are far behind anyway. */
  private static final int MOST_ASKED = 8;

  private final Path folder;
  private final CompletableFuture<NliModel> loading = new CompletableFuture<>();

  Entailment(Path folder, Installation installation) {
    this.folder = folder.toAbsolutePath();
    Thread.ofPlatform().name("nli-loading").daemon().start(() -> load(installation.nativeFolder()));
  }

  @Override
  public String name() {
    return "nli";
  }

  @Override
  public State state() {
    if (loading.isCompletedExceptionally()) {
      return State.MISSING;
    }
    return loading.isDone() ? State.OK : State.STARTING;
  }

  /** What the model is called: its folder. */
  String model() {
    return folder.getFileName().toString();
  }

  /**
   * The scores as they are when the model has been heard: half what they were, half how well each
   * label follows from the name. Neither opinion is known to be right as often as it says, so a
   * label is only sure when both are for it, and none is when no label follows.
   */
  double[] weighed(String name, List<Label> labels, double[] scores) {
    if (state() != State.OK) {
      return scores;
    }
    double[] follows = new double[scores.length];
    double sum = 0;
    for (int i : strongest(scores)) {
      follows[i] = loading.join().entailment(name, hypothesis(labels.get(i)));
      sum += follows[i];
    }
    double[] weighed = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      weighed[i] = (scores[i] + follows[i] / Math.max(1, sum)) / 2;
    }
    return weighed;
  }

  private static int[] strongest(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -scores[i]))
        .limit(MOST_ASKED)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static String hypothesis(Label label) {
    String what = label.description().isBlank() ? label.name() : label.description();
    return "This grocery item belongs to " + what + ".";
  }

  private void load(Path natives) {
    if (!NliModel.isIn(folder)) {
      log.error("No model.onnx and tokenizer.json in {}: names are sorted without it", folder);
      loading.completeExceptionally(new IllegalStateException("not there"));
      return;
    }
    try {
      NliModel model = NliModel.load(folder, natives);
      model.entailment("milk", hypothesis(new Label("dairy", "", List.of())));
      loading.complete(model);
      log.info("Names nobody has heard of are sorted with {}", folder);
    } catch (Exception | LinkageError e) {
      // Whatever a model or a native library fails with, what waits for it must hear of it.
      log.error("The model in {} cannot be used: names are sorted without it", folder, e);
      loading.completeExceptionally(e);
    }
  }

  @Override
  public void destroy() {
    loading.thenAccept(NliModel::close);
  }
}
