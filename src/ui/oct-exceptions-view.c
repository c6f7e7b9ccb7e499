/* What a board and a director are told first.
 *
 * Each kind of exception is a group: how many there are, in a sentence, and then each with its owner,
 * since when it is so and what is being done. A group shows the first few, in the order of schools;
 * the rest is one click away. An objective that is red and overdue stands in both groups, since each
 * answers a question of its own. Nothing is ordered by how bad it is.
 */

#include "oct-exceptions-view.h"

#include <glib/gi18n.h>

#include "oct-exception-row.h"
#include "oct-plan-item.h"
#include "oct-section.h"
#include "oct-text.h"

/* What a group shows before the rest is asked for. */
#define FIRST 4

/* A row that is made once and shows another objective after each filter. */
typedef struct
{
  GtkWidget *row;
  char *location;
} Row;

typedef struct
{
  GtkWidget *section; /* NULL until it is first needed */
  GtkWidget *list;
  GtkWidget *more;
  Row rows[FIRST];
} Group;

struct _OctExceptionsView
{
  AdwBin parent_instance;

  /* children */
  GtkWidget *scroller;
  GtkWidget *box;
  GtkWidget *calm;
  Group groups[OCT_N_EXCEPTIONS];
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
show_row (Row *row, OctPlanException exception, const OctPlanRow *shown)
{
  g_autofree char *title = is_of_plan (exception) ? g_strdup (shown->plan->title)
                                                  : oct_plan_row_to_text (shown);
  g_autofree char *subtitle = describe_row (exception, shown);
  OctRating rating = oct_plan_row_get_rating (shown);

  oct_exception_row_set (OCT_EXCEPTION_ROW (row->row), is_of_plan (exception) ? NULL : &rating,
                         title, subtitle);
  g_free (row->location);
  row->location = oct_plan_row_get_location (shown);
}

static void
row_activated_cb (OctExceptionsView *self, GtkListBoxRow *activated)
{
  for (guint i = 0; i < OCT_N_EXCEPTIONS; i++)
    for (guint k = 0; k < FIRST; k++)
      if (self->groups[i].rows[k].row == GTK_WIDGET (activated))
        gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s",
                                    self->groups[i].rows[k].location);
}

/* --- groups --- */

static void
more_cb (OctExceptionsView *self, GtkWidget *button)
{
  for (guint i = 0; i < OCT_N_EXCEPTIONS; i++)
    if (self->groups[i].more == button)
      g_signal_emit (self, signals[SIGNAL_MORE], 0, 1u << i);
}

static void
make_group (OctExceptionsView *self, Group *group)
{
  group->section = oct_section_new (NULL);
  group->list = gtk_list_box_new ();
  group->more = gtk_button_new_with_label ("");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (group->list), GTK_SELECTION_NONE);
  gtk_list_box_set_show_separators (GTK_LIST_BOX (group->list), TRUE);
  gtk_widget_add_css_class (group->list, "oct-plain-list");
  g_signal_connect_object (group->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (group->more, "flat");
  gtk_widget_set_valign (group->more, GTK_ALIGN_CENTER);
  g_signal_connect_object (group->more, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < FIRST; i++)
    {
      group->rows[i].row = oct_exception_row_new ();
      gtk_list_box_append (GTK_LIST_BOX (group->list), group->rows[i].row);
    }
  oct_section_set_content (OCT_SECTION (group->section), group->list);
  oct_section_set_suffix (OCT_SECTION (group->section), group->more);
}

/* Groups stand in the order of the exceptions, also where one is needed later than the next. */
static void
need_group (OctExceptionsView *self, guint index)
{
  GtkWidget *before = NULL;

  if (self->groups[index].section != NULL)
    return;
  make_group (self, &self->groups[index]);
  for (guint i = 0; i < index; i++)
    if (self->groups[i].section != NULL)
      before = self->groups[i].section;
  gtk_box_insert_child_after (GTK_BOX (self->box), self->groups[index].section, before);
}

/* @rows: (element-type OctPlanRow) */
static void
show_group (OctExceptionsView *self, guint index, GPtrArray *rows)
{
  OctPlanException exception = 1u << index;
  Group *group = &self->groups[index];
  g_autofree char *title = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *more = NULL;

  if (rows->len > 0)
    need_group (self, index);
  if (group->section == NULL)
    return;
  gtk_widget_set_visible (group->section, rows->len > 0);
  if (rows->len == 0)
    return;
  title = g_strdup_printf ("%s · %'u", oct_exception_to_text (exception), rows->len);
  sentence = describe_group (exception, rows->len);
  more = g_strdup_printf (_("Show all %'u"), rows->len);
  oct_section_set_title (OCT_SECTION (group->section), title);
  oct_section_set_description (OCT_SECTION (group->section), sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (group->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_button_set_label (GTK_BUTTON (group->more), more);
  gtk_widget_set_visible (group->more, rows->len > FIRST);
  for (guint i = 0; i < FIRST; i++)
    {
      gtk_widget_set_visible (group->rows[i].row, i < rows->len);
      if (i < rows->len)
        show_row (&group->rows[i], exception, g_ptr_array_index (rows, i));
    }
}

/* A plan once, whatever the number of its objectives. */
static void
sort_out (OctPlanOverview *overview, const OctPlanFilter *filter, GPtrArray **found)
{
  GPtrArray *rows = oct_plan_overview_get_rows (overview);
  const OctPlan *last[OCT_N_EXCEPTIONS] = { NULL };

  for (guint i = 0; i < rows->len; i++)
    {
      OctPlanRow *row = g_ptr_array_index (rows, i);

      if (row->exceptions == 0 || !oct_plan_filter_matches (filter, row))
        continue;
      for (guint k = 0; k < OCT_N_EXCEPTIONS; k++)
        {
          if ((row->exceptions & 1u << k) == 0 || (is_of_plan (1u << k) && last[k] == row->plan))
            continue;
          last[k] = row->plan;
          g_ptr_array_add (found[k], row);
        }
    }
}

/* --- class --- */

static void
oct_exceptions_view_dispose (GObject *object)
{
  OctExceptionsView *self = OCT_EXCEPTIONS_VIEW (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  for (guint i = 0; i < OCT_N_EXCEPTIONS; i++)
    for (guint k = 0; k < FIRST; k++)
      g_clear_pointer (&self->groups[i].rows[k].location, g_free);

  G_OBJECT_CLASS (oct_exceptions_view_parent_class)->dispose (object);
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

static void
oct_exceptions_view_class_init (OctExceptionsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = oct_exceptions_view_dispose;

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
  self->calm = make_calm ();
  gtk_box_append (GTK_BOX (self->box), self->calm);
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
  GPtrArray *found[OCT_N_EXCEPTIONS];
  guint n = 0;

  g_return_if_fail (OCT_IS_EXCEPTIONS_VIEW (self));

  for (guint i = 0; i < OCT_N_EXCEPTIONS; i++)
    found[i] = g_ptr_array_new ();
  sort_out (overview, filter, found);
  for (guint i = 0; i < OCT_N_EXCEPTIONS; i++)
    {
      n += found[i]->len;
      show_group (self, i, found[i]);
      g_ptr_array_unref (found[i]);
    }
  gtk_widget_set_visible (self->calm, n == 0);
}
