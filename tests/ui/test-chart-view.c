/* A chart in a window can be read, walked and chosen from with the keyboard and a screen reader. */
#include <math.h>
#include <string.h>

#include "oct-bar-chart.h"
#include "oct-chart-view.h"
#include "oct-map-chart.h"

typedef struct
{
  GtkWidget *window;
  OctChartView *view;
  GString *activated;
} Fixture;

static OctChart *
create_bars (void)
{
  static const OctBar bars[] = {
    { "north", "North", 30, NULL, NAN, FALSE },
    { "south", "South", 70, NULL, NAN, TRUE },
    { "west", "West", NAN, "Suppressed", NAN, FALSE },
  };
  OctBarChart *chart = oct_bar_chart_new ();

  oct_bar_chart_set_bars (chart, bars, G_N_ELEMENTS (bars));
  oct_chart_set_title (OCT_CHART (chart), "South is ahead");
  return OCT_CHART (chart);
}

static OctChart *
create_map (void)
{
  OctMapPoint points[200];
  OctMapChart *chart = oct_map_chart_new ();

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    points[i] = (OctMapPoint) { .easting = 430000 + i % 20 * 400,
                                .northing = 433000 + i / 20 * 400,
                                .id = "107001",
                                .name = "Alder Grange" };
  oct_map_chart_set_points (chart, points, G_N_ELEMENTS (points));
  oct_map_chart_fit_england (chart);
  return OCT_CHART (chart);
}

static void
activated_cb (Fixture *fixture, const char *id)
{
  g_string_append_printf (fixture->activated, "%s;", id);
}

static void
fixture_init (Fixture *fixture, OctChart *chart)
{
  fixture->activated = g_string_new (NULL);
  fixture->window = gtk_window_new ();
  fixture->view = OCT_CHART_VIEW (oct_chart_view_new (chart));
  g_object_unref (chart);
  g_signal_connect_swapped (fixture->view, "activated", G_CALLBACK (activated_cb), fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 400);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
fixture_clear (Fixture *fixture)
{
  gpointer view = fixture->view, chart = oct_chart_view_get_chart (fixture->view);

  g_object_add_weak_pointer (G_OBJECT (fixture->view), &view);
  g_object_add_weak_pointer (chart, &chart);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  /* The window takes its view along, and the view its chart. */
  g_assert_null (view);
  g_assert_null (chart);
  g_string_free (fixture->activated, TRUE);
}

/* As if the key had been pressed with the view in focus. */
static gboolean
press (Fixture *fixture, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  return handled;
}

static void
test_said (void)
{
  Fixture fixture;

  fixture_init (&fixture, create_bars ());
  gtk_test_accessible_assert_role (fixture.view, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (fixture.view, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "South is ahead");
  gtk_test_accessible_assert_property (
    fixture.view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    "Bar chart of 3 figures. Highest: South, 70. Lowest: North, 30. 1 has no figure.");
  fixture_clear (&fixture);
}

static void
test_keyboard (void)
{
  Fixture fixture;

  fixture_init (&fixture, create_bars ());
  g_assert_true (press (&fixture, GDK_KEY_Home, 0));
  gtk_test_accessible_assert_property (fixture.view, GTK_ACCESSIBLE_PROPERTY_LABEL, "North: 30");
  g_assert_true (press (&fixture, GDK_KEY_Down, 0));
  gtk_test_accessible_assert_property (fixture.view, GTK_ACCESSIBLE_PROPERTY_LABEL, "South: 70");
  g_assert_true (press (&fixture, GDK_KEY_Return, 0));
  g_assert_cmpstr (fixture.activated->str, ==, "south;");
  g_assert_true (press (&fixture, GDK_KEY_End, 0));
  gtk_test_accessible_assert_property (fixture.view, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "West: Suppressed");
  g_assert_true (press (&fixture, GDK_KEY_Escape, 0));
  gtk_test_accessible_assert_property (fixture.view, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "South is ahead");
  /* What isn't the chart's is left to the window. */
  g_assert_false (press (&fixture, GDK_KEY_Escape, 0));
  g_assert_false (press (&fixture, GDK_KEY_f, GDK_CONTROL_MASK));
  g_assert_false (press (&fixture, GDK_KEY_Tab, 0));
  fixture_clear (&fixture);
}

static void
test_map_opens_clusters (void)
{
  Fixture fixture;

  fixture_init (&fixture, create_map ());
  g_assert_true (press (&fixture, GDK_KEY_Home, 0));
  for (int i = 0; i < 12 && fixture.activated->len == 0; i++)
    {
      g_assert_true (press (&fixture, GDK_KEY_Return, 0));
      gtk_test_widget_wait_for_draw (fixture.window);
      g_assert_true (press (&fixture, GDK_KEY_Home, 0));
    }
  /* Circles open rather than lead anywhere; the school at the end of it does. */
  g_assert_cmpstr (fixture.activated->str, ==, "107001;");
  fixture_clear (&fixture);
}

static void
count_changed_cb (guint *count)
{
  (*count)++;
}

static void
test_map_moves (void)
{
  static const guint keys[] = { GDK_KEY_plus, GDK_KEY_minus, GDK_KEY_0 };
  static const guint arrows[] = { GDK_KEY_Left, GDK_KEY_Right, GDK_KEY_Up, GDK_KEY_Down };
  Fixture fixture;
  guint n_changes = 0;

  fixture_init (&fixture, create_map ());
  g_signal_connect_swapped (oct_chart_view_get_chart (fixture.view), "changed",
                            G_CALLBACK (count_changed_cb), &n_changes);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_true (press (&fixture, keys[i], 0));
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    g_assert_true (press (&fixture, arrows[i], GDK_SHIFT_MASK));
  g_assert_cmpuint (n_changes, ==, 7);
  fixture_clear (&fixture);
}

static gboolean
find_rows (GtkWidget *widget, guint *n_rows)
{
  if (GTK_IS_COLUMN_VIEW (widget))
    {
      GtkSelectionModel *model = gtk_column_view_get_model (GTK_COLUMN_VIEW (widget));

      *n_rows = g_list_model_get_n_items (G_LIST_MODEL (model));
      return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (find_rows (child, n_rows))
        return TRUE;
    }
  return FALSE;
}

static void
test_table (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow *table = NULL;
  guint n_rows = 0;
  Fixture fixture;

  fixture_init (&fixture, create_bars ());
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.view), "chart.table", NULL));
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (GTK_WIDGET (window) != fixture.window)
        table = window;
    }
  g_assert_nonnull (table);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (table));
  g_assert_cmpstr (gtk_window_get_title (table), ==, "South is ahead");
  g_assert_true (find_rows (GTK_WIDGET (table), &n_rows));
  g_assert_cmpuint (n_rows, ==, 3);
  gtk_window_destroy (table);
  fixture_clear (&fixture);
}

