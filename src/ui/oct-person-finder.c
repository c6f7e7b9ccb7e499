/* Finding a person; see the header. What was found stays until the next search, and belongs to the job
 * that found it.
 */

#include "oct-person-finder.h"

#include <glib/gi18n.h>

#include "oct-found-group.h"
#include "oct-job-bar.h"
#include "oct-removal-dialog.h"
#include "oct-save.h"
#include "oct-workbench-people.h"

struct _OctPersonFinder
{
  AdwBin parent_instance;

  /* template */
  GtkSearchEntry *entry;
  OctJobBar *bar;
  GtkLabel *problem;
  GtkWidget *hint;
  GtkWidget *result;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *buttons;
  GtkBox *groups;

  /* owned */
  OctWorkbench *workbench;
  OctJob *found; /* (nullable): whose result is shown */

  gboolean remove; /* once it is found, ask how to remove it */
};

static guint removed_signal;

G_DEFINE_FINAL_TYPE (OctPersonFinder, oct_person_finder, ADW_TYPE_BIN)

static void
say_problem (OctPersonFinder *self, const char *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static void
clear_result (OctPersonFinder *self)
{
  GtkWidget *child;

  g_clear_object (&self->found);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  gtk_widget_set_visible (self->result, FALSE);
  say_problem (self, NULL);
}

/* --- what was found --- */

static void
chosen_cb (OctPersonFinder *self, OctFoundPlace *place)
{
  /* The page shows the cycle that is chosen; the place may be of an older one. */
  if (place->cycle_id != NULL)
    oct_workbench_choose_cycle (self->workbench, place->cycle_id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", place->location);
}

/* Files and backups that can't be read may or may not name somebody. */
static guint
count_certain (const OctFoundPerson *found)
{
  return found->places->len - oct_found_person_count (found, OCT_PLACE_FILE_UNREAD)
         - oct_found_person_count (found, OCT_PLACE_BACKUP_UNREAD);
}

/* (transfer full): who was looked for. */
static char *
describe_person (OctPersonFinder *self, const OctFoundPerson *found)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self->workbench);
  const OctPerson *person = assessment != NULL && found->person_id != NULL
                              ? oct_assessment_find_person (assessment, found->person_id)
                              : NULL;

  if (found->names[0] != NULL)
    return g_strjoinv (", ", found->names);

  return g_strdup (person != NULL ? oct_person_to_text (person) : _("somebody"));
}

static void
show_found (OctPersonFinder *self)
{
  const OctFoundPerson *found = oct_job_get_result (self->found);
  guint certain = count_certain (found);
  guint unread = found->places->len - certain;
  g_autofree char *name = describe_person (self, found);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  title = certain > 0
            /* Translators: how many places there are, and who is named there. */
            ? g_strdup_printf (ngettext ("%'u place names %s", "%'u places name %s", certain),
                               certain, name)
            /* Translators: %s is who was looked for. */
            : g_strdup_printf (_("Nothing names %s"), name);
  subtitle = g_strdup_printf (ngettext ("%u file can’t be searched and is listed too.",
                                        "%u files can’t be searched and are listed too.", unread),
                              unread);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), unread > 0);
  gtk_widget_set_visible (self->buttons, found->places->len > 0);
  for (OctPlaceKind kind = OCT_PLACE_PERSON; kind <= OCT_PLACE_BACKUP_UNREAD; kind++)
    if (oct_found_person_count (found, kind) > 0)
      {
        GtkWidget *group = oct_found_group_new (self->found, kind);

        g_signal_connect_object (group, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
        gtk_box_append (self->groups, group);
      }
  gtk_widget_set_visible (self->result, TRUE);
}

/* --- searching --- */

static void
search (OctPersonFinder *self, const OctPersonQuery *query)
{
  g_autoptr (OctJob) job = NULL;

  clear_result (self);
  gtk_widget_set_visible (self->hint, FALSE);
  job = oct_workbench_start_find_person (self->workbench, query);
  oct_job_bar_set_job (self->bar, job);
}

static void
find_cb (OctPersonFinder *self)
{
  OctAssessment *assessment = oct_workbench_get_assessment (self->workbench);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const char *person_id = NULL;
  g_auto (GStrv) names = NULL;

  self->remove = FALSE;
  if (assessment == NULL)
    return;
  names = oct_person_query_from_text (assessment, text, &person_id);
  if (names[0] == NULL && person_id == NULL)
    {
      clear_result (self);
      say_problem (self, _("Type a name of two letters at least."));
      return;
    }

  const OctPersonQuery query = { .person_id = person_id, .names = (const char *const *) names };

  search (self, &query);
}

static void removal_done_cb (OctPersonFinder *self);

