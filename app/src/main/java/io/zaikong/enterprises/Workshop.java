package io.zaikong.enterprises;

/** A workshop (车间) of an enterprise. */
public record Workshop(long id, String name) {}
