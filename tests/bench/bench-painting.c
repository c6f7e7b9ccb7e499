/* What the benchmarks of pages share; see the header. */

#include "bench-painting.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <time.h>

#include "oct-page.h"

/* A window is at rest when nothing was painted for so long. */
#define QUIET_MS 60

Moment
now (void)
{
  struct timespec own;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &own);
  return (Moment) { (double) g_get_monotonic_time () / 1000,
                    (double) own.tv_sec * 1e3 + (double) own.tv_nsec / 1e6 };
}

Moment
since (Moment start)
{
  Moment end = now ();

  return (Moment) { end.wall - start.wall, end.own - start.own };
}

GArray *
new_times (void)
{
  return g_array_new (FALSE, FALSE, sizeof (Moment));
}

static int
compare_wall (gconstpointer a, gconstpointer b)
{
  double one = ((const Moment *) a)->wall, two = ((const Moment *) b)->wall;

  return one < two ? -1 : one > two;
}

static int
compare_own (gconstpointer a, gconstpointer b)
{
  double one = ((const Moment *) a)->own, two = ((const Moment *) b)->own;

  return one < two ? -1 : one > two;
}

Moment
print_row (const char *name, GArray *times)
{
  const guint places[] = { times->len / 2, times->len * 95 / 100 };
  Moment median;

  g_print ("%-44s %5u ", name, times->len);
  g_array_sort (times, compare_wall);
  median.wall = g_array_index (times, Moment, places[0]).wall;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_print (" %7.1f", g_array_index (times, Moment, places[i]).wall);
  g_print ("  ");
  g_array_sort (times, compare_own);
  median.own = g_array_index (times, Moment, places[0]).own;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_print (" %7.1f", g_array_index (times, Moment, places[i]).own);
  g_print ("\n");

  return median;
}

void
print_header (void)
{
  g_print ("%-44s %5s  %7s %7s   %7s %7s\n", "ms", "n", "p50", "p95", "own p50", "p95");
}

static void
paint_cb (Bench *bench)
{
  bench->painting = TRUE;
}

/* After all that waits for the window to be at rest. */
static gboolean
settled_cb (gpointer data)
{
  Bench *bench = data;

  bench->settled_source = 0;
  bench->settled = since (bench->start);
  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (Bench *bench)
{
  if (!bench->painting)
    return;
  bench->painting = FALSE;
  if (bench->settled_source == 0)
    bench->settled_source = g_idle_add_full (G_PRIORITY_LOW + 50, settled_cb, bench, NULL);
  bench->last = since (bench->start);
  if (!bench->painted)
    bench->first = bench->last;
  bench->painted = TRUE;
}

static gboolean
quiet_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

void
wait_for_last_frame (Bench *bench)
{
  double last;

  while (!bench->painted)
    g_main_context_iteration (NULL, TRUE);
  do
    {
      gboolean quiet = FALSE;

      last = bench->last.wall;
      g_timeout_add_full (G_PRIORITY_LOW + 100, QUIET_MS, quiet_cb, &quiet, NULL);
      while (!quiet)
        g_main_context_iteration (NULL, TRUE);
    }
  while (bench->last.wall != last);
}

void
begin (Bench *bench)
{
  bench->painted = FALSE;
  bench->start = now ();
}

void
open_window (Bench *bench, GType type, OctSession *session, const char *location)
{
  bench->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (bench->window, 1920, 1080);
  if (type != G_TYPE_NONE)
    {
      bench->page = g_object_new (type, "session", session, NULL);
      adw_window_set_content (ADW_WINDOW (bench->window), bench->page);
      oct_page_show (OCT_PAGE (bench->page), location);
    }
  gtk_widget_realize (GTK_WIDGET (bench->window));
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (bench->window)), "paint",
                            G_CALLBACK (paint_cb), bench);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (bench->window)), "after-paint",
                            G_CALLBACK (after_paint_cb), bench);
  gtk_window_present (bench->window);
}

void
close_window (Bench *bench)
{
  gtk_window_destroy (bench->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_handle_id (&bench->settled_source, g_source_remove);
  *bench = (Bench) { 0 };
}

double
measure_sqlite (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "alone.db", NULL);
  g_autoptr (GArray) times = new_times ();
  sqlite3 *db;

  g_unlink (path);
  if (sqlite3_open (path, &db) != SQLITE_OK
      || sqlite3_exec (db,
                       "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                       "CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT NOT NULL)",
                       NULL, NULL, NULL)
           != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  for (int i = 0; i < 200; i++)
    {
      Moment start = now (), time;

      sqlite3_exec (db, "INSERT INTO t (text) VALUES (hex (zeroblob (400)))", NULL, NULL, NULL);
      time = since (start);
      g_array_append_val (times, time);
    }
  sqlite3_close (db);

  return print_row ("a synced insert by SQLite alone", times).wall;
}
