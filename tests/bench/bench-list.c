/* How fast the lists of schools and of trusts follow a key, a scroll and a jump.
 *
 * Each page itself stands in a window on a (virtual) display, over the whole register. A key is
 * measured from the change of the search field to the end of the frame that shows its answer,
 * count and first screen included; the next one comes when the program is idle again. Scrolling
 * is 120 pixels a frame, then jumps to places anywhere in the list. Beside each time stands what the
 * thread itself computed meanwhile, which a busy machine disturbs less.
 *
 *   bench-list [--data-dir DIR] [--copies N] [FILE.csv]
 *
 * With a FILE it imports that many copies of its rows, each with URNs of its own, into DIR; without
 * one it measures what DIR holds.
 */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "oct-schools-page.h"
#include "oct-trusts-page.h"

/* The pictures and templates of the program; naming them links them in. */
extern GResource *oct_ui_get_resource (void);

#define QUIET_MS 40
#define N_SCROLLS 400
#define N_JUMPS 200

static const char *const school_words[] = {
  "s",
  "st marys",
  "st mary's leeds",
  "a",
  "academy",
  "c",
  "church of england primary",
  "p",
  "e",
  "oak",
  "ls27",
  "b",
  "10000",
  "the",
  "north",
  "manchester",
  "jo",
  "w",
  "m",
  "high school",
};

static const char *const trust_words[] = {
  "s", "the", "academy trust", "multi", "learning", "st", "church", "education", "diocese", "10",
};

/* In milliseconds. */
typedef struct
{
  double wall;
  double own;
} Moment;

typedef struct
{
  GtkWindow *window;
  OctPage *page;
  GtkEditable *entry;
  GtkAdjustment *vertical;
  gboolean painted;
} Bench;

/* The register */

static void
append_urn (GString *out, const char *row, gsize length, guint copy)
{
  char *rest;
  guint64 urn = g_ascii_strtoull (row, &rest, 10);

  g_string_append_printf (out, "%" G_GUINT64_FORMAT, urn + copy * 1000000);
  g_string_append_len (out, rest, (gssize) (length - (gsize) (rest - row)));
}

static gboolean
multiply (const char *path, const char *target, guint copies, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GString) out = NULL;
  const char *rows, *end;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return FALSE;
  rows = strchr (text, '\n');
  if (rows == NULL)
    rows = text + length;
  else
    rows++;
  out = g_string_sized_new (length * copies + 1);
  g_string_append_len (out, text, rows - text);
  end = text + length;
  for (guint copy = 0; copy < copies; copy++)
    {
      for (const char *row = rows; row < end;)
        {
          const char *next = memchr (row, '\n', (gsize) (end - row));

          next = next != NULL ? next + 1 : end;
          append_urn (out, row, (gsize) (next - row), copy);
          row = next;
        }
    }
  return g_file_set_contents (target, out->str, (gssize) out->len, error);
}

static gboolean
import_copies (OctSession *session, const char *data_dir, const char *path, guint copies,
               GError **error)
{
  g_autofree char *target = g_build_filename (data_dir, "edubasealldata20250121.csv", NULL);
  const char *paths[] = { target, NULL };
  g_autoptr (OctJob) job = NULL;

  if (!multiply (path, target, copies, error))
    return FALSE;
  job = oct_session_import (session, paths, 0);
  oct_job_wait (job);
  g_unlink (target);
  if (oct_job_get_error (job) == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (oct_job_get_error (job)));
  return FALSE;
}

/* Frames */

static void
after_paint_cb (Bench *bench)
{
  bench->painted = TRUE;
}

static gboolean
quiet_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until nothing was painted for as long as a fast typist takes, so that a key doesn't wait for the
 * frame of the counts that the one before it changed. */
static void
wait_until_quiet (Bench *bench)
{
  do
    {
      gboolean quiet = FALSE;

      bench->painted = FALSE;
      g_timeout_add_full (G_PRIORITY_LOW + 100, QUIET_MS, quiet_cb, &quiet, NULL);
      while (!quiet)
        g_main_context_iteration (NULL, TRUE);
    }
  while (bench->painted);
}

