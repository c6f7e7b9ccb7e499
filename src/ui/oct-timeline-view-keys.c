/* A timeline by keys.
 *
 * Up, Down, Page Up and Page Down go from row to row, Home and End to the first and the last. Right and
 * Left open and close a row, and go along the marks that stand on it. Control with Left or Right moves
 * the chosen bar by a step of the scale, with Shift its end; Enter makes it so, Escape leaves it. Enter
 * else opens the row. T shows today; Control with plus, minus and 0 zooms.
 */

#include "octant-config.h"

#include "oct-timeline-view-private.h"

#include "oct-widget-theme.h"

#define ZOOM_STEP 1.5
/* Shift with an arrow pulls the picture along by so much of its width. */
#define PAN_SHARE 0.25

gboolean
oct_timeline_view_can_move (OctTimelineView *self, int datum)
{
  OctTimelineRow row;

  return oct_timeline_chart_get_row (self->chart, datum, &row) && row.id != NULL && !row.fixed
         && row.end > 0;
}

void
oct_timeline_view_begin_move (OctTimelineView *self, int datum, OctTimelinePart part,
                              gboolean by_keys)
{
  OctTimelineRow row;

  if (!oct_timeline_chart_get_row (self->chart, datum, &row))
    return;
  self->move = (OctTimelineMove) { .datum = datum,
                                   .part = part,
                                   .was_start = row.start,
                                   .was_end = row.end,
                                   .start = row.start,
                                   .end = row.end,
                                   .by_keys = by_keys };
  /* A row whose beginning is worked out has none of its own to move. */
  if (row.kind == OCT_TIMELINE_BAR && oct_timeline_chart_ends_only (self->chart, datum))
    self->move.part = row.start == row.end ? OCT_TIMELINE_BODY : OCT_TIMELINE_END;
}

void
oct_timeline_view_move_by (OctTimelineView *self, gint32 by)
{
  OctTimelineMove *move = &self->move;

  if (move->part == OCT_TIMELINE_BODY || move->part == OCT_TIMELINE_START)
    move->start = MAX (move->start + by, 1);
  if (move->part == OCT_TIMELINE_BODY || move->part == OCT_TIMELINE_END)
    move->end = MAX (move->end + by, 1);
  if (move->part == OCT_TIMELINE_START)
    move->start = MIN (move->start, move->end);
  else if (move->part == OCT_TIMELINE_END)
    move->end = MAX (move->end, move->start);
  if (move->by_keys)
    oct_timeline_view_update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A day, a week, or a month, as the scale shows them. */
static gint32
step_of (OctTimelineView *self, gint32 from, int direction)
{
  GDate date;

  if (self->level == OCT_TIMELINE_BY_DAY)
    return direction;
  if (self->level == OCT_TIMELINE_BY_WEEK)
    return direction * 7;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, MAX (from, 32));
  if (direction > 0)
    g_date_add_months (&date, 1);
  else
    g_date_subtract_months (&date, 1);
  return (gint32) g_date_get_julian (&date) - from;
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctTimelineView *self = OCT_TIMELINE_VIEW (widget);
  int datum = oct_timeline_view_get_chosen_datum (self), direction;
  OctTimelinePart part;
  gboolean end;

  g_variant_get (parameter, "(ib)", &direction, &end);
  part = end ? OCT_TIMELINE_END : OCT_TIMELINE_BODY;
  if (!oct_timeline_view_can_move (self, datum) || self->move.asked)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  if (self->move.datum != datum)
    oct_timeline_view_begin_move (self, datum, part, TRUE);
  else if (!oct_timeline_chart_ends_only (self->chart, datum))
    self->move.part = part;
  oct_timeline_view_move_by (self, step_of (self, self->move.end, direction));
}

static void
activate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctTimelineView *self = OCT_TIMELINE_VIEW (widget);

  if (self->move.datum != OCT_CHART_NONE)
    oct_timeline_view_ask_move (self);
  else
    oct_timeline_view_activate (self);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  OctTimelineView *self = OCT_TIMELINE_VIEW (widget);

  if (self->move.datum == OCT_CHART_NONE || self->move.asked)
    return FALSE;
  oct_timeline_view_let_go (self);
  return TRUE;
}

