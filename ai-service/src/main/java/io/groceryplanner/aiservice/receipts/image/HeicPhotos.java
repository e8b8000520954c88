package io.groceryplanner.aiservice.receipts.image;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.groceryplanner.aiservice.base.ProblemCode;
import io.groceryplanner.aiservice.receipts.image.IntakeResult.Picture;
import io.groceryplanner.aiservice.receipts.image.IntakeResult.Refused;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/** Opens HEIC photos where libheif is installed, and refuses them elsewhere. */
final class HeicPhotos {

  /** Takes the picture as it is stored: {@code enum heif_colorspace}, {@code heif_chroma}. */
  private static final int AS_STORED = 99;

  /** {@code enum heif_channel}: brightness alone, or the three colours. */
  private static final int[] BRIGHTNESS = {0};

  private static final int[] COLOURS = {3, 4, 5};

  private final Optional<Libheif> library;

  HeicPhotos(Optional<Libheif> library) {
    this.library = library;
  }

  private static final class Holder {
    static final HeicPhotos INSTALLED = new HeicPhotos(Libheif.find());
  }

  /** With the library of this machine, looked for once. */
  static HeicPhotos installed() {
    return Holder.INSTALLED;
  }

  boolean canBeRead() {
    return library.isPresent();
  }

  IntakeResult open(byte[] file) {
    if (library.isEmpty()) {
      return unsupported();
    }
    Libheif heif = library.get();
    MemorySegment context = heif.address("heif_context_alloc");
    // Everything on the way is closed in reverse; the file's bytes go last.
    try (Arena arena = Arena.ofConfined();
        Owned ownedContext = () -> heif.release("heif_context_free", context)) {
      MemorySegment bytes = arena.allocate(file.length);
      MemorySegment.copy(file, 0, bytes, JAVA_BYTE, 0, file.length);
      heif.attempt(
          arena,
          "heif_context_read_from_memory_without_copy",
          context,
          bytes,
          (long) file.length,
          MemorySegment.NULL);
      MemorySegment result = arena.allocate(ADDRESS);
      heif.attempt(arena, "heif_context_get_primary_image_handle", context, result);
      MemorySegment handle = result.get(ADDRESS, 0);
      try (Owned ownedHandle = () -> heif.release("heif_image_handle_release", handle)) {
        Optional<Refused> unfit =
            ImageIntake.unfit(
                heif.number("heif_image_handle_get_width", handle),
                heif.number("heif_image_handle_get_height", handle));
        if (unfit.isPresent()) {
          return unfit.get();
        }
        heif.attempt(
            arena, "heif_decode_image", handle, result, AS_STORED, AS_STORED, MemorySegment.NULL);
        MemorySegment image = result.get(ADDRESS, 0);
        try (Owned ownedImage = () -> heif.release("heif_image_release", image)) {
          return picture(heif, arena, image);
        }
      }
    } catch (Libheif.Refusal e) {
      return e.isLackOfSupport() ? unsupported() : ImageIntake.damaged();
    }
  }

  /** Turned upright already: libheif does what the file says about that. */
  private static IntakeResult picture(Libheif heif, Arena arena, MemorySegment image) {
    int[] channels = heif.number("heif_image_get_width", image, 0) > 0 ? BRIGHTNESS : COLOURS;
    int width = heif.number("heif_image_get_width", image, channels[0]);
    int height = heif.number("heif_image_get_height", image, channels[0]);
    // The picture may have another size than the file says.
    Optional<Refused> unfit = ImageIntake.unfit(width, height);
    if (unfit.isPresent()) {
      return unfit.get();
    }
    Plane[] planes = new Plane[channels.length];
    for (int i = 0; i < planes.length; i++) {
      planes[i] = Plane.of(heif, arena, image, channels[i]);
      if (planes[i].width < width || planes[i].height < height) {
        return ImageIntake.damaged();
      }
    }
    int step = ImageIntake.step(width, height);
    GreyImage grey = GreyImage.blank((width + step - 1) / step, (height + step - 1) / step);
    for (int y = 0, o = 0; y < height; y += step) {
      for (Plane plane : planes) {
        plane.load(y);
      }
      for (int x = 0; x < width; x += step, o++) {
        grey.pixels()[o] =
            planes.length == 1
                ? (byte) planes[0].at(x)
                : Greys.brightness(planes[0].at(x), planes[1].at(x), planes[2].at(x));
      }
    }
    return new Picture(grey);
  }

  private static Refused unsupported() {
    return new Refused(
        ProblemCode.UNSUPPORTED_MEDIA,
        "HEIC photos cannot be read here. Send the photo as JPEG (on an iPhone: Settings,"
            + " Camera, Formats, Most Compatible).");
  }

  /** Something of libheif's that must be given back. */
  private interface Owned extends AutoCloseable {

    @Override
    void close();
  }

  /** One channel of the decoded picture, of which one row at a time is here. */
  private static final class Plane {

    private final MemorySegment samples;
    private final int width;
    private final int height;
    private final int stride;
    private final int bits;
    private final byte[] row;

    private Plane(MemorySegment samples, int width, int height, int stride, int bits) {
      this.samples = samples;
      this.width = width;
      this.height = height;
      this.stride = stride;
      this.bits = bits;
      this.row = new byte[bits > 8 ? 2 * width : width];
    }

    static Plane of(Libheif heif, Arena arena, MemorySegment image, int channel) {
      int width = Math.max(0, heif.number("heif_image_get_width", image, channel));
      int height = Math.max(0, heif.number("heif_image_get_height", image, channel));
      MemorySegment stride = arena.allocate(JAVA_INT);
      MemorySegment samples = heif.address("heif_image_get_plane_readonly", image, channel, stride);
      if (samples.equals(MemorySegment.NULL)) {
        return new Plane(samples, 0, 0, 0, 8);
      }
      int bytes = stride.get(JAVA_INT, 0);
      int bits = heif.number("heif_image_get_bits_per_pixel_range", image, channel);
      return new Plane(
          samples.reinterpret((long) bytes * height), width, height, bytes, Math.max(8, bits));
    }

    void load(int y) {
      MemorySegment.copy(samples, JAVA_BYTE, (long) y * stride, row, 0, row.length);
    }

    /** From 0, which is black, to 255; what is stored with more bits (HDR) loses the lowest. */
    int at(int x) {
      return bits == 8
          ? row[x] & 0xff
          : ((row[2 * x] & 0xff) | (row[2 * x + 1] & 0xff) << 8) >> (bits - 8) & 0xff;
    }
  }
}
