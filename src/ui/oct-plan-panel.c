/* The details of what is chosen in a plan; see the header.
 *
 * There is a form for each kind, made when it is first needed. Under it stands what belongs to the
 * record: figures, what an action waits for, how an objective went, and evidence.
 */

#include "oct-plan-panel.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-plan-evidence-section.h"
#include "oct-plan-panel-parts.h"
#include "oct-record-form.h"

static const OctFormField objective_fields[] = {
  { "rationale", OCT_FORM_PROSE, N_("What makes this the thing to work on?") },
  { "owner_id", OCT_FORM_PERSON, NULL },
  { "due", OCT_FORM_DAY, NULL },
  { "area", OCT_FORM_OWN, N_("An area of your own") },
  { "element", OCT_FORM_OPTIONS, NULL },
  { "lever", OCT_FORM_CHOICE, NULL },
  { "strand", OCT_FORM_CHOICE, NULL },
  { "phase", OCT_FORM_CHOICE, NULL },
  { "parent_id", OCT_FORM_OPTIONS, NULL },
  { "reference", OCT_FORM_LINE, N_("Such as 1.2") },
  { NULL },
};

static const OctFormField criterion_fields[] = {
  { "figure", OCT_FORM_OPTIONS, NULL },  { "unit", OCT_FORM_LINE, N_("Such as %, pupils, days") },
  { "better", OCT_FORM_CHOICE, NULL },   { "baseline", OCT_FORM_DECIMAL, NULL },
  { "baseline_on", OCT_FORM_DAY, NULL }, { "target", OCT_FORM_DECIMAL, NULL },
  { "target_on", OCT_FORM_DAY, NULL },   { NULL },
};

static const OctFormField action_fields[] = {
  { "owner_id", OCT_FORM_PERSON, NULL },
  { "starts", OCT_FORM_DAY, NULL },
  { "due", OCT_FORM_DAY, NULL },
  { "status", OCT_FORM_CHOICE, NULL },
  { "development", OCT_FORM_FLAG, NULL },
  { "cost", OCT_FORM_MONEY, N_("In pounds") },
  { "fund", OCT_FORM_LINE, N_("Where the money comes from") },
  { "note", OCT_FORM_PROSE, NULL },
  { NULL },
};

static const OctFormField milestone_fields[] = {
  { "term", OCT_FORM_OWN, N_("Such as Autumn 2025") },
  { "due", OCT_FORM_DAY, NULL },
  { "expected", OCT_FORM_PROSE, N_("What will be there to see?") },
  { "status", OCT_FORM_CHOICE, NULL },
  { "met_on", OCT_FORM_DAY, NULL },
  { NULL },
};

/* A kind that the panel shows. */
typedef struct
{
  const OctRecordKind *kind;
  const OctFormField *fields;
} Described;

static const Described described[] = {
  { &oct_objective_kind, objective_fields },
  { &oct_criterion_kind, criterion_fields },
  { &oct_action_kind, action_fields },
  { &oct_milestone_kind, milestone_fields },
};

struct _OctPlanPanel
{
  AdwBin parent_instance;

  /* template */
  GtkStack *stack;
  GtkLabel *kind_label;
  GtkLabel *title_label;
  GtkBox *forms;
  GtkBox *extras;
  GtkBox *supports;
  OctPlanEvidenceSection *evidence;

  /* borrowed */
  OctRecordForm *made[G_N_ELEMENTS (described)];
  GtkWidget *extra;   /* of the record that is shown */
  GtkWidget *support; /* (nullable): of objectives, once it is needed */

  /* owned */
  OctPlanWork *work;
  char *id;

  const OctRecordKind *kind;
};

static guint failed_signal;

G_DEFINE_FINAL_TYPE (OctPlanPanel, oct_plan_panel, ADW_TYPE_BIN)

static void
edited_cb (OctPlanPanel *self, gpointer record, const char *field)
{
  const OctRecord *changed = record;

  if (self->work == NULL || oct_plan_work_find (self->work, changed->kind, changed->id) == NULL)
    oct_record_unref (record);
  else
    oct_plan_work_put (self->work, record, field);
}

static void
failed_cb (OctPlanPanel *self, const char *message)
{
  g_signal_emit (self, failed_signal, 0, message);
}

static const char *
read_text (gconstpointer record, const char *field, gpointer data)
{
  return oct_plan_work_get_text (OCT_PLAN_PANEL (data)->work, record, field);
}

static OctRecordForm *
get_form (OctPlanPanel *self, guint index)
{
  GtkWidget *form;

  if (self->made[index] != NULL)
    return self->made[index];
  form = oct_record_form_new (oct_plan_work_get_workbench (self->work), described[index].kind,
                              described[index].fields);
  oct_record_form_set_reader (OCT_RECORD_FORM (form), read_text, self);
  g_signal_connect_object (form, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->forms, form);
  self->made[index] = OCT_RECORD_FORM (form);

  return self->made[index];
}

/* What belongs to the record keeps its widget while the record is the same, so that a figure that is
 * being typed into it stays. */
static void
show_extra (OctPlanPanel *self, const OctRecord *record, gboolean other)
{
  if (other && self->extra != NULL)
    {
      gtk_box_remove (self->extras, self->extra);
      self->extra = NULL;
    }
  if (self->extra == NULL)
    {
      self->extra = oct_plan_extra_new (self->work, record);
      gtk_box_append (self->extras, self->extra);
    }
  oct_plan_extra_update (self->extra, self->work, record);
}

