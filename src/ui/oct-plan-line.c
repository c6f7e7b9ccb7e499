/* A line of a plan's outline; see the header.
 *
 * A text is a label until it is edited: only one line of an outline is, and a view of text is made for
 * it then. What is typed is committed on a pause and when one goes elsewhere.
 */

#include "oct-plan-line.h"

#include <glib/gi18n.h>

#include "oct-day-picker.h"
#include "oct-person-picker.h"
#include "oct-plan-line-parts.h"
#include "oct-plan-line-private.h"
#include "oct-plan-words.h"

enum
{
  COMMIT,
  TICKED,
  UNFOLD,
  WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctPlanLine, oct_plan_line, GTK_TYPE_LIST_BOX_ROW)

/* --- what it shows --- */

static void
mark_cb (OctPlanLine *self, gboolean unfold)
{
  if (!self->updating)
    g_signal_emit (self, signals[unfold ? UNFOLD : TICKED], 0);
}

static void
toggled_cb (OctPlanLine *self)
{
  mark_cb (self, FALSE);
}

static void
unfold_cb (OctPlanLine *self)
{
  mark_cb (self, TRUE);
}

static void
update_mark (OctPlanLine *self, gpointer record, gboolean unfolded)
{
  if (self->mark == NULL)
    {
      self->mark = oct_plan_mark_new (self->kind, G_CALLBACK (toggled_cb), G_CALLBACK (unfold_cb),
                                      self);
      gtk_box_prepend (self->box, self->mark);
    }
  if (record == NULL)
    return;
  self->updating = TRUE;
  oct_plan_mark_update (self->mark, oct_plan_work_get_book (self->work), record, unfolded);
  self->updating = FALSE;
}

static void
init_reader (OctPlanLine *self, OctPlanReader *reader)
{
  OctAssessment *assessment = oct_workbench_get_assessment (
    oct_plan_work_get_workbench (self->work));
  const OctPlan *plan = oct_plan_work_get_plan (self->work);

  reader->book = oct_plan_work_get_book (self->work);
  reader->people = assessment != NULL ? oct_assessment_get_people (assessment) : NULL;
  reader->schools = assessment != NULL && plan != NULL
                      ? oct_plan_pick_schools (plan, oct_assessment_get_schools (assessment))
                      : g_ptr_array_new ();
  reader->today = oct_date_today ();
}

