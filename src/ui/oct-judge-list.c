/* The list of a judge page: the elements a subject is asked about, those in focus first.
 *
 * There is a row for each of the eight elements from the start; those the subject isn't asked
 * about are hidden. So a row keeps the focus whatever else changes.
 */

#include "oct-judge-list.h"

#include <glib/gi18n.h>

#include "oct-judge-row.h"

struct _OctJudgeList
{
  AdwBin parent_instance;

  GtkListBox *box;
  OctJudgeRow *rows[OCT_N_ELEMENTS];
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

G_DEFINE_FINAL_TYPE (OctJudgeList, oct_judge_list, ADW_TYPE_BIN)

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer user_data)
{
  OctJudgeRow *one = OCT_JUDGE_ROW (a);
  OctJudgeRow *other = OCT_JUDGE_ROW (b);

  if (oct_judge_row_get_focus (one) != oct_judge_row_get_focus (other))
    return oct_judge_row_get_focus (one) ? -1 : 1;

  return (int) oct_judge_row_get_number (one) - (int) oct_judge_row_get_number (other);
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *above, gpointer user_data)
{
  gboolean focus = oct_judge_row_get_focus (OCT_JUDGE_ROW (row));
  GtkWidget *header = gtk_list_box_row_get_header (row);

  /* Without elements in focus the list needs no headings. */
  if (above == NULL ? !focus : focus == oct_judge_row_get_focus (OCT_JUDGE_ROW (above)))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (header == NULL)
    {
      header = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (header), 0);
      gtk_widget_add_css_class (header, "oct-list-heading");
      gtk_list_box_row_set_header (row, header);
    }
  gtk_label_set_label (GTK_LABEL (header), focus ? _("In focus this cycle") : _("The others"));
}

static OctJudgeRow *
get_selected (OctJudgeList *self)
{
  return (OctJudgeRow *) gtk_list_box_get_selected_row (self->box);
}

static gboolean
is_shown (OctJudgeRow *row)
{
  return row != NULL && gtk_widget_get_visible (GTK_WIDGET (row));
}

/* The next one that isn't finished after @from in the order of the list, from the top again at its
 * end. */
static OctJudgeRow *
find_unfinished (OctJudgeList *self, OctJudgeRow *from)
{
  int start = from != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (from)) : -1;

  for (int i = 1; i <= OCT_N_ELEMENTS; i++)
    {
      OctJudgeRow *row = (OctJudgeRow *) gtk_list_box_get_row_at_index (
        self->box, (start + i) % OCT_N_ELEMENTS);

      if (is_shown (row) && row != from && oct_judge_row_get_state (row) < OCT_JUDGING_UNCHANGED)
        return row;
    }

  return NULL;
}

static OctJudgeRow *
find_row (OctJudgeList *self, const char *element)
{
  for (guint i = 0; element != NULL && i < OCT_N_ELEMENTS; i++)
    {
      if (is_shown (self->rows[i])
          && g_strcmp0 (oct_judge_row_get_element (self->rows[i]), element) == 0)
        return self->rows[i];
    }

  return NULL;
}

static OctJudgeRow *
find_first (OctJudgeList *self)
{
  for (int i = 0; i < OCT_N_ELEMENTS; i++)
    {
      OctJudgeRow *row = (OctJudgeRow *) gtk_list_box_get_row_at_index (self->box, i);

      if (is_shown (row))
        return row;
    }

  return NULL;
}

static void
row_selected_cb (OctJudgeList *self, GtkListBoxRow *row)
{
  if (row != NULL)
    g_signal_emit (self, signals[SELECTED], 0);
}

static void
row_activated_cb (OctJudgeList *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
oct_judge_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SINGLE_CLICK)
    g_value_set_boolean (value,
                         gtk_list_box_get_activate_on_single_click (OCT_JUDGE_LIST (object)->box));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