static void
walk (OctTimelineView *self, OctChartStep step)
{
  int from = oct_timeline_view_get_chosen_datum (self);

  oct_timeline_view_choose_datum (self, oct_chart_walk (OCT_CHART (self->chart), from, step));
}

static void
row_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctTimelineView *self = OCT_TIMELINE_VIEW (widget);
  int by = g_variant_get_int32 (parameter), n, line;
  OctTimelineLayout layout;

  n = (int) oct_timeline_chart_get_n_lines (self->chart);
  if (n == 0)
    return;
  line = oct_timeline_chart_get_line (self->chart, oct_timeline_view_get_chosen_datum (self));
  if (ABS (by) == 2)
    {
      oct_timeline_view_get_layout (self, &layout);
      by = (by > 0 ? 1 : -1) * MAX ((int) (layout.body / layout.line) - 1, 1);
    }
  line = line < 0 ? 0 : CLAMP (line + by, 0, n - 1);
  oct_timeline_view_choose_datum (self, oct_timeline_chart_get_line_datum (self->chart, line));
}

static void
end_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  walk (OCT_TIMELINE_VIEW (widget),
        g_variant_get_boolean (parameter) ? OCT_CHART_LAST : OCT_CHART_FIRST);
}

static void
toggle_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctTimelineView *self = OCT_TIMELINE_VIEW (widget);
  int datum = oct_timeline_view_get_chosen_datum (self);

  if (oct_timeline_chart_has_children (self->chart, datum))
    oct_timeline_chart_set_open (self->chart, datum,
                                 !oct_timeline_chart_is_open (self->chart, datum));
}

/* As in a tree: opens, closes, goes to what it is in; else along the marks on the row. */
static void
along_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctTimelineView *self = OCT_TIMELINE_VIEW (widget);
  gboolean right = g_variant_get_boolean (parameter);
  int datum = oct_timeline_view_get_chosen_datum (self), next;
  gboolean open = oct_timeline_chart_is_open (self->chart, datum);

  if (datum == OCT_CHART_NONE)
    return;
  if (oct_timeline_chart_has_children (self->chart, datum) && right && !open)
    {
      oct_timeline_chart_set_open (self->chart, datum, TRUE);
      return;
    }
  next = oct_chart_walk (OCT_CHART (self->chart), datum, right ? OCT_CHART_RIGHT : OCT_CHART_LEFT);
  if (next != datum)
    oct_timeline_view_choose_datum (self, next);
  else if (!right && oct_timeline_chart_has_children (self->chart, datum) && open)
    oct_timeline_chart_set_open (self->chart, datum, FALSE);
  else if (!right && oct_timeline_chart_get_parent (self->chart, datum) != OCT_CHART_NONE)
    oct_timeline_view_choose_datum (self, oct_timeline_chart_get_parent (self->chart, datum));
}

static void
pan_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctTimelineView *self = OCT_TIMELINE_VIEW (widget);
  GtkAdjustment *across = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  double by = oct_timeline_view_get_plot_width (self) * PAN_SHARE;

  if (across != NULL)
    gtk_adjustment_set_value (across, gtk_adjustment_get_value (across)
                                        + (g_variant_get_boolean (parameter) ? by : -by));
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctTimelineView *self = OCT_TIMELINE_VIEW (widget);
  int step = g_variant_get_int32 (parameter);

  if (step == 0)
    oct_timeline_view_set_level (self, OCT_TIMELINE_BY_TERM);
  else
    oct_timeline_view_zoom (self, step > 0 ? ZOOM_STEP : 1 / ZOOM_STEP);
}

static void
today_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  oct_timeline_view_show_today (OCT_TIMELINE_VIEW (widget));
}