static void
remove_cb (OctPersonFinder *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWindow *dialog;

  if (self->found == NULL || !GTK_IS_WINDOW (root))
    return;
  dialog = oct_removal_dialog_new (self->workbench, self->found);
  gtk_window_set_transient_for (dialog, GTK_WINDOW (root));
  g_signal_connect_object (dialog, "removed", G_CALLBACK (removal_done_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
finished_cb (OctPersonFinder *self, OctJob *job)
{
  const GError *error = oct_job_get_error (job);

  if (error == NULL)
    {
      clear_result (self);
      self->found = g_object_ref (job);
      show_found (self);
      if (self->remove)
        remove_cb (self);
      self->remove = FALSE;
      return;
    }
  gtk_widget_set_visible (self->hint, TRUE);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say_problem (self, error->message);
}

/* Looked for once more, so that one sees that the name is gone, or where it still stands. */
static void
removal_done_cb (OctPersonFinder *self)
{
  g_autoptr (OctJob) before = g_steal_pointer (&self->found);
  const OctFoundPerson *found = oct_job_get_result (before);
  OctAssessment *assessment = oct_workbench_get_assessment (self->workbench);
  gboolean there = assessment != NULL && found->person_id != NULL
                   && oct_assessment_find_person (assessment, found->person_id) != NULL;
  const OctPersonQuery query = { .person_id = there && found->names[0] == NULL ? found->person_id
                                                                               : NULL,
                                 .names = (const char *const *) found->names };

  g_signal_emit (self, removed_signal, 0);
  if (query.person_id != NULL || query.names[0] != NULL)
    search (self, &query);
  else
    oct_person_finder_clear (self);
}

/* --- saving --- */

static gboolean
save_found (const char *path, gpointer data, GError **error)
{
  return oct_found_person_save (oct_job_get_result (OCT_JOB (data)), path, error);
}

static void
save_cb (OctPersonFinder *self)
{
  static const OctSaveKind kinds[] = {
    { N_("Spreadsheet (CSV)"), "*.csv" },
    { N_("Plain text"), "*.txt" },
    { NULL, NULL },
  };

  if (self->found != NULL)
    oct_save_ask (GTK_WIDGET (self), _("Save what was found"), _("what is held.csv"), kinds,
                  save_found, g_object_ref (self->found), g_object_unref);
}

/* --- class --- */

static void
oct_person_finder_dispose (GObject *object)
{
  OctPersonFinder *self = OCT_PERSON_FINDER (object);

  g_clear_object (&self->workbench);
  g_clear_object (&self->found);

  G_OBJECT_CLASS (oct_person_finder_parent_class)->dispose (object);
}

static void
oct_person_finder_class_init (OctPersonFinderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = oct_person_finder_dispose;
  removed_signal = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (OCT_TYPE_JOB_BAR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-person-finder.ui");
  gtk_widget_class_bind_template_child (widget_class, OctPersonFinder, entry);
  gtk_widget_class_bind_template_child (widget_class, OctPersonFinder, bar);
  gtk_widget_class_bind_template_child (widget_class, OctPersonFinder, problem);
  gtk_widget_class_bind_template_child (widget_class, OctPersonFinder, hint);
  gtk_widget_class_bind_template_child (widget_class, OctPersonFinder, result);
  gtk_widget_class_bind_template_child (widget_class, OctPersonFinder, title);
  gtk_widget_class_bind_template_child (widget_class, OctPersonFinder, subtitle);
  gtk_widget_class_bind_template_child (widget_class, OctPersonFinder, buttons);
  gtk_widget_class_bind_template_child (widget_class, OctPersonFinder, groups);
  gtk_widget_class_bind_template_callback (widget_class, find_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, finished_cb);
}

static void
oct_person_finder_init (OctPersonFinder *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_person_finder_load:
 * @self: the finder
 * @workbench: a workbench with an assessment
 *
 * Looks into the workspace that is open there.
 */
void
oct_person_finder_load (OctPersonFinder *self, OctWorkbench *workbench)
{
  g_return_if_fail (OCT_IS_PERSON_FINDER (self));

  g_set_object (&self->workbench, workbench);
}

/**
 * oct_person_finder_find:
 * @self: the finder, loaded
 * @person_id: somebody in the list of people
 * @remove: whether to ask next how they are to be removed
 *
 * Finds everything that names somebody. Nothing happens where they aren't in the list any more.
 */
void
oct_person_finder_find (OctPersonFinder *self, const char *person_id, gboolean remove)
{
  OctAssessment *assessment;
  const OctPerson *person;
  OctPersonQuery query = { .person_id = person_id };

  g_return_if_fail (OCT_IS_PERSON_FINDER (self));

  assessment = oct_workbench_get_assessment (self->workbench);
  person = assessment != NULL ? oct_assessment_find_person (assessment, person_id) : NULL;
  if (person == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry),
                         person->name[0] != '\0' ? person->name : person->post);
  self->remove = remove;
  search (self, &query);
}

/**
 * oct_person_finder_clear:
 * @self: the finder
 *
 * Forgets what was looked for and found.
 */
void
oct_person_finder_clear (OctPersonFinder *self)
{
  g_return_if_fail (OCT_IS_PERSON_FINDER (self));

  oct_job_bar_stop (self->bar);
  clear_result (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_set_visible (self->hint, TRUE);
}

/**
 * oct_person_finder_focus:
 * @self: the finder
 *
 * Returns: whether the focus is where one types a name
 */
gboolean
oct_person_finder_focus (OctPersonFinder *self)
{
  g_return_val_if_fail (OCT_IS_PERSON_FINDER (self), FALSE);

  return gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
