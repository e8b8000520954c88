package io.groceryplanner.aiservice.categories;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a model of natural language inference of a few hundred bytes, in the format of {@code
 * onnx.proto3}. Of all words it knows four, each of one of two topics; a hypothesis follows when it
 * is of its premise's topic. Its outputs are entailment (about 0.91 then, else 0.02), neutral,
 * contradiction, in this order.
 */
final class TinyNli {

  private static final int FLOAT = 1;
  private static final int INT64 = 7;
  private static final int OPSET_WITH_AXES_AS_ATTRIBUTES = 11;

  private TinyNli() {}

  static void write(Path folder, boolean withConfig) throws IOException {
    Files.write(folder.resolve("model.onnx"), model().bytes());
    Files.writeString(
        folder.resolve("tokenizer.json"),
        """
        {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
         "normalizer": {"type": "Lowercase"}, "pre_tokenizer": {"type": "Whitespace"},
         "post_processor": null, "decoder": null,
         "model": {"type": "WordLevel", "unk_token": "[UNK]",
          "vocab": {"[UNK]": 0, "zorbix": 1, "quundle": 2, "potions": 3, "gadgets": 4}}}\
        """);
    if (withConfig) {
      Files.writeString(
          folder.resolve("config.json"),
          """
          {"id2label": {"0": "ENTAILMENT", "1": "NEUTRAL", "2": "CONTRADICTION"}}\
          """);
    }
  }

  private static Message model() {
    Message graph =
        new Message()
            .add(1, node("Cast", "mask", List.of("attention_mask")).add(5, number("to", FLOAT)))
            .add(1, node("Unsqueeze", "row", List.of("mask")).add(5, numbers("axes", 1)))
            .add(1, node("Gather", "topics", List.of("table", "input_ids")))
            .add(1, node("MatMul", "sum", List.of("row", "topics")))
            .add(1, node("Mul", "square", List.of("sum", "sum")))
            .add(
                1,
                node("ReduceSum", "length", List.of("square"))
                    .add(5, numbers("axes", 2))
                    .add(5, number("keepdims", 0)))
            .add(1, node("MatMul", "scaled", List.of("length", "weights")))
            .add(1, node("Add", "logits", List.of("scaled", "bias")))
            .add(2, "tiny-nli")
            .add(5, tensor("table", new long[] {5, 2}, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1))
            .add(5, tensor("weights", new long[] {1, 3}, 3, 0, 0))
            .add(5, tensor("bias", new long[] {3}, -9, 0, 0))
            .add(11, tokens("input_ids"))
            .add(11, tokens("attention_mask"))
            .add(12, value("logits", FLOAT, new Message().add(1, 1), new Message().add(1, 3)));
    return new Message()
        .add(1, 7)
        .add(7, graph)
        .add(8, new Message().add(1, "").add(2, OPSET_WITH_AXES_AS_ATTRIBUTES));
  }

  private static Message node(String operation, String output, List<String> inputs) {
    Message node = new Message();
    inputs.forEach(input -> node.add(1, input));
    return node.add(2, output).add(4, operation);
  }

  private static Message number(String name, long value) {
    return new Message().add(1, name).add(3, value).add(20, 2);
  }

  private static Message numbers(String name, long value) {
    return new Message().add(1, name).add(8, value).add(20, 7);
  }

  private static Message tensor(String name, long[] shape, float... values) {
    Message tensor = new Message();
    for (long size : shape) {
      tensor.add(1, size);
    }
    ByteBuffer raw =
        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    return tensor.add(2, FLOAT).add(8, name).add(9, raw.array());
  }

  private static Message tokens(String name) {
    return value(name, INT64, new Message().add(1, 1), new Message().add(2, "length"));
  }

  private static Message value(String name, int type, Message... dimensions) {
    Message shape = new Message();
    for (Message dimension : dimensions) {
      shape.add(1, dimension);
    }
    return new Message()
        .add(1, name)
        .add(2, new Message().add(1, new Message().add(1, type).add(2, shape)));
  }

  /** A message of Protocol Buffers: fields by number, of whole numbers or of bytes. */
  private static final class Message {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message add(int field, long value) {
      number(field << 3);
      number(value);
      return this;
    }

    Message add(int field, byte[] value) {
      number(field << 3 | 2);
      number(value.length);
      out.writeBytes(value);
      return this;
    }

    Message add(int field, String value) {
      return add(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message add(int field, Message value) {
      return add(field, value.bytes());
    }

    byte[] bytes() {
      return out.toByteArray();
    }

    private void number(long value) {
      long rest = value;
      for (; rest > 0x7f; rest >>>= 7) {
        out.write((int) (rest & 0x7f | 0x80));
      }
      out.write((int) rest);
    }
  }
}
