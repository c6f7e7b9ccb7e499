/* Opens a window and tells when its first frame was painted, and how much memory it then holds.
 *
 *   bench-window empty
 *   bench-window octant ARGUMENTS…
 *
 * The first is the peer: an AdwApplicationWindow with a header bar and nothing else. The environment
 * variable OCT_BENCH_START holds the monotonic clock in microseconds at which the process was started.
 * Prints "first-frame-ms processor-ms settled-ms pss-kb": the second is what the process itself computed
 * until its first frame, which a busy machine disturbs less; settled is when nothing waits any more.
 * With OCT_BENCH_FIRST_ONLY set it ends at the first frame, for a profiler.
 */

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "oct-ui.h"

static gint64 start;
static double first_frame;
static double first_processor;
static guint quiet;

static long
read_pss (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL)
      || (line = strstr (text, "\nPss:")) == NULL)
    return -1;

  return strtol (line + strlen ("\nPss:"), NULL, 10);
}

static double
elapsed_ms (void)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

/* Quiet is when the loop has been idle for a fifth of a second. */
static gboolean
settled_cb (gpointer data)
{
  static double last;

  if (quiet == 0)
    last = elapsed_ms ();
  if (++quiet < 20)
    return G_SOURCE_CONTINUE;

  printf ("%.1f %.1f %.1f %ld\n", first_frame, first_processor, last, read_pss ());
  fflush (stdout);
  _exit (0);
}

static void
after_paint_cb (GdkFrameClock *frames, gpointer data)
{
  quiet = 0;
  if (first_frame > 0)
    return;

  first_frame = elapsed_ms ();
  first_processor = (double) clock () * 1000 / CLOCKS_PER_SEC;
  if (g_getenv ("OCT_BENCH_FIRST_ONLY") != NULL)
    exit (0);
  g_timeout_add_full (G_PRIORITY_LOW, 10, settled_cb, NULL, NULL);
}

static gboolean
watch_cb (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr (GtkWidget) window = NULL;
  GdkFrameClock *clock;

  if (g_list_model_get_n_items (windows) == 0)
    return G_SOURCE_CONTINUE;

  window = g_list_model_get_item (windows, 0);
  clock = gtk_widget_get_frame_clock (window);
  if (clock == NULL)
    return G_SOURCE_CONTINUE;

  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), NULL);
  return G_SOURCE_REMOVE;
}

static void
activate_empty_cb (GApplication *application, gpointer data)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 700);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  const char *started = g_getenv ("OCT_BENCH_START");

  start = started != NULL ? g_ascii_strtoll (started, NULL, 10) : g_get_monotonic_time ();
  g_idle_add_full (G_PRIORITY_HIGH, watch_cb, NULL, NULL);

  if (argc > 1 && g_str_equal (argv[1], "empty"))
    {
      g_autoptr (AdwApplication) application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);

      g_signal_connect (application, "activate", G_CALLBACK (activate_empty_cb), NULL);
      return g_application_run (G_APPLICATION (application), 1, argv);
    }

  return oct_ui_run (argc - 1, argv + 1);
}
