package io.groceryplanner.aiservice.embeddings;

import ai.djl.engine.Engine;
import java.nio.file.Files;
import java.nio.file.Path;

/** ONNX Runtime, as every model here uses it: with the installed libraries and no network. */
public final class OnnxEngine {

  public static final String NAME = "OnnxRuntime";

  private OnnxEngine() {}

  /** To be called before a model is loaded; again is harmless. */
  public static synchronized void start(Path natives) {
    preset("ai.djl.offline", "true");
    if (Files.isDirectory(natives)) {
      preset("onnxruntime.native.path", natives.toString());
      // The tokenizer's library is unpacked by the first start and stays.
      Path unpacked = natives.resolve("djl");
      if (Files.isDirectory(unpacked) || Files.isWritable(natives)) {
        preset("DJL_CACHE_DIR", unpacked.toString());
      }
    }
    // The engine must be the first to touch ONNX Runtime, or its thread settings are refused.
    Engine.getEngine(NAME);
  }

  private static void preset(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
