/* Small pictures of evidence files; see the header. They are made elsewhere, since a file may be
 * hostile, and arrive when they are ready; a row whose file has none keeps its mark.
 */

#include "oct-evidence-pictures.h"

#define PICTURE_SIZE 96

struct _OctEvidencePictures
{
  GObject parent_instance;

  GHashTable *known; /* GdkTexture by object */
};

G_DEFINE_FINAL_TYPE (OctEvidencePictures, oct_evidence_pictures, G_TYPE_OBJECT)

static void
oct_evidence_pictures_finalize (GObject *object)
{
  OctEvidencePictures *self = OCT_EVIDENCE_PICTURES (object);

  g_hash_table_unref (self->known);

  G_OBJECT_CLASS (oct_evidence_pictures_parent_class)->finalize (object);
}

static void
oct_evidence_pictures_class_init (OctEvidencePicturesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_evidence_pictures_finalize;
}

static void
oct_evidence_pictures_init (OctEvidencePictures *self)
{
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * oct_evidence_pictures_new:
 *
 * Returns: (transfer full): a store that knows no pictures yet
 */
OctEvidencePictures *
oct_evidence_pictures_new (void)
{
  return g_object_new (OCT_TYPE_EVIDENCE_PICTURES, NULL);
}

typedef struct
{
  OctEvidencePictures *self;
  OctEvidenceRow *row;
} Asked;

static void
picture_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asked *asked = user_data;
  g_autoptr (OctEvidencePictures) self = asked->self;
  g_autoptr (OctEvidenceRow) row = asked->row;
  g_autoptr (GError) error = NULL;
  g_autoptr (OctThumbnail) picture = oct_workbench_read_thumbnail_finish (OCT_WORKBENCH (source),
                                                                          result, &error);
  g_autoptr (GdkTexture) texture = NULL;

  if (picture == NULL) /* the mark stays */
    return;
  texture = gdk_memory_texture_new (picture->width, picture->height, GDK_MEMORY_R8G8B8A8,
                                    picture->pixels, (gsize) picture->width * 4);
  oct_evidence_row_set_picture (row, GDK_PAINTABLE (texture));
  g_hash_table_replace (self->known, g_strdup (oct_evidence_row_get_evidence (row)->object),
                        g_steal_pointer (&texture));
}

/**
 * oct_evidence_pictures_ask:
 * @self: a store of pictures
 * @workbench: the workbench whose workspace has the file
 * @row: a row of a file
 * @cancellable: (nullable): to stop asking with
 *
 * Shows the file's picture in the row, at once where it is known, else when it is ready.
 */
void
oct_evidence_pictures_ask (OctEvidencePictures *self, OctWorkbench *workbench, OctEvidenceRow *row,
                           GCancellable *cancellable)
{
  const char *object;
  GdkTexture *known;
  Asked *asked;

  g_return_if_fail (OCT_IS_EVIDENCE_PICTURES (self));
  g_return_if_fail (OCT_IS_EVIDENCE_ROW (row));

  object = oct_evidence_row_get_evidence (row)->object;
  if (object == NULL)
    return;
  known = g_hash_table_lookup (self->known, object);
  if (known != NULL)
    {
      oct_evidence_row_set_picture (row, GDK_PAINTABLE (known));
      return;
    }
  asked = g_new0 (Asked, 1);
  asked->self = g_object_ref (self);
  asked->row = g_object_ref (row);
  oct_workbench_read_thumbnail_async (workbench, object, PICTURE_SIZE, cancellable, picture_cb,
                                      asked);
}