oct_judge_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SINGLE_CLICK)
    gtk_list_box_set_activate_on_single_click (OCT_JUDGE_LIST (object)->box,
                                               g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/* Tab leaves the list, and comes back to the chosen element. To go from row to row, as the list box
 * does by itself, would choose another element each time. */
static gboolean
oct_judge_list_focus_child (GtkWidget *widget, GtkDirectionType direction)
{
  OctJudgeList *self = OCT_JUDGE_LIST (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (oct_judge_list_parent_class)->focus (widget, direction);
  if (gtk_widget_get_focus_child (widget) != NULL || get_selected (self) == NULL)
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (get_selected (self)));
}

static void
oct_judge_list_class_init (OctJudgeListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  GTK_WIDGET_CLASS (klass)->focus = oct_judge_list_focus_child;
  object_class->get_property = oct_judge_list_get_property;
  object_class->set_property = oct_judge_list_set_property;
  properties[PROP_SINGLE_CLICK] = g_param_spec_boolean ("single-click", NULL, NULL, FALSE,
                                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
oct_judge_list_init (OctJudgeList *self)
{
  self->box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->box, GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click (self->box, FALSE);
  gtk_list_box_set_sort_func (self->box, compare_rows, NULL, NULL);
  gtk_list_box_set_header_func (self->box, update_header, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "oct-judge-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Elements"), -1);
  for (guint i = 0; i < OCT_N_ELEMENTS; i++)
    {
      self->rows[i] = OCT_JUDGE_ROW (oct_judge_row_new ());
      gtk_list_box_append (self->box, GTK_WIDGET (self->rows[i]));
    }
  g_signal_connect_swapped (self->box, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect_swapped (self->box, "row-activated", G_CALLBACK (row_activated_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

static gboolean
is_of (const OctJudgement *judgement, const OctJudgingPlace *subject, const char *element)
{
  return judgement != NULL && judgement->view == subject->view && judgement->aspect == NULL
         && g_str_equal (judgement->element, element)
         && g_strcmp0 (judgement->school_id, subject->school_id) == 0;
}

/**
 * oct_judge_list_show:
 * @self: a list
 * @assessment: what is kept
 * @subject: whose elements; its element isn't looked at
 * @edited: (nullable): a judgement that may be ahead of what is kept
 *
 * Shows how far each element is.
 */
void
oct_judge_list_show (OctJudgeList *self, OctAssessment *assessment, const OctJudgingPlace *subject,
                     const OctJudgement *edited)
{
  OctFramework *framework = oct_assessment_get_framework (assessment);
  const OctCycle *cycle = oct_assessment_get_cycle (assessment);

  g_return_if_fail (OCT_IS_JUDGE_LIST (self));

  for (guint i = 0; i < OCT_N_ELEMENTS; i++)
    {
      const OctElement *element = oct_framework_get_element (framework, i + 1);
      OctJudgeRow *row = self->rows[i];
      const OctJudgement *judgement;

      gtk_widget_set_visible (GTK_WIDGET (row),
                              element != NULL
                                && oct_element_is_asked_of (element, subject->school_id != NULL));
      if (element == NULL)
        continue;
      judgement = is_of (edited, subject, element->key)
                    ? edited
                    : oct_assessment_find (assessment, OCT_WHEN_NOW, subject->school_id,
                                           element->key, NULL, subject->view);
      oct_judge_row_set_element (row, element, oct_cycle_has_focus (cycle, element->key));
      oct_judge_row_set_judgement (row, framework, judgement,
                                   oct_assessment_find (assessment, OCT_WHEN_BEFORE,
                                                        subject->school_id, element->key, NULL,
                                                        subject->view));
    }
  gtk_list_box_invalidate_headers (self->box);
}

/**
 * oct_judge_list_select:
 * @self: a list
 * @element: (nullable): an element's key
 *
 * Goes to an element, or to the first that isn't finished, or to the first.
 */
void
oct_judge_list_select (OctJudgeList *self, const char *element)
{
  OctJudgeRow *row;

  g_return_if_fail (OCT_IS_JUDGE_LIST (self));

  row = find_row (self, element);
  if (row == NULL)
    row = find_unfinished (self, NULL);
  if (row == NULL)
    row = find_first (self);
  gtk_list_box_select_row (self->box, GTK_LIST_BOX_ROW (row));
}

/**
 * oct_judge_list_select_unfinished:
 * @self: a list
 *
 * Goes to the next element that isn't finished.
 *
 * Returns: whether there is one
 */
gboolean
oct_judge_list_select_unfinished (OctJudgeList *self)
{
  OctJudgeRow *row;

  g_return_val_if_fail (OCT_IS_JUDGE_LIST (self), FALSE);

  row = find_unfinished (self, get_selected (self));
  if (row != NULL)
    gtk_list_box_select_row (self->box, GTK_LIST_BOX_ROW (row));

  return row != NULL;
}

/**
 * oct_judge_list_get_selected:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the key of the chosen element
 */
const char *
oct_judge_list_get_selected (OctJudgeList *self)
{
  OctJudgeRow *row;

  g_return_val_if_fail (OCT_IS_JUDGE_LIST (self), NULL);

  row = get_selected (self);

  return row != NULL ? oct_judge_row_get_element (row) : NULL;
}

/**
 * oct_judge_list_has:
 * @self: a list
 * @element: (nullable): an element's key
 *
 * Returns: whether it is in the list
 */
gboolean
oct_judge_list_has (OctJudgeList *self, const char *element)
{
  g_return_val_if_fail (OCT_IS_JUDGE_LIST (self), FALSE);

  return find_row (self, element) != NULL;
}

/**
 * oct_judge_list_focus:
 * @self: a list
 *
 * Puts the focus on the chosen element.
 */
void
oct_judge_list_focus (OctJudgeList *self)
{
  OctJudgeRow *row;

  g_return_if_fail (OCT_IS_JUDGE_LIST (self));

  row = get_selected (self);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
