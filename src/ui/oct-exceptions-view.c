/* What a board and a director are told first.
 *
 * Each kind of exception is a group: how many there are, in a sentence, and then each with its owner,
 * since when it is so and what is being done. A group shows the first few, in the order of schools;
 * the rest is one click away. An objective that is red and overdue stands in both groups, since each
 * answers a question of its own. Nothing is ordered by how bad it is.
 */

#include "oct-exceptions-view.h"

#include <glib/gi18n.h>

#include "oct-plan-item.h"
#include "oct-rating-marks.h"
#include "oct-section.h"
#include "oct-text.h"
#include "oct-widget-theme.h"

/* What a group shows before the rest is asked for. */
#define FIRST 6
#define MARK_SIZE 18

struct _OctExceptionsView
{
  AdwBin parent_instance;

  /* children */
  GtkWidget *scroller;
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (OctExceptionsView, oct_exceptions_view, ADW_TYPE_BIN)

enum
{
  SIGNAL_MORE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- words --- */

static char *
describe_group (OctPlanException exception, guint n)
{
  switch (exception)
    {
    case OCT_EXCEPTION_RED:
      return g_strdup_printf (
        ngettext (
          "%'u objective is off track, and unlikely to change without a major intervention.",
          "%'u objectives are off track, and unlikely to change without a major "
          "intervention.",
          n),
        n);
    case OCT_EXCEPTION_WORSENING:
      return g_strdup_printf (ngettext ("%'u objective stands lower than at the review before, or "
                                        "is said to deteriorate.",
                                        "%'u objectives stand lower than at the review before, or "
                                        "are said to deteriorate.",
                                        n),
                              n);
    case OCT_EXCEPTION_OVERDUE:
      return g_strdup_printf (ngettext ("%'u objective is past its day, or has an action or a "
                                        "milestone that is.",
                                        "%'u objectives are past their day, or have an action or a "
                                        "milestone that is.",
                                        n),
                              n);
    case OCT_EXCEPTION_NO_OWNER:
      return g_strdup_printf (ngettext ("%'u objective has nobody who answers for it.",
                                        "%'u objectives have nobody who answers for them.", n),
                              n);
    case OCT_EXCEPTION_NO_NEXT_STEP:
      return g_strdup_printf (
        ngettext ("%'u objective isn’t green, and nothing is set down to be "
                  "done about it.",
                  "%'u objectives aren’t green, and nothing is set down to be "
                  "done about them.",
                  n),
        n);
    case OCT_EXCEPTION_NO_REVIEW:
      return g_strdup_printf (
        ngettext ("%'u plan that is worked on has no day for its next review.",
                  "%'u plans that are worked on have no day for their next "
                  "review.",
                  n),
        n);
    case OCT_EXCEPTION_REVIEW_OVERDUE:
      return g_strdup_printf (ngettext ("%'u plan should have been reviewed by now.",
                                        "%'u plans should have been reviewed by now.", n),
                              n);
    default:
      return g_strdup ("");
    }
}

static char *
since_text (OctPlanException exception, const OctPlanRow *row)
{
  OctDate day = OCT_DATE_UNKNOWN;
  g_autofree char *date = NULL;

  if (exception == OCT_EXCEPTION_RED || exception == OCT_EXCEPTION_NO_NEXT_STEP)
    day = row->standing.since;
  else if (exception == OCT_EXCEPTION_WORSENING && row->standing.review != NULL)
    day = row->standing.review->on;
  else if (exception == OCT_EXCEPTION_OVERDUE)
    day = row->overdue_since;
  else if (exception == OCT_EXCEPTION_REVIEW_OVERDUE)
    day = row->next_review;
  if (day == OCT_DATE_UNKNOWN)
    return NULL;
  date = oct_text_date (day);

  /* Translators: %s is a day. */
  return g_strdup_printf (_("Since %s"), date);
}

static gboolean
is_of_plan (OctPlanException exception)
{
  return exception == OCT_EXCEPTION_NO_REVIEW || exception == OCT_EXCEPTION_REVIEW_OVERDUE;
}

/* Where, whose, since when; and on the next line what is being done. */
static char *
describe_row (OctPlanException exception, const OctPlanRow *row)
{
  GString *text = g_string_new (row->where);
  g_autofree char *since = since_text (exception, row);

  if (!is_of_plan (exception))
    g_string_append_printf (text, " · %s", row->owner != NULL ? row->owner : _("Nobody yet"));
  if (since != NULL)
    g_string_append_printf (text, " · %s", since);
  if (!is_of_plan (exception) && *row->next_step != '\0')
    {
      g_string_append_c (text, '\n');
      /* Translators: %s is the next step of an objective. */
      g_string_append_printf (text, _("Next: %s"), row->next_step);
    }

  return g_string_free (text, FALSE);
}

/* --- rows --- */

static void
draw_mark_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  OctChartTheme theme;