/* Support for an objective, and the practices that came of it. */
static void
show_support (OctPlanPanel *self, const OctRecord *record)
{
  gboolean of_objective = record->kind == &oct_objective_kind;

  if (self->support == NULL && of_objective)
    {
      self->support = oct_plan_support_new ();
      gtk_box_append (self->supports, self->support);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->supports), of_objective);
  if (of_objective)
    oct_plan_support_update (self->support, self->work, (const OctObjective *) record);
}

/* What shows how an objective or a milestone went. */
static void
show_evidence (OctPlanPanel *self, const OctRecord *record)
{
  const char *id = record != NULL ? record->id : NULL;
  gboolean of_objective = record != NULL && record->kind == &oct_objective_kind;
  gboolean of_milestone = record != NULL && record->kind == &oct_milestone_kind;
  g_autoptr (OctPlanPlace) place = NULL;

  if (of_objective || of_milestone)
    place = oct_plan_place_new (oct_plan_work_get_plan_id (self->work), of_objective ? id : NULL,
                                of_milestone ? id : NULL, NULL);
  if (self->work != NULL)
    oct_plan_evidence_section_load (self->evidence, oct_plan_work_get_workbench (self->work),
                                    place);
}

static void
show_nothing (OctPlanPanel *self)
{
  oct_plan_panel_commit (self);
  show_evidence (self, NULL);
  g_clear_pointer (&self->id, g_free);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
show_record (OctPlanPanel *self, OctRecord *record)
{
  gboolean other = g_strcmp0 (self->id, record->id) != 0;
  const char *name = oct_plan_work_text_field (record->kind);

  if (other)
    {
      oct_plan_panel_commit (self);
      g_free (self->id);
      self->id = g_strdup (record->id);
      self->kind = record->kind;
    }
  gtk_label_set_label (self->kind_label, _(record->kind->label));
  gtk_label_set_label (self->title_label, oct_plan_work_get_text (self->work, record, name));
  for (guint i = 0; i < G_N_ELEMENTS (described); i++)
    {
      if (described[i].kind == record->kind)
        {
          oct_plan_panel_offer (get_form (self, i), self->work, record);
          oct_record_form_show (get_form (self, i), record);
          oct_record_form_set_editable (get_form (self, i), oct_plan_work_is_open (self->work));
        }
      if (self->made[i] != NULL)
        gtk_widget_set_visible (GTK_WIDGET (self->made[i]), described[i].kind == record->kind);
    }
  show_extra (self, record, other);
  show_support (self, record);
  show_evidence (self, record);
  gtk_stack_set_visible_child_name (self->stack, "record");
}

static void
changed_cb (OctPlanPanel *self)
{
  gpointer record = self->id != NULL ? oct_plan_work_find (self->work, self->kind, self->id) : NULL;

  if (record != NULL)
    show_record (self, record);
  else
    show_nothing (self);
}

static void
oct_plan_panel_dispose (GObject *object)
{
  OctPlanPanel *self = OCT_PLAN_PANEL (object);

  g_clear_object (&self->work);
  adw_bin_set_child (ADW_BIN (self), NULL);
  memset (self->made, 0, sizeof self->made);
  G_OBJECT_CLASS (oct_plan_panel_parent_class)->dispose (object);
}

static void
oct_plan_panel_finalize (GObject *object)
{
  g_free (OCT_PLAN_PANEL (object)->id);
  G_OBJECT_CLASS (oct_plan_panel_parent_class)->finalize (object);
}

static void
oct_plan_panel_class_init (OctPlanPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_plan_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = oct_plan_panel_finalize;
  failed_signal = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (OCT_TYPE_PLAN_EVIDENCE_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-plan-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, OctPlanPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, OctPlanPanel, kind_label);
  gtk_widget_class_bind_template_child (widget_class, OctPlanPanel, title_label);
  gtk_widget_class_bind_template_child (widget_class, OctPlanPanel, forms);
  gtk_widget_class_bind_template_child (widget_class, OctPlanPanel, extras);
  gtk_widget_class_bind_template_child (widget_class, OctPlanPanel, supports);
  gtk_widget_class_bind_template_child (widget_class, OctPlanPanel, evidence);
}

static void
oct_plan_panel_init (OctPlanPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_plan_panel_set_work:
 * @self: a panel
 * @work: the plan
 *
 * To be called once, and before anything is shown.
 */
void
oct_plan_panel_set_work (OctPlanPanel *self, OctPlanWork *work)
{
  g_return_if_fail (OCT_IS_PLAN_PANEL (self));

  if (g_set_object (&self->work, work))
    g_signal_connect_object (work, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * oct_plan_panel_show:
 * @self: a panel
 * @record: (nullable): a record of the plan
 */
void
oct_plan_panel_show (OctPlanPanel *self, gpointer record)
{
  g_return_if_fail (OCT_IS_PLAN_PANEL (self));

  if (record != NULL)
    show_record (self, record);
  else
    show_nothing (self);
}

/**
 * oct_plan_panel_commit:
 * @self: a panel
 *
 * Keeps what is typed and waits.
 */
void
oct_plan_panel_commit (OctPlanPanel *self)
{
  g_return_if_fail (OCT_IS_PLAN_PANEL (self));

  for (guint i = 0; i < G_N_ELEMENTS (described); i++)
    if (self->made[i] != NULL)
      oct_record_form_commit (self->made[i]);
}
