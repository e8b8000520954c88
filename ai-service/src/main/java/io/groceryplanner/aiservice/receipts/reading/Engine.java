package io.groceryplanner.aiservice.receipts.reading;

import com.sun.jna.Pointer;
import io.groceryplanner.aiservice.receipts.image.GreyImage;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.tess4j.ITessAPI.ETEXT_DESC;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessCancelFunc;
import net.sourceforge.tess4j.ITessAPI.TessOcrEngineMode;
import net.sourceforge.tess4j.ITessAPI.TessPageIterator;
import net.sourceforge.tess4j.ITessAPI.TessPageIteratorLevel;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;
import net.sourceforge.tess4j.ITessAPI.TessResultIterator;
import net.sourceforge.tess4j.TessAPI1;

/** One handle of Tesseract for one language; used by one thread at a time. */
final class Engine implements AutoCloseable {

  /** Asked at every word; a constant, because native code must never hold one that is gone. */
  private static final TessCancelFunc WHEN_INTERRUPTED =
      (self, words) -> Thread.currentThread().isInterrupted();

  private final TessBaseAPI handle;

  Engine(Path tessdata, String language) {
    handle = TessAPI1.TessBaseAPICreate();
    int failed =
        TessAPI1.TessBaseAPIInit2(
            handle, tessdata.toString(), language, TessOcrEngineMode.OEM_LSTM_ONLY);
    if (failed != 0) {
      TessAPI1.TessBaseAPIDelete(handle);
      throw new IllegalStateException("Tesseract cannot load '" + language + "'");
    }
    // What it remarks about odd crops is for its developers, not for our logs.
    TessAPI1.TessBaseAPISetVariable(handle, "debug_file", "/dev/null");
    // The paper has been made white already.
    TessAPI1.TessBaseAPISetVariable(handle, "tessedit_do_invert", "0");
  }

  /** The words in rows, read in one pass; empty when the time ran out or nobody waits. */
  List<List<Word>> read(GreyImage image, Duration limit) {
    return recognize(image, TessPageSegMode.PSM_SINGLE_BLOCK, limit);
  }

  /** The words of a picture that shows one row alone. */
  List<List<Word>> readRow(GreyImage image, Duration limit) {
    return recognize(image, TessPageSegMode.PSM_SINGLE_LINE, limit);
  }

  private List<List<Word>> recognize(GreyImage image, int layout, Duration limit) {
    TessAPI1.TessBaseAPISetPageSegMode(handle, layout);
    ByteBuffer pixels = ByteBuffer.allocateDirect(image.pixels().length);
    pixels.put(image.pixels()).flip();
    TessAPI1.TessBaseAPISetImage(handle, pixels, image.width(), image.height(), 1, image.width());
    TessAPI1.TessBaseAPISetSourceResolution(handle, 200);
    ETEXT_DESC monitor = TessAPI1.TessMonitorCreate();
    try {
      TessAPI1.TessMonitorSetCancelFunc(monitor, WHEN_INTERRUPTED);
      TessAPI1.TessMonitorSetDeadlineMSecs(monitor, (int) Math.max(1, limit.toMillis()));
      if (TessAPI1.TessBaseAPIRecognize(handle, monitor) != 0) {
        return List.of();
      }
      return words();
    } finally {
      TessAPI1.TessMonitorDelete(monitor);
      TessAPI1.TessBaseAPIClear(handle);
    }
  }

  private List<List<Word>> words() {
    List<List<Word>> rows = new ArrayList<>();
    TessResultIterator results = TessAPI1.TessBaseAPIGetIterator(handle);
    if (results == null) {
      return rows;
    }
    TessPageIterator place = TessAPI1.TessResultIteratorGetPageIterator(results);
    IntBuffer[] edges = {
      IntBuffer.allocate(1), IntBuffer.allocate(1), IntBuffer.allocate(1), IntBuffer.allocate(1)
    };
    int word = TessPageIteratorLevel.RIL_WORD;
    do {
      Pointer text = TessAPI1.TessResultIteratorGetUTF8Text(results, word);
      if (text == null) {
        continue;
      }
      String string = text.getString(0, "UTF-8").strip();
      TessAPI1.TessDeleteText(text);
      if (rows.isEmpty()
          || TessAPI1.TessPageIteratorIsAtBeginningOf(place, TessPageIteratorLevel.RIL_TEXTLINE)
              != 0) {
        rows.add(new ArrayList<>());
      }
      TessAPI1.TessPageIteratorBoundingBox(place, word, edges[0], edges[1], edges[2], edges[3]);
      Box box = new Box(edges[0].get(0), edges[1].get(0), edges[2].get(0), edges[3].get(0));
      float percent = TessAPI1.TessResultIteratorConfidence(results, word);
      if (!string.isEmpty()) {
        rows.getLast().add(new Word(string, box, Math.clamp(percent / 100.0, 0, 1)));
      }
    } while (TessAPI1.TessResultIteratorNext(results, word) != 0);
    TessAPI1.TessResultIteratorDelete(results);
    rows.removeIf(List::isEmpty);
    return rows;
  }

  @Override
  public void close() {
    TessAPI1.TessBaseAPIDelete(handle);
  }
}
