package io.groceryplanner.aiservice.categories;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslateException;
import ai.djl.translate.TranslatorContext;
import io.groceryplanner.aiservice.embeddings.OnnxEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model of natural language inference in a folder: {@code model.onnx}, {@code tokenizer.json} and
 * {@code config.json}, whose {@code id2label} tells which output means entailment.
 */
final class NliModel implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(NliModel.class);

  private final Model model;
  private final HuggingFaceTokenizer tokenizer;
  private final Predictor<Pair, Double> predictor;
  private boolean closed;

  private NliModel(Model model, HuggingFaceTokenizer tokenizer, int entailment) {
    this.model = model;
    this.tokenizer = tokenizer;
    predictor =
        model.newPredictor(new PairTranslator(tokenizer, model.describeInput().keys(), entailment));
  }

  static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve("model.onnx"))
        && Files.isRegularFile(folder.resolve("tokenizer.json"));
  }

  static NliModel load(Path folder, Path natives) throws IOException, MalformedModelException {
    OnnxEngine.start(natives);
    int entailment = entailmentOutput(folder.resolve("config.json"));
    HuggingFaceTokenizer tokenizer =
        HuggingFaceTokenizer.newInstance(
            folder.resolve("tokenizer.json"),
            Map.of("padding", "false", "truncation", "true", "maxLength", "256"));
    Model model = Model.newInstance("nli", Device.cpu(), OnnxEngine.NAME);
    model.load(folder, "model", Map.of("interOpNumThreads", "1"));
    return new NliModel(model, tokenizer, entailment);
  }

  /** How likely the hypothesis follows from the premise. One at a time, with all processors. */
  synchronized double entailment(String premise, String hypothesis) {
    if (closed) {
      throw new IllegalStateException("The NLI model is closed");
    }
    try {
      return predictor.predict(new Pair(premise, hypothesis));
    } catch (TranslateException e) {
      throw new IllegalStateException("The NLI model failed", e);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    predictor.close();
    model.close();
    tokenizer.close();
  }

  /** Its place among the outputs; negative counts from the end. */
  private static int entailmentOutput(Path config) throws IOException {
    if (!Files.isRegularFile(config)) {
      log.warn("No {}: the last output is taken to mean entailment", config);
      return -1;
    }
    JsonNode labels = JsonMapper.shared().readTree(Files.readString(config)).path("id2label");
    for (Map.Entry<String, JsonNode> label : labels.properties()) {
      if (label.getValue().asString().toLowerCase(Locale.ROOT).startsWith("entail")) {
        return Integer.parseInt(label.getKey());
      }
    }
    throw new IOException("No label in " + config + " means entailment");
  }

  private record Pair(String premise, String hypothesis) {}

  private record PairTranslator(HuggingFaceTokenizer tokenizer, List<String> inputs, int entailment)
      implements NoBatchifyTranslator<Pair, Double> {

    @Override
    public NDList processInput(TranslatorContext context, Pair pair) {
      Encoding encoding = tokenizer.encode(pair.premise(), pair.hypothesis());
      NDList list = new NDList();
      // Models differ in what they ask for, and each wants no more than that.
      for (String name : inputs) {
        long[] values =
            switch (name) {
              case "input_ids" -> encoding.getIds();
              case "attention_mask" -> encoding.getAttentionMask();
              case "token_type_ids" -> encoding.getTypeIds();
              default -> throw new IllegalStateException("The NLI model asks for " + name);
            };
        NDArray array = context.getNDManager().create(values, new Shape(1, values.length));
        array.setName(name);
        list.add(array);
      }
      return list;
    }

    @Override
    public Double processOutput(TranslatorContext context, NDList output) {
      float[] logits = output.get(0).toFloatArray();
      double sum = 0;
      float wanted = logits[Math.floorMod(entailment, logits.length)];
      for (float logit : logits) {
        sum += Math.exp(logit - wanted);
      }
      return 1 / sum;
    }
  }
}
