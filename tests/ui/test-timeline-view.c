/* A timeline in a window: walked, opened, moved by keys and by the pointer, zoomed, read out. */
#include <adwaita.h>
#include <math.h>
#include <string.h>

#include "oct-timeline-view.h"

#define START 739130 /* 1 September 2024 */

typedef struct
{
  GtkWidget *window;
  OctTimelineView *view;
  OctTimelineChart *chart;
  GtkAdjustment *across;
  GtkAdjustment *down;
  GString *heard;
} Fixture;

static void
activated_cb (Fixture *fixture, const char *id)
{
  g_string_append_printf (fixture->heard, "open %s;", id);
}

static void
moved_cb (Fixture *fixture, const char *id, int start, int end)
{
  g_string_append_printf (fixture->heard, "%s %d %d;", id, start - START, end - START);
}

static void
fill (OctTimelineChart *chart, guint n_groups)
{
  oct_timeline_chart_clear (chart);
  for (guint i = 0; i < n_groups; i++)
    {
      g_autofree char *group = g_strdup_printf ("g%u", i), *objective = g_strdup_printf ("o%u", i),
                      *action = g_strdup_printf ("a%u", i), *mark = g_strdup_printf ("m%u", i);
      OctTimelineRow rows[] = {
        { .id = group, .text = "Alder Grange School", .fixed = TRUE, .progress = -1 },
        { .id = objective, .level = 1, .text = "Read", .end = START + 200, .progress = 0.5 },
        { .id = action, .level = 2, .text = "Coach", .progress = 0 },
        { .id = mark, .level = 2, .text = "Coached", .kind = OCT_TIMELINE_MILESTONE },
      };

      rows[2].start = START;
      rows[2].end = START + 30;
      rows[3].end = START + 60;
      for (guint j = 0; j < G_N_ELEMENTS (rows); j++)
        oct_timeline_chart_add_row (chart, &rows[j]);
    }
}

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture *fixture, gconstpointer n_groups)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  fixture->heard = g_string_new (NULL);
  fixture->window = gtk_window_new ();
  fixture->view = OCT_TIMELINE_VIEW (oct_timeline_view_new ());
  fixture->chart = oct_timeline_view_get_chart (fixture->view);
  fill (fixture->chart, GPOINTER_TO_UINT (n_groups));
  g_signal_connect_swapped (fixture->view, "activated", G_CALLBACK (activated_cb), fixture);
  g_signal_connect_swapped (fixture->view, "moved", G_CALLBACK (moved_cb), fixture);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (fixture->view));
  fixture->across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));
  fixture->down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 400);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scrolled);
  oct_timeline_view_show_day (fixture->view, START);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  spin ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer view = fixture->view, chart = fixture->chart;

  g_object_add_weak_pointer (G_OBJECT (fixture->view), &view);
  g_object_add_weak_pointer (G_OBJECT (fixture->chart), &chart);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  spin ();
  g_assert_null (view);
  g_assert_null (chart);
  g_string_free (fixture->heard, TRUE);
}

static void
assert_chosen (Fixture *fixture, const char *id)
{
  g_assert_cmpstr (oct_timeline_view_get_chosen (fixture->view), ==, id);
}

static void
assert_heard (Fixture *fixture, const char *what)
{
  g_assert_cmpstr (fixture->heard->str, ==, what);
  g_string_truncate (fixture->heard, 0);
}

#define DO(name, ...)                                                                              \
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), name, __VA_ARGS__))

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  assert_chosen (fixture, "g0");
  DO ("timeline.row", "i", 1);
  DO ("timeline.row", "i", 1);
  assert_chosen (fixture, "a0");
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Coach;1 September to 1 October 2024, not started");
  DO ("timeline.activate", NULL);
  assert_heard (fixture, "open a0;");
  DO ("timeline.along", "b", FALSE);
  assert_chosen (fixture, "o0");
  DO ("timeline.along", "b", FALSE);
  g_assert_cmpuint (oct_timeline_chart_get_n_lines (fixture->chart), ==, 4 * 3 - 2);
  /* What is closed has its milestone on its own line. */
  DO ("timeline.along", "b", TRUE);
  g_assert_cmpuint (oct_timeline_chart_get_n_lines (fixture->chart), ==, 4 * 3);
  DO ("timeline.end", "b", TRUE);
  assert_chosen (fixture, "m2");
  DO ("timeline.all", "b", FALSE);
  assert_chosen (fixture, "g2");
  g_assert_cmpuint (oct_timeline_chart_get_n_lines (fixture->chart), ==, 3);
  oct_timeline_view_choose (fixture->view, "a1");
  assert_chosen (fixture, "a1");
  g_assert_cmpint (oct_timeline_chart_get_line (fixture->chart,
                                                oct_timeline_chart_find (fixture->chart, "a1")),
                   ==, 3);
}