/* The clock on the wall, and beside it what this thread computed: on a busy machine another program
 * may take the processor in the middle of a frame. */
static Moment
now (void)
{
  struct timespec own;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &own);
  return (Moment) { (double) g_get_monotonic_time () / 1000,
                    (double) own.tv_sec * 1e3 + (double) own.tv_nsec / 1e6 };
}

static Moment
since (Moment start)
{
  Moment end = now ();

  return (Moment) { end.wall - start.wall, end.own - start.own };
}

static Moment
wait_for_frame (Bench *bench, Moment start)
{
  while (!bench->painted)
    g_main_context_iteration (NULL, TRUE);
  return since (start);
}

/* Numbers */

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

static void
print_row (const char *name, GArray *times)
{
  const guint places[] = { times->len / 2, times->len * 95 / 100, times->len - 1 };

  g_print ("%-24s %6u ", name, times->len);
  g_array_sort (times, compare_wall);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_print (" %7.1f", g_array_index (times, Moment, places[i]).wall);
  g_print ("  ");
  g_array_sort (times, compare_own);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_print (" %7.1f", g_array_index (times, Moment, places[i]).own);
  g_print ("\n");
}

/* Measuring */

static void
type_key (Bench *bench, const char *text, GArray *times)
{
  Moment start, time;
  double answered;

  wait_until_quiet (bench);
  bench->painted = FALSE;
  start = now ();
  gtk_editable_set_text (bench->entry, text);
  gtk_editable_set_position (bench->entry, -1);
  answered = since (start).wall;
  time = wait_for_frame (bench, start);
  g_array_append_val (times, time);
  if (g_getenv ("BENCH_VERBOSE") != NULL)
    g_print ("  %-24s %8.1f %8.1f %8.1f\n", text, answered, time.wall, time.own);
}

static void
measure_keys (Bench *bench, const char *const *words, guint n_words)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (Moment));
  g_autoptr (GArray) single = g_array_new (FALSE, FALSE, sizeof (Moment));

  for (guint i = 0; i < n_words; i++)
    {
      for (gsize n = 1; n <= strlen (words[i]); n++)
        {
          g_autofree char *text = g_strndup (words[i], n);

          type_key (bench, text, n == 1 ? single : times);
        }
    }
  for (guint i = 0; i < single->len; i++)
    g_array_append_val (times, g_array_index (single, Moment, i));
  print_row ("key: first letters only", single);
  print_row ("key: all", times);
}

static void
measure_scrolling (Bench *bench, gboolean jump)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (Moment));
  double range = gtk_adjustment_get_upper (bench->vertical)
                 - gtk_adjustment_get_page_size (bench->vertical);

  for (guint i = 0; i < (jump ? N_JUMPS : N_SCROLLS); i++)
    {
      double value = jump ? g_random_double () * range : 120.0 * (i + 1);
      Moment start, time;

      wait_until_quiet (bench);
      bench->painted = FALSE;
      start = now ();
      gtk_adjustment_set_value (bench->vertical, value);
      time = wait_for_frame (bench, start);
      g_array_append_val (times, time);
    }
  print_row (jump ? "jump" : "scroll by 120 px", times);
}

static void
measure_facets (Bench *bench)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (Moment));
  OctSession *session = oct_page_get_session (bench->page);
  OctIndex *index = oct_register_get_index (oct_session_get_register (session));

  for (guint i = 0; i < G_N_ELEMENTS (school_words); i++)
    {
      g_autoptr (OctSchoolQuery) query = oct_school_query_new ();
      g_autoptr (GPtrArray) counts = NULL;
      Moment start = now (), time;

      oct_school_query_set_text (query, school_words[i]);
      counts = oct_index_count_facets (index, query, NULL);
      time = since (start);
      g_array_append_val (times, time);
    }
  print_row ("facet counts", times);
}

