package io.groceryplanner.aiservice.categories;

import io.groceryplanner.aiservice.embeddings.Embeddings;
import io.groceryplanner.aiservice.embeddings.UnitVector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The exemplars' vectors in a file beside the model: reading them takes milliseconds, computing
 * them seconds. The file begins with a digest of what it was made from, so it never goes stale.
 */
final class ExemplarVectors {

  private static final Logger log = LoggerFactory.getLogger(ExemplarVectors.class);
  private static final int DIGEST_BYTES = 32;

  private final Path file;
  private final Embeddings embeddings;

  ExemplarVectors(Path file, Embeddings embeddings) {
    this.file = file;
    this.embeddings = embeddings;
  }

  List<UnitVector> of(List<String> texts) {
    byte[] digest = digest(texts);
    List<UnitVector> stored = stored(digest, texts.size());
    if (!stored.isEmpty()) {
      return stored;
    }
    List<UnitVector> vectors = embeddings.of(texts);
    store(digest, vectors);
    return vectors;
  }

  private List<UnitVector> stored(byte[] digest, int count) {
    int dimension = embeddings.dimension();
    try {
      if (!Files.isRegularFile(file)
          || Files.size(file) != DIGEST_BYTES + (long) count * dimension * Float.BYTES) {
        return List.of();
      }
      ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(file));
      byte[] madeFrom = new byte[DIGEST_BYTES];
      content.get(madeFrom);
      if (!Arrays.equals(madeFrom, digest)) {
        return List.of();
      }
      FloatBuffer floats = content.asFloatBuffer();
      List<UnitVector> vectors = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        float[] values = new float[dimension];
        floats.get(values);
        vectors.add(UnitVector.restored(values));
      }
      return List.copyOf(vectors);
    } catch (IOException e) {
      log.warn("{} cannot be read; the vectors are computed anew", file, e);
      return List.of();
    }
  }

  private void store(byte[] digest, List<UnitVector> vectors) {
    ByteBuffer content =
        ByteBuffer.allocate(DIGEST_BYTES + vectors.size() * embeddings.dimension() * Float.BYTES);
    content.put(digest);
    FloatBuffer floats = content.asFloatBuffer();
    vectors.forEach(vector -> floats.put(vector.toArray()));
    try {
      Path half = file.resolveSibling("exemplars." + ProcessHandle.current().pid() + ".part");
      Files.write(half, content.array());
      Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      log.info("{} cannot be written; the next start computes the vectors again", file);
    }
  }

  private byte[] digest(List<String> texts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(embeddings.model().getBytes(StandardCharsets.UTF_8));
      for (String text : texts) {
        sha.update((byte) 0);
        sha.update(text.getBytes(StandardCharsets.UTF_8));
      }
      return sha.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
