/* The list of a review; see the header.
 *
 * Rows are kept as long as there are as many objectives, so that the focus stays where it is while
 * something is being kept.
 */

#include "oct-review-list.h"

#include <glib/gi18n.h>

#include "oct-review-row.h"

struct _OctReviewList
{
  AdwBin parent_instance;

  GtkListBox *box;
  guint n_rows;
};

enum
{
  PROP_SINGLE_CLICK = 1,
  N_PROPS
};

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctReviewList, oct_review_list, ADW_TYPE_BIN)

static OctReviewRow *
get_row (OctReviewList *self, guint index)
{
  return (OctReviewRow *) gtk_list_box_get_row_at_index (self->box, (int) index);
}

static void
row_selected_cb (OctReviewList *self, GtkListBoxRow *row)
{
  if (row != NULL)
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
row_activated_cb (OctReviewList *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
oct_review_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GtkListBox *box = OCT_REVIEW_LIST (object)->box;

  if (id == PROP_SINGLE_CLICK)
    g_value_set_boolean (value, gtk_list_box_get_activate_on_single_click (box));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
oct_review_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GtkListBox *box = OCT_REVIEW_LIST (object)->box;

  if (id == PROP_SINGLE_CLICK)
    gtk_list_box_set_activate_on_single_click (box, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/* Tab leaves the list, and comes back to the chosen row. */
static gboolean
oct_review_list_focus_child (GtkWidget *widget, GtkDirectionType direction)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (OCT_REVIEW_LIST (widget)->box);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (oct_review_list_parent_class)->focus (widget, direction);
  if (gtk_widget_get_focus_child (widget) != NULL || selected == NULL)
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (selected));
}

static void
oct_review_list_class_init (OctReviewListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  GTK_WIDGET_CLASS (klass)->focus = oct_review_list_focus_child;
  object_class->get_property = oct_review_list_get_property;
  object_class->set_property = oct_review_list_set_property;
  properties[PROP_SINGLE_CLICK] = g_param_spec_boolean ("single-click", NULL, NULL, FALSE,
                                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
oct_review_list_init (OctReviewList *self)
{
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click (self->box, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "oct-judge-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Objectives"), -1);
  g_signal_connect_swapped (self->box, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect_swapped (self->box, "row-activated", G_CALLBACK (row_activated_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

static void
set_n_rows (OctReviewList *self, guint n_rows)
{
  for (; self->n_rows < n_rows; self->n_rows++)
    gtk_list_box_append (self->box, oct_review_row_new ());
  for (; self->n_rows > n_rows; self->n_rows--)
    gtk_list_box_remove (self->box, GTK_WIDGET (get_row (self, self->n_rows - 1)));
}

/**
 * oct_review_list_show:
 * @self: a list
 * @work: work at a review
 */
void
oct_review_list_show (OctReviewList *self, OctReviewWork *work)
{
  const OctReview *review = oct_review_work_get_review (work);
  const OctProgress *mine = oct_review_work_get_progress (work);
  OctPlanBook *book = oct_workbench_get_plans (oct_review_work_get_workbench (work));
  g_autoptr (GPtrArray) objectives = oct_review_get_objectives (book, review);
  guint of;
  guint n = oct_review_count_recorded (book, review, &of);
  g_autofree char *state = NULL;

  g_return_if_fail (OCT_IS_REVIEW_LIST (self));

  set_n_rows (self, objectives->len + 1);
  for (guint i = 0; i < objectives->len; i++)
    {
      const OctObjective *objective = g_ptr_array_index (objectives, i);
      const OctProgress *progress = oct_review_find_progress (book, review, objective->record.id);

      if (mine != NULL && g_str_equal (mine->objective_id, objective->record.id))
        progress = mine;
      oct_review_row_set_objective (get_row (self, i), objective, progress,
                                    oct_review_find_before (book, review, objective, NULL));
    }
  if (review->locked)
    state = g_strdup (_("Locked"));
  else if (n == of)
    state = g_strdup (_("Everything is recorded"));
  else
    /* Translators: how many objectives are still to be rated. */
    state = g_strdup_printf (ngettext ("%u still to record", "%u still to record", of - n), of - n);
  oct_review_row_set_end (get_row (self, objectives->len), state);
}

static void
select_row (OctReviewList *self, OctReviewRow *row)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->box)) != NULL;

  gtk_list_box_select_row (self->box, GTK_LIST_BOX_ROW (row));
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * oct_review_list_select:
 * @self: a list
 * @objective_id: (nullable): an objective; else the first that isn't recorded, or the end
 */
void
oct_review_list_select (OctReviewList *self, const char *objective_id)
{
  guint found = self->n_rows - 1;

  g_return_if_fail (OCT_IS_REVIEW_LIST (self));

  for (guint i = self->n_rows; i > 0; i--)
    {
      OctReviewRow *row = get_row (self, i - 1);

      if (objective_id == NULL ? !oct_review_row_is_recorded (row)
                               : g_strcmp0 (oct_review_row_get_id (row), objective_id) == 0)
        found = i - 1;
    }
  select_row (self, get_row (self, found));
}

static int
get_index (OctReviewList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->box);

  return row != NULL ? gtk_list_box_row_get_index (row) : 0;
}

/**
 * oct_review_list_step:
 * @self: a list
 * @by: how many rows on, or back where it is negative
 */
void
oct_review_list_step (OctReviewList *self, int by)
{
  int index = CLAMP (get_index (self) + by, 0, (int) self->n_rows - 1);

  g_return_if_fail (OCT_IS_REVIEW_LIST (self));

  select_row (self, get_row (self, (guint) index));
}

/**
 * oct_review_list_select_unrecorded:
 * @self: a list
 *
 * Goes to the next objective that isn't recorded, from the top again at the end; else to the end.
 */
void
oct_review_list_select_unrecorded (OctReviewList *self)
{
  guint start = (guint) get_index (self);

  g_return_if_fail (OCT_IS_REVIEW_LIST (self));

  for (guint i = 1; i < self->n_rows; i++)
    {
      OctReviewRow *row = get_row (self, (start + i) % self->n_rows);

      if (oct_review_row_is_recorded (row))
        continue;
      select_row (self, row);
      return;
    }
  select_row (self, get_row (self, self->n_rows - 1));
}

/**
 * oct_review_list_get_selected:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the chosen objective; %NULL at the end of the review
 */
const char *
oct_review_list_get_selected (OctReviewList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->box);

  return row != NULL ? oct_review_row_get_id (OCT_REVIEW_ROW (row)) : NULL;
}

/**
 * oct_review_list_has_selection:
 * @self: a list
 *
 * Returns: whether any row is chosen
 */
gboolean
oct_review_list_has_selection (OctReviewList *self)
{
  return gtk_list_box_get_selected_row (self->box) != NULL;
}

/**
 * oct_review_list_focus:
 * @self: a list
 *
 * Puts the focus on the chosen row.
 */
void
oct_review_list_focus (OctReviewList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->box);

  g_return_if_fail (OCT_IS_REVIEW_LIST (self));

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
