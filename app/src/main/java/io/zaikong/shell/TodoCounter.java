package io.zaikong.shell;

/** How much waits for the person who acts: a figure beside the menu entry that leads there. */
public interface TodoCounter {

  /** Of the menu entry. */
  String path();

  /** Cheap: asked once for every page. */
  long count();
}
