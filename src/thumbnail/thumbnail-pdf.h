/* The first page of a PDF file as a small picture; part of octant-thumbnail. */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

/* (transfer full) (nullable): %NULL where it can't be drawn, or the program was built without PDF. */
GdkPixbuf *thumbnail_load_pdf (GBytes *input, int size);
/* The size in pixels of something of any size, so that it fits a square and isn't enlarged. */
void thumbnail_fit (double width, double height, int size, int *fit_width, int *fit_height);
