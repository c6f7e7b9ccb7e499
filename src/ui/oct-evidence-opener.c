/* Opening evidence; see the header. Copies lie in folders of their own and are taken away with the
 * opener, so that nothing of what was opened stays behind; a program that has it open keeps it.
 */

#include "oct-evidence-opener.h"

#include <glib/gstdio.h>

struct _OctEvidenceOpener
{
  GObject parent_instance;

  GPtrArray *copies; /* paths of files that were opened */
};

static guint failed_signal;

G_DEFINE_FINAL_TYPE (OctEvidenceOpener, oct_evidence_opener, G_TYPE_OBJECT)

static void
remove_copy (gpointer path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
  g_free (path);
}

static void
fail (OctEvidenceOpener *self, const GError *error)
{
  g_signal_emit (self, failed_signal, 0, error->message);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (OctEvidenceOpener) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    fail (self, error);
}

static void
open_uri (OctEvidenceOpener *self, GtkWidget *widget, const char *uri)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (GTK_IS_WINDOW (root))
    gtk_show_uri_full (GTK_WINDOW (root), uri, GDK_CURRENT_TIME, NULL, opened_cb,
                       g_object_ref (self));
}

typedef struct
{
  OctEvidenceOpener *self;
  GtkWidget *widget;
} Opening;

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Opening *opening = user_data;
  g_autoptr (OctEvidenceOpener) self = opening->self;
  g_autoptr (GtkWidget) widget = opening->widget;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = oct_workbench_read_finish (OCT_WORKBENCH (source), result, &error);
  g_autofree char *uri = path != NULL ? g_filename_to_uri (path, NULL, &error) : NULL;

  if (path != NULL)
    g_ptr_array_add (self->copies, g_steal_pointer (&path));
  if (uri != NULL)
    open_uri (self, widget, uri);
  else
    fail (self, error);
}

/* A workspace may come from anywhere: only a web address is opened as a link. */
static gboolean
is_web_address (const char *url)
{
  const char *scheme = g_uri_peek_scheme (url);

  return g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0;
}

static void
oct_evidence_opener_finalize (GObject *object)
{
  g_ptr_array_unref (OCT_EVIDENCE_OPENER (object)->copies);
  G_OBJECT_CLASS (oct_evidence_opener_parent_class)->finalize (object);
}

static void
oct_evidence_opener_class_init (OctEvidenceOpenerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_evidence_opener_finalize;
  failed_signal = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
oct_evidence_opener_init (OctEvidenceOpener *self)
{
  self->copies = g_ptr_array_new_with_free_func (remove_copy);
}

/**
 * oct_evidence_opener_new:
 *
 * Returns: (transfer full): an opener that has opened nothing yet
 */
OctEvidenceOpener *
oct_evidence_opener_new (void)
{
  return g_object_new (OCT_TYPE_EVIDENCE_OPENER, NULL);
}

/**
 * oct_evidence_opener_open:
 * @self: an opener
 * @workbench: the workbench whose workspace has the evidence
 * @widget: what is in the window that asks
 * @evidence: a piece of evidence
 *
 * Returns: whether it is on its way: a note, and a link that is no web address, are only read
 */
gboolean
oct_evidence_opener_open (OctEvidenceOpener *self, OctWorkbench *workbench, GtkWidget *widget,
                          const OctEvidence *evidence)
{
  g_return_val_if_fail (OCT_IS_EVIDENCE_OPENER (self), FALSE);

  if (evidence->kind == OCT_EVIDENCE_FILE)
    {
      Opening *opening = g_new0 (Opening, 1);

      opening->self = g_object_ref (self);
      opening->widget = g_object_ref (widget);
      oct_workbench_copy_evidence_async (workbench, evidence, NULL, copied_cb, opening);
      return TRUE;
    }
  if (evidence->kind != OCT_EVIDENCE_LINK || !is_web_address (evidence->url))
    return FALSE;
  open_uri (self, widget, evidence->url);

  return TRUE;
}