static void
all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  OctTimelineView *self = OCT_TIMELINE_VIEW (widget);
  gboolean open = g_variant_get_boolean (parameter);
  int top = oct_timeline_view_get_chosen_datum (self);

  /* What is chosen stays in sight. */
  for (int above = top; !open && above != OCT_CHART_NONE;
       above = oct_timeline_chart_get_parent (self->chart, above))
    top = above;
  oct_timeline_chart_set_all_open (self->chart, 0, open);
  if (open)
    oct_timeline_chart_set_all_open (self->chart, 1, TRUE);
  oct_timeline_view_choose_datum (self, top);
}

typedef struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
  const char *parameter; /* nullable */
} Key;

static const Key keys[] = {
  { GDK_KEY_Up, 0, "timeline.row", "-1" },
  { GDK_KEY_Down, 0, "timeline.row", "1" },
  { GDK_KEY_Page_Up, 0, "timeline.row", "-2" },
  { GDK_KEY_Page_Down, 0, "timeline.row", "2" },
  { GDK_KEY_Home, 0, "timeline.end", "false" },
  { GDK_KEY_End, 0, "timeline.end", "true" },
  { GDK_KEY_Left, 0, "timeline.along", "false" },
  { GDK_KEY_Right, 0, "timeline.along", "true" },
  { GDK_KEY_Left, GDK_SHIFT_MASK, "timeline.pan", "false" },
  { GDK_KEY_Right, GDK_SHIFT_MASK, "timeline.pan", "true" },
  { GDK_KEY_Left, GDK_CONTROL_MASK, "timeline.move", "(-1, false)" },
  { GDK_KEY_Right, GDK_CONTROL_MASK, "timeline.move", "(1, false)" },
  { GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "timeline.move", "(-1, true)" },
  { GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "timeline.move", "(1, true)" },
  { GDK_KEY_Return, 0, "timeline.activate", NULL },
  { GDK_KEY_KP_Enter, 0, "timeline.activate", NULL },
  { GDK_KEY_space, 0, "timeline.toggle", NULL },
  { GDK_KEY_t, 0, "timeline.today", NULL },
  { GDK_KEY_plus, GDK_CONTROL_MASK, "timeline.zoom", "1" },
  { GDK_KEY_equal, GDK_CONTROL_MASK, "timeline.zoom", "1" },
  { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "timeline.zoom", "1" },
  { GDK_KEY_minus, GDK_CONTROL_MASK, "timeline.zoom", "-1" },
  { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "timeline.zoom", "-1" },
  { GDK_KEY_0, GDK_CONTROL_MASK, "timeline.zoom", "0" },
};

static void
add_key (GtkWidgetClass *widget_class, const Key *key)
{
  g_autoptr (GtkShortcut) shortcut = gtk_shortcut_new (
    gtk_keyval_trigger_new (key->key, key->modifiers), gtk_named_action_new (key->action));

  if (key->parameter != NULL)
    gtk_shortcut_set_arguments (shortcut, g_variant_new_parsed (key->parameter));
  gtk_widget_class_add_shortcut (widget_class, shortcut);
}

void
oct_timeline_view_install_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.row", "i", row_action);
  gtk_widget_class_install_action (widget_class, "timeline.end", "b", end_action);
  gtk_widget_class_install_action (widget_class, "timeline.along", "b", along_action);
  gtk_widget_class_install_action (widget_class, "timeline.pan", "b", pan_action);
  gtk_widget_class_install_action (widget_class, "timeline.move", "(ib)", move_action);
  gtk_widget_class_install_action (widget_class, "timeline.activate", NULL, activate_action);
  gtk_widget_class_install_action (widget_class, "timeline.toggle", NULL, toggle_action);
  gtk_widget_class_install_action (widget_class, "timeline.zoom", "i", zoom_action);
  gtk_widget_class_install_action (widget_class, "timeline.today", NULL, today_action);
  gtk_widget_class_install_action (widget_class, "timeline.all", "b", all_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    add_key (widget_class, &keys[i]);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}
