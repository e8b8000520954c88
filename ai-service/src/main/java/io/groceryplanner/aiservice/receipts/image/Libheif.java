package io.groceryplanner.aiservice.receipts.image;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/** The functions of libheif that opening a photo takes, as its {@code heif.h} declares them. */
final class Libheif {

  /** libheif turned the file down. */
  static final class Refusal extends IOException {

    private static final long serialVersionUID = 1;
    private static final int UNSUPPORTED_FILE = 3;
    private static final int UNSUPPORTED_FEATURE = 4;

    private final int code;

    Refusal(int code) {
      super("libheif refuses the file with error " + code);
      this.code = code;
    }

    /** Whether the file may be sound, and only this installation lacks what it takes. */
    boolean isLackOfSupport() {
      return code == UNSUPPORTED_FILE || code == UNSUPPORTED_FEATURE;
    }
  }

  /** Debian's and Fedora's name, then those of a Mac with Homebrew. */
  private static final List<String> USUAL_NAMES =
      List.of(
          "libheif.so.1",
          "libheif.dylib",
          "libheif.1.dylib",
          "/opt/homebrew/lib/libheif.dylib",
          "/usr/local/lib/libheif.dylib");

  /** {@code struct heif_error}: code, subcode, message. */
  private static final StructLayout ERROR = MemoryLayout.structLayout(JAVA_INT, JAVA_INT, ADDRESS);

  private static final Map<String, FunctionDescriptor> FUNCTIONS =
      Map.ofEntries(
          Map.entry("heif_context_alloc", FunctionDescriptor.of(ADDRESS)),
          Map.entry("heif_context_free", FunctionDescriptor.ofVoid(ADDRESS)),
          Map.entry(
              "heif_context_read_from_memory_without_copy",
              FunctionDescriptor.of(ERROR, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS)),
          Map.entry(
              "heif_context_get_primary_image_handle",
              FunctionDescriptor.of(ERROR, ADDRESS, ADDRESS)),
          Map.entry("heif_image_handle_release", FunctionDescriptor.ofVoid(ADDRESS)),
          Map.entry("heif_image_handle_get_width", FunctionDescriptor.of(JAVA_INT, ADDRESS)),
          Map.entry("heif_image_handle_get_height", FunctionDescriptor.of(JAVA_INT, ADDRESS)),
          Map.entry(
              "heif_decode_image",
              FunctionDescriptor.of(ERROR, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS)),
          Map.entry("heif_image_release", FunctionDescriptor.ofVoid(ADDRESS)),
          Map.entry("heif_image_get_width", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT)),
          Map.entry("heif_image_get_height", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT)),
          Map.entry(
              "heif_image_get_bits_per_pixel_range",
              FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT)),
          Map.entry(
              "heif_image_get_plane_readonly",
              FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT, ADDRESS)));

  private final Map<String, MethodHandle> functions = new HashMap<>();

  private Libheif(SymbolLookup library) {
    FUNCTIONS.forEach((name, signature) ->
        functions.put(
            name, Linker.nativeLinker().downcallHandle(library.findOrThrow(name), signature)));
  }

  /** The library that AI_LIBHEIF names, else the installed one. */
  static Optional<Libheif> find() {
    String named = System.getProperty("ai.libheif", System.getenv("AI_LIBHEIF"));
    return find(named == null || named.isBlank() ? USUAL_NAMES : List.of(named));
  }

  static Optional<Libheif> find(List<String> names) {
    for (String name : names) {
      try {
        return Optional.of(new Libheif(SymbolLookup.libraryLookup(name, Arena.global())));
      } catch (IllegalArgumentException | NoSuchElementException e) {
        // Not here, or without one of the functions: the next name.
      }
    }
    return Optional.empty();
  }

  MemorySegment address(String function, Object... arguments) {
    return (MemorySegment) call(function, arguments);
  }

  int number(String function, Object... arguments) {
    return (int) call(function, arguments);
  }

  void release(String function, MemorySegment thing) {
    call(function, thing);
  }

  /** Calls a function that tells success or failure; {@code arena} is where it writes that. */
  void attempt(Arena arena, String function, Object... arguments) throws Refusal {
    Object[] all = new Object[arguments.length + 1];
    all[0] = arena;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    int code = ((MemorySegment) call(function, all)).get(JAVA_INT, 0);
    if (code != 0) {
      throw new Refusal(code);
    }
  }

  private Object call(String function, Object... arguments) {
    try {
      // Not the fastest way to call; a dozen calls for each photo will do.
      return Objects.requireNonNull(functions.get(function)).invokeWithArguments(arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      // Declared by every method handle; a native function throws nothing.
      throw new IllegalStateException(function + " cannot be called", e);
    }
  }
}
