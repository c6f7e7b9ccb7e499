/* Begins a plan; see the header.
 *
 * Everything stands on one page, and there is an answer to each question from the start, so that
 * Return makes a plan. What it can begin from follows the school and the year: a plan of the year
 * before is offered only where there is one.
 */

#include "oct-new-plan-dialog.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"
#include "oct-drop-down.h"
#include "oct-plan-start.h"

/* School years that are offered, from last year on. */
#define YEARS 4

struct _OctNewPlanDialog
{
  AdwWindow parent_instance;

  /* children */
  GtkWidget *create;
  GtkDropDown *school_drop;
  AdwComboRow *year_row;
  AdwEntryRow *title_row;
  GtkWidget *need_group;
  GtkWidget *starts_box;
  GtkCheckButton *first; /* of the starts */
  GtkLabel *problem;

  /* owned */
  OctWorkbench *workbench;
  OctPlanTemplates *shipped;
  GPtrArray *starts;
  char *suggested; /* the title that stood there before anybody typed */
  char *plan_id;   /* of the plan that is being kept */

  guint chosen;
  gint64 first_year;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctNewPlanDialog, oct_new_plan_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_GO,
  SIGNAL_TABLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gint64
get_year (OctNewPlanDialog *self)
{
  return self->first_year + adw_combo_row_get_selected (self->year_row);
}

static const OctPlanStart *
get_start (OctNewPlanDialog *self)
{
  return g_ptr_array_index (self->starts, self->chosen);
}

static void
leave_for (OctNewPlanDialog *self, const char *location)
{
  g_autofree char *kept = g_strdup (location);

  g_object_ref (self);
  gtk_window_destroy (GTK_WINDOW (self));
  g_signal_emit (self, signals[SIGNAL_GO], 0, kept);
  g_object_unref (self);
}

/* --- the title --- */

static void
update_create (OctNewPlanDialog *self)
{
  g_autofree char *title = g_strstrip (
    g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row))));

  gtk_widget_set_sensitive (self->create, *title != '\0' && self->plan_id == NULL);
}

/* What somebody typed stays. */
static void
suggest_title (OctNewPlanDialog *self)
{
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title_row));

  if (*title != '\0' && g_strcmp0 (title, self->suggested) != 0)
    return;
  g_free (self->suggested);
  self->suggested = oct_plan_start_suggest_title (get_start (self), get_year (self));
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), self->suggested);
}

/* --- what it begins from --- */