static void
test_other_chart (void)
{
  Fixture fixture;
  g_autoptr (OctChart) map = create_map ();

  fixture_init (&fixture, create_bars ());
  press (&fixture, GDK_KEY_End, 0);
  oct_chart_view_set_chart (fixture.view, map);
  gtk_test_widget_wait_for_draw (fixture.window);
  gtk_test_accessible_assert_property (fixture.view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Chart");
  oct_chart_view_set_chart (fixture.view, NULL);
  gtk_test_widget_wait_for_draw (fixture.window);
  g_assert_false (press (&fixture, GDK_KEY_Down, 0));
  oct_chart_view_set_chart (fixture.view, map);
  g_clear_object (&map);
  fixture_clear (&fixture);
}

/* How many points of the window are of another colour than its corner. */
static guint
count_drawn (GtkWidget *window)
{
  int width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  const guint32 *points;
  guint n = 0;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  points = (const guint32 *) (gpointer) cairo_image_surface_get_data (surface);
  for (int i = 0; i < width * height; i++)
    n += points[i] != points[0] ? 1 : 0;
  cairo_surface_destroy (surface);

  return n;
}

static void
wait_for_drawn (GtkWidget *window, gboolean wanted)
{
  while ((count_drawn (window) > 100) != wanted)
    {
      gtk_widget_queue_draw (window);
      gtk_test_widget_wait_for_draw (window);
    }
}

/* What lies below the window is drawn by the time it comes into view, however it gets there. */
static void
test_below_the_window (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *above = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (OctChart) chart = create_bars ();
  g_autoptr (OctChart) other = create_bars ();
  GtkWidget *view = oct_chart_view_new (chart);
  GtkAdjustment *place;

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_EXTERNAL);
  gtk_widget_set_size_request (above, -1, 1500);
  gtk_box_append (GTK_BOX (box), above);
  gtk_box_append (GTK_BOX (box), view);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 500, 400);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  g_assert_cmpuint (count_drawn (window), <, 100);

  place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_set_value (place, gtk_adjustment_get_upper (place));
  wait_for_drawn (window, TRUE);
  gtk_adjustment_set_value (place, 0);
  wait_for_drawn (window, FALSE);

  /* Another chart while nobody looks, and then no scrolling: what stood above is folded away. */
  oct_chart_view_set_chart (OCT_CHART_VIEW (view), other);
  gtk_test_widget_wait_for_draw (window);
  g_assert_cmpuint (count_drawn (window), <, 100);
  gtk_widget_set_visible (above, FALSE);
  wait_for_drawn (window, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
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

  g_test_add_func ("/ui/chart-view/said", test_said);
  g_test_add_func ("/ui/chart-view/keyboard", test_keyboard);
  g_test_add_func ("/ui/chart-view/map-opens-clusters", test_map_opens_clusters);
  g_test_add_func ("/ui/chart-view/map-moves", test_map_moves);
  g_test_add_func ("/ui/chart-view/table", test_table);
  g_test_add_func ("/ui/chart-view/other-chart", test_other_chart);
  g_test_add_func ("/ui/chart-view/below-the-window", test_below_the_window);

  return g_test_run ();
}
