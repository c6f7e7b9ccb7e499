/* The import page: how far an import is, and what became of it.
 *
 * Files come from the file chooser, from a drop on the window or from the command line; all of them
 * end up here. The work is a job of the session; this page shows its progress, lets it be cancelled
 * and afterwards shows a card for each file. Files that come while an import runs wait for it.
 */

#include "oct-import-page.h"

#include <glib/gi18n.h>

#include "oct-import-card.h"

struct _OctImportPage
{
  OctPage parent_instance;

  /* template */
  GtkStack *stack;
  GtkLabel *running_title;
  GtkLabel *running_detail;
  GtkLabel *running_rows;
  GtkProgressBar *bar;
  GtkButton *cancel_button;
  GtkLabel *report_title;
  GtkLabel *report_text;
  GtkBox *cards;
  GtkButton *more_button;
  GtkButton *next_button;
  GtkScrolledWindow *report_scroller;

  /* owned */
  OctJob *job;
  GSignalGroup *job_signals;
  GPtrArray *waiting; /* of char *: paths */
  OctDate waiting_date;

  gboolean rebuilding;
  gboolean cancelled;
};

enum
{
  PROP_0,
  PROP_RUNNING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (OctImportPage, oct_import_page, OCT_TYPE_PAGE)

static void start_waiting (OctImportPage *self);

static void
update_progress (OctImportPage *self)
{
  const char *detail = oct_job_get_detail (self->job);
  guint rows = oct_job_get_rows (self->job);
  double fraction = oct_job_get_fraction (self->job);
  g_autofree char *count = NULL;

  gtk_label_set_label (self->running_detail, detail != NULL ? detail : "");
  if (rows > 0)
    count = g_strdup_printf (ngettext ("%'u row", "%'u rows", rows), rows);
  gtk_label_set_label (self->running_rows, count != NULL ? count : "");
  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->bar, fraction);
  else
    gtk_progress_bar_pulse (self->bar);
}

static void
set_job (OctImportPage *self, OctJob *job, const char *title)
{
  g_signal_group_set_target (self->job_signals, NULL);
  g_set_object (&self->job, job);
  self->cancelled = FALSE;
  g_signal_group_set_target (self->job_signals, job);
  gtk_label_set_label (self->running_title, title);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->cancel_button), TRUE);
  update_progress (self);
  gtk_stack_set_visible_child_name (self->stack, "running");
  gtk_widget_grab_focus (GTK_WIDGET (self->cancel_button));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

static void
clear_cards (OctImportPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, child);
}

static void
retry_cb (OctImportPage *self, const char *path, int published)
{
  g_ptr_array_add (self->waiting, g_strdup (path));
  self->waiting_date = published;
  if (!oct_import_page_get_running (self))
    start_waiting (self);
}

static void
add_cards (OctImportPage *self, GPtrArray *reports)
{
  for (guint i = 0; i < reports->len; i++)
    {
      GtkWidget *card = oct_import_card_new (g_ptr_array_index (reports, i));

      g_signal_connect_object (card, "retry", G_CALLBACK (retry_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->cards, card);
    }
}

static void
update_next (OctImportPage *self)
{
  OctSession *session = oct_page_get_session (OCT_PAGE (self));
  gboolean has_register = oct_session_get_register (session) != NULL;
  gboolean has_trust = oct_session_get_trust_uid (session) != 0;

  gtk_widget_set_visible (GTK_WIDGET (self->next_button), has_register);
  if (has_trust)
    {
      gtk_button_set_label (self->next_button, _("Show the schools"));
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->next_button), "s", "schools");
    }
  else
    {
      gtk_button_set_label (self->next_button, _("Choose your trust"));
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->next_button), "s", "home");
    }
}

static void
show_outcome (OctImportPage *self, const char *title, const char *text)
{
  gtk_label_set_label (self->report_title, title);
  gtk_label_set_label (self->report_text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->report_text), *text != '\0');
  update_next (self);
  gtk_stack_set_visible_child_name (self->stack, "report");
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->report_scroller), 0);
}