static void
start_toggled_cb (OctNewPlanDialog *self, GtkCheckButton *button)
{
  if (!gtk_check_button_get_active (button))
    return;
  self->chosen = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
  suggest_title (self);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctNewPlanDialog) self = OCT_NEW_PLAN_DIALOG (user_data);
  g_autoptr (GError) error = NULL;

  if (oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    return;
  gtk_label_set_label (self->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
delete_cb (OctNewPlanDialog *self, GtkWidget *button)
{
  const OctPlanStart *start = g_ptr_array_index (
    self->starts, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index")));
  /* Translators: %s is the title of a template of plans. */
  g_autofree char *sentence = g_strdup_printf (_("Deleted the template “%s”"), start->plan->title);
  OctRecordChange *change = oct_plan_edit_delete (start->book, start->plan, NULL);

  if (change != NULL)
    oct_workbench_change_records_async (
      self->workbench, &(OctEditInfo) { .sentence = sentence, .location = "plans" }, change,
      deleted_cb, g_object_ref (self));
}

static void
edit_cb (OctNewPlanDialog *self, GtkWidget *button)
{
  const OctPlanStart *start = g_ptr_array_index (
    self->starts, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index")));
  g_autofree char *location = g_strconcat ("plan/", start->plan->record.id, NULL);

  leave_for (self, location);
}

static void
add_button (OctNewPlanDialog *self, AdwActionRow *row, guint index, const char *icon,
            const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
}

static GtkWidget *
make_row (OctNewPlanDialog *self, guint index)
{
  const OctPlanStart *start = g_ptr_array_index (self->starts, index);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), start->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), start->detail);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (check), "index", GUINT_TO_POINTER (index));
  if (self->first != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->first);
  else
    self->first = GTK_CHECK_BUTTON (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), index == self->chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  start->title, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (start_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  if (start->kind == OCT_PLAN_START_OWN_TEMPLATE)
    {
      add_button (self, ADW_ACTION_ROW (row), index, "document-edit-symbolic",
                  _("Edit the template"), G_CALLBACK (edit_cb));
      add_button (self, ADW_ACTION_ROW (row), index, "user-trash-symbolic",
                  _("Delete the template"), G_CALLBACK (delete_cb));
    }

  return row;
}

static GtkWidget *
make_group (OctNewPlanDialog *self, OctPlanStartKind kind)
{
  static const char *const titles[] = {
    [OCT_PLAN_START_EMPTY] = N_("Begin from"),
    [OCT_PLAN_START_OWN_TEMPLATE] = N_("Templates of your own"),
    [OCT_PLAN_START_TEMPLATE] = N_("Example plans, to be changed"),
  };
  GtkWidget *group = NULL;

  for (guint i = 0; i < self->starts->len; i++)
    {
      const OctPlanStart *start = g_ptr_array_index (self->starts, i);
      /* The plan before stands with the empty one. */
      OctPlanStartKind at = start->kind == OCT_PLAN_START_LAST_YEAR ? OCT_PLAN_START_EMPTY
                                                                    : start->kind;

      if (at != kind)
        continue;
      if (group == NULL)
        group = adw_preferences_group_new ();
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(titles[kind]));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (self, i));
    }

  return group;
}

static void
update_starts (OctNewPlanDialog *self)
{
  static const OctPlanStartKind kinds[] = { OCT_PLAN_START_EMPTY, OCT_PLAN_START_OWN_TEMPLATE,
                                            OCT_PLAN_START_TEMPLATE };
  OctPlanBook *book = oct_workbench_get_plans (self->workbench);
  GtkWidget *child;

  if (book == NULL)
    return;
  self->first = NULL;
  while ((child = gtk_widget_get_first_child (self->starts_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->starts_box), child);
  g_clear_pointer (&self->starts, g_ptr_array_unref);
  self->chosen = 0;
  self->starts = oct_plan_starts_find (
    book, self->shipped, oct_drop_down_get_school (self->school_drop), get_year (self));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GtkWidget *group = make_group (self, kinds[i]);

      if (group != NULL)
        gtk_box_append (GTK_BOX (self->starts_box), group);
    }
  gtk_widget_set_visible (self->need_group, oct_drop_down_get_school (self->school_drop) != NULL);
  suggest_title (self);
}

static void
need_cb (OctNewPlanDialog *self)
{
  g_autofree char *location = g_strconcat ("need/", oct_drop_down_get_school (self->school_drop),
                                           NULL);

  leave_for (self, location);
}

/* What stands in a table already is taken over in a dialogue of its own. */
static void
table_cb (OctNewPlanDialog *self)
{
  g_autofree char *school_id = g_strdup (oct_drop_down_get_school (self->school_drop));
  gint64 year = get_year (self);

  g_object_ref (self);
  gtk_window_destroy (GTK_WINDOW (self));
  g_signal_emit (self, signals[SIGNAL_TABLE], 0, school_id, year);
  g_object_unref (self);
}

static void
selected_cb (OctNewPlanDialog *self)
{
  if (!self->updating)
    update_starts (self);
}