static void
test_moved_by_keys (Fixture *fixture, gconstpointer data)
{
  oct_timeline_view_set_level (fixture->view, OCT_TIMELINE_BY_WEEK);
  oct_timeline_view_choose (fixture->view, "a0");
  DO ("timeline.move", "(ib)", 1, FALSE);
  DO ("timeline.move", "(ib)", 1, TRUE);
  gtk_test_accessible_assert_property (
    fixture->view, GTK_ACCESSIBLE_PROPERTY_LABEL,
    "8 September to 15 October 2024. Enter moves it there, Escape leaves it");
  assert_heard (fixture, "");
  oct_timeline_view_let_go (fixture->view);
  DO ("timeline.activate", NULL);
  assert_heard (fixture, "open a0;");
  DO ("timeline.move", "(ib)", -1, FALSE);
  DO ("timeline.activate", NULL);
  DO ("timeline.activate", NULL);
  assert_heard (fixture, "a0 -7 23;");
  /* The owner fills the chart again: the row is still chosen, and nothing is moved any more. */
  fill (fixture->chart, 3);
  assert_chosen (fixture, "a0");
  DO ("timeline.activate", NULL);
  assert_heard (fixture, "open a0;");

  /* An objective has no beginning of its own; a group can't be moved. */
  oct_timeline_view_choose (fixture->view, "o0");
  DO ("timeline.move", "(ib)", 1, FALSE);
  DO ("timeline.activate", NULL);
  assert_heard (fixture, "o0 0 207;");
  oct_timeline_view_choose (fixture->view, "g0");
  DO ("timeline.move", "(ib)", 1, FALSE);
  DO ("timeline.activate", NULL);
  assert_heard (fixture, "open g0;");
}

static GtkEventController *
find_controller (Fixture *fixture, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller;
    }
  g_assert_not_reached ();
}

/* As if the pointer had gone down on a row at a day, and been let go @days later. */
static void
drag (Fixture *fixture, const char *id, int day, int days)
{
  GtkEventController *gesture = find_controller (fixture, GTK_TYPE_GESTURE_DRAG);
  OctTimelineLayout layout;
  OctChartTheme theme;
  double x, y;

  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->view));
  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  oct_timeline_chart_get_layout (fixture->chart, gtk_widget_get_width (GTK_WIDGET (fixture->view)),
                                 gtk_widget_get_height (GTK_WIDGET (fixture->view)), &theme,
                                 &layout);
  x = layout.names + (START + day + 0.5 - layout.first_day) * layout.day_width;
  y = layout.header
      + (oct_timeline_chart_get_line (fixture->chart, oct_timeline_chart_find (fixture->chart, id))
         + 0.5)
          * layout.line
      - layout.offset;
  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  g_signal_emit_by_name (gesture, "drag-update", days * layout.day_width, 0.0);
  g_signal_emit_by_name (gesture, "drag-end", days * layout.day_width, 0.0);
}

static void
test_dragged (Fixture *fixture, gconstpointer data)
{
  double before;

  oct_timeline_view_set_level (fixture->view, OCT_TIMELINE_BY_WEEK);
  drag (fixture, "a0", 15, 10);
  assert_chosen (fixture, "a0");
  assert_heard (fixture, "a0 10 40;");
  fill (fixture->chart, 3);
  drag (fixture, "a0", 30, 10);
  assert_heard (fixture, "a0 0 40;");
  fill (fixture->chart, 3);
  drag (fixture, "a0", 0, -4);
  assert_heard (fixture, "a0 -4 30;");
  fill (fixture->chart, 3);
  drag (fixture, "m0", 60, 5);
  assert_heard (fixture, "m0 65 65;");
  fill (fixture->chart, 3);
  /* Beside the bar the picture is pulled along. */
  before = gtk_adjustment_get_value (fixture->across);
  drag (fixture, "a0", 50, -10);
  assert_heard (fixture, "");
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture->across), >, before + 40);
}

static void
test_zoomed (Fixture *fixture, gconstpointer data)
{
  OctTimelineLayout layout;
  OctChartTheme theme;

  oct_chart_theme_init (&theme, OCT_THEME_LIGHT, 1, NULL);
  oct_timeline_view_choose (fixture->view, "a0");
  for (int level = OCT_TIMELINE_N_LEVELS - 1; level >= 0; level--)
    {
      oct_timeline_view_set_level (fixture->view, (OctTimelineLevel) level);
      g_assert_cmpint (oct_timeline_view_get_level (fixture->view), ==, level);
      spin ();
      gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->view));
      oct_timeline_chart_get_layout (fixture->chart, 800, 400, &theme, &layout);
      /* The chosen bar stays in sight. */
      g_assert_cmpfloat (layout.first_day, <=, START);
      g_assert_cmpfloat (layout.first_day + 500 / layout.day_width, >=, START);
    }
}

/* Twenty thousand rows: the last is reached at once, and only those in sight are there to be read. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  DO ("timeline.end", "b", TRUE);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->view));
  spin ();
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture->down), >, 400000);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (fixture->view)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_ROW);
      n++;
    }
  g_assert_cmpuint (n, >, 4);
  g_assert_cmpuint (n, <, 40);
  gtk_test_accessible_assert_property (gtk_widget_get_last_child (GTK_WIDGET (fixture->view)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Milestone: Coached;31 October 2024, not due");
}

/* Plans that were due long ago don't keep from looking at today. */
static void
test_today (Fixture *fixture, gconstpointer data)
{
  oct_timeline_view_zoom (fixture->view, 20);
  spin ();
  oct_timeline_view_show_today (fixture->view);
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture->across), >, 0);
  /* Not at the end, where it was held back. */
  g_assert_cmpfloat (gtk_adjustment_get_value (fixture->across)
                       + gtk_adjustment_get_page_size (fixture->across),
                     <, gtk_adjustment_get_upper (fixture->across));
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  adw_init ();
#define ADD(name, n, test)                                                                         \
  g_test_add ("/timeline-view/" name, Fixture, GUINT_TO_POINTER (n), set_up, test, tear_down)
  ADD ("rows", 3, test_rows);
  ADD ("moved-by-keys", 3, test_moved_by_keys);
  ADD ("dragged", 3, test_dragged);
  ADD ("zoomed", 3, test_zoomed);
  ADD ("today", 1, test_today);
  ADD ("many", 5000, test_many);
  return g_test_run ();
}
