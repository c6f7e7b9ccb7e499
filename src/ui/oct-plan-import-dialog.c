/* Taking over an existing plan; see the header.
 *
 * The text of the table is read again at every change of it, and what it will become is said in words
 * before anything is made. Each column has a row with what it holds and its first cells; what a person
 * chooses there is remembered for tables with the same header. Cells that can't be understood are
 * listed with their row: they are kept as notes.
 */
#include "oct-plan-import-dialog.h"

#include <glib/gi18n.h>

#include "oct-accessible.h"
#include "oct-drop-down.h"
#include "oct-plan-table.h"

/* School years that are offered, from the one before on. */
#define YEARS 4
/* The most bytes of a file, and of refused cells and of a cell's words that are shown. */
#define MAX_BYTES (8 << 20)
#define MAX_REFUSALS 50
#define MAX_EXAMPLE 80

struct _OctPlanImportDialog
{
  AdwWindow parent_instance;

  /* template */
  GtkWidget *import;
  GtkLabel *problem;
  GtkDropDown *school_drop;
  AdwComboRow *year_row;
  AdwEntryRow *title_row;
  GtkTextView *text_view;
  GtkWidget *columns_box;
  GtkLabel *outcome;
  GtkWidget *refusals_box;

  /* owned */
  OctSession *session;
  OctPlanTable *table;
  OctPlanTaken *taken;
  char *plan_id; /* of the plan that is being kept */

  gint64 first_year;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (OctPlanImportDialog, oct_plan_import_dialog, ADW_TYPE_WINDOW)

static OctWorkbench *
get_workbench (OctPlanImportDialog *self)
{
  return oct_session_get_workbench (self->session);
}

static void
show_problem (OctPlanImportDialog *self, const char *message)
{
  gtk_label_set_label (self->problem, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

/* --- what it becomes --- */

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
show_refusals (OctPlanImportDialog *self)
{
  GPtrArray *refusals = self->taken != NULL ? self->taken->refusals : NULL;
  GtkWidget *group;

  clear_box (self->refusals_box);
  if (refusals == NULL || refusals->len == 0)
    return;
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Kept as notes"));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (group),
    _("These cells can’t be taken for what their column holds. Their words stay in a note."));
  for (guint i = 0; i < MIN (refusals->len, MAX_REFUSALS); i++)
    {
      const OctPlanRefusal *refusal = g_ptr_array_index (refusals, i);
      GtkWidget *row = adw_action_row_new ();
      /* Translators: a row's number, a column, and what stands there. */
      g_autofree char *title = g_strdup_printf (_("Row %u, %s: “%s”"), refusal->line,
                                                refusal->column, refusal->text);

      g_object_set (row, "use-markup", FALSE, "title", title, "title-lines", 2, "subtitle",
                    refusal->reason, NULL);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  gtk_box_append (GTK_BOX (self->refusals_box), group);
}

/* What is to be made, in words; or why nothing can be. */
static void
update_outcome (OctPlanImportDialog *self)
{
  OctWorkbench *workbench = get_workbench (self);
  const OctPlanTarget target = { .book = oct_workbench_get_plans (workbench),
                                 .assessment = oct_workbench_get_assessment (workbench),
                                 .school_id = oct_drop_down_get_school (self->school_drop),
                                 .title = gtk_editable_get_text (GTK_EDITABLE (self->title_row)),
                                 .starts = self->first_year
                                           + adw_combo_row_get_selected (self->year_row) };
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  g_clear_pointer (&self->taken, oct_plan_taken_free);
  if (self->table != NULL)
    {
      self->taken = oct_plan_table_take (self->table, &target, &error);
      words = self->taken != NULL ? oct_plan_taken_to_text (self->taken)
                                  : g_strdup (error->message);
      if (self->taken != NULL && oct_record_change_is_empty (self->taken->change))
        {
          g_free (words);
          words = g_strdup (_("Nothing differs from what is there."));
        }
    }
  gtk_label_set_label (self->outcome, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), words != NULL);
  gtk_widget_set_sensitive (self->import, self->plan_id == NULL && self->taken != NULL
                                            && !oct_record_change_is_empty (self->taken->change));
  show_refusals (self);
}

/* --- columns --- */

static void
column_cb (OctPlanImportDialog *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "column"));
  g_autofree char *key = NULL;
  g_autofree char *columns = NULL;

