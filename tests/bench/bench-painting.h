/* What the benchmarks of pages share: times of the wall and of the program itself, their medians, and a
 * page in a window of its own that tells when it was painted last.
 */
#pragma once

#include <adwaita.h>

#include "oct-session.h"

/* In milliseconds: on the wall, and what all threads of the program computed. */
typedef struct
{
  double wall;
  double own;
} Moment;

Moment now (void);
Moment since (Moment start);
/* (element-type Moment) */
GArray *new_times (void);
/* Prints how many there are, their median and their 95th place. Returns the medians. */
Moment print_row (const char *name, GArray *times);
void print_header (void);

typedef struct
{
  GtkWindow *window;
  GtkWidget *page; /* (nullable) */
  Moment start;
  gboolean painting; /* something is painted in this frame */
  gboolean painted;
  guint settled_source;
  Moment first;   /* from the start to the end of the first frame */
  Moment last;    /* and of the last one */
  Moment settled; /* until nothing that was put off is left to do */
} Bench;

void begin (Bench *bench);
/* @type: of a page, or %G_TYPE_NONE for an empty window. */
void open_window (Bench *bench, GType type, OctSession *session, const char *location);
/* Until there was a frame, and then none for a while. */
void wait_for_last_frame (Bench *bench);
void close_window (Bench *bench);
/* Prints what SQLite takes by itself for a row of as many bytes, in the same folder and just as safe;
 * returns the median in milliseconds. */
double measure_sqlite (const char *folder);
