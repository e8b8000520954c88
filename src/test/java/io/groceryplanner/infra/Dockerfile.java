package io.groceryplanner.infra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a Dockerfile says, stage by stage.
 *
 * @param program whose image it makes
 * @param arguments what may be given before the first stage, with their defaults
 */
record Dockerfile(Repository.Program program, Map<String, String> arguments, List<Stage> stages) {

  private static final Pattern FROM = Pattern.compile("(\\S+)(?: +AS +(\\S+))?");

  /**
   * @param name blank for the last one
   */
  record Stage(String from, String name, List<Instruction> instructions) {

    Stream<String> all(String instruction) {
      return instructions.stream()
          .filter(one -> one.name.equals(instruction))
          .map(Instruction::value);
    }

    /** The last one holds; blank where there is none. */
    String last(String instruction) {
      return all(instruction).reduce("", (_, later) -> later);
    }
  }

  /**
   * @param name such as COPY
   * @param value in one line
   */
  record Instruction(String name, String value) {}

  static Dockerfile parse(Repository.Program program, String text) {
    var arguments = new HashMap<String, String>();
    var stages = new ArrayList<Stage>();
    for (var instruction : instructions(text)) {
      if (instruction.name.equals("FROM")) {
        var words = FROM.matcher(instruction.value);
        if (!words.matches()) {
          throw new IllegalArgumentException(instruction.value);
        }
        var name = words.group(2) == null ? "" : words.group(2);
        stages.add(new Stage(words.group(1), name, new ArrayList<>()));
      } else if (stages.isEmpty()) {
        var parts = instruction.value.split("=", 2);
        arguments.put(parts[0], parts.length > 1 ? parts[1] : "");
      } else {
        stages.getLast().instructions.add(instruction);
      }
    }
    return new Dockerfile(program, arguments, stages);
  }

  private static List<Instruction> instructions(String text) {
    var uncommented = text.replaceAll("(?m)^ *#.*\\R", "");
    return uncommented
        .replaceAll(" *\\\\\\R *", " ")
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> line.split(" +", 2))
        .map(parts -> new Instruction(parts[0], parts[1].strip()))
        .toList();
  }

  /** What is delivered. */
  Stage result() {
    return stages.getLast();
  }

  Stream<Stage> named(String name) {
    return stages.stream().filter(stage -> stage.name.equals(name));
  }

  /** What all stages say together. */
  Stream<String> all(String instruction) {
    return stages.stream().flatMap(stage -> stage.all(instruction));
  }
}