  if (self->updating || self->table == NULL)
    return;
  self->table->columns[column] = (OctPlanColumn) adw_combo_row_get_selected (row);
  key = oct_plan_table_get_key (self->table);
  columns = oct_plan_table_columns_to_text (self->table);
  oct_session_set_setting (self->session, key, columns);
  update_outcome (self);
}

/* (transfer full): the first words that stand in a column. */
static char *
make_example (OctPlanTable *table, guint column)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const OctPlanTableRow *row = g_ptr_array_index (table->rows, i);
      g_autofree char *cell = g_strstrip (g_strdup (row->cells[column]));

      if (*cell == '\0')
        continue;
      g_strdelimit (cell, "\r\n\t", ' ');
      return g_utf8_strlen (cell, -1) > MAX_EXAMPLE ? g_utf8_substring (cell, 0, MAX_EXAMPLE)
                                                    : g_steal_pointer (&cell);
    }

  return g_strdup (_("Empty"));
}

static GtkWidget *
make_column_row (OctPlanImportDialog *self, GListModel *names, guint column)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autofree char *example = make_example (self->table, column);
  const char *title = self->table->header[column];

  g_object_set (row, "use-markup", FALSE, "title", *title != '\0' ? title : _("No name"),
                "title-lines", 2, "subtitle-lines", 2, NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), example);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), names);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), self->table->columns[column]);
  g_object_set_data (G_OBJECT (row), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (column_cb), self,
                           G_CONNECT_SWAPPED);

  return row;
}

static void
show_columns (OctPlanImportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *group;

  clear_box (self->columns_box);
  /* An export knows its columns. */
  if (self->table == NULL || self->table->exported)
    return;
  for (guint i = 0; i < OCT_N_PLAN_COLUMNS; i++)
    gtk_string_list_append (names, oct_plan_column_to_text ((OctPlanColumn) i));
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("What the columns hold"));
  self->updating = TRUE;
  for (guint i = 0; i < self->table->n_columns; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               make_column_row (self, G_LIST_MODEL (names), i));
  self->updating = FALSE;
  gtk_box_append (GTK_BOX (self->columns_box), group);
}

/* --- the table --- */

static void
take_table (OctPlanImportDialog *self, GBytes *bytes, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;
  g_autofree char *columns = NULL;

  g_clear_pointer (&self->table, oct_plan_table_free);
  self->table = oct_plan_table_read (bytes, name, &error);
  show_problem (self, error != NULL ? error->message : NULL);
  if (self->table != NULL)
    {
      key = oct_plan_table_get_key (self->table);
      columns = oct_session_get_setting (self->session, key);
      if (columns != NULL)
        oct_plan_table_columns_from_text (self->table, columns);
    }
  show_columns (self);
  update_outcome (self);
}

static void
text_cb (OctPlanImportDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  g_autoptr (GBytes) bytes = NULL;
  GtkTextIter start;
  GtkTextIter end;
  char *text;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  bytes = g_bytes_new_take (text, strlen (text));
  if (g_bytes_get_size (bytes) > 0)
    take_table (self, bytes, _("The table"));
  else
    {
      g_clear_pointer (&self->table, oct_plan_table_free);
      show_problem (self, NULL);
      show_columns (self);
      update_outcome (self);
    }
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctPlanImportDialog) self = OCT_PLAN_IMPORT_DIALOG (user_data);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), text, -1);
  else
    show_problem (self, _("There is no text to paste. Copy the table with its header first."));
}

static void
paste_cb (OctPlanImportDialog *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb,
                                 g_object_ref (self));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctPlanImportDialog) self = OCT_PLAN_IMPORT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  g_autofree char *name = g_file_get_basename (G_FILE (source));

  if (bytes == NULL)
    show_problem (self, error->message);
  else if (g_bytes_get_size (bytes) > MAX_BYTES)
    show_problem (self, _("This file is too large for the table of a plan."));
  else
    take_table (self, bytes, name);
}

static void
chosen_cb (OctPlanImportDialog *self, int response, GtkNativeDialog *chooser)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    g_file_load_bytes_async (file, NULL, loaded_cb, g_object_ref (self));
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