static void
show_reports (OctImportPage *self, GPtrArray *reports)
{
  guint taken = 0;
  guint failed = 0;
  g_autofree char *title = NULL;
  const char *text = "";

  for (guint i = 0; i < reports->len; i++)
    {
      const OctImportReport *report = g_ptr_array_index (reports, i);

      if (report->error != NULL)
        failed++;
      else if (!report->duplicate)
        taken++;
    }
  add_cards (self, reports);

  if (taken > 0)
    title = g_strdup_printf (ngettext ("%u file imported", "%u files imported", taken), taken);
  else if (failed > 0)
    title = g_strdup (_("Nothing was imported"));
  else
    title = g_strdup (_("Nothing new"));
  if (failed > 0)
    text = taken > 0 ? _("Some files could not be used. What they are missing is said below.")
                     : _("The register is as it was before.");
  else if (taken == 0)
    text = _("These very files are in the register already.");
  show_outcome (self, title, text);
}

/* Cancelling, a full disk and the like: no file was taken, and the register is as it was. */
static void
show_failure (OctImportPage *self, const GError *error)
{
  if (self->cancelled || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_outcome (self, _("Import stopped"), _("The register is as it was before."));
  else
    show_outcome (self,
                  self->rebuilding ? _("The register could not be made again")
                                   : _("Nothing was imported"),
                  error->message);
}

static void
job_finished_cb (OctImportPage *self)
{
  const GError *error = oct_job_get_error (self->job);
  GPtrArray *reports = oct_job_get_result (self->job);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
  if (error != NULL)
    show_failure (self, error);
  else if (self->rebuilding)
    show_outcome (self, _("The register was made again"),
                  _("It holds everything that your imported files say."));
  else if (reports != NULL)
    show_reports (self, reports);

  if (self->waiting->len > 0)
    start_waiting (self);
}

/* Starts on the files that wait. */
static void
start_waiting (OctImportPage *self)
{
  OctSession *session = oct_page_get_session (OCT_PAGE (self));
  guint n = self->waiting->len;
  g_autofree char *title = NULL;
  g_autoptr (OctJob) job = NULL;

  if (n == 1)
    {
      g_autofree char *name = g_path_get_basename (g_ptr_array_index (self->waiting, 0));
      g_autofree char *display = g_filename_display_name (name);
      /* Translators: the placeholder is the name of a file. */
      title = g_strdup_printf (_("Importing “%s”"), display);
    }
  else
    title = g_strdup_printf (ngettext ("Importing %u file", "Importing %u files", n), n);

  g_ptr_array_add (self->waiting, NULL);
  job = oct_session_import (session, (const char *const *) self->waiting->pdata,
                            self->waiting_date);
  g_ptr_array_set_size (self->waiting, 0);
  self->waiting_date = OCT_DATE_UNKNOWN;
  self->rebuilding = FALSE;
  clear_cards (self);
  set_job (self, job, title);
}

static void
cancel_cb (OctImportPage *self)
{
  oct_import_page_cancel (self);
}

static void
oct_import_page_show_location (OctPage *page, const char *location)
{
  OctImportPage *self = OCT_IMPORT_PAGE (page);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "report") == 0)
    update_next (self);
}

