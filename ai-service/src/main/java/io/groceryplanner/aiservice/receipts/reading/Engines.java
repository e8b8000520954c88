package io.groceryplanner.aiservice.receipts.reading;

import io.groceryplanner.aiservice.base.Installation;
import io.groceryplanner.aiservice.base.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * Tesseract's handles, kept warm: as many for a language as were ever needed at once. The first is
 * made once the service listens, so that names need not wait for it.
 */
@Component
class Engines implements Model, ApplicationListener<ApplicationStartedEvent>, DisposableBean {

  static final String ENGLISH = "eng";

  private static final Logger log = LoggerFactory.getLogger(Engines.class);
  private static final String ENDING = ".traineddata";

  private final Path tessdata;
  private final Set<String> languages;
  private final Map<String, Queue<Engine>> idle = new ConcurrentHashMap<>();
  private volatile State state = State.STARTING;

  Engines(Installation installation) {
    tessdata = installation.tessdata();
    languages = languagesIn(tessdata);
    // JNA looks here first; it must be said before its first use.
    String natives = installation.nativeFolder().toString();
    System.setProperty("jna.library.path", natives);
    System.setProperty("jna.boot.library.path", natives);
  }

  @Override
  public void onApplicationEvent(ApplicationStartedEvent event) {
    Thread.ofPlatform().name("tesseract-start").daemon().start(this::warmUp);
  }

  /** Tesseract's names of the languages whose data is here. */
  Set<String> languages() {
    return languages;
  }

  /** Lends a handle for the time of {@code work}. */
  <T> T with(String language, Function<Engine, T> work) {
    Queue<Engine> free = idle.computeIfAbsent(language, l -> new ConcurrentLinkedQueue<>());
    Engine waiting = free.poll();
    Engine engine = waiting != null ? waiting : new Engine(tessdata, language);
    try {
      return work.apply(engine);
    } finally {
      free.add(engine);
    }
  }

  private void warmUp() {
    if (!languages.contains(ENGLISH)) {
      log.error("Receipts cannot be read: no {}{} in {}", ENGLISH, ENDING, tessdata);
      state = State.MISSING;
      return;
    }
    try {
      with(ENGLISH, engine -> engine);
      state = State.OK;
      log.info("Tesseract is ready, languages {}", languages);
    } catch (LinkageError | RuntimeException e) {
      log.error("Receipts cannot be read: Tesseract does not start", e);
      state = State.MISSING;
    }
  }

  private static Set<String> languagesIn(Path folder) {
    Set<String> found = new TreeSet<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .map(f -> f.getFileName().toString())
            .filter(name -> name.endsWith(ENDING) && !name.startsWith("osd"))
            .forEach(name -> found.add(name.substring(0, name.length() - ENDING.length())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  @Override
  public String name() {
    return "tesseract";
  }

  @Override
  public State state() {
    return state;
  }

  @Override
  public void destroy() {
    idle.values().forEach(queue -> queue.forEach(Engine::close));
    idle.clear();
  }
}