static void
choose_cb (OctPlanImportDialog *self)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    _("Choose a table"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Tables (CSV, TSV)"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "tsv");
  gtk_file_filter_add_suffix (filter, "txt");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* --- keeping it --- */

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctPlanImportDialog) self = OCT_PLAN_IMPORT_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (!oct_workbench_edit_finish (OCT_WORKBENCH (source), result, &error))
    {
      g_clear_pointer (&self->plan_id, g_free);
      update_outcome (self);
      show_problem (self, error->message);
      return;
    }
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.go", "s", self->plan_id);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* (transfer full): the page of the plan that is made, or of all plans. */
static char *
get_location (const OctPlanTaken *taken)
{
  for (guint i = 0; i < taken->change->puts->len; i++)
    {
      const OctRecord *record = g_ptr_array_index (taken->change->puts, i);

      if (record->kind == &oct_plan_kind)
        return g_strconcat ("plan/", record->id, NULL);
    }

  return g_strdup ("plans");
}

static void
import_cb (OctPlanImportDialog *self)
{
  OctAssessment *assessment = oct_workbench_get_assessment (get_workbench (self));
  const char *school_id = oct_drop_down_get_school (self->school_drop);
  const OctOwnSchool *school = school_id != NULL
                                 ? oct_assessment_find_school (assessment, school_id)
                                 : NULL;
  g_autofree char *sentence = school != NULL
                                /* Translators: %s is a school. */
                                ? g_strdup_printf (_("Imported a plan for %s"), school->name)
                                : g_strdup (_("Imported a plan of the trust"));

  if (!gtk_widget_get_sensitive (self->import))
    return;
  self->plan_id = get_location (self->taken);
  gtk_widget_set_sensitive (self->import, FALSE);
  oct_workbench_change_records_async (
    get_workbench (self),
    &(OctEditInfo) { .sentence = sentence, .location = self->plan_id, .subject = school_id },
    g_steal_pointer (&self->taken->change), kept_cb, g_object_ref (self));
  g_clear_pointer (&self->taken, oct_plan_taken_free);
}

/* --- class --- */

static void
oct_plan_import_dialog_dispose (GObject *object)
{
  OctPlanImportDialog *self = OCT_PLAN_IMPORT_DIALOG (object);

  self->updating = TRUE;
  g_clear_object (&self->session);
  g_clear_pointer (&self->table, oct_plan_table_free);
  g_clear_pointer (&self->taken, oct_plan_taken_free);
  g_clear_pointer (&self->plan_id, g_free);

  G_OBJECT_CLASS (oct_plan_import_dialog_parent_class)->dispose (object);
}

static void
oct_plan_import_dialog_class_init (OctPlanImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_plan_import_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-plan-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctPlanImportDialog, import);
  gtk_widget_class_bind_template_child (widget_class, OctPlanImportDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, OctPlanImportDialog, school_drop);
  gtk_widget_class_bind_template_child (widget_class, OctPlanImportDialog, year_row);
  gtk_widget_class_bind_template_child (widget_class, OctPlanImportDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, OctPlanImportDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, OctPlanImportDialog, columns_box);
  gtk_widget_class_bind_template_child (widget_class, OctPlanImportDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, OctPlanImportDialog, refusals_box);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
target_cb (OctPlanImportDialog *self)
{
  if (!self->updating)
    update_outcome (self);
}

static void
oct_plan_import_dialog_init (OctPlanImportDialog *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->text_view), "changed",
                            G_CALLBACK (text_cb), self);
  g_signal_connect_swapped (self->school_drop, "notify::selected", G_CALLBACK (target_cb), self);
  g_signal_connect_swapped (self->year_row, "notify::selected", G_CALLBACK (target_cb), self);
  g_signal_connect_swapped (self->title_row, "changed", G_CALLBACK (target_cb), self);
}

static void
fill_years (OctPlanImportDialog *self, gint64 chosen)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->first_year = chosen - 1;
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
 * oct_plan_import_dialog_new:
 * @parent: the window it stands before, which leads to the new plan
 * @session: keeps the plan, and what columns of tables were taken for
 * @school_id: (nullable): the school that is chosen at first
 * @year: the school year that is chosen at first
 *
 * Returns: the dialogue, to be presented
 */
GtkWidget *
oct_plan_import_dialog_new (GtkWindow *parent, OctSession *session, const char *school_id,
                            gint64 year)
{
  OctPlanImportDialog *self = g_object_new (OCT_TYPE_PLAN_IMPORT_DIALOG, "transient-for", parent,
                                            NULL);

  self->session = g_object_ref (session);
  oct_drop_down_set_schools (self->school_drop, oct_workbench_get_assessment (get_workbench (self)),
                             school_id, 0);
  oct_accessible_name_drop_down (self->school_drop, _("For"));
  fill_years (self, year);
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), _("Improvement plan"));
  self->updating = FALSE;
  update_outcome (self);

  return GTK_WIDGET (self);
}
