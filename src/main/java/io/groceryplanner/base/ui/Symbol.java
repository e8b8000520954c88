package io.groceryplanner.base.ui;

import java.util.Locale;

/** The line icons there are; each is drawn by {@code frontend/styles/icons.css}. */
public enum Symbol {
  BASKET,
  BOOK,
  CALENDAR,
  CAMERA,
  CART,
  CELLAR,
  CHART,
  CHECK,
  CHEVRON_DOWN,
  CHEVRON_LEFT,
  CHEVRON_RIGHT,
  CHEVRON_UP,
  CLOCK,
  CLOSE,
  COPY,
  CUPBOARD,
  DATABASE,
  FILTER,
  FOLDER,
  FREEZER,
  FRIDGE,
  HOME,
  INFO,
  KEY,
  LEAF,
  LINK,
  LOGOUT,
  MAIL,
  MINUS,
  MORE,
  MOVE,
  OFFLINE,
  PANTRY,
  PENCIL,
  PEOPLE,
  PLAN,
  PLUG,
  PLUS,
  QUESTION,
  RECEIPT,
  RETRY,
  SCAN,
  SEARCH,
  SETTINGS,
  STATUS,
  TRASH,
  UNDO,
  UPLOAD,
  USER,
  WARN,
  ZOOM;

  /** The name the stylesheet and {@code @Menu(icon = …)} use, such as {@code chevron-down}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws IllegalArgumentException when there is no such icon
   */
  public static Symbol of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