/* What one does next, and not the first message, which would be drawn as selected text. */
static gboolean
oct_import_page_grab_focus (GtkWidget *widget)
{
  OctImportPage *self = OCT_IMPORT_PAGE (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "report") != 0)
    return FALSE;
  if (gtk_widget_get_visible (GTK_WIDGET (self->next_button)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
  return gtk_widget_grab_focus (GTK_WIDGET (self->more_button));
}

static void
oct_import_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_RUNNING:
      g_value_set_boolean (value, oct_import_page_get_running (OCT_IMPORT_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
oct_import_page_dispose (GObject *object)
{
  OctImportPage *self = OCT_IMPORT_PAGE (object);

  if (self->job_signals != NULL)
    g_signal_group_set_target (self->job_signals, NULL);
  g_clear_object (&self->job_signals);
  G_OBJECT_CLASS (oct_import_page_parent_class)->dispose (object);
}

static void
oct_import_page_finalize (GObject *object)
{
  OctImportPage *self = OCT_IMPORT_PAGE (object);

  g_clear_object (&self->job);
  g_ptr_array_unref (self->waiting);
  G_OBJECT_CLASS (oct_import_page_parent_class)->finalize (object);
}

static void
oct_import_page_class_init (OctImportPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = oct_import_page_dispose;
  object_class->finalize = oct_import_page_finalize;
  object_class->get_property = oct_import_page_get_property;
  widget_class->grab_focus = oct_import_page_grab_focus;
  OCT_PAGE_CLASS (klass)->show = oct_import_page_show_location;

  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/ui/oct-import-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctImportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OctImportPage, running_title);
  gtk_widget_class_bind_template_child (widget_class, OctImportPage, running_detail);
  gtk_widget_class_bind_template_child (widget_class, OctImportPage, running_rows);
  gtk_widget_class_bind_template_child (widget_class, OctImportPage, bar);
  gtk_widget_class_bind_template_child (widget_class, OctImportPage, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, OctImportPage, report_title);
  gtk_widget_class_bind_template_child (widget_class, OctImportPage, report_text);
  gtk_widget_class_bind_template_child (widget_class, OctImportPage, cards);
  gtk_widget_class_bind_template_child (widget_class, OctImportPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, OctImportPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, OctImportPage, report_scroller);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
oct_import_page_init (OctImportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  oct_page_set_title (OCT_PAGE (self), _("Import"));

  self->waiting = g_ptr_array_new_with_free_func (g_free);
  self->job_signals = g_signal_group_new (OCT_TYPE_JOB);
  g_signal_group_connect_swapped (self->job_signals, "notify::detail", G_CALLBACK (update_progress),
                                  self);
  g_signal_group_connect_swapped (self->job_signals, "notify::rows", G_CALLBACK (update_progress),
                                  self);
  g_signal_group_connect_swapped (self->job_signals, "notify::fraction",
                                  G_CALLBACK (update_progress), self);
  g_signal_group_connect_swapped (self->job_signals, "finished", G_CALLBACK (job_finished_cb),
                                  self);
}

/**
 * oct_import_page_start:
 * @self: the page
 * @paths: files, ended by %NULL
 *
 * Imports files, after those that are being imported now.
 */
void
oct_import_page_start (OctImportPage *self, const char *const *paths)
{
  g_return_if_fail (OCT_IS_IMPORT_PAGE (self));
  g_return_if_fail (paths != NULL);

  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (self->waiting, g_strdup (paths[i]));
  if (self->waiting->len > 0 && !oct_import_page_get_running (self))
    start_waiting (self);
}

/**
 * oct_import_page_rebuild:
 * @self: the page
 *
 * Makes the register again from the kept files.
 */
void
oct_import_page_rebuild (OctImportPage *self)
{
  g_autoptr (OctJob) job = NULL;

  g_return_if_fail (OCT_IS_IMPORT_PAGE (self));

  if (oct_import_page_get_running (self))
    return;
  job = oct_session_rebuild (oct_page_get_session (OCT_PAGE (self)));
  self->rebuilding = TRUE;
  clear_cards (self);
  set_job (self, job, _("Making the register again from your files"));
}

/**
 * oct_import_page_cancel:
 * @self: the page
 *
 * Stops the import that runs, and those that wait for it.
 */
void
oct_import_page_cancel (OctImportPage *self)
{
  g_return_if_fail (OCT_IS_IMPORT_PAGE (self));

  g_ptr_array_set_size (self->waiting, 0);
  if (!oct_import_page_get_running (self))
    return;
  self->cancelled = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->cancel_button), FALSE);
  oct_job_cancel (self->job);
}

/**
 * oct_import_page_get_running:
 * @self: the page
 *
 * Returns: whether an import is running
 */
gboolean
oct_import_page_get_running (OctImportPage *self)
{
  g_return_val_if_fail (OCT_IS_IMPORT_PAGE (self), FALSE);

  return self->job != NULL && oct_job_get_running (self->job);
}

/**
 * oct_import_page_get_job:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): the import that runs or ran last
 */
OctJob *
oct_import_page_get_job (OctImportPage *self)
{
  g_return_val_if_fail (OCT_IS_IMPORT_PAGE (self), NULL);

  return self->job;
}