  oct_widget_get_chart_theme (GTK_WIDGET (area), &theme);
  oct_rating_mark_draw (cr, &theme, (OctRatingMark) GPOINTER_TO_INT (data), width / 2.0,
                        height / 2.0, MARK_SIZE);
}

static GtkWidget *
make_mark (OctRating rating)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), MARK_SIZE + 2);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), MARK_SIZE + 2);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_mark_cb,
                                  GINT_TO_POINTER ((int) rating), NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), area, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  oct_rating_mark_name ((OctRatingMark) rating), -1);

  return area;
}

static void
row_activated_cb (OctExceptionsView *self, GtkListBoxRow *row)
{
  const char *location = g_object_get_data (G_OBJECT (row), "location");

  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static GtkWidget *
make_row (OctPlanException exception, const OctPlanRow *plan_row)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = NULL;
  g_autofree char *subtitle = describe_row (exception, plan_row);

  title = is_of_plan (exception) ? g_strdup (plan_row->plan->title)
                                 : oct_plan_row_to_text (plan_row);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  if (!is_of_plan (exception))
    adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                               make_mark (oct_plan_row_get_rating (plan_row)));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_set_data_full (G_OBJECT (row), "location", oct_plan_row_get_location (plan_row), g_free);

  return row;
}

static void
more_cb (OctExceptionsView *self, GtkWidget *button)
{
  g_signal_emit (self, signals[SIGNAL_MORE], 0,
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "exception")));
}

static GtkWidget *
make_more (OctExceptionsView *self, OctPlanException exception, guint n)
{
  g_autofree char *label = g_strdup_printf (_("Show all %'u"), n);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "exception", GUINT_TO_POINTER (exception));
  g_signal_connect_object (button, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);

  return button;
}

/* @rows: (element-type OctPlanRow) */
static GtkWidget *
make_group (OctExceptionsView *self, OctPlanException exception, GPtrArray *rows)
{
  g_autofree char *title = g_strdup_printf ("%s · %'u", oct_exception_to_text (exception),
                                            rows->len);
  g_autofree char *sentence = describe_group (exception, rows->len);
  GtkWidget *section = oct_section_new (title);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_set_show_separators (GTK_LIST_BOX (list), TRUE);
  gtk_widget_add_css_class (list, "oct-plain-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < MIN (rows->len, FIRST); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (exception, g_ptr_array_index (rows, i)));
  oct_section_set_description (OCT_SECTION (section), sentence);
  oct_section_set_content (OCT_SECTION (section), list);
  if (rows->len > FIRST)
    oct_section_set_suffix (OCT_SECTION (section), make_more (self, exception, rows->len));

  return section;
}

/* A plan once, whatever the number of its objectives. */
static GPtrArray *
pick_rows (OctPlanOverview *overview, const OctPlanFilter *filter, OctPlanException exception)
{
  GPtrArray *rows = oct_plan_overview_get_rows (overview);
  GPtrArray *picked = g_ptr_array_new ();
  const OctPlan *last = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      OctPlanRow *row = g_ptr_array_index (rows, i);

      if ((row->exceptions & exception) == 0 || (is_of_plan (exception) && row->plan == last)
          || !oct_plan_filter_matches (filter, row))
        continue;
      last = row->plan;
      g_ptr_array_add (picked, row);
    }

  return picked;
}

/* --- class --- */

static void
oct_exceptions_view_class_init (OctExceptionsViewClass *klass)
{
  signals[SIGNAL_MORE] = g_signal_new ("more", OCT_TYPE_EXCEPTIONS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
oct_exceptions_view_init (OctExceptionsView *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->scroller = gtk_scrolled_window_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_set_margin_top (self->box, 18);
  gtk_widget_set_margin_bottom (self->box, 24);
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), self->scroller);
}

/**
 * oct_exceptions_view_new:
 *
 * Returns: (transfer floating): a view of nothing yet
 */
GtkWidget *
oct_exceptions_view_new (void)
{
  return g_object_new (OCT_TYPE_EXCEPTIONS_VIEW, NULL);
}

static GtkWidget *
make_calm (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "emblem-ok-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No exceptions"));
  adw_status_page_set_description (
    ADW_STATUS_PAGE (page),
    _("Nothing here is red, worsening or overdue; everything has an owner and a next step, and every "
      "plan that is worked on has a day for its next review."));

  return page;
}

/**
 * oct_exceptions_view_show:
 * @self: the view
 * @overview: the plans
 * @filter: which of them
 *
 * Shows their exceptions.
 */
void
oct_exceptions_view_show (OctExceptionsView *self, OctPlanOverview *overview,
                          const OctPlanFilter *filter)
{
  GtkWidget *child;
  guint n = 0;

  g_return_if_fail (OCT_IS_EXCEPTIONS_VIEW (self));

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < OCT_N_EXCEPTIONS; i++)
    {
      g_autoptr (GPtrArray) rows = pick_rows (overview, filter, 1u << i);

      if (rows->len == 0)
        continue;
      gtk_box_append (GTK_BOX (self->box), make_group (self, 1u << i, rows));
      n++;
    }
  if (n == 0)
    gtk_box_append (GTK_BOX (self->box), make_calm ());
}