/* What is under the text, and what a screen reader says of all of it. */
static void
update_strip (OctPlanLine *self, const OctRecord *record)
{
  OctPlanReader reader;
  g_autoptr (GPtrArray) schools = NULL;
  g_autofree char *spoken = NULL;

  init_reader (self, &reader);
  schools = reader.schools;
  if (self->strip != NULL)
    gtk_box_remove (self->words, self->strip);
  self->strip = oct_plan_strip_new (&reader, record);
  if (self->strip != NULL)
    gtk_box_insert_child_after (self->words, self->strip, GTK_WIDGET (self->label));
  spoken = oct_plan_line_describe (&reader, record, gtk_label_get_label (self->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* A new line says what it will be. */
static void
show_new (OctPlanLine *self)
{
  if (self->strip != NULL)
    gtk_box_remove (self->words, self->strip);
  self->strip = oct_plan_strip_new_words (_(self->kind->label));
  gtk_box_insert_child_after (self->words, self->strip, GTK_WIDGET (self->label));
}

static void
update_label (OctPlanLine *self, const OctRecord *record)
{
  const char *text = oct_plan_work_get_text (self->work, record,
                                             oct_plan_work_text_field (self->kind));
  gboolean gone = record->kind == &oct_objective_kind
                  && !oct_objective_is_standing ((const OctObjective *) record);
  PangoAttrList *attributes = pango_attr_list_new ();

  if (record->kind == &oct_action_kind
      && ((const OctAction *) record)->status == OCT_ACTION_NOT_REQUIRED)
    gone = TRUE;
  if (gone)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (self->label, attributes);
  pango_attr_list_unref (attributes);
  gtk_label_set_label (self->label, text);
}

/* --- what a chosen objective still needs --- */

static void
owner_cb (OctPlanLine *self, const char *person_id)
{
  OctObjective *copy = oct_record_copy (oct_plan_line_find (self));

  oct_replace (&copy->owner_id, person_id);
  oct_plan_work_put (self->work, copy, "owner_id");
}

static void
due_cb (OctPlanLine *self, int day)
{
  OctObjective *copy = oct_record_copy (oct_plan_line_find (self));

  copy->due = day;
  oct_plan_work_put (self->work, copy, "due");
}

static void
criterion_cb (OctPlanLine *self)
{
  g_signal_emit (self, signals[WANTED], 0, &oct_criterion_kind);
}

static gboolean
needs_anything (OctPlanLine *self)
{
  OctPlanReader reader = { .book = oct_plan_work_get_book (self->work) };
  gpointer record = oct_plan_line_find (self);
  g_autoptr (GPtrArray) missing = NULL;

  if (self->kind != &oct_objective_kind || record == NULL || !oct_plan_work_is_open (self->work))
    return FALSE;
  missing = oct_plan_words_missing (&reader, record);

  return missing->len > 0;
}

static void
make_needs (OctPlanLine *self)
{
  GtkWidget *owner = oct_person_picker_new (oct_plan_work_get_workbench (self->work));
  GtkWidget *due = oct_day_picker_new ();
  GtkWidget *criterion = gtk_button_new_with_label (_("Add a success criterion"));
  const OctObjective *objective = oct_plan_line_find (self);

  oct_person_picker_set_person (OCT_PERSON_PICKER (owner), objective->owner_id);
  oct_day_picker_set_day (OCT_DAY_PICKER (due), objective->due);
  g_signal_connect_object (owner, "picked", G_CALLBACK (owner_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (due, "picked", G_CALLBACK (due_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (criterion, "clicked", G_CALLBACK (criterion_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_visible (criterion,
                          oct_plan_book_get_children (oct_plan_work_get_book (self->work),
                                                      &oct_criterion_kind, objective->record.id)
                              ->len
                            == 0);
  self->needs = oct_plan_needs_new (owner, due, criterion);
  gtk_box_append (self->words, self->needs);
}

/* They stay while their popover may be open: only where nothing is needed any more do they go. */
static void
update_needs (OctPlanLine *self)
{
  gboolean wanted = self->chosen && needs_anything (self);

  if (wanted && self->needs == NULL)
    make_needs (self);
  else if (!wanted && self->needs != NULL)
    {
      gtk_box_remove (self->words, self->needs);
      self->needs = NULL;
    }
}

/* A click on the text of the chosen line edits it. */
static void
pressed_cb (OctPlanLine *self, int n_press)
{
  if (self->view == NULL && oct_plan_work_is_open (self->work)
      && (n_press == 2 || gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (self))))
    oct_plan_line_edit (self, -1);
}

/* --- class --- */

static void
oct_plan_line_dispose (GObject *object)
{
  OctPlanLine *self = OCT_PLAN_LINE (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_clear_object (&self->work);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  self->view = NULL;
  G_OBJECT_CLASS (oct_plan_line_parent_class)->dispose (object);
}

static void
oct_plan_line_finalize (GObject *object)
{
  g_free (OCT_PLAN_LINE (object)->id);
  G_OBJECT_CLASS (oct_plan_line_parent_class)->finalize (object);
}

static void
oct_plan_line_class_init (OctPlanLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_plan_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = oct_plan_line_finalize;
  signals[COMMIT] = g_signal_new ("commit", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[TICKED] = g_signal_new ("ticked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[UNFOLD] = g_signal_new ("unfold", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[WANTED] = g_signal_new ("wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-plan-line.ui");
  gtk_widget_class_bind_template_child (widget_class, OctPlanLine, box);
  gtk_widget_class_bind_template_child (widget_class, OctPlanLine, words);
  gtk_widget_class_bind_template_child (widget_class, OctPlanLine, label);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
oct_plan_line_init (OctPlanLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_kind (OctPlanLine *self)
{
  gboolean top = self->kind == &oct_objective_kind;

  if (top)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "oct-plan-child");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "oct-plan-child");
  if (top)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "heading");
  if (self->mark != NULL)
    gtk_box_remove (self->box, self->mark);
  self->mark = NULL;
  update_mark (self, NULL, FALSE);
  if (self->view != NULL)
    oct_plan_text_set_kind (self->view, self->kind);
}

/**
 * oct_plan_line_new:
 * @work: the plan
 * @kind: what the line is
 * @id: (nullable): of the record; %NULL for a new line
 *
 * Returns: (transfer floating): a line, to be updated
 */
GtkWidget *
oct_plan_line_new (OctPlanWork *work, const OctRecordKind *kind, const char *id)
{
  OctPlanLine *self = g_object_new (OCT_TYPE_PLAN_LINE, NULL);

  self->work = g_object_ref (work);
  self->kind = kind;
  self->id = g_strdup (id);
  show_kind (self);

  return GTK_WIDGET (self);
}

/**
 * oct_plan_line_get_kind:
 * @self: a line
 *
 * Returns: what it is
 */
const OctRecordKind *
oct_plan_line_get_kind (OctPlanLine *self)
{
  return self->kind;
}

/**
 * oct_plan_line_set_kind:
 * @self: a new line
 * @kind: what it is to be
 */
void
oct_plan_line_set_kind (OctPlanLine *self, const OctRecordKind *kind)
{
  g_return_if_fail (OCT_IS_PLAN_LINE (self));

  if (self->kind == kind)
    return;
  self->kind = kind;
  show_kind (self);
}

/**
 * oct_plan_line_get_id:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): its record's id
 */
const char *
oct_plan_line_get_id (OctPlanLine *self)
{
  return self->id;
}

/**
 * oct_plan_line_set_id:
 * @self: a new line
 * @id: of the record that it has become
 */
void
oct_plan_line_set_id (OctPlanLine *self, const char *id)
{
  g_return_if_fail (OCT_IS_PLAN_LINE (self));

  g_free (self->id);
  self->id = g_strdup (id);
}

/**
 * oct_plan_line_find:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): its record as it is now
 */
gpointer
oct_plan_line_find (OctPlanLine *self)
{
  return self->work != NULL ? oct_plan_work_find (self->work, self->kind, self->id) : NULL;
}

/**
 * oct_plan_line_update:
 * @self: a line
 * @unfolded: whether the lines of an objective are shown
 *
 * Shows the record as it is now. What is being typed isn't touched.
 */
void
oct_plan_line_update (OctPlanLine *self, gboolean unfolded)
{
  gpointer record = oct_plan_line_find (self);

  update_mark (self, record, unfolded);
  if (record == NULL)
    {
      show_new (self);
      return;
    }
  update_label (self, record);
  update_strip (self, record);
  update_needs (self);
  if (self->view != NULL && !self->dirty)
    {
      g_autofree char *typed = g_strstrip (oct_plan_line_dup_text (self));

      if (!g_str_equal (typed, gtk_label_get_label (self->label)))
        oct_plan_line_edit (self, oct_plan_line_get_offset (self));
    }
}

/**
 * oct_plan_line_set_chosen:
 * @self: a line
 * @chosen: whether it is the one that is chosen
 */
void
oct_plan_line_set_chosen (OctPlanLine *self, gboolean chosen)
{
  g_return_if_fail (OCT_IS_PLAN_LINE (self));

  self->chosen = chosen;
  update_needs (self);
}
