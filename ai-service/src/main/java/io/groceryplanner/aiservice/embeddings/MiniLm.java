package io.groceryplanner.aiservice.embeddings;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslateException;
import ai.djl.translate.TranslatorContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** all-MiniLM-L6-v2 with 8 bit weights, by DJL on ONNX Runtime. */
final class MiniLm implements AutoCloseable {

  static final String NAME = "all-minilm-l6-v2-q";
  static final int DIMENSION = 384;

  private final Model model;
  private final HuggingFaceTokenizer tokenizer;
  private final List<Predictor<String, UnitVector>> predictors = new ArrayList<>();
  private final BlockingQueue<Predictor<String, UnitVector>> free;

  /** Shared by those who embed; closing takes it alone, since native memory must not go earlier. */
  private final ReadWriteLock open = new ReentrantReadWriteLock();

  private boolean closed;

  private MiniLm(Model model, HuggingFaceTokenizer tokenizer, int lanes) {
    this.model = model;
    this.tokenizer = tokenizer;
    this.free = new ArrayBlockingQueue<>(lanes);
    for (int i = 0; i < lanes; i++) {
      predictors.add(model.newPredictor(new OneByOne(tokenizer)));
    }
    free.addAll(predictors);
  }

  static boolean isIn(Path models) {
    return Files.isRegularFile(models.resolve(NAME + ".onnx"))
        && Files.isRegularFile(models.resolve(NAME + "-tokenizer.json"));
  }

  static MiniLm load(Path models, Path natives, int lanes)
      throws IOException, MalformedModelException {
    OnnxEngine.start(natives);
    HuggingFaceTokenizer tokenizer =
        HuggingFaceTokenizer.newInstance(
            models.resolve(NAME + "-tokenizer.json"),
            Map.of("padding", "false", "truncation", "true", "maxLength", "256"));
    Model model = Model.newInstance(NAME, Device.cpu(), OnnxEngine.NAME);
    model.load(models, NAME, Map.of("intraOpNumThreads", "1", "interOpNumThreads", "1"));
    return new MiniLm(model, tokenizer, lanes);
  }

  /** Waits for a free lane; a predictor serves one thread at a time. */
  UnitVector embed(String text) throws InterruptedException {
    open.readLock().lockInterruptibly();
    try {
      if (closed) {
        throw new IllegalStateException("The embedding model is closed");
      }
      Predictor<String, UnitVector> predictor = free.take();
      try {
        return predictor.predict(text);
      } catch (TranslateException e) {
        throw new IllegalStateException("The embedding model failed", e);
      } finally {
        free.add(predictor);
      }
    } finally {
      open.readLock().unlock();
    }
  }

  @Override
  public void close() {
    open.writeLock().lock();
    try {
      closed = true;
      predictors.forEach(Predictor::close);
      model.close();
      tokenizer.close();
    } finally {
      open.writeLock().unlock();
    }
  }

  /**
   * Sends each text alone: with 8 bit weights the scale of the activations depends on the whole
   * batch, so that a text's neighbours would change its vector.
   */
  private static final class OneByOne implements NoBatchifyTranslator<String, UnitVector> {

    private final HuggingFaceTokenizer tokenizer;

    OneByOne(HuggingFaceTokenizer tokenizer) {
      this.tokenizer = tokenizer;
    }

    @Override
    public NDList processInput(TranslatorContext context, String text) {
      Encoding encoding = tokenizer.encode(text);
      NDManager manager = context.getNDManager();
      return new NDList(
          input(manager, "input_ids", encoding.getIds()),
          input(manager, "attention_mask", encoding.getAttentionMask()),
          input(manager, "token_type_ids", encoding.getTypeIds()));
    }

    @Override
    public UnitVector processOutput(TranslatorContext context, NDList output) {
      NDArray tokens = output.get(0);
      return UnitVector.alongMean(tokens.toFloatArray(), (int) tokens.getShape().get(2));
    }

    private static NDArray input(NDManager manager, String name, long[] values) {
      NDArray array = manager.create(values, new Shape(1, values.length));
      array.setName(name);
      return array;
    }
  }
}