/* --- keeping it --- */

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctNewPlanDialog) self = OCT_NEW_PLAN_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *location = NULL;

  if (oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    {
      location = g_strconcat ("plan/", self->plan_id, NULL);
      leave_for (self, location);
      return;
    }
  g_clear_pointer (&self->plan_id, g_free);
  gtk_label_set_label (self->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  update_create (self);
}

static void
create_cb (OctNewPlanDialog *self)
{
  g_autofree char *title = g_strstrip (
    g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row))));
  const OctNewPlan plan = { .title = title,
                            .school_id = oct_drop_down_get_school (self->school_drop),
                            .starts = get_year (self),
                            .today = oct_date_today () };
  OctRecordChange *change;

  if (!gtk_widget_get_sensitive (self->create))
    return;
  change = oct_plan_start_make (get_start (self), &plan);
  self->plan_id = g_strdup (((OctRecord *) g_ptr_array_index (change->puts, 0))->id);
  update_create (self);
  oct_plan_begin_async (self->workbench, change, kept_cb, g_object_ref (self));
}

/* --- class --- */

static void
oct_new_plan_dialog_dispose (GObject *object)
{
  OctNewPlanDialog *self = OCT_NEW_PLAN_DIALOG (object);

  self->updating = TRUE;
  g_clear_object (&self->workbench);
  g_clear_pointer (&self->shipped, oct_plan_templates_free);
  g_clear_pointer (&self->starts, g_ptr_array_unref);
  g_clear_pointer (&self->suggested, g_free);
  g_clear_pointer (&self->plan_id, g_free);

  G_OBJECT_CLASS (oct_new_plan_dialog_parent_class)->dispose (object);
}

static void
oct_new_plan_dialog_class_init (OctNewPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_new_plan_dialog_dispose;

  signals[SIGNAL_GO] = g_signal_new ("go", OCT_TYPE_NEW_PLAN_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_TABLE] = g_signal_new ("table", OCT_TYPE_NEW_PLAN_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                        G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-new-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctNewPlanDialog, create);
  gtk_widget_class_bind_template_child (widget_class, OctNewPlanDialog, school_drop);
  gtk_widget_class_bind_template_child (widget_class, OctNewPlanDialog, year_row);
  gtk_widget_class_bind_template_child (widget_class, OctNewPlanDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, OctNewPlanDialog, need_group);
  gtk_widget_class_bind_template_child (widget_class, OctNewPlanDialog, starts_box);
  gtk_widget_class_bind_template_child (widget_class, OctNewPlanDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, need_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_create);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
oct_new_plan_dialog_init (OctNewPlanDialog *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_years (OctNewPlanDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gint64 usual = oct_plan_usual_start (oct_date_today ());

  self->first_year = usual - 1;
  for (gint64 year = self->first_year; year < self->first_year + YEARS; year++)
    {
      const OctPlan plan = { .starts = year, .ends = year };
      g_autofree char *name = oct_plan_years_to_text (&plan);

      gtk_string_list_append (names, name);
    }
  adw_combo_row_set_model (self->year_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->year_row, 1);
}

/**
 * oct_new_plan_dialog_new:
 * @parent: (nullable): the window it stands before
 * @workbench: keeps the plan; its plans have been read
 * @school_id: (nullable): the school to begin with
 *
 * Returns: the dialogue, to be presented
 */
GtkWidget *
oct_new_plan_dialog_new (GtkWindow *parent, OctWorkbench *workbench, const char *school_id)
{
  OctNewPlanDialog *self = g_object_new (OCT_TYPE_NEW_PLAN_DIALOG, NULL);
  g_autoptr (GError) error = NULL;

  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  self->workbench = g_object_ref (workbench);
  self->shipped = oct_plan_templates_load_built_in (&error);
  if (self->shipped == NULL)
    g_warning ("%s", error->message);
  oct_drop_down_set_schools (self->school_drop, oct_workbench_get_assessment (self->workbench),
                             school_id, 1);
  oct_accessible_name_drop_down (self->school_drop, _("For"));
  fill_years (self);
  self->updating = FALSE;
  update_starts (self);
  update_create (self);
  /* A template that was deleted, here or by undo, goes from the list. */
  g_signal_connect_object (workbench, "notify::plans", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_set_focus (GTK_WINDOW (self),
                        gtk_widget_get_first_child (GTK_WIDGET (self->school_drop)));

  return GTK_WIDGET (self);
}
