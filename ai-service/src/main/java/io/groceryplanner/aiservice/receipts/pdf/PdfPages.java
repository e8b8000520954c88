package io.groceryplanner.aiservice.receipts.pdf;

import io.groceryplanner.aiservice.base.ProblemCode;
import io.groceryplanner.aiservice.receipts.image.GreyImage;
import io.groceryplanner.aiservice.receipts.image.Greys;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Opens PDFs. */
public final class PdfPages {

  private static final int MAX_PAGES = 5;
  private static final int ENOUGH_WORDS = 12;
  private static final double POINTS_PER_INCH = 72;
  private static final double MAX_DPI = 220;
  private static final double MAX_PIXELS = 12_000_000;

  private PdfPages() {}

  /** The text layer where there is one, else the pages as a picture. */
  public static PdfResult open(byte[] file) {
    try (PDDocument document =
        Loader.loadPDF(file, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
      int pages = Math.min(MAX_PAGES, document.getNumberOfPages());
      if (pages == 0) {
        return broken();
      }
      PdfWords.Layer layer = PdfWords.of(document, pages);
      if (layer.words() >= ENOUGH_WORDS) {
        return new PdfResult.Text(layer.rows(), layer.width(), layer.height(), pages);
      }
      return new PdfResult.Drawn(draw(document, pages), pages);
    } catch (InvalidPasswordException e) {
      return new PdfResult.Refused(
          ProblemCode.UNREADABLE_IMAGE,
          "The PDF is protected by a password. Send it without one, or send a photo.");
    } catch (IOException | RuntimeException e) {
      // PDFBox throws whatever a broken file leads it into.
      return broken();
    }
  }

  private static PdfResult broken() {
    return new PdfResult.Refused(
        ProblemCode.UNREADABLE_IMAGE, "The PDF is damaged and cannot be opened.");
  }

  private static GreyImage draw(PDDocument document, int pages) throws IOException {
    double squareInches = 0;
    for (int i = 0; i < pages; i++) {
      PDRectangle size = document.getPage(i).getCropBox();
      squareInches += size.getWidth() * size.getHeight() / (POINTS_PER_INCH * POINTS_PER_INCH);
    }
    // A page may claim any size: the resolution gives way, not the memory.
    double dpi = Math.min(MAX_DPI, Math.sqrt(MAX_PIXELS / Math.max(squareInches, 0.01)));
    PDFRenderer renderer = new PDFRenderer(document);
    List<GreyImage> drawn = new ArrayList<>();
    for (int i = 0; i < pages; i++) {
      drawn.add(Greys.of(renderer.renderImageWithDPI(i, (float) dpi, ImageType.RGB)));
    }
    return stacked(drawn);
  }

  private static GreyImage stacked(List<GreyImage> pages) {
    if (pages.size() == 1) {
      return pages.getFirst();
    }
    int width = pages.stream().mapToInt(GreyImage::width).max().orElseThrow();
    int height = pages.stream().mapToInt(GreyImage::height).sum();
    byte[] pixels = new byte[width * height];
    Arrays.fill(pixels, (byte) 255);
    int top = 0;
    for (GreyImage page : pages) {
      for (int y = 0; y < page.height(); y++) {
        System.arraycopy(page.pixels(), y * page.width(), pixels, (top + y) * width, page.width());
      }
      top += page.height();
    }
    return new GreyImage(width, height, pixels);
  }
}