/* The window */

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
open_window (Bench *bench, OctSession *session, GType type, const char *location)
{
  bench->window = GTK_WINDOW (adw_window_new ());
  bench->page = g_object_new (type, "session", session, NULL);
  gtk_window_set_default_size (bench->window, 1280, 800);
  adw_window_set_content (ADW_WINDOW (bench->window), GTK_WIDGET (bench->page));
  gtk_widget_realize (GTK_WIDGET (bench->window));
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (bench->window)), "after-paint",
                            G_CALLBACK (after_paint_cb), bench);
  gtk_window_present (bench->window);
  oct_page_show (bench->page, location);

  bench->entry = GTK_EDITABLE (find_widget (GTK_WIDGET (bench->page), GTK_TYPE_SEARCH_ENTRY));
  for (guint i = 0; i < 10; i++)
    wait_until_quiet (bench);
}

static void
print_head (guint n, const char *what)
{
  g_print ("%u %s\n%-24s %6s  %7s %7s %7s   %7s %7s %7s\n", n, what, "ms", "n", "p50", "p95", "max",
           "own p50", "p95", "max");
}

static void
measure_schools (Bench *bench, OctSession *session)
{
  OctRegister *reg = oct_session_get_register (session);
  OctSchoolTable *table;

  open_window (bench, session, OCT_TYPE_SCHOOLS_PAGE, "schools?status=all");
  table = oct_schools_page_get_table (OCT_SCHOOLS_PAGE (bench->page));
  bench->vertical = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (table));
  print_head (oct_index_get_n_rows (oct_register_get_index (reg)), "schools");
  measure_facets (bench);
  measure_keys (bench, school_words, G_N_ELEMENTS (school_words));
  gtk_editable_set_text (bench->entry, "");
  measure_scrolling (bench, FALSE);
  measure_scrolling (bench, TRUE);
  gtk_window_destroy (bench->window);
}

static void
measure_trusts (Bench *bench, OctSession *session)
{
  GListModel *trusts = oct_register_get_trusts (oct_session_get_register (session));

  open_window (bench, session, OCT_TYPE_TRUSTS_PAGE, "trusts?type=all&status=any");
  print_head (g_list_model_get_n_items (trusts), "trusts and other groups");
  measure_keys (bench, trust_words, G_N_ELEMENTS (trust_words));
  gtk_window_destroy (bench->window);
}

static OctSession *
open_session (const char *data_dir, const char *path, guint copies)
{
  OctSession *session = oct_session_new (data_dir);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (data_dir, 0700);
  oct_session_open (session, NULL);
  if (path != NULL && !import_copies (session, data_dir, path, copies, &error))
    g_printerr ("%s\n", error->message);
  if (oct_session_get_register (session) == NULL)
    g_clear_object (&session);
  return session;
}

int
main (int argc, char **argv)
{
  g_autofree char *data_dir = NULL;
  int copies = 1;
  const GOptionEntry entries[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &data_dir, "Folder of the register", "DIR" },
    { "copies", 0, 0, G_OPTION_ARG_INT, &copies, "How many times the rows of the file", "N" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("[FILE.csv]");
  g_autoptr (OctSession) session = NULL;
  g_autoptr (GError) error = NULL;
  Bench bench = { 0 };

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || data_dir == NULL || copies < 1)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "Say --data-dir DIR.");
      return 2;
    }
  session = open_session (data_dir, argc > 1 ? argv[1] : NULL, (guint) copies);
  if (session == NULL)
    {
      g_printerr ("There is no register in %s.\n", data_dir);
      return 77;
    }
  adw_init ();
  /* A cursor that fades is painted again and again, and there is never quiet. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink",
                FALSE, NULL);
  g_resources_register (oct_ui_get_resource ());
  measure_schools (&bench, session);
  measure_trusts (&bench, session);
  return 0;
}
